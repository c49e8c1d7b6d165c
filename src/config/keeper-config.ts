import { ConfigError } from './config-error.js';

/** How a process runs that keeps browsers and does nothing else. */
export interface KeeperConfig {
  readonly host: string;
  readonly port: number;
  /** Undefined: the browser is looked for on PATH. */
  readonly chromium: string | undefined;
}

/** Whoever takes a browser over takes over what this process holds. */
const OF_OTHERS = /^(?:NETRA_\w*KEYS?|NETRA_OPENID_CLIENT_SECRET|MONGODB_\w+|REDIS_\w+|SMTP_URL)(?:_FILE)?$/;

/**
 * Reads no more than this process needs, and refuses to hold what it does not.
 *
 * @throws ConfigError with every wrong value, never the value itself
 */
export function readKeeperConfig(env: NodeJS.ProcessEnv): KeeperConfig {
  const held = Object.keys(env).filter((name) => env[name]?.trim() && OF_OTHERS.test(name));
  const port = env.NETRA_BROWSER_PORT?.trim() || '9222';
  const issues = [
    ...held.map((variable) => ({ variable, advice: 'proses peramban tidak boleh memegangnya: hapus' })),
    ...(isPort(port) ? [] : [{ variable: 'NETRA_BROWSER_PORT', advice: 'tulis bilangan bulat 0 sampai 65535' }]),
  ];
  if (issues.length > 0) throw new ConfigError(issues);
  return {
    host: env.NETRA_BROWSER_HOST?.trim() || '127.0.0.1',
    port: Number(port),
    chromium: env.NETRA_CHROMIUM?.trim() || undefined,
  };
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}
