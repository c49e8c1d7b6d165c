import type { Browser, CDPSession, Page, Response } from 'playwright';
import type { EgressGate } from '../reach/egress-gate.js';
import { PageClosedError, PageFaultError, withinMs } from '../reach/page-fault.js';
import { destinationOf } from '../reach/public-lookup.js';
import type { CaptureLimits } from './capture-limits.js';

/** Counted, so that the pack can say what the page tried beside showing itself. */
export interface Suppressed {
  dialogs: number;
  popups: number;
  downloads: number;
}

/** One page in a context of its own, as far as it loaded. */
export interface OpenPage {
  readonly page: Page;
  readonly devtools: CDPSession;
  /** Every answer to the main frame, redirects too, in order. */
  readonly answers: readonly Response[];
  readonly suppressed: Suppressed;
  readonly isLoadComplete: boolean;
}

/** A page that sends itself elsewhere for ever is not followed in the record for ever. */
const MAX_ANSWERS = 50;
const CLOSE_MS = 5_000;

export interface OpenPageDeps {
  readonly browser: Browser;
  readonly gate: EgressGate;
  readonly limits: CaptureLimits;
  readonly userAgent: string;
}

/** Lends the page at `url` to `work` and closes everything after it. Throws `PageFaultError` or `PageClosedError`. */
export async function withOpenPage<T>(
  url: string,
  deps: OpenPageDeps,
  work: (open: OpenPage) => Promise<T>,
): Promise<T> {
  const context = await deps.browser.newContext({
    userAgent: deps.userAgent,
    viewport: deps.limits.viewport,
    deviceScaleFactor: 1,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    acceptDownloads: false,
    serviceWorkers: 'block',
    permissions: [],
    proxy: { server: deps.gate.proxyUrl },
  });
  try {
    const page = await context.newPage();
    const answers: Response[] = [];
    const suppressed = suppressAsides(page);
    page.on('response', (answer) => {
      const isMain = answer.request().isNavigationRequest() && answer.frame() === page.mainFrame();
      if (isMain && answers.length < MAX_ANSWERS) answers.push(answer);
    });
    const devtools = await context.newCDPSession(page);
    const isLoadComplete = await load(page, url, { ...deps, suppressed });
    if (!isLoadComplete) await withinMs(devtools.send('Page.stopLoading'), CLOSE_MS, 'menghentikan muatan');
    return await work({ page, devtools, answers, suppressed, isLoadComplete });
  } finally {
    await withinMs(context.close(), CLOSE_MS, 'menutup halaman').catch(() => {});
  }
}

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

/** True when the page says that it is complete. One that never does is captured as it is. */
async function load(page: Page, url: string, deps: OpenPageDeps & { suppressed: Suppressed }): Promise<boolean> {
  const { limits } = deps;
  try {
    await page.goto(url, { waitUntil: 'commit', timeout: limits.answerMs });
  } catch (error) {
    throw toFault(error, url, deps);
  }
  return page.waitForLoadState('load', { timeout: limits.loadMs }).then(
    () => true,
    () => false,
  );
}

function toFault(error: unknown, url: string, deps: OpenPageDeps & { suppressed: Suppressed }): Error {
  const message = error instanceof Error ? error.message : String(error);
  const code = /net::(ERR_[A-Z0-9_]+)/.exec(message)?.[1];
  const options = { cause: error };
  // Before the page's first answer nothing but the page itself and its redirects can have been asked for.
  if (deps.gate.refused.size > 0) return new PageClosedError('failed', 'alamat jaringan dalam tidak dibuka', options);
  if (message.includes('Download is starting')) return new PageClosedError('failed', 'alamat berisi unduhan', options);
  if (code === 'ERR_UNSAFE_PORT') return new PageClosedError('failed', 'peramban tidak membuka porta ini', options);
  if (message.includes('Timeout')) return new PageFaultError('timeout', 'server tidak menjawab', options);
  const detail = [deps.gate.failures.get(destinationOf(new URL(url)).name), code].filter(Boolean).join(', ');
  return new PageFaultError('unreachable', detail || 'sambungan putus', options);
}
