import { createHash } from 'node:crypto';
import { MAX_CLOCK_SKEW_MS } from '../../domain/act-time.js';
import { parseAtUri } from './at-uri.js';
import { listedRecord } from './records.js';
import { instantOfTid } from './tid.js';

/** One item of a list, and what its key tells. */
export interface Listed {
  readonly item: unknown;
  readonly key: string | undefined;
  /** When the key was made; absent for one made by hand, which says nothing and may sort above all that follow it. */
  readonly madeAt: Date | undefined;
  readonly mark: string | undefined;
}

export const MARK_LENGTH = 6;

export function listedOf(item: unknown, now: Date): Listed {
  const { uri, cid } = listedRecord.safeParse(item).data ?? {};
  const key = uri === undefined ? undefined : parseAtUri(uri)?.rkey;
  return { item, key, madeAt: key === undefined ? undefined : timeOfKey(key, now), mark: markOf(key, cid) };
}

function timeOfKey(key: string, now: Date): Date | undefined {
  const madeAt = instantOfTid(key);
  return madeAt && madeAt.getTime() <= now.getTime() + MAX_CLOCK_SKEW_MS ? madeAt : undefined;
}

/** 36 bits: of some hundred records no two share a mark, and none can be found again by it. An edit changes it. */
function markOf(key: string | undefined, cid: string | undefined): string | undefined {
  if (key === undefined) return undefined;
  return createHash('sha256').update(`${key} ${cid}`).digest('base64url').slice(0, MARK_LENGTH);
}

export function readMarks(marks: string): Set<string> {
  return new Set(marks.match(new RegExp(`.{${MARK_LENGTH}}`, 'gs')) ?? []);
}
