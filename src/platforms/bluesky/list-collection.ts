import { MAX_CLOCK_SKEW_MS } from '../../domain/admission.js';
import type { HttpReader } from '../../reach/http-reader.js';
import { readJson } from '../../reach/read-json.js';
import { parseAtUri } from './at-uri.js';
import type { Progress } from './cursor.js';
import { listedRecord, recordList } from './records.js';
import { instantOfTid } from './tid.js';

export interface ListRequest {
  readonly reader: HttpReader;
  readonly pds: URL;
  readonly did: string;
  readonly collection: string;
  readonly since: Date;
  readonly now: Date;
  readonly progress: Progress;
  /** For each of the two stretches, so that an old gap is worked off even where much is new. */
  readonly maxPages: number;
}

export interface ListedPage {
  readonly items: readonly unknown[];
  /** Where this collection stands once the page is dealt with. */
  readonly progress: Progress;
  /** False on the last page of a visit whose budget ended before the list did. */
  readonly isComplete: boolean;
}

const PAGE_SIZE = 100;

/**
 * Pages newest first, down to what an earlier visit read or to `since`; then the gap an earlier visit left.
 * Only keys that are a time not yet to come count as read: a key made by hand may sort above all that follow it,
 * so such an item is handed on at each visit.
 */
export async function* listCollection(request: ListRequest, signal: AbortSignal): AsyncGenerator<ListedPage> {
  const { gap } = request.progress;
  let { newest } = request.progress;
  // When the newest stretch is cut short, what remains reaches down to the end of the older gap.
  const stretches: Stretch[] = [{ until: newest, leaves: gap ? gap.until : newest }];
  if (gap) stretches.push({ below: gap.below, until: gap.until, leaves: gap.until });
  for (const [index, stretch] of stretches.entries()) {
    for (let below = stretch.below, isEnd = false, pages = 1; !isEnd; pages += 1) {
      const page = await readPage(request, below, signal);
      const wanted = page.items.filter((item) => isWanted(item, stretch.until, request));
      for (const key of page.items.flatMap((item) => timeKeyOf(item, request.now) ?? [])) {
        if (newest === undefined || key > newest) newest = key;
      }
      below = page.next;
      isEnd = below === undefined || wanted.length < page.items.length;
      const left = below === undefined || isEnd ? stretches[index + 1] : { below, until: stretch.leaves };
      const isOver = pages >= request.maxPages && !isEnd;
      yield { items: wanted, progress: { newest, gap: gapOf(left) }, isComplete: !isOver };
      if (isOver) return;
    }
  }
}

interface Stretch {
  readonly below?: string;
  readonly until: string | undefined;
  readonly leaves: string | undefined;
}

function gapOf(left: { readonly below?: string; readonly until?: string | undefined } | undefined): Progress['gap'] {
  return left?.below === undefined ? undefined : { below: left.below, until: left.until };
}

async function readPage(request: ListRequest, below: string | undefined, signal: AbortSignal) {
  const url = new URL('/xrpc/com.atproto.repo.listRecords', request.pds);
  url.search = new URLSearchParams({
    repo: request.did,
    collection: request.collection,
    limit: String(PAGE_SIZE),
    ...(below === undefined ? {} : { cursor: below }),
  }).toString();
  const page = await readJson(request.reader, { url, schema: recordList, reasonOfRefusal: 'gone' }, signal);
  // A server that repeats its cursor would keep us for ever.
  const next = page.records.length === 0 || page.cursor === below ? undefined : page.cursor;
  return { items: page.records, next };
}

function timeKeyOf(item: unknown, now: Date): string | undefined {
  const uri = listedRecord.safeParse(item).data?.uri;
  const key = uri === undefined ? undefined : parseAtUri(uri)?.rkey;
  const madeAt = key === undefined ? undefined : instantOfTid(key);
  return madeAt === undefined || madeAt.getTime() > now.getTime() + MAX_CLOCK_SKEW_MS ? undefined : key;
}

function isWanted(item: unknown, until: string | undefined, request: ListRequest): boolean {
  const key = timeKeyOf(item, request.now);
  if (key === undefined) return true;
  return (until === undefined || key > until) && instantOfTid(key)! >= request.since;
}
