import { type Browser, chromium } from 'playwright';
import { PlatformFailureError } from '../../domain/collecting.js';

export interface BrowserLaunch {
  /** Such as the path of `chromium-headless-shell`. */
  readonly executablePath: string;
  readonly args?: readonly string[];
}

/** Without these a headless Chromium calls home, and as root it does not start. */
export const QUIET_ARGS: readonly string[] = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export interface SharedBrowser {
  /** Starts it at the first call, and again where it died since. */
  get(): Promise<Browser>;
  close(): Promise<void>;
}

export function createSharedBrowser({ executablePath, args = QUIET_ARGS }: BrowserLaunch): SharedBrowser {
  let current: Promise<Browser> | undefined;

  async function start(): Promise<Browser> {
    try {
      // Signals belong to the program's own entry point, which closes us.
      const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
      return await chromium.launch({ executablePath, args: [...args], ...signals });
    } catch (cause) {
      current = undefined;
      throw new PlatformFailureError('unreachable', 'peramban tidak dapat dinyalakan', { cause });
    }
  }

  return {
    async get() {
      if (current && !(await current).isConnected()) current = undefined;
      current ??= start();
      return current;
    },
    async close() {
      const running = current;
      current = undefined;
      await (await running?.catch(() => undefined))?.close();
    },
  };
}
