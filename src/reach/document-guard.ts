import type { CDPSession } from 'playwright';
import { RateLimitedError, TargetUnavailableError } from '../domain/collecting.js';
import type { RobotsRules } from '../domain/robots.js';
import { REACH } from '../words/adapters/reach.js';
import { sayIn } from '../words/say.js';
import { destinationOf, type WayOut } from './way-out.js';

const say = sayIn('id');

/** Judges each address before it becomes the page: the first, each redirect, and where a script leads later. */
export interface DocumentGuard {
  /** Why the first of them was not opened, in the classes of the way out. */
  readonly refusal: unknown;
  /** How many there were. */
  readonly refused: number;
  /** Throws where the page has become something that nobody was asked about. */
  assertAsked(): void;
}

/**
 * Asks robots.txt of each site that the page is led to, and sends no form. What a page embeds is not asked for: it is
 * part of what the page's own owner lets us read. Playwright's `route` sees no redirects, so Chromium itself is told.
 */
export async function guardDocuments(
  devtools: CDPSession,
  { robots, out }: DocumentRules,
  signal: AbortSignal,
): Promise<DocumentGuard> {
  await devtools.send('Page.enable');
  const { frameTree } = await devtools.send('Page.getFrameTree');
  const guard = new Guard(frameTree.frame.id, (asked) => whyNot(asked, { robots, out }, signal));
  devtools.on('Page.frameNavigated', ({ frame }) => guard.noteArrival(frame));
  devtools.on('Fetch.requestPaused', async (paused) => {
    const { requestId } = paused;
    const isAllowed = await guard.judge(paused);
    const answered = isAllowed
      ? devtools.send('Fetch.continueRequest', { requestId })
      : // Any other reason would put an error page in the place of what stands there.
        devtools.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    // The page may be gone by now; then there is nothing left to answer, and whoever opened it is told of its end.
    await answered.catch(() => undefined);
  });
  await devtools.send('Fetch.enable', { patterns: [{ urlPattern: '*', resourceType: 'Document' }] });
  return guard;
}

/** By whom a page is let in: robots.txt, and sites that asked to be left alone. */
interface DocumentRules {
  readonly robots: RobotsRules;
  readonly out: WayOut;
}

interface Asked {
  readonly method: string;
  readonly url: string;
}

class Guard implements DocumentGuard {
  refusal: unknown;
  refused = 0;
  #isTrespass = false;
  /** Loads that were asked about, as Chromium numbers them. */
  readonly #asked = new Set<string>();
  readonly #mainFrame: string;
  readonly #whyNot: (asked: Asked) => Promise<unknown>;

  constructor(mainFrame: string, why: (asked: Asked) => Promise<unknown>) {
    this.#mainFrame = mainFrame;
    this.#whyNot = why;
  }

  async judge(paused: { readonly frameId: string; readonly networkId?: string; readonly request: Asked }) {
    if (paused.frameId !== this.#mainFrame) return true;
    const why = await this.#whyNot(paused.request);
    if (why === undefined) {
      this.#asked.add(paused.networkId ?? '');
      return true;
    }
    this.refused += 1;
    this.refusal ??= why;
    return false;
  }

  noteArrival(frame: { readonly id: string; readonly loaderId: string; readonly url: string }): void {
    if (frame.id !== this.#mainFrame || !isWeb(frame.url)) return;
    // A page can have another one loaded in advance, by the browser itself and unseen by us, and then become it.
    this.#isTrespass ||= !this.#asked.has(frame.loaderId);
  }

  assertAsked(): void {
    if (this.#isTrespass) throw new TargetUnavailableError('robots', say(REACH.notAsked));
  }
}

async function whyNot({ method, url }: Asked, { robots, out }: DocumentRules, signal: AbortSignal): Promise<unknown> {
  if (method !== 'GET') return new TargetUnavailableError('not_public', say(REACH.sendsForm));
  if (!isWeb(url)) return undefined; // Such as `about:blank`: nothing leaves.
  const host = destinationOf(new URL(url)).name;
  const holdMs = out.holds?.leftMs(host) ?? 0;
  if (holdMs > 0) return new RateLimitedError(holdMs, { host });
  try {
    const isAllowed = await robots(new URL(url), signal);
    return isAllowed ? undefined : new TargetUnavailableError('robots', say(REACH.robots));
  } catch (error) {
    return error;
  }
}

function isWeb(url: string): boolean {
  return /^https?:/.test(url);
}
