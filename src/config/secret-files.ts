import { readFileSync } from 'node:fs';
import type { ConfigIssue } from './config-error.js';

/** What may stand in a file named by `<NAME>_FILE`: an environment is seen by more people than a mounted file. */
const SECRETS = [
  'NETRA_HASH_KEY',
  'NETRA_FIELD_KEY',
  'NETRA_FORMER_FIELD_KEYS',
  'NETRA_AUDIT_KEY',
  'MONGODB_URI',
  'MONGODB_PASSWORD',
  'REDIS_URL',
  'REDIS_PASSWORD',
  'SMTP_URL',
  'NETRA_OPENID_CLIENT_SECRET',
] as const;

const MAX_BYTES = 16_384;

type Env = Readonly<Record<string, string | undefined>>;

/** The environment with the secrets of its files in it. A file that cannot be read is an issue; none is passed over. */
export function readSecretFiles(env: Env): { env: Env; issues: ConfigIssue[] } {
  const found: Record<string, string> = {};
  const issues: ConfigIssue[] = [];
  for (const name of SECRETS) {
    const path = env[`${name}_FILE`];
    if (path === undefined) continue;
    const advice = env[name] === undefined ? readInto(found, name, path) : `hapus salah satu: ${name} juga ada`;
    if (advice) issues.push({ variable: `${name}_FILE`, advice });
  }
  return { env: withPasswords({ ...env, ...found }), issues };
}

function readInto(found: Record<string, string>, name: string, path: string): string | undefined {
  try {
    const text = readFileSync(path, 'utf8').trim();
    if (text.length > MAX_BYTES) return 'berkasnya terlalu besar untuk sebuah rahasia';
    if (text !== '') found[name] = text;
    return undefined;
  } catch {
    return 'berkasnya tidak terbaca: periksa jalur dan haknya';
  }
}

/** What is told to whoever starts or looks for the servers: their addresses as the configuration has read them. */
export function withServerAddresses(
  env: NodeJS.ProcessEnv,
  { mongodbUri, redisUrl }: { readonly mongodbUri?: string; readonly redisUrl?: string },
): NodeJS.ProcessEnv {
  return { ...env, MONGODB_URI: mongodbUri ?? '', REDIS_URL: redisUrl ?? '' };
}

/** Puts a password that came by itself into the address it belongs to. */
function withPasswords(env: Env): Env {
  return {
    ...env,
    MONGODB_URI: withPassword(env.MONGODB_URI, env.MONGODB_PASSWORD),
    REDIS_URL: withPassword(env.REDIS_URL, env.REDIS_PASSWORD),
  };
}

function withPassword(address: string | undefined, password: string | undefined): string | undefined {
  if (address === undefined || password === undefined) return address;
  // By text: an address of several servers is none that `URL` reads.
  const [, scheme, user, rest] = /^([a-z+]+:\/\/)(?:([^/@:]*)@)?([^@]*)$/.exec(address) ?? [];
  return scheme === undefined ? address : `${scheme}${user ?? ''}:${encodeURIComponent(password)}@${rest}`;
}
