import { errors, type Page } from 'playwright';
import { MAX_TEXT_LENGTH } from '../../domain/activity.js';
import type { Clock } from '../../domain/clock.js';
import { PlatformFailureError } from '../../domain/collecting.js';
import { BrowserLostError } from '../../reach/browser-host.js';
import { type OpenPage, type PageDeps, withOpenPage } from '../../reach/open-page.js';
import { WEB_PAGE } from '../../words/adapters/platforms.js';
import { REACH } from '../../words/adapters/reach.js';
import { sayIn } from '../../words/say.js';
import { type ExtractedPage, extractItems } from './page-extractor.js';
import { type GuardOptions, guardPage, type PageGuard } from './page-guard.js';
import { drift, type Hidden, hiddenBy, type PageOutcome, refusalOf } from './page-outcome.js';
import type { Recipe } from './recipe.js';
import { matchesUrl } from './url-pattern.js';

const say = sayIn('id');

export interface PageReadOptions extends GuardOptions {
  readonly clock: Clock;
  readonly timeoutMs: number;
  /** How long a page that builds itself by script may take until its first item. */
  readonly settleMs: number;
}

interface Assignment {
  readonly url: URL;
  readonly recipe: Recipe;
  readonly options: PageReadOptions;
}

/** More than any page we know shows at once; bounds what a hostile one can make us hold. */
const MAX_ITEMS = 5_000;
const MAX_TOTAL_LENGTH = 20_000_000;

/**
 * Opens a page as anybody could, reads its items and leaves. Walls, absence and drift are outcomes; a server's
 * failure throws `PlatformFailureError`, its "not now" `RateLimitedError`, an abort the caller's own reason.
 */
export async function readPage(deps: PageDeps, assignment: Assignment, abort: AbortSignal): Promise<PageOutcome> {
  try {
    return await withOpenPage(deps, (open) => readGuarded(open, assignment, abort), abort);
  } catch (error) {
    abort.throwIfAborted();
    if (!(error instanceof BrowserLostError)) throw error;
    throw new PlatformFailureError('unreachable', say(WEB_PAGE.browserStopped), { cause: error });
  }
}

const WEAK: ReadonlySet<Hidden['reason']> = new Set(['timeout', 'drift']);

async function readGuarded(open: OpenPage, assignment: Assignment, abort: AbortSignal): Promise<PageOutcome> {
  let guard: PageGuard | undefined;
  try {
    guard = await guardPage(open, assignment.options);
    const outcome = await visit(open.page, assignment);
    // A page that leads where we may not go shows little of its own: that, not its emptiness, is why nothing was read.
    const isLedAway = open.documents.refused > 0 && 'hidden' in outcome && WEAK.has(outcome.hidden.reason);
    return isLedAway ? { hidden: hiddenBy(undefined, open, undefined) } : outcome;
  } catch (error) {
    if (abort.aborted || !open.browser.isConnected()) throw error;
    return { hidden: hiddenBy(error, open, guard?.whyStopped()) };
  } finally {
    guard?.end();
  }
}

async function visit(page: Page, { url, recipe, options }: Assignment): Promise<PageOutcome> {
  const response = await page.goto(url.href, { waitUntil: 'commit', timeout: options.timeoutMs });
  const refused = refusalOf(response, options.clock);
  if (refused) return { hidden: refused };
  const isLoaded = await waited(page.waitForLoadState('domcontentloaded', { timeout: options.timeoutMs }));
  const signs = [recipe.item, recipe.empty, ...recipe.wall, PASSWORD].join(', ');
  if (isLoaded) await waited(page.waitForSelector(signs, { state: 'attached', timeout: options.settleMs }));
  const wall = await wallOf(page, recipe);
  if (wall) return { hidden: wall };
  const pageUrl = page.url();
  if (!matchesUrl(recipe.url, pageUrl)) return drift(say(WEB_PAGE.ledAway));
  const { items, isWhole } = await extract(page, recipe);
  const late: Hidden = { reason: 'timeout', detail: say(REACH.tooSlow, { ms: options.timeoutMs }) };
  const cut: Hidden = { reason: 'interrupted', detail: say(WEB_PAGE.manyItems, { count: items.length }) };
  if (items.length > 0) return { items, pageUrl, rest: isLoaded ? (isWhole ? undefined : cut) : late };
  if (!isLoaded) return { hidden: late };
  if (await has(page, recipe.empty)) return { items: [], pageUrl, rest: undefined };
  return drift(say(WEB_PAGE.nothingFound, { selector: recipe.item, recipe: recipe.id }));
}

const PASSWORD = 'input[type=password]';

/** A wall is a fact to record. Nothing is ever filled in. */
async function wallOf(page: Page, recipe: Recipe): Promise<Hidden | undefined> {
  const detail = say(WEB_PAGE.asksToLogIn);
  if (recipe.login_urls.some((pattern) => matchesUrl(pattern, page.url()))) return { reason: 'login_wall', detail };
  for (const selector of recipe.wall) if (await has(page, selector)) return { reason: 'login_wall', detail };
  const isOnlyForm = (await has(page, PASSWORD)) && !(await has(page, recipe.item));
  return isOnlyForm ? { reason: 'login_wall', detail } : undefined;
}

async function has(page: Page, selector: string): Promise<boolean> {
  return (await page.locator(selector).count()) > 0;
}

async function extract(page: Page, recipe: Recipe): Promise<ExtractedPage> {
  const { format: _format, zone: _zone, ...time } = recipe.fields.time;
  const { url, text, target_text, target_url } = recipe.fields;
  const kind = typeof recipe.kind === 'string' ? undefined : recipe.kind;
  const places = { url, text, time, target_text, target_url, kind };
  const wanted = Object.entries(places).flatMap(([name, place]) =>
    place === undefined ? [] : [[name, { select: place.select, attribute: place.attribute }] as const],
  );
  const plan = {
    places: Object.fromEntries(wanted),
    lists: { media: recipe.media, pictures: recipe.pictures },
    maxItems: MAX_ITEMS,
    maxLength: MAX_TEXT_LENGTH + 1,
    maxTotalLength: MAX_TOTAL_LENGTH,
  };
  return (await page.locator(recipe.item).evaluateAll(extractItems, plan)) as ExtractedPage;
}

/** Whether it came true in time; anything but a time-out is thrown. */
async function waited(event: Promise<unknown>): Promise<boolean> {
  try {
    await event;
    return true;
  } catch (error) {
    if (error instanceof errors.TimeoutError) return false;
    throw error;
  }
}
