import { admit } from '../../domain/admission.js';
import type { Clock } from '../../domain/clock.js';
import {
  type Collector,
  type CollectorEvent,
  type CollectTarget,
  PlatformFailureError,
  TargetUnavailableError,
} from '../../domain/collecting.js';
import type { NotObservableReason } from '../../domain/coverage.js';
import type { Signal } from '../../domain/platform.js';
import { createHttpReader, type HttpReader } from '../../reach/http-reader.js';
import { DEFAULT_USER_AGENT } from '../../reach/user-agent.js';
import type { WayOut } from '../../reach/way-out.js';
import { type ReadContext, type RecordReader, readFollow, readLike, readPost, readRepost } from './activities.js';
import { type Progress, readCursor, writeCursor } from './cursor.js';
import { type Identity, type IdentityDeps, resolveDid, resolveHandle } from './identity.js';
import { listCollection } from './list-collection.js';
import { listedRecord } from './records.js';
import { createTargets } from './targets.js';

export interface BlueskyCollectorOptions extends WayOut {
  /** Answers public XRPC for any handle, such as `https://public.api.bsky.app`. */
  readonly service: string;
  /** Such as `https://plc.directory`. */
  readonly plcDirectory: string;
  /** Where people read posts in a browser; `https://bsky.app` unless told. */
  readonly appUrl?: string;
  readonly clock: Clock;
  readonly userAgent?: string;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  /** Budget of one visit: pages of 100 for each collection, and look-ups of targets. */
  readonly maxPages?: number;
  readonly maxLookups?: number;
}

interface CollectionPlan {
  readonly collection: string;
  readonly read: RecordReader;
  /** What an unreadable item of it counts under. */
  readonly signal: Signal;
  readonly feeds: readonly Signal[];
}

/** `closes` are the signals that have nothing more to come once the collection is read. */
const PLANS: readonly (CollectionPlan & { readonly closes: readonly Signal[] })[] = [
  // A quote is a share, so shares wait for two collections.
  {
    collection: 'app.bsky.feed.post',
    read: readPost,
    signal: 'posts',
    feeds: ['posts', 'comments', 'shares'],
    closes: ['posts', 'comments'],
  },
  { collection: 'app.bsky.feed.repost', read: readRepost, signal: 'shares', feeds: ['shares'], closes: ['shares'] },
  { collection: 'app.bsky.feed.like', read: readLike, signal: 'likes', feeds: ['likes'], closes: ['likes'] },
  { collection: 'app.bsky.graph.follow', read: readFollow, signal: 'follows', feeds: ['follows'], closes: ['follows'] },
];

interface Hidden {
  readonly reason: NotObservableReason;
  readonly detail: string;
}

interface Visit extends ReadContext {
  readonly target: CollectTarget;
  readonly now: Date;
  readonly progress: Map<string, Progress>;
  readonly hidden: Map<Signal, Hidden>;
  readonly abort: AbortSignal;
}

/** Reads public records over XRPC without logging in. Safe to use for many visits at once. */
export function createBlueskyCollector(options: BlueskyCollectorOptions): Collector {
  const reader = createHttpReader({ ...options, userAgent: options.userAgent ?? DEFAULT_USER_AGENT });
  const deps: IdentityDeps = {
    reader,
    service: new URL(options.service),
    plcDirectory: new URL(options.plcDirectory),
  };
  const appUrl = new URL(options.appUrl ?? 'https://bsky.app');
  const maxPages = options.maxPages ?? 20;

  async function* collect(target: CollectTarget, abort: AbortSignal): AsyncGenerator<CollectorEvent> {
    abort.throwIfAborted();
    const owner = await identify(deps, target, abort);
    const handle = owner.handle ?? target.handle;
    yield { type: 'identity', externalId: owner.did, handle };
    const targets = createTargets({ ...deps, appUrl, maxLookups: options.maxLookups ?? 1000 }, abort);
    const progress = readCursor(target.cursor);
    const visit = { owner, handle, appUrl, targets, target, now: options.clock(), progress, hidden: new Map(), abort };
    for (const plan of PLANS) {
      yield* readCollection({ visit, plan, reader, maxPages });
      for (const signal of plan.closes) yield closingOf(signal, visit.hidden.get(signal));
    }
    yield { type: 'cursor', cursor: writeCursor(progress) };
  }

  return { platform: 'bluesky', rateLimits: 'platform', collect };
}

/** By the unchanging id where we know it, so that a handle taken over by somebody else is not followed. */
async function identify(deps: IdentityDeps, target: CollectTarget, abort: AbortSignal): Promise<Identity> {
  const did = target.externalId ?? (await resolveHandle(deps, target.handle, abort));
  return resolveDid(deps, did, abort);
}

interface CollectionRead {
  readonly visit: Visit;
  readonly plan: CollectionPlan;
  readonly reader: HttpReader;
  readonly maxPages: number;
}

async function* readCollection({ visit, plan, reader, maxPages }: CollectionRead): AsyncGenerator<CollectorEvent> {
  const request = {
    reader,
    maxPages,
    pds: visit.owner.pds,
    did: visit.owner.did,
    collection: plan.collection,
    since: visit.target.since,
    now: visit.now,
    progress: visit.progress.get(plan.collection) ?? {},
  };
  try {
    for await (const page of listCollection(request, visit.abort)) {
      yield* readItems(page.items, plan, visit);
      // Only now: a visit that ends before is to read this page again.
      visit.progress.set(plan.collection, page.progress);
      if (!page.isComplete) hide(visit, plan, { reason: 'interrupted', detail: 'jatah kunjungan habis; dilanjutkan' });
    }
  } catch (error) {
    hide(visit, plan, hiddenBy(error));
  }
}

async function* readItems(items: readonly unknown[], plan: CollectionPlan, visit: Visit) {
  // Together, so that look-ups of a page overlap; in order, so that the cursor stays true.
  const activities = await Promise.all(items.map((item) => plan.read(item, visit)));
  for (const [index, activity] of activities.entries()) {
    visit.abort.throwIfAborted();
    if (activity) yield* admit(activity, { now: visit.now, since: visit.target.since });
    else yield unreadable(items[index], plan);
  }
}

function unreadable(item: unknown, plan: CollectionPlan): CollectorEvent {
  const url = listedRecord.safeParse(item).data?.uri.slice(0, 1200) ?? plan.collection;
  return { type: 'skipped', url, signal: plan.signal, reason: 'unreadable' };
}

function closingOf(signal: Signal, hidden: Hidden | undefined): CollectorEvent {
  return hidden ? { type: 'signal_hidden', signal, ...hidden } : { type: 'signal_read', signal };
}

function hide(visit: Visit, plan: CollectionPlan, hidden: Hidden): void {
  for (const signal of plan.feeds) visit.hidden.set(signal, hidden);
}

/** What one list says for itself; anything that another try may mend ends the visit instead. */
function hiddenBy(error: unknown): Hidden {
  if (error instanceof TargetUnavailableError) return { reason: error.reason, detail: error.message };
  if (error instanceof PlatformFailureError && error.reason === 'unreadable') {
    return { reason: 'unreadable', detail: error.message };
  }
  throw error;
}
