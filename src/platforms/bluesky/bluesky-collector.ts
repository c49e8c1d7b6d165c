import type { Clock } from '../../domain/clock.js';
import { type Collector, type CollectorEvent, type CollectTarget, RateLimitedError } from '../../domain/collecting.js';
import { SIGNALS } from '../../domain/platform.js';
import { createHttpReader } from '../../reach/http-reader.js';
import { DEFAULT_USER_AGENT } from '../../reach/user-agent.js';
import { destinationOf, type WayOut } from '../../reach/way-out.js';
import { BLUESKY } from '../../words/adapters/platforms.js';
import { say } from '../../words/say.js';
import { createAuthors } from './authors.js';
import { readCursor, writeCursor } from './cursor.js';
import { createHiddenSignals } from './hidden.js';
import { type Identity, type IdentityDeps, resolveDid, resolveHandle } from './identity.js';
import { PLANS } from './plans.js';
import { asksForLoggedIn } from './profile.js';
import { readCollection } from './read-collection.js';
import { createTargets } from './targets.js';
import type { Visit } from './visit.js';

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
  /** Budget of one visit for each collection: pages of 100, and look-ups of those that acts are aimed at. */
  readonly maxPages?: number;
  readonly maxLookups?: number;
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
  const { maxPages = 20, maxLookups = 1000 } = options;

  const platform = [deps.service, deps.plcDirectory].map((url) => destinationOf(url).name);

  async function* collect(target: CollectTarget, abort: AbortSignal): AsyncGenerator<CollectorEvent> {
    try {
      yield* visit(target, abort);
    } catch (error) {
      // The account's own server may be anybody's: only the platform's servers speak for all visits.
      const isOwn = error instanceof RateLimitedError && error.host !== undefined && !platform.includes(error.host);
      throw isOwn
        ? new RateLimitedError(error.retryAfterMs, { host: error.host, isOfAccount: true, cause: error })
        : error;
    }
  }

  async function* visit(target: CollectTarget, abort: AbortSignal): AsyncGenerator<CollectorEvent> {
    abort.throwIfAborted();
    const owner = await identify(deps, target, abort);
    const handle = owner.handle ?? target.handle;
    yield { type: 'identity', externalId: owner.did, handle };
    if (await asksForLoggedIn(reader, owner, abort)) return yield* respectWish(target);
    const targets = createTargets(createAuthors({ ...deps, owner }, abort), appUrl);
    const hidden = createHiddenSignals();
    const { since } = target;
    const now = options.clock();
    yield* readAll({ reader, owner, handle, appUrl, targets, since, now, hidden, maxPages, maxLookups, abort }, target);
  }

  return { platform: 'bluesky', rateLimits: 'platform', collect };
}

async function* readAll(visit: Visit, target: CollectTarget): AsyncGenerator<CollectorEvent> {
  const progress = readCursor(target.cursor);
  for (const plan of PLANS) {
    progress.set(plan.collection, yield* readCollection(visit, plan, progress.get(plan.collection)));
    for (const signal of plan.closes) {
      const hidden = visit.hidden.findHidden(signal);
      yield hidden ? { type: 'signal_hidden', signal, ...hidden } : { type: 'signal_read', signal };
    }
  }
  yield { type: 'cursor', cursor: writeCursor(progress) };
}

/** Nothing is read, and should the wish be withdrawn, reading goes on where it stood. */
function* respectWish({ cursor }: CollectTarget): Generator<CollectorEvent> {
  const detail = say(BLUESKY.wish, 'id');
  for (const signal of SIGNALS) yield { type: 'signal_hidden', signal, reason: 'not_public', detail };
  yield { type: 'cursor', cursor: cursor ?? writeCursor(new Map()) };
}

/** By the unchanging id where we know it, so that a handle taken over by somebody else is not followed. */
async function identify(deps: IdentityDeps, target: CollectTarget, abort: AbortSignal): Promise<Identity> {
  const did = target.externalId ?? (await resolveHandle(deps, target.handle, abort));
  return resolveDid(deps, did, abort);
}
