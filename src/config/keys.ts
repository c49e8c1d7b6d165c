import { hkdfSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from './config-error.js';
import type { Config, Secrets } from './read-config.js';

export interface Keys {
  /** For keyed hashes of content that is not kept. */
  readonly hashKey: Buffer;
  /** For fields kept encrypted, such as the NIP. Losing it loses them. */
  readonly fieldKey: Buffer;
  /** Seals the audit log. With another one the log is no longer known as ours. */
  readonly auditKey: Buffer;
}

const KEY_BYTES = 32;

const VARIABLES: Readonly<Record<keyof Keys, string>> = {
  hashKey: 'NETRA_HASH_KEY',
  fieldKey: 'NETRA_FIELD_KEY',
  auditKey: 'NETRA_AUDIT_KEY',
};
const ALL = Object.keys(VARIABLES) as (keyof Keys)[];

/**
 * The keys of the environment, else those of `<dataDir>/keys.json`, made once and readable by the owner only.
 * Production takes them from the environment alone: a key beside the data it guards is none. A process names the keys
 * that it works with: it holds no other, and where it runs no other has to be.
 *
 * @throws ConfigError in production without keys, or when the file cannot be read
 */
export function getKeys<N extends keyof Keys = keyof Keys>(
  config: Pick<Config, 'dataDir' | 'isProduction'>,
  secrets: Secrets,
  names: readonly N[] = ALL as N[],
): Pick<Keys, N> {
  const missing = names.filter((name) => secrets[name] === undefined);
  const kept = missing.length > 0 ? keptKeys(config, missing) : undefined;
  const held = names.map((name) => [name, secrets[name] ?? kept?.[name]]);
  return Object.fromEntries(held) as Pick<Keys, N>;
}

function keptKeys(config: Pick<Config, 'dataDir' | 'isProduction'>, missing: readonly (keyof Keys)[]): Keys {
  if (!config.isProduction) return readKeys(join(config.dataDir, 'keys.json')) ?? makeKeys(config.dataDir);
  const advice = 'wajib ada di production: openssl rand -base64 32';
  throw new ConfigError(missing.map((name) => ({ variable: VARIABLES[name], advice })));
}

function readKeys(path: string): Keys | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw unreadable(path);
  }
  try {
    const { hashKey, fieldKey, auditKey } = JSON.parse(text) as Record<'hashKey' | 'fieldKey', string> & {
      auditKey?: string;
    };
    const [hash, field] = [Buffer.from(hashKey, 'base64'), Buffer.from(fieldKey, 'base64')];
    const audit = auditKey === undefined ? derivedAuditKey(hash) : Buffer.from(auditKey, 'base64');
    const isWhole = [hash, field, audit].every((key) => key.length === KEY_BYTES);
    if (isWhole) return { hashKey: hash, fieldKey: field, auditKey: audit };
  } catch {
    // Falls through: a broken file is never replaced silently, or everything encrypted with it would be lost.
  }
  throw unreadable(path);
}

/** For a file from before the log had a key: the same for every process that reads it, and the file stays as it is. */
function derivedAuditKey(hashKey: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', hashKey, '', 'netra audit key', KEY_BYTES));
}

function makeKeys(dataDir: string): Keys {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'keys.json');
  const draft = `${path}.${process.pid}`;
  const keys = { hashKey: randomBytes(KEY_BYTES), fieldKey: randomBytes(KEY_BYTES), auditKey: randomBytes(KEY_BYTES) };
  const text = JSON.stringify(
    Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, key.toString('base64')])),
  );
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    linkSync(draft, path); // Fails where another process was quicker: then both go on with its keys.
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readKeys(path) ?? keys;
}

function unreadable(path: string): ConfigError {
  const advice = 'tidak terbaca atau rusak: pulihkan dari cadangan; tanpa kunci ini data tersandi hilang';
  return new ConfigError([{ variable: path, advice }]);
}
