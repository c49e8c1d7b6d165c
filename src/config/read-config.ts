import { resolve } from 'node:path';
import { z } from 'zod';
import { ConfigError, type ConfigIssue } from './config-error.js';
import { MAX_FORMER_KEYS } from './keys-file.js';
import { listOpenIdIssues, type OpenIdConfig, toOpenIdConfig } from './open-id.js';
import { listProductionIssues } from './production.js';
import { readRuleFolders } from './rule-folders.js';
import { readSecretFiles } from './secret-files.js';
import { proxies } from './trusted-proxies.js';

/** How Netra runs. Holds no secret, so that it may be logged. Paths are absolute. */
export interface Config {
  readonly isProduction: boolean;
  readonly dataDir: string;
  readonly rulesDir: string;
  readonly electionsDir: string;
  /** `port` undefined: the command chooses (`demo` any free one, `up` 8080). */
  readonly console: {
    readonly host: string;
    readonly port?: number;
    readonly publicUrl?: string;
    /** So many hops, or their addresses: who asked is read from `X-Forwarded-For` behind these and nowhere else. */
    readonly trustedProxies: number | readonly string[];
    /** How long a decision can be undone before it counts. */
    readonly undoMs: number;
    /** Names of roles whose people log in with a second step. */
    readonly secondStepRoles: readonly string[];
    readonly openId?: OpenIdConfig | undefined;
  };
  readonly mail: { readonly from: string };
  /** Local hour of each office at which its digest is due. */
  readonly digest: { readonly hour: number };
  /** Who stamps the time of the log's head (RFC 3161), and whose certificates vouch for it (PEM; else Node's own). */
  readonly timestamp: { readonly url?: string | undefined; readonly caFile?: string | undefined };
  /** Other sites of the house that may show the report form or send to its interface. */
  readonly reportOrigins: readonly string[];
  /** A program and its arguments that reads a brought file and says by its exit code whether it may be kept. */
  readonly fileScanner?: readonly string[] | undefined;
  /** Links of living public posts: where one of these cannot be seen either, the fault is ours. */
  readonly controlLinks: readonly string[];
  /** Undefined: the browser is looked for on PATH. */
  readonly chromium?: string;
  /** Who keeps browsers elsewhere (`workers/browser.ts`); undefined: they are started here. */
  readonly browserKeeper?: string | undefined;
  /** `appUrl` is where a person sees a post. */
  readonly bluesky: { readonly service: string; readonly plcDirectory: string; readonly appUrl: string };
  /** How long one public page may take; twice that and it is torn down. */
  readonly pageTimeoutMs: number;
  /** Whether pictures of acts that are read are looked at. */
  readonly readsPictures: boolean;
  /** `host:port` that collectors and evidence may reach although it is private: a demo, a test, an intranet. */
  readonly allowPrivateHosts: readonly string[];
  /** How soon a dead worker's job is taken over, and how soon MongoDB is asked what Redis lost. */
  readonly workers: { readonly lockMs: number; readonly recoverMs: number };
  readonly logLevel: LogLevel;
  readonly collectIntervalMs: number;
}

/** Leaves in a second value; never logged. */
export interface Secrets {
  /** Undefined: a private server is started. */
  readonly mongodbUri?: string;
  readonly redisUrl?: string;
  /** Undefined: no mail can be sent; a digest waits and says so in its receipt. */
  readonly smtpUrl?: string;
  /** What the house's own log-in knows the console by. */
  readonly openIdClientSecret?: string | undefined;
  /** 32 bytes each; undefined: see `getKeys`. */
  readonly hashKey?: Buffer;
  readonly fieldKey?: Buffer;
  /** Open what was sealed before a change of `fieldKey`; newest first. */
  readonly formerFieldKeys?: readonly Buffer[];
  readonly auditKey?: Buffer;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

const address = (protocols: readonly string[]) =>
  z.string().refine((text) => protocols.includes(schemeOf(text)) && (URL.canParse(text) || hasSeveralServers(text)), {
    error: `tulis sebuah alamat ${protocols.map((protocol) => `${protocol}//…`).join(' atau ')}`,
  });
const wholeNumber = (min: number, max: number) => {
  const error = `tulis bilangan bulat ${min} sampai ${max}`;
  return z
    .string()
    .regex(/^\d{1,6}$/, error)
    .transform(Number)
    .pipe(z.number().min(min, error).max(max, error));
};
const key = z
  .base64('tulis 32 bita sebagai base64: openssl rand -base64 32')
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === 32, 'harus tepat 32 bita: openssl rand -base64 32');
const formerKeys = z
  .string()
  .transform((text) => text.split(/[\s,]+/).flatMap((part) => part || []))
  .pipe(z.array(key).max(MAX_FORMER_KEYS, `paling banyak ${MAX_FORMER_KEYS} kunci lama`));
