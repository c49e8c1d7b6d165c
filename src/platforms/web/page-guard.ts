import type { Request } from 'playwright';
import type { OpenPage } from '../../reach/open-page.js';

export interface GuardOptions {
  readonly maxBytes: number;
  /** After this the page is torn down whatever it does; only a script that never pauses gets this far. */
  readonly hardLimitMs: number;
}

/** Tears the page down from our side when it grows too large or does not end. */
export interface PageGuard {
  whyStopped(): StopReason | undefined;
  end(): void;
}
export type StopReason = 'too_large' | 'too_long';

/** Pictures say nothing to a recipe of selectors, and cost the site the most. */
const NOT_NEEDED = new Set(['image', 'media', 'font']);

export async function guardPage({ page, devtools }: OpenPage, options: GuardOptions): Promise<PageGuard> {
  let stopped: StopReason | undefined;
  const stop = (reason: StopReason): void => {
    stopped ??= reason;
    // The visit ends by it. Where it fails the page is gone already, or is closed again at the visit's own end.
    void page
      .context()
      .close()
      .catch(() => {});
  };
  await page.context().route('**/*', async (route) => {
    const answered = isNeeded(route.request()) ? route.continue() : route.abort('blockedbyclient');
    // The page may be gone by now; then there is nothing left to answer.
    await answered.catch(() => {});
  });
  // The gate counts what comes over the wire; here a packed page is counted as large as it becomes.
  let bytes = 0;
  devtools.on('Network.dataReceived', ({ dataLength }) => {
    bytes += dataLength;
    if (bytes > options.maxBytes) stop('too_large');
  });
  await devtools.send('Network.enable');
  const timer = setTimeout(() => stop('too_long'), options.hardLimitMs);
  return { whyStopped: () => stopped, end: () => clearTimeout(timer) };
}

function isNeeded(request: Request): boolean {
  return !NOT_NEEDED.has(request.resourceType());
}
