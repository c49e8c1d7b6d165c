import type { Browser } from 'playwright';
import { admit } from '../../domain/admission.js';
import type { Clock } from '../../domain/clock.js';
import type { Collector, CollectorEvent, CollectTarget } from '../../domain/collecting.js';
import { TargetUnavailableError } from '../../domain/collecting.js';
import { SIGNALS, type Signal, signalOf } from '../../domain/platform.js';
import { createRobotsRules, type RobotsRules } from '../../domain/robots.js';
import { createHttpReader, type HttpReader } from '../../reach/http-reader.js';
import { assertPublicUrl } from '../../reach/public-host.js';
import { DEFAULT_USER_AGENT, ROBOT_NAME } from '../../reach/user-agent.js';
import { type BrowserLaunch, createSharedBrowser } from './browser.js';
import { readCursor, writeCursor } from './cursor.js';
import { fingerprintOf, rawItem, toActivity } from './page-items.js';
import { type Hidden, type PageOutcome, type PageReadOptions, readPage } from './read-page.js';
import type { Recipe } from './recipe.js';
import { matchesUrl } from './url-pattern.js';

export interface WebCollectorOptions {
  /** Of the browser, which is started at the first visit and ended by `close`. */
  readonly launch: BrowserLaunch;
  readonly recipes: readonly Recipe[];
  readonly clock: Clock;
  readonly userAgent?: string;
  /** One may serve several readers, so that a site's robots.txt is asked for once. */
  readonly robots?: RobotsRules;
  /** Demo and tests only: the site is on this machine. */
  readonly allowPrivateHosts?: boolean;
  readonly timeoutMs?: number;
  readonly settleMs?: number;
  readonly maxBytes?: number;
  readonly maxItems?: number;
}

export interface WebCollector extends Collector {
  /** Ends the browser; visits under way fail. */
  close(): Promise<void>;
}

// RFC 9309 2.5: at least 500 KiB of a robots file have to be read.
const ROBOTS_BYTES = 1_000_000;

interface Deps {
  readonly recipes: readonly Recipe[];
  readonly robots: RobotsRules;
  readonly page: PageReadOptions;
  readonly browser: () => Promise<Browser>;
}

/** Reads public pages in a browser by recipes of selectors. A handle of platform `web` is the page's address. */
export function createWebCollector(options: WebCollectorOptions): WebCollector {
  const browser = createSharedBrowser(options.launch);
  const timeoutMs = options.timeoutMs ?? 20_000;
  const common = {
    clock: options.clock,
    userAgent: options.userAgent ?? DEFAULT_USER_AGENT,
    allowPrivateHosts: options.allowPrivateHosts ?? false,
    timeoutMs,
  };
  const settleMs = options.settleMs ?? 5000;
  const maxBytes = options.maxBytes ?? 20_000_000;
  const deps: Deps = {
    recipes: options.recipes,
    robots: options.robots ?? robotsRules(createHttpReader({ ...common, maxBytes: ROBOTS_BYTES }), options.clock),
    page: {
      ...common,
      settleMs,
      maxBytes,
      maxItems: options.maxItems ?? 500,
      hardLimitMs: 2 * timeoutMs + settleMs,
    },
    browser: browser.get,
  };
  return {
    platform: 'web',
    rateLimits: 'account',
    collect: (target, abort) => collect(deps, target, abort),
    close: browser.close,
  };
}

function robotsRules(reader: HttpReader, clock: Clock): RobotsRules {
  return createRobotsRules({
    userAgent: ROBOT_NAME,
    clock,
    async readRobots(place, signal) {
      const { status, text } = await reader.readText(place, signal);
      // No file, or none for us: RFC 9309 2.3.1.3 takes 4xx as "everything is allowed".
      return status >= 200 && status < 300 ? text : '';
    },
  });
}

async function* collect(deps: Deps, target: CollectTarget, abort: AbortSignal): AsyncGenerator<CollectorEvent> {
  abort.throwIfAborted();
  const url = addressOf(target);
  const recipe = deps.recipes.find((r) => matchesUrl(r.url, url.href));
  if (!recipe) {
    const hidden: Hidden = { reason: 'no_collector', detail: 'tidak ada resep untuk alamat ini' };
    yield* endings(() => hidden);
    return;
  }
  const outcome = await open(deps, { url, recipe }, abort);
  const seen = readCursor(target.cursor);
  const reading = { recipe, outcome, target, now: deps.page.clock(), seen };
  const hidden = yield* readItems(reading);
  yield* endings((signal) =>
    recipe.signals.some((offered) => offered === signal) ? hidden : { reason: 'not_offered', detail: recipe.title },
  );
  // A page that could not be read tells nothing of what was on it before.
  yield { type: 'cursor', cursor: hidden ? (target.cursor ?? writeCursor(seen)) : writeCursor(seen) };
}

function addressOf(target: CollectTarget): URL {
  if (!URL.canParse(target.handle)) throw new TargetUnavailableError('gone', 'alamat halaman tidak dapat dibaca');
  return new URL(target.handle);
}

async function open(deps: Deps, page: { url: URL; recipe: Recipe }, abort: AbortSignal): Promise<PageOutcome> {
  if (!deps.page.allowPrivateHosts) await assertPublicUrl(page.url);
  if (!(await deps.robots(page.url, abort))) {
    return { hidden: { reason: 'robots', detail: 'robots.txt melarang halaman ini' } };
  }
  return readPage(await deps.browser(), { ...page, options: deps.page }, abort);
}

interface Reading {
  readonly recipe: Recipe;
  readonly outcome: PageOutcome;
  readonly target: CollectTarget;
  readonly now: Date;
  readonly seen: Set<string>;
}

/** Resolves to why the signals on offer are hidden, if they are. */
async function* readItems({
  recipe,
  outcome,
  target,
  now,
  seen,
}: Reading): AsyncGenerator<CollectorEvent, Hidden | undefined> {
  if ('hidden' in outcome) return outcome.hidden;
  const acts = outcome.items.map((item) => {
    const raw = rawItem.safeParse(item).data;
    return raw && toActivity(raw, recipe, outcome.pageUrl);
  });
  const unreadable = acts.filter((act) => act === undefined).length;
  for (let i = 0; i < unreadable; i += 1) {
    yield { type: 'skipped', url: outcome.pageUrl, signal: recipe.signals[0]!, reason: 'unreadable' };
  }
  const onPage = new Set<string>();
  for (const act of acts) {
    if (!act || onPage.has(act.externalId)) continue;
    onPage.add(act.externalId);
    if (!recipe.signals.some((signal) => signal === signalOf(act.kind))) {
      yield { type: 'skipped', url: act.url ?? outcome.pageUrl, signal: signalOf(act.kind), reason: 'unsupported' };
      continue;
    }
    const print = fingerprintOf(act);
    if (seen.has(print)) continue;
    const events = admit(act, { now, since: target.since });
    if (events.some((event) => event.type === 'seen')) seen.add(print);
    yield* events;
  }
  // One odd item is the author's; when most are odd the page has changed under the recipe.
  if (unreadable * 2 > acts.length)
    return { reason: 'drift', detail: `${unreadable} dari ${acts.length} tidak terbaca` };
  return outcome.isWhole ? undefined : { reason: 'timeout', detail: 'halaman tidak selesai dimuat' };
}

function* endings(hiddenOf: (signal: Signal) => Hidden | undefined): Generator<CollectorEvent> {
  for (const signal of SIGNALS) {
    const hidden = hiddenOf(signal);
    yield hidden ? { type: 'signal_hidden', signal, ...hidden } : { type: 'signal_read', signal };
  }
}