const http = address(['http:', 'https:']);
const origins = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((part) => part.trim() || []))
  .refine((given) => given.every((one) => URL.canParse(one) && new URL(one).origin === one), {
    error: 'tulis alamat situs tanpa jalur, dipisah koma: https://portal.example.go.id',
  });
const command = z.string().transform((text) => text.trim().split(/\s+/));

const envSchema = z.object({
  NETRA_ENV: z
    .enum(['production', 'development', 'test'], 'pilih production, development atau test')
    .default('development'),
  NETRA_DATA_DIR: z.string().default('.netra'),
  NETRA_RULES_DIR: z.string().optional(),
  NETRA_ELECTIONS_DIR: z.string().optional(),
  NETRA_CONSOLE_HOST: z.string().default('127.0.0.1'),
  NETRA_CONSOLE_PORT: wholeNumber(0, 65_535).optional(),
  NETRA_PUBLIC_URL: http.optional(),
  NETRA_TRUSTED_PROXIES: proxies,
  NETRA_UNDO_SECONDS: wholeNumber(0, 60).default(10),
  NETRA_SECOND_STEP_ROLES: z.string().default(''),
  NETRA_OPENID_ISSUER: http.optional(),
  NETRA_OPENID_CLIENT_ID: z.string().optional(),
  NETRA_OPENID_CLIENT_SECRET: z.string().optional(),
  NETRA_OPENID_NAME: z.string().max(40, 'paling banyak 40 huruf').default('akun instansi'),
  NETRA_MAIL_FROM: z.string().includes('@', { error: 'tulis alamat surat elektronik' }).default('netra@localhost'),
  NETRA_DIGEST_HOUR: wholeNumber(0, 23).default(7), // The office day in Indonesia begins at 07:30.
  NETRA_TIMESTAMP_URL: http.optional(),
  NETRA_TIMESTAMP_CA: z.string().optional(),
  NETRA_FILE_SCANNER: command.optional(),
  NETRA_CONTROL_LINKS: z.string().default(''),
  NETRA_REPORT_ORIGINS: origins,
  NETRA_CHROMIUM: z.string().optional(),
  NETRA_BROWSER: address(['ws:']).optional(),
  NETRA_LOG_LEVEL: z.enum(LOG_LEVELS, `pilih ${LOG_LEVELS.join(', ')}`).default('info'),
  NETRA_COLLECT_INTERVAL_MINUTES: wholeNumber(1, 10_080).default(60), // At most a week: an election stage may last three days.
  NETRA_READ_PICTURES: z.enum(['on', 'off'], 'tulis on atau off').default('on'),
  NETRA_PAGE_TIMEOUT_SECONDS: wholeNumber(1, 300).default(20),
  BLUESKY_SERVICE: http.default('https://public.api.bsky.app'),
  PLC_DIRECTORY: http.default('https://plc.directory'),
  BLUESKY_APP: http.default('https://bsky.app'),
  NETRA_ALLOW_PRIVATE_HOSTS: z.string().default(''),
  NETRA_WORKER_LOCK_SECONDS: wholeNumber(1, 600).default(30), // BullMQ's own default.
  NETRA_RECOVER_SECONDS: wholeNumber(1, 3_600).default(30),
  MONGODB_URI: address(['mongodb:', 'mongodb+srv:']).optional(),
  REDIS_URL: address(['redis:', 'rediss:']).optional(),
  SMTP_URL: address(['smtp:', 'smtps:']).optional(),
  NETRA_HASH_KEY: key.optional(),
  NETRA_FIELD_KEY: key.optional(),
  NETRA_FORMER_FIELD_KEYS: formerKeys.optional(),
  NETRA_AUDIT_KEY: key.optional(),
});

