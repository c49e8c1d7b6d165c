import { type Browser, chromium } from 'playwright';
import { RetryableError } from '../domain/errors.js';

/** The browser died or could not start. Another one is started for the next capture. */
export class BrowserLostError extends RetryableError {
  constructor(detail: string, options?: ErrorOptions) {
    super(
      `Peramban berhenti saat merekam (${detail}).`,
      'Perekaman diulang sendiri; bila menetap, jalankan: netra doctor',
      options,
    );
  }
}

export interface BrowserHost {
  /** Lends the running browser, starting one where there is none. */
  use<T>(work: (browser: Browser) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface BrowserHostOptions {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly capturesPerBrowser: number;
}

/** Every page of a capture is a stranger's: what the browser could do beside showing it is switched off. */
const HARDENING = [
  '--block-new-web-contents',
  '--disable-quic',
  // Without it a page could find our network by WebRTC, which goes round the proxy.
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--mute-audio',
];

interface Running {
  readonly browser: Promise<Browser>;
  lent: number;
  served: number;
}

/** One browser process for many captures, replaced after a number of them and after a crash. */
export function createBrowserHost(options: BrowserHostOptions): BrowserHost {
  let current: Running | undefined;
  const all = new Set<Running>();

  const retire = (running: Running) => {
    if (current === running) current = undefined;
    if (running.lent > 0) return;
    all.delete(running);
    void running.browser.then((browser) => browser.close()).catch(() => {});
  };
  const start = (): Running => {
    const running: Running = { browser: launch(options), lent: 0, served: 0 };
    running.browser.then(
      (browser) => browser.on('disconnected', () => retire(running)),
      () => retire(running),
    );
    all.add(running);
    return running;
  };

  return {
    async use(work) {
      current ??= start();
      const running = current;
      running.lent += 1;
      running.served += 1;
      if (running.served >= options.capturesPerBrowser) current = undefined;
      try {
        return await lend(running, work);
      } finally {
        running.lent -= 1;
        if (current !== running) retire(running);
      }
    },
    async close() {
      current = undefined;
      await Promise.allSettled([...all].map(async ({ browser }) => (await browser).close()));
      all.clear();
    },
  };
}

async function lend<T>(running: Running, work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await running.browser;
  try {
    return await work(browser);
  } catch (error) {
    // Whatever failed, it failed because the browser went away.
    if (!browser.isConnected()) throw new BrowserLostError('proses mati', { cause: error });
    throw error;
  }
}

async function launch({ executablePath, args }: BrowserHostOptions): Promise<Browser> {
  try {
    return await chromium.launch({
      executablePath,
      args: [...new Set([...args, ...HARDENING])],
      // Shutdown is the worker's business: it closes the capturer.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (error) {
    throw new BrowserLostError('tidak dapat dijalankan', { cause: error });
  }
}
