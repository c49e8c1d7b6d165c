import { randomBytes } from 'node:crypto';
import { KEY_BYTES, makeKeysFile, readKeysFile, replaceKeysFile } from './keys-file.js';

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

/** Drops the former keys. The caller knows that nothing is sealed with them. */
export function forgetFormerFieldKeys(dataDir: string): void {
  const keys = readKeysFile(dataDir);
  if (keys && keys.formerFieldKeys.length > 0) replaceKeysFile(dataDir, { ...keys, formerFieldKeys: [] });
}
