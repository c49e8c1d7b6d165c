import { subkeyOf } from '../domain/sealed-bytes.js';
import { openText, sealText } from './seal-text.js';

const FORMAT = 'c1.';

/**
 * Keeps the cursors of visits unreadable at rest. A reader remembers in them which acts it has dealt with, and of an
 * act that no rule marks nothing may lie in the database but the keyed hash that expires.
 */
export interface CursorSeal {
  seal(cursor: string, accountId: string): string;
  /** `undefined` where it does not open: the visit then starts over, and known acts are known by their id. */
  open(stored: string, accountId: string): string | undefined;
}

export function createCursorSeal(hashKey: Buffer): CursorSeal {
  const key = subkeyOf(hashKey, 'netra visit cursor');
  return {
    seal: (cursor, accountId) => FORMAT + sealText(cursor, key, accountId),
    open(stored, accountId) {
      // Cursors of the first version lie there in clear until the next visit.
      if (!stored.startsWith(FORMAT)) return stored;
      try {
        return openText(stored.slice(FORMAT.length), key, accountId);
      } catch {
        return undefined;
      }
    },
  };
}
