import type { Flag } from '../../domain/flag.js';
import type { FlagFilter } from '../../domain/flag-filter.js';
import { type OrderedFlag, orderQueue, type QueueModel } from '../../domain/queue-order.js';
import type { ConsoleFlags } from '../deps.js';

/**
 * The queue is ordered in parts by age, so that an old flag waits for at most this many others, and one page reads no
 * more than this.
 */
const PART = 500;

export interface SimilarDeps {
  readonly flags: Pick<ConsoleFlags, 'findFlag' | 'listFlagQueue'>;
  readonly model: QueueModel;
  /** For tests; else 500. */
  readonly partSize?: number;
}

/** Where a part lies: after the flag `after` and up to the flag `until`, by age; open where one is missing. */
interface PartPlace {
  readonly after?: string | undefined;
  readonly until?: string | undefined;
}

interface Part {
  readonly place: PartPlace;
  /** By age. */
  readonly flags: readonly Flag[];
}

/** A place in an ordered queue. A part keeps its two ends while it is read: new flags come into later parts. */
export interface SimilarCursor extends PartPlace {
  readonly version: string;
  /** The flag shown last; without it the part begins. */
  readonly last?: string | undefined;
}

export function formatCursor({ version, after, until, last }: SimilarCursor): string {
  return [version, after, until, last].map((part) => part ?? '').join('~');
}

/** `undefined`: not one of ours. Ids hold no `~`. */
export function parseCursor(text: string): SimilarCursor | undefined {
  const [version, ...ids] = text.split('~');
  if (!version || ids.length !== 3) return undefined;
  const [after, until, last] = ids.map((id) => (id === '' ? undefined : id));
  return { version, after, until, last };
}

/**
 * One page of the queue, what is like confirmed acts first. For one model and one set of flags the pages hold every
 * flag once; a flag decided meanwhile takes only itself out. `undefined`: the cursor's flags are gone.
 */
export async function listSimilar(
  deps: SimilarDeps,
  filter: FlagFilter,
  { limit, cursor }: { limit: number; cursor: SimilarCursor },
): Promise<{ items: OrderedFlag[]; next?: SimilarCursor } | undefined> {
  const part = await readPart(deps, filter, cursor);
  if (!part) return undefined;
  const ordered = await orderAfter(deps, part, cursor.last);
  if (!ordered) return undefined;
  const items = ordered.slice(0, limit);
  const { version } = cursor;
  if (ordered.length > items.length) {
    return { items, next: { ...part.place, version, last: items.at(-1)!.flag.id } };
  }
  const { until } = part.place;
  if (until === undefined) return { items };
  const next = { version, after: until };
  // Everything that was left in this part has been decided meanwhile.
  return items.length === 0 ? listSimilar(deps, filter, { limit, cursor: next }) : { items, next };
}

/** The whole queue in this order, a part at a time; `after` leaves out what stands up to and with that flag. */
export async function* walkSimilar(deps: SimilarDeps, filter: FlagFilter, after?: Flag): AsyncGenerator<Flag> {
  let place: PartPlace | undefined = {};
  while (place) {
    const part: Part | undefined = await readPart(deps, filter, place);
    if (!part) return;
    const end: Flag | undefined = part.place.until === undefined ? undefined : part.flags.at(-1);
    const isBefore = after !== undefined && end !== undefined && isLater(after, end);
    const isInside = after !== undefined && !isBefore && !(part.flags[0] && isLater(part.flags[0], after));
    const ordered = isBefore ? [] : await orderAfter(deps, part, isInside ? after.id : undefined);
    for (const { flag } of ordered ?? []) yield flag;
    place = part.place.until === undefined ? undefined : { after: part.place.until };
  }
}

/** What of a part stands after the flag `last`, which may have left the queue: it still has its place. */
async function orderAfter(
  { flags, model }: SimilarDeps,
  part: Part,
  last: string | undefined,
): Promise<OrderedFlag[] | undefined> {
  if (last === undefined) return orderQueue(part.flags, model);
  const left = part.flags.some((flag) => flag.id === last) ? undefined : await flags.findFlag(last);
  const all = left ? [...part.flags, left].sort((a, b) => (isLater(a, b) ? 1 : -1)) : part.flags;
  const ordered = orderQueue(all, model);
  const at = ordered.findIndex(({ flag }) => flag.id === last);
  return at === -1 ? undefined : ordered.slice(at + 1);
}

async function readPart(
  { flags, partSize = PART }: SimilarDeps,
  filter: FlagFilter,
  { after, until }: PartPlace,
): Promise<Part | undefined> {
  if (until === undefined) {
    const page = await flags.listFlagQueue(filter, { limit: partSize, cursor: after });
    const end = page.nextCursor === undefined ? undefined : page.flags.at(-1)?.id;
    return { place: { after, until: end }, flags: page.flags };
  }
  const end = await flags.findFlag(until);
  if (!end) return undefined;
  const found: Flag[] = [];
  for (let cursor = after; ; ) {
    const page = await flags.listFlagQueue(filter, { limit: partSize, cursor });
    found.push(...page.flags.filter((flag) => !isLater(flag, end)));
    const isDone = page.flags.some((flag) => isLater(flag, end));
    if (isDone || page.nextCursor === undefined) return { place: { after, until }, flags: found };
    cursor = page.nextCursor;
  }
}

/** By the queue's own order: when the flag was made, then its id. */
function isLater(a: Flag, b: Flag): boolean {
  const apart = a.createdAt.getTime() - b.createdAt.getTime();
  return apart === 0 ? a.id > b.id : apart > 0;
}
