import type { Browser, BrowserContext, Page, Request, Route } from 'playwright';
import { TargetUnavailableError } from '../../domain/collecting.js';
import { assertPublicUrl } from '../../reach/public-host.js';

export interface SessionOptions {
  readonly userAgent: string;
  readonly allowPrivateHosts: boolean;
  readonly maxBytes: number;
  /** After this the page is torn down whatever it does; only a script that never pauses gets this far. */
  readonly hardLimitMs: number;
}

/** One page in a context of its own: no cookies, no storage, nothing kept from another account. */
export interface PageSession {
  readonly page: Page;
  /** Why the page was torn down from our side, if it was. */
  whyStopped(): StopReason | undefined;
  close(): Promise<void>;
}
export type StopReason = 'too_large' | 'too_long' | 'private_host' | 'aborted';

export async function openSession(browser: Browser, options: SessionOptions, abort: AbortSignal): Promise<PageSession> {
  const context = await browser.newContext({
    userAgent: options.userAgent,
    acceptDownloads: false,
    serviceWorkers: 'block',
    locale: 'id-ID',
    viewport: { width: 1280, height: 900 },
  });
  let stopped: StopReason | undefined;
  const stop = (reason: StopReason): void => {
    stopped ??= reason;
    void context.close().catch(() => {});
  };
  const onAbort = (): void => stop('aborted');
  let timer: NodeJS.Timeout | undefined;
  const close = async (): Promise<void> => {
    clearTimeout(timer);
    abort.removeEventListener('abort', onAbort);
    await context.close().catch(() => {});
  };
  try {
    const page = await preparePage(context, options, stop);
    // Only now: a context that is closed while its first page is being made never answers.
    abort.throwIfAborted();
    abort.addEventListener('abort', onAbort, { once: true });
    timer = setTimeout(() => stop('too_long'), options.hardLimitMs);
    return { page, whyStopped: () => stopped, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function preparePage(
  context: BrowserContext,
  options: SessionOptions,
  stop: (reason: StopReason) => void,
): Promise<Page> {
  await context.route('**/*', (route) => guard(route, options));
  const page = await context.newPage();
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}));
  if (!options.allowPrivateHosts) {
    // A redirect does not pass the route again: the hop is seen here, and the page is torn down.
    page.on('request', (request) => {
      if (request.redirectedFrom()) void isAllowed(request).then((ok) => ok || stop('private_host'));
    });
  }
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  let bytes = 0;
  cdp.on('Network.dataReceived', ({ dataLength }) => {
    bytes += dataLength;
    if (bytes > options.maxBytes) stop('too_large');
  });
  return page;
}

/** Pictures say nothing to a recipe of selectors, and cost the site the most. */
const NOT_NEEDED = new Set(['image', 'media', 'font']);

async function guard(route: Route, { allowPrivateHosts }: SessionOptions): Promise<void> {
  const request = route.request();
  const isWanted = !NOT_NEEDED.has(request.resourceType()) && (allowPrivateHosts || (await isAllowed(request)));
  // The page may be gone by now; then there is nothing left to answer.
  await (isWanted ? route.continue() : route.abort('blockedbyclient')).catch(() => {});
}

async function isAllowed(request: Request): Promise<boolean> {
  const url = new URL(request.url());
  if (url.protocol === 'data:' || url.protocol === 'blob:') return true;
  try {
    await assertPublicUrl(url);
    return true;
  } catch (error) {
    if (error instanceof TargetUnavailableError) return false;
    throw error;
  }
}