/**
 * The only reader of the environment. An empty value counts as none.
 *
 * @throws ConfigError with every wrong value, never the value itself
 */
export function readConfig(env: NodeJS.ProcessEnv): { config: Config; secrets: Secrets } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const files = readSecretFiles(given);
  const result = envSchema.safeParse(files.env);
  if (!result.success) throw new ConfigError([...files.issues, ...result.error.issues.map(toConfigIssue)]);
  const config = toConfig(result.data);
  const secrets = toSecrets(result.data);
  const issues = [
    ...files.issues,
    ...listOpenIdIssues(result.data),
    ...(config.isProduction ? listProductionIssues(config.console.publicUrl, secrets) : []),
  ];
  if (issues.length > 0) throw new ConfigError(issues);
  return { config, secrets };
}

function schemeOf(text: string): string {
  return /^([a-z+]+:)\/\/[^/]/.exec(text)?.[1] ?? '';
}

/** Of a replica set: `URL` does not read more than one host with its port. */
function hasSeveralServers(text: string): boolean {
  return /^mongodb:\/\/[^/\s]+,[^/\s]+/.test(text);
}

type Env = z.infer<typeof envSchema>;

function toConfigIssue(issue: z.core.$ZodIssue): ConfigIssue {
  return { variable: String(issue.path[0]), advice: issue.message };
}

function toConfig(e: Env): Config {
  const folders = readRuleFolders({ NETRA_RULES_DIR: e.NETRA_RULES_DIR, NETRA_ELECTIONS_DIR: e.NETRA_ELECTIONS_DIR });
  return {
    isProduction: e.NETRA_ENV === 'production',
    dataDir: resolve(e.NETRA_DATA_DIR),
    rulesDir: folders.rulesDir,
    electionsDir: folders.electionsDir,
    console: {
      host: e.NETRA_CONSOLE_HOST,
      port: e.NETRA_CONSOLE_PORT,
      publicUrl: e.NETRA_PUBLIC_URL,
      trustedProxies: e.NETRA_TRUSTED_PROXIES,
      undoMs: e.NETRA_UNDO_SECONDS * 1_000,
      secondStepRoles: e.NETRA_SECOND_STEP_ROLES.split(',').flatMap((role) => role.trim() || []),
      openId: toOpenIdConfig(e),
    },
    mail: { from: e.NETRA_MAIL_FROM },
    digest: { hour: e.NETRA_DIGEST_HOUR },
    timestamp: { url: e.NETRA_TIMESTAMP_URL, caFile: e.NETRA_TIMESTAMP_CA },
    reportOrigins: e.NETRA_REPORT_ORIGINS,
    fileScanner: e.NETRA_FILE_SCANNER,
    controlLinks: e.NETRA_CONTROL_LINKS.split(/\s+/).flatMap((link) => link || []),
    chromium: e.NETRA_CHROMIUM,
    browserKeeper: e.NETRA_BROWSER,
    bluesky: { service: e.BLUESKY_SERVICE, plcDirectory: e.PLC_DIRECTORY, appUrl: e.BLUESKY_APP },
    readsPictures: e.NETRA_READ_PICTURES === 'on',
    pageTimeoutMs: e.NETRA_PAGE_TIMEOUT_SECONDS * 1_000,
    allowPrivateHosts: e.NETRA_ALLOW_PRIVATE_HOSTS.split(',').flatMap((host) => host.trim() || []),
    workers: { lockMs: e.NETRA_WORKER_LOCK_SECONDS * 1_000, recoverMs: e.NETRA_RECOVER_SECONDS * 1_000 },
    logLevel: e.NETRA_LOG_LEVEL,
    collectIntervalMs: e.NETRA_COLLECT_INTERVAL_MINUTES * 60_000,
  };
}

function toSecrets(e: Env): Secrets {
  return {
    mongodbUri: e.MONGODB_URI,
    redisUrl: e.REDIS_URL,
    smtpUrl: e.SMTP_URL,
    openIdClientSecret: e.NETRA_OPENID_CLIENT_SECRET,
    hashKey: e.NETRA_HASH_KEY,
    fieldKey: e.NETRA_FIELD_KEY,
    formerFieldKeys: e.NETRA_FORMER_FIELD_KEYS,
    auditKey: e.NETRA_AUDIT_KEY,
  };
}
