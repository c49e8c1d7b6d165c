import type { Browser } from 'playwright';
import { RetryableError } from '../domain/errors.js';
import { BROWSER } from '../words/adapters/reach.js';
import { sayError, sayIn } from '../words/say.js';
import { type BrowserProgram, launchBrowser, type Sandbox, trySandbox } from './browser-launch.js';

const say = sayIn('id');

/** The browser died or could not start. Another one is started for the next page. */
export class BrowserLostError extends RetryableError {
  constructor(detail: string, options?: ErrorOptions) {
    super(...sayError(BROWSER.lost, 'id', { detail }), options);
  }
}

/** One for the whole program: collectors and evidence open their pages in the same browser. */
export interface BrowserHost {
  /** Lends the running browser, starting one where there is none. */
  use<T>(work: (browser: Browser) => Promise<T>): Promise<T>;
  /** Ends every browser; pages under way fail, and none is lent any more. */
  close(): Promise<void>;
}

export interface BrowserHostOptions extends BrowserProgram {
  /** A browser process is replaced after so many: long-lived ones grow. */
  readonly pagesPerBrowser?: number;
  /** A browser that could not be ended is a process that stays: ids and error classes only. */
  readonly onStuck?: (error: unknown) => void;
  /** Told once, at the first start. */
  readonly onSandbox?: (sandbox: Sandbox) => void;
}

const PAGES_PER_BROWSER = 200;

interface Running {
  readonly browser: Promise<Browser>;
  lent: number;
  served: number;
}

export function createBrowserHost(options: BrowserHostOptions): BrowserHost {
  let current: Running | undefined;
  let isClosed = false;
  const all = new Set<Running>();
  const startBrowser = createStarter(options);

  const end = async (running: Running): Promise<void> => {
    all.delete(running);
    const browser = await running.browser.catch(() => undefined); // One that never started has told its borrower.
    await browser?.close().catch((error: unknown) => options.onStuck?.(error));
  };
  const retire = (running: Running): void => {
    if (current === running) current = undefined;
    if (running.lent === 0 && all.has(running)) void end(running);
  };
  const start = (): Running => {
    const running: Running = { browser: startBrowser(), lent: 0, served: 0 };
    running.browser.then(
      (browser) => browser.on('disconnected', () => retire(running)),
      () => retire(running),
    );
    all.add(running);
    return running;
  };

  return {
    async use(work) {
      if (isClosed) throw new BrowserLostError(say(BROWSER.stopping));
      current ??= start();
      const running = current;
      running.lent += 1;
      running.served += 1;
      if (running.served >= (options.pagesPerBrowser ?? PAGES_PER_BROWSER)) current = undefined;
      try {
        return await lend(running, work);
      } finally {
        running.lent -= 1;
        if (current !== running) retire(running);
      }
    },
    async close() {
      isClosed = true;
      current = undefined;
      await Promise.all([...all].map(end));
    },
  };
}

async function lend<T>(running: Running, work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await running.browser;
  try {
    return await work(browser);
  } catch (error) {
    // Whatever failed, it failed because the browser went away.
    if (!browser.isConnected()) throw new BrowserLostError(say(BROWSER.died), { cause: error });
    throw error;
  }
}

/** Starts browsers, each held as the first try on this machine has shown that it can be. */
function createStarter(options: BrowserHostOptions): () => Promise<Browser> {
  let sandbox: Sandbox | undefined;
  return async () => {
    try {
      if (sandbox === undefined) {
        sandbox = await trySandbox(options);
        options.onSandbox?.(sandbox);
      }
      return await launchBrowser(options, sandbox);
    } catch (error) {
      throw new BrowserLostError(say(BROWSER.cannotRun), { cause: error });
    }
  };
}
