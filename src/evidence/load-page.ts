import { errors, type Page, type Response } from 'playwright';
import type { OpenPage } from '../reach/open-page.js';
import { withinMs } from '../reach/step-limits.js';
import { destinationOf } from '../reach/way-out.js';
import { CAPTURE } from '../words/adapters/evidence.js';
import { REACH } from '../words/adapters/reach.js';
import { sayIn } from '../words/say.js';
import type { CaptureLimits } from './capture-limits.js';
import { PageClosedError, PageFaultError, pageErrorOf } from './page-fault.js';

const say = sayIn('id');

/** A page as far as it loaded. */
export interface LoadedPage extends OpenPage {
  /** Every answer to the main frame, redirects too, in order. */
  readonly answers: readonly Response[];
  readonly isLoadComplete: boolean;
}

/** A page that sends itself elsewhere for ever is not followed in the record for ever. */
const MAX_ANSWERS = 50;
const STOP_MS = 5_000;
const CHANGES_FOR_EVER = say(CAPTURE.neverStill);

/** Leads an open page to `url`. Throws `PageFaultError` or `PageClosedError` when no answer came. */
export async function loadPage(open: OpenPage, url: string, limits: CaptureLimits): Promise<LoadedPage> {
  const { page, devtools } = open;
  const answers: Response[] = [];
  page.on('response', (answer) => {
    const isMain = answer.request().isNavigationRequest() && answer.frame() === page.mainFrame();
    if (isMain && answers.length < MAX_ANSWERS) answers.push(answer);
  });
  try {
    await page.goto(url, { waitUntil: 'commit', timeout: limits.answerMs });
  } catch (error) {
    throw faultOf(error, url, open);
  }
  const isLoadComplete = await isLoadedWithin(page, limits.loadMs);
  if (!isLoadComplete) {
    const onLate = () => new PageFaultError('timeout', say(CAPTURE.stopTooSlow, { ms: STOP_MS }));
    await withinMs(devtools.send('Page.stopLoading'), STOP_MS, onLate).catch((error: unknown) => {
      // One that reloads itself for ever is between two documents just now: there is nothing to stop.
      throw error instanceof PageFaultError ? error : new PageFaultError('failed', CHANGES_FOR_EVER, { cause: error });
    });
  }
  return { ...open, answers, isLoadComplete };
}

/** One that never says that it is complete is captured as it is. */
async function isLoadedWithin(page: Page, ms: number): Promise<boolean> {
  try {
    await page.waitForLoadState('load', { timeout: ms });
    return true;
  } catch (error) {
    if (error instanceof errors.TimeoutError) return false;
    throw error;
  }
}

function faultOf(error: unknown, url: string, { gate, documents }: OpenPage): unknown {
  if (documents.refusal !== undefined) return pageErrorOf(documents.refusal);
  const message = error instanceof Error ? error.message : String(error);
  const code = /net::(ERR_[A-Z0-9_]+)/.exec(message)?.[1];
  const options = { cause: error };
  // Before the page's first answer nothing but the page itself and its redirects can have been asked for.
  if (gate.refused.size > 0) return new PageClosedError('failed', say(REACH.innerAddress), options);
  if (message.includes('Download is starting')) return new PageClosedError('failed', say(CAPTURE.isDownload), options);
  if (code === 'ERR_UNSAFE_PORT') return new PageClosedError('failed', say(CAPTURE.badPort), options);
  if (error instanceof errors.TimeoutError) return new PageFaultError('timeout', say(CAPTURE.silent), options);
  const detail = [gate.failures.get(destinationOf(new URL(url)).name), code].filter(Boolean).join(', ');
  return new PageFaultError('unreachable', detail || say(CAPTURE.cutOff), options);
}
