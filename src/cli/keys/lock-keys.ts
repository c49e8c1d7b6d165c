import { dirname, join } from 'node:path';
import { realPathOfKeys } from '../../config/keys-file.js';
import { readConfig } from '../../config/read-config.js';
import { acquireLock } from '../../services/file-lock.mjs';
import { KEYS } from '../../words/cli/keys.js';
import { say } from '../../words/say.js';
import { writeErr } from '../print.js';

/**
 * Runs a command that changes keys, from before it reads them to its end: what one of two has read of them, and has
 * counted with them, would no longer be true once the other has changed them. The lock is where the file really is.
 */
export async function withLockedKeys<T>(use: () => Promise<T>): Promise<T> {
  const { config } = readConfig(process.env);
  const path = join(dirname(realPathOfKeys(config.dataDir)), 'keys.lock');
  const onWait = (pid: number) => writeErr(`${say(KEYS.waits, 'id', { pid })}\n`);
  const unlock = await acquireLock(path, { onWait });
  try {
    return await use();
  } finally {
    unlock();
  }
}
