import { randomBytes } from 'node:crypto';
import { ConfigError } from './config-error.js';
import { KEY_BYTES, makeKeysFile, pathOfKeys, readKeysFile, replaceKeysFile } from './keys-file.js';

/**
 * Makes a fresh key for fields and keeps the one before it as a former one. While a former key is there a change is
 * under way, and repeating makes no further one. The caller holds the lock of the data folder's keys.
 */
export function beginFieldKeyChange(dataDir: string): { isNew: boolean } {
  const keys = readKeysFile(dataDir) ?? makeKeysFile(dataDir);
  if (keys.formerFieldKeys.length > 0) return { isNew: false };
  replaceKeysFile(dataDir, { ...keys, fieldKey: randomBytes(KEY_BYTES), formerFieldKeys: [keys.fieldKey] });
  return { isNew: true };
}

/**
 * Drops the former keys. The caller holds the lock and knows that everything is sealed with `fieldKey`: where another
 * one stands in the file by now, nothing is dropped.
 *
 * @throws ConfigError where the file is no longer the one that was read
 */
export function forgetFormerFieldKeys(dataDir: string, fieldKey: Buffer): void {
  const keys = readKeysFile(dataDir);
  if (!keys?.fieldKey.equals(fieldKey)) throw changedMeanwhile(dataDir);
  if (keys.formerFieldKeys.length > 0) replaceKeysFile(dataDir, { ...keys, formerFieldKeys: [] });
}

function changedMeanwhile(dataDir: string): ConfigError {
  const issue = { variable: pathOfKeys(dataDir), advice: 'berubah sementara itu; kunci lama tidak dibuang' };
  return new ConfigError([issue], 'Ulangi perintah ini.');
}
