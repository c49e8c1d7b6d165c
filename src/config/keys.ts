import { ConfigError } from './config-error.js';
import { type KeptKeys, type Keys, makeKeysFile, readKeysFile } from './keys-file.js';
import type { Config, Secrets } from './read-config.js';

export type { Keys } from './keys-file.js';

const VARIABLES: Readonly<Record<keyof Keys, string>> = {
  hashKey: 'NETRA_HASH_KEY',
  fieldKey: 'NETRA_FIELD_KEY',
  auditKey: 'NETRA_AUDIT_KEY',
};
const ALL = Object.keys(VARIABLES) as (keyof Keys)[];

type KeysConfig = Pick<Config, 'dataDir' | 'isProduction'>;

/**
 * The keys of the environment, else those of `<dataDir>/keys.json`, made once and readable by the owner only.
 * Production takes them from the environment alone: a key beside the data it guards is none. A process names the keys
 * that it works with: it holds no other, and where it runs no other has to be.
 *
 * @throws ConfigError in production without keys, or when the file cannot be read
 */
export function getKeys<N extends keyof Keys = keyof Keys>(
  config: KeysConfig,
  secrets: Secrets,
  names: readonly N[] = ALL as N[],
): Pick<Keys, N> {
  const missing = names.filter((name) => secrets[name] === undefined);
  const kept = missing.length > 0 ? keptKeys(config, missing) : undefined;
  const held = names.map((name) => [name, secrets[name] ?? kept?.[name]]);
  return Object.fromEntries(held) as Pick<Keys, N>;
}

/** The key that seals fields, and those that still open what was sealed before: of the same place, newest first. */
export function getFieldKeys(
  config: KeysConfig,
  secrets: Secrets,
): Pick<KeptKeys, 'fieldKey' | 'formerFieldKeys'> & { readonly isFromEnvironment: boolean } {
  if (secrets.fieldKey) {
    return { fieldKey: secrets.fieldKey, formerFieldKeys: secrets.formerFieldKeys ?? [], isFromEnvironment: true };
  }
  const { fieldKey, formerFieldKeys } = keptKeys(config, ['fieldKey']);
  return { fieldKey, formerFieldKeys, isFromEnvironment: false };
}

function keptKeys({ dataDir, isProduction }: KeysConfig, missing: readonly (keyof Keys)[]): KeptKeys {
  if (!isProduction) return readKeysFile(dataDir) ?? makeKeysFile(dataDir);
  const advice = 'wajib ada di production: openssl rand -base64 32';
  throw new ConfigError(missing.map((name) => ({ variable: VARIABLES[name], advice })));
}
