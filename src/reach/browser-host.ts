import type { Browser } from 'playwright';
import { RetryableError } from '../domain/errors.js';
import { BROWSER } from '../words/adapters/reach.js';
import { sayError, sayIn } from '../words/say.js';
import { connectToKeeper } from './browser-connect.js';
import { type BrowserProgram, launchBrowser, type Sandbox, trySandbox } from './browser-launch.js';
import { type BrowserPlace, HERE, type StartedBrowser } from './browser-place.js';

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
  use<T>(work: (browser: Browser, place: BrowserPlace) => Promise<T>): Promise<T>;
  /** Ends every browser; pages under way fail, and none is lent any more. */
  close(): Promise<void>;
}

interface HostLimits {
  /** A browser process is replaced after so many: long-lived ones grow. */
  readonly pagesPerBrowser?: number;
  /** A browser that could not be ended is a process that stays: ids and error classes only. */
  readonly onStuck?: (error: unknown) => void;
}

export interface BrowserHostOptions extends BrowserProgram, HostLimits {
  /** Told once, at the first start. */
  readonly onSandbox?: (sandbox: Sandbox) => void;
}

export interface RemoteHostOptions extends HostLimits {
  /** Of whoever keeps browsers elsewhere (`browser-keeper.ts`). */
  readonly keeper: URL;
}

const PAGES_PER_BROWSER = 200;

interface Running {
  readonly started: Promise<StartedBrowser>;
  lent: number;
  served: number;
}

/** Browsers of this machine, started as children of this process. */
export function createBrowserHost(options: BrowserHostOptions): BrowserHost {
  return createHost(createStarter(options), options);
}

/** Browsers that somebody else starts and ends: one for each connection. */
export function createRemoteBrowserHost(options: RemoteHostOptions): BrowserHost {
  return createHost(() => connectToKeeper(options.keeper).catch(cannotRun), options);
}

function createHost(startBrowser: () => Promise<StartedBrowser>, options: HostLimits): BrowserHost {
  let current: Running | undefined;
  let isClosed = false;
  const all = new Set<Running>();

  const end = async (running: Running): Promise<void> => {
    all.delete(running);
    const started = await running.started.catch(() => undefined); // One that never started has told its borrower.
    await started?.browser.close().catch((error: unknown) => options.onStuck?.(error));
  };
  const retire = (running: Running): void => {
    if (current === running) current = undefined;
    if (running.lent === 0 && all.has(running)) void end(running);
  };
  const start = (): Running => {
    const running: Running = { started: startBrowser(), lent: 0, served: 0 };
    running.started.then(
      ({ browser }) => browser.on('disconnected', () => retire(running)),
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

async function lend<T>(running: Running, work: (browser: Browser, place: BrowserPlace) => Promise<T>): Promise<T> {
  const { browser, place } = await running.started;
  try {
    return await work(browser, place);
  } catch (error) {
    // Whatever failed, it failed because the browser went away.
    if (!browser.isConnected()) throw new BrowserLostError(say(BROWSER.died), { cause: error });
    throw error;
  }
}

/** Starts browsers, each held as the first try on this machine has shown that it can be. */
function createStarter(options: BrowserHostOptions): () => Promise<StartedBrowser> {
  let sandbox: Sandbox | undefined;
  return async () => {
    try {
      if (sandbox === undefined) {
        sandbox = await trySandbox(options);
        options.onSandbox?.(sandbox);
      }
      return { browser: await launchBrowser(options, sandbox), place: HERE };
    } catch (error) {
      return cannotRun(error);
    }
  };
}

function cannotRun(cause: unknown): never {
  throw new BrowserLostError(say(BROWSER.cannotRun), { cause });
}
