import type { Secrets } from './read-config.js';

/** What a process that meets strangers' pages works with. Never the key of the NIPs, never the mail server. */
export interface ReaderSecrets extends Required<Pick<Secrets, 'mongodbUri' | 'redisUrl' | 'hashKey' | 'auditKey'>> {}

/** Of the machine: where programs, fonts, folders and packages are. */
const OF_THE_MACHINE = /^(?:PATH|HOME|USER|LANG|LC_\w+|TZ|TMPDIR|XDG_\w+|NODE_ENV|NODE_OPTIONS|NODE_EXTRA_CA_CERTS)$/;
/** Settings without a secret in them; what is new has to be named here before such a process is told of it. */
const SETTINGS =
  /^(?:NETRA_(?:ENV|DATA_DIR|RULES_DIR|ELECTIONS_DIR|CHROMIUM|BROWSER|LOG_LEVEL|ALLOW_PRIVATE_HOSTS|CONTROL_LINKS|COLLECT_INTERVAL_MINUTES|PAGE_TIMEOUT_SECONDS|WORKER_LOCK_SECONDS|RECOVER_SECONDS)|BLUESKY_SERVICE|BLUESKY_APP|PLC_DIRECTORY)$/;

/** The environment of such a process: it is started with this and nothing more. */
export function readerEnvironment(env: NodeJS.ProcessEnv, secrets: ReaderSecrets): NodeJS.ProcessEnv {
  const told = Object.entries(env).filter(([name]) => OF_THE_MACHINE.test(name) || SETTINGS.test(name));
  return {
    ...Object.fromEntries(told),
    MONGODB_URI: secrets.mongodbUri,
    REDIS_URL: secrets.redisUrl,
    NETRA_HASH_KEY: secrets.hashKey.toString('base64'),
    // Which rules judge from when on is an entry of the log that this process writes.
    NETRA_AUDIT_KEY: secrets.auditKey.toString('base64'),
  };
}
