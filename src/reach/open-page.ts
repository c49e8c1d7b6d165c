import type { Browser, BrowserContext, CDPSession, Page } from 'playwright';
import type { RobotsRules } from '../domain/robots.js';
import { REACH } from '../words/adapters/reach.js';
import { say } from '../words/say.js';
import type { BrowserHost } from './browser-host.js';
import { type DocumentGuard, guardDocuments } from './document-guard.js';
import { type EgressGate, startEgressGate } from './egress-gate.js';
import { unlessAborted, withinMs } from './step-limits.js';
import { destinationOf, type WayOut } from './way-out.js';

/** How every page is opened, so that what is read is what a person reads, and the same that evidence shows. */
export interface PageDeps {
  readonly browsers: BrowserHost;
  readonly out: WayOut;
  readonly userAgent: string;
  readonly robots: RobotsRules;
  /** What one page may load from the network before it is cut off. */
  readonly downloadBytes: number;
}

/** One page in a context of its own: no cookies, no storage, nothing kept from another page. Not yet led anywhere. */
export interface OpenPage {
  readonly page: Page;
  readonly devtools: CDPSession;
  readonly gate: EgressGate;
  readonly documents: DocumentGuard;
  readonly browser: Browser;
  readonly suppressed: Suppressed;
}

/** What the page tried beside showing itself. */
export interface Suppressed {
  dialogs: number;
  popups: number;
  downloads: number;
}

export const VIEWPORT = { width: 1280, height: 900 };
const CLOSE_MS = 5_000;

/**
 * Lends a page to `work` and closes everything after it. Throws what `work` throws, the signal's reason once it is
 * aborted, and `BrowserLostError` where the browser died.
 */
export async function withOpenPage<T>(
  deps: PageDeps,
  work: (open: OpenPage) => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  signal.throwIfAborted();
  return deps.browsers.use(async (browser, place) => {
    const gate = await startEgressGate({ ...deps.out, place, maxBytes: deps.downloadBytes });
    try {
      return await showPage({ browser, gate, deps, signal }, work);
    } finally {
      await gate.close();
    }
  });
}

interface Showing {
  readonly browser: Browser;
  readonly gate: EgressGate;
  readonly deps: PageDeps;
  readonly signal: AbortSignal;
}

async function showPage<T>({ browser, gate, deps, signal }: Showing, work: (open: OpenPage) => Promise<T>): Promise<T> {
  const context = await newContext(browser, gate, deps.userAgent);
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    const suppressed = suppressAsides(page);
    await shutAsides(page, devtools);
    hearHolds(page, deps.out);
    const documents = await guardDocuments(devtools, deps, signal);
    const done = await unlessAborted(work({ page, devtools, gate, documents, browser, suppressed }), signal);
    documents.assertAsked();
    return done;
  } finally {
    await close(context);
  }
}

async function newContext(browser: Browser, gate: EgressGate, userAgent: string): Promise<BrowserContext> {
  return browser.newContext({
    userAgent,
    viewport: VIEWPORT,
    deviceScaleFactor: 1,
    locale: 'id-ID',
    // A page may write its times in the zone of the browser; it must not be that of the server that reads.
    timezoneId: 'Asia/Jakarta',
    acceptDownloads: false,
    serviceWorkers: 'block',
    permissions: [],
    proxy: { server: gate.proxyUrl },
  });
}

/** Pages loaded in advance and workers that outlive their page would be read without being asked for. */
async function shutAsides(page: Page, devtools: CDPSession): Promise<void> {
  await devtools.send('Page.setPrerenderingAllowed', { isAllowed: false });
  // Playwright's own block stands on the object; a page finds the same method on its prototype.
  await page.addInitScript('delete globalThis.ServiceWorkerContainer?.prototype.register');
}

/** A page that says "not now" says it for all that reads from its site. */
function hearHolds(page: Page, { holds }: WayOut): void {
  page.on('response', (answer) => {
    const isPage = answer.request().isNavigationRequest() && answer.frame() === page.mainFrame();
    if (isPage && answer.status() === 429) holds?.hear(destinationOf(new URL(answer.url())).name, answer.headers());
  });
}

/** Asides that are already gone when they are put away have done nothing: their count is what matters. */
function suppressAsides(page: Page): Suppressed {
  const suppressed = { dialogs: 0, popups: 0, downloads: 0 };
  page.on('dialog', (dialog) => {
    suppressed.dialogs += 1;
    dialog.dismiss().catch(() => {});
  });
  page.context().on('page', (other) => {
    if (other === page) return;
    suppressed.popups += 1;
    other.close().catch(() => {});
  });
  page.on('download', (download) => {
    suppressed.downloads += 1;
    download.cancel().catch(() => {});
  });
  return suppressed;
}

/** The page has told what it had to tell; one that will not close goes with its browser, at the latest. */
async function close(context: BrowserContext): Promise<void> {
  const onLate = () => new Error(say(REACH.wontClose, 'id'));
  await withinMs(context.close(), CLOSE_MS, onLate).catch(() => {});
}
