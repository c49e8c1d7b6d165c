import type { CollectedActivity } from '../../domain/activity.js';
import { admit } from '../../domain/admission.js';
import type { Clock } from '../../domain/clock.js';
import type { Collector, CollectorEvent, CollectTarget } from '../../domain/collecting.js';
import { TargetUnavailableError } from '../../domain/collecting.js';
import { SIGNALS, type Signal, signalOf } from '../../domain/platform.js';
import type { RobotsRules } from '../../domain/robots.js';
import type { BrowserHost } from '../../reach/browser-host.js';
import type { PageDeps } from '../../reach/open-page.js';
import { refusedError } from '../../reach/reach-error.js';
import { destinationOf, isRefusedByName, type WayOut } from '../../reach/way-out.js';
import { WEB_PAGE } from '../../words/adapters/platforms.js';
import { REACH } from '../../words/adapters/reach.js';
import { sayIn } from '../../words/say.js';
import { readCursor, writeCursor } from './cursor.js';
import type { LoadedRecipe } from './load-recipes.js';
import { fingerprintOf, rawItem, toActivity } from './page-items.js';
import type { Hidden, PageOutcome } from './page-outcome.js';
import { type PageReadOptions, readPage } from './read-page.js';
import type { Recipe } from './recipe.js';
import { recipeFor } from './recipe-for.js';

const say = sayIn('id');

export interface WebCollectorOptions {
  readonly browsers: BrowserHost;
  readonly out: WayOut;
  readonly userAgent: string;
  readonly robots: RobotsRules;
  readonly recipes: readonly LoadedRecipe[];
  readonly clock: Clock;
  readonly timeoutMs?: number | undefined;
  readonly settleMs?: number | undefined;
  readonly maxBytes?: number | undefined;
  /** New items of one visit; the rest is read on the next. */
  readonly maxItems?: number | undefined;
}

interface Deps {
  readonly recipes: readonly LoadedRecipe[];
  readonly page: PageDeps;
  readonly reading: PageReadOptions;
  readonly maxItems: number;
}

/** Reads public pages in a browser by recipes of selectors. A handle of platform `web` is the page's address. */
export function createWebCollector(options: WebCollectorOptions): Collector {
  const { recipes, robots, browsers, out, userAgent, clock } = options;
  const { timeoutMs = 20_000, settleMs = 5000, maxBytes = 20_000_000, maxItems = 500 } = options;
  const deps: Deps = {
    recipes,
    page: { browsers, out, userAgent, robots, downloadBytes: maxBytes },
    reading: { clock, timeoutMs, settleMs, maxBytes, hardLimitMs: 2 * timeoutMs + settleMs },
    maxItems,
  };
  return {
    platform: 'web',
    rateLimits: 'account',
    collect: (target, abort) => collect(deps, target, abort),
  };
}

async function* collect(deps: Deps, target: CollectTarget, abort: AbortSignal): AsyncGenerator<CollectorEvent> {
  abort.throwIfAborted();
  const url = addressOf(target);
  const recipe = recipeFor(url, deps.recipes);
  if ('reason' in recipe) {
    yield* endings(() => recipe);
    return;
  }
  const outcome = await open(deps, { url, recipe }, abort);
  const seen = readCursor(target.cursor);
  const met = new Set<string>();
  const reading = { recipe, outcome, target, now: deps.reading.clock(), seen, met, maxItems: deps.maxItems };
  const hidden = yield* readItems(reading);
  yield* endings((signal) =>
    recipe.signals.some((offered) => offered === signal) ? hidden : { reason: 'not_offered', detail: recipe.title },
  );
  // Of what a page that was read to its end shows no more, no mark stays: what comes back is known by its id, as long as
  // that is remembered.
  yield { type: 'cursor', cursor: writeCursor(hidden === undefined ? met : seen) };
}

function addressOf(target: CollectTarget): URL {
  if (!URL.canParse(target.handle)) throw new TargetUnavailableError('gone', say(WEB_PAGE.badAddress));
  return new URL(target.handle);
}

async function open(deps: Deps, page: { url: URL; recipe: Recipe }, abort: AbortSignal): Promise<PageOutcome> {
  if (isRefusedByName(destinationOf(page.url), deps.page.out)) throw refusedError();
  // Before a browser is started; the page itself asks again at each address it is led to.
  if (!(await deps.page.robots(page.url, abort))) {
    return { hidden: { reason: 'robots', detail: say(REACH.robots) } };
  }
  return readPage(deps.page, { ...page, options: deps.reading }, abort);
}

interface Reading {
  readonly recipe: Recipe;
  readonly outcome: PageOutcome;
  readonly target: CollectTarget;
  readonly now: Date;
  readonly seen: Set<string>;
  /** What this visit found on the page and has dealt with, now or before. */
  readonly met: Set<string>;
  readonly maxItems: number;
}

/** Resolves to why the signals on offer are hidden, if they are. */
async function* readItems(reading: Reading): AsyncGenerator<CollectorEvent, Hidden | undefined> {
  const { recipe, outcome } = reading;
  if ('hidden' in outcome) return outcome.hidden;
  const acts = outcome.items.map((item) => {
    const raw = rawItem.safeParse(item).data;
    return raw && toActivity(raw, recipe, outcome.pageUrl);
  });
  const unreadable = acts.filter((act) => act === undefined).length;
  for (let i = 0; i < unreadable; i += 1) {
    yield { type: 'skipped', url: outcome.pageUrl, signal: recipe.signals[0]!, reason: 'unreadable' };
  }
  const cut = yield* admitNew(
    acts.filter((act) => act !== undefined),
    reading,
  );
  // One odd item is the author's; when most are odd the page has changed under the recipe.
  if (unreadable * 2 > acts.length)
    return { reason: 'drift', detail: say(WEB_PAGE.unreadable, { unreadable, count: acts.length }) };
  return cut ?? outcome.rest;
}

/** Yields what earlier visits have not, as far as one visit goes; says so where the page holds more. */
async function* admitNew(
  acts: readonly CollectedActivity[],
  { recipe, target, now, seen, met, maxItems }: Reading,
): AsyncGenerator<CollectorEvent, Hidden | undefined> {
  const onPage = new Set<string>();
  let admitted = 0;
  for (const act of acts) {
    if (onPage.has(act.externalId)) continue;
    onPage.add(act.externalId);
    const print = fingerprintOf(act);
    if (isKnown(seen, print)) {
      met.add(print);
      continue;
    }
    if (!recipe.signals.some((signal) => signal === signalOf(act.kind))) {
      yield { type: 'skipped', url: act.url ?? target.handle, signal: signalOf(act.kind), reason: 'unsupported' };
      continue;
    }
    if (admitted === maxItems) {
      return { reason: 'interrupted', detail: say(WEB_PAGE.restLater, { count: maxItems }) };
    }
    const events = admit(act, { now, since: target.since });
    if (events.some((event) => event.type === 'seen')) {
      seen.add(print);
      met.add(print);
      admitted += 1;
    }
    yield* events;
  }
  return undefined;
}

/** What is still on the page is kept longest: the cursor forgets its oldest first. */
function isKnown(seen: Set<string>, print: string): boolean {
  if (!seen.delete(print)) return false;
  seen.add(print);
  return true;
}

function* endings(hiddenOf: (signal: Signal) => Hidden | undefined): Generator<CollectorEvent> {
  for (const signal of SIGNALS) {
    const hidden = hiddenOf(signal);
    yield hidden ? { type: 'signal_hidden', signal, ...hidden } : { type: 'signal_read', signal };
  }
}
