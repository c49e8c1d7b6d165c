import { type Browser, errors, type Page, type Response } from 'playwright';
import { MAX_TEXT_LENGTH } from '../../domain/activity.js';
import type { Clock } from '../../domain/clock.js';
import { PlatformFailureError, RateLimitedError } from '../../domain/collecting.js';
import type { NotObservableReason } from '../../domain/coverage.js';
import { retryAfterMs } from '../../reach/retry-after.js';
import { extractItems } from './page-extractor.js';
import { openSession, type PageSession, type SessionOptions } from './page-session.js';
import type { Recipe } from './recipe.js';
import { matchesUrl } from './url-pattern.js';

export interface Hidden {
  readonly reason: NotObservableReason;
  readonly detail: string;
}

/** `isWhole` is false where the page was still loading when its time was up: there may be more on it. */
export type PageOutcome =
  | { readonly items: readonly unknown[]; readonly pageUrl: string; readonly isWhole: boolean }
  | { readonly hidden: Hidden };

export interface PageReadOptions extends SessionOptions {
  readonly clock: Clock;
  readonly timeoutMs: number;
  /** How long a page that builds itself by script may take until its first item. */
  readonly settleMs: number;
  readonly maxItems: number;
}

/**
 * Opens a page as anybody could, reads its items and leaves. Walls, absence and drift are outcomes; a server's
 * failure throws `PlatformFailureError`, its "not now" `RateLimitedError`, an abort the caller's own reason.
 */
export async function readPage(
  browser: Browser,
  { url, recipe, options }: { url: URL; recipe: Recipe; options: PageReadOptions },
  abort: AbortSignal,
): Promise<PageOutcome> {
  let session: PageSession | undefined;
  try {
    session = await openSession(browser, options, abort);
    return await visit(session.page, { url, recipe, options });
  } catch (error) {
    abort.throwIfAborted();
    return { hidden: hiddenBy(error, session) };
  } finally {
    await session?.close();
  }
}

interface Assignment {
  readonly url: URL;
  readonly recipe: Recipe;
  readonly options: PageReadOptions;
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
  if (!matchesUrl(recipe.url, pageUrl)) return drift('dialihkan ke halaman yang tidak dikenal resep');
  const items = await extract(page, recipe, options.maxItems);
  if (items.length > 0) return { items, pageUrl, isWhole: isLoaded };
  if (!isLoaded) return { hidden: { reason: 'timeout', detail: `lebih dari ${options.timeoutMs} ms` } };
  if (await has(page, recipe.empty)) return { items: [], pageUrl, isWhole: true };
  return drift(`pemilih "${recipe.item}" tidak menemukan apa pun; resep ${recipe.id} perlu diperiksa`);
}

function drift(detail: string): PageOutcome {
  return { hidden: { reason: 'drift', detail } };
}

function refusalOf(response: Response | null, clock: Clock): Hidden | undefined {
  const status = response?.status() ?? 200;
  if (status < 400) return undefined;
  if (status === 429) throw new RateLimitedError(retryAfterMs(new Headers(response?.headers()), clock));
  const detail = `jawaban ${status}`;
  if (status >= 500) throw new PlatformFailureError('unreachable', detail);
  if (status === 401) return { reason: 'login_wall', detail };
  return { reason: status === 404 || status === 410 ? 'gone' : 'not_public', detail };
}

const PASSWORD = 'input[type=password]';

/** A wall is a fact to record. Nothing is ever filled in. */
async function wallOf(page: Page, recipe: Recipe): Promise<Hidden | undefined> {
  const detail = 'halaman meminta masuk';
  if (recipe.login_urls.some((pattern) => matchesUrl(pattern, page.url()))) return { reason: 'login_wall', detail };
  for (const selector of recipe.wall) if (await has(page, selector)) return { reason: 'login_wall', detail };
  const isOnlyForm = (await has(page, PASSWORD)) && !(await has(page, recipe.item));
  return isOnlyForm ? { reason: 'login_wall', detail } : undefined;
}

async function has(page: Page, selector: string): Promise<boolean> {
  return (await page.locator(selector).count()) > 0;
}

async function extract(page: Page, recipe: Recipe, maxItems: number): Promise<unknown[]> {
  const { format: _format, zone: _zone, ...time } = recipe.fields.time;
  const { url, text, target_text, target_url } = recipe.fields;
  const kind = typeof recipe.kind === 'string' ? undefined : recipe.kind;
  const places = { url, text, time, target_text, target_url, kind };
  const wanted = Object.entries(places).flatMap(([name, place]) =>
    place === undefined ? [] : [[name, { select: place.select, attribute: place.attribute }] as const],
  );
  const plan = {
    places: Object.fromEntries(wanted),
    media: recipe.media,
    maxItems,
    maxLength: MAX_TEXT_LENGTH + 1,
  };
  return (await page.locator(recipe.item).evaluateAll(extractItems, plan)) as unknown[];
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

function hiddenBy(error: unknown, session: PageSession | undefined): Hidden {
  if (error instanceof PlatformFailureError || error instanceof RateLimitedError) throw error;
  const stopped = session?.whyStopped();
  if (stopped === 'too_large') return { reason: 'unreadable', detail: 'halaman terlalu besar' };
  if (stopped === 'too_long') return { reason: 'timeout', detail: 'halaman tidak kunjung selesai' };
  if (stopped === 'private_host') return { reason: 'not_public', detail: 'dialihkan ke jaringan dalam' };
  if (error instanceof errors.TimeoutError) return { reason: 'timeout', detail: 'halaman tidak menjawab' };
  const message = error instanceof Error ? error.message : '';
  if (message.includes('Download is starting'))
    return { reason: 'unreadable', detail: 'bukan halaman, tetapi unduhan' };
  throw new PlatformFailureError('unreachable', 'peramban tidak dapat membuka halaman', { cause: error });
}
