import { join } from 'node:path';
import { acquireLock } from '../../services/file-lock.mjs';

/** Whoever changes `keys.json` holds this: two changes at once would lose the key of one. */
export function lockKeys(dataDir: string): Promise<() => void> {
  return acquireLock(join(dataDir, 'keys.lock'));
}
