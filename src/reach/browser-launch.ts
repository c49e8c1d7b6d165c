import { type Browser, chromium, type LaunchOptions } from 'playwright';
import { browserArgs, ENVIRONMENT } from './browser-args.js';
import { HERE } from './browser-place.js';

export interface BrowserProgram {
  /** Such as the path of `chromium-headless-shell`. */
  readonly executablePath: string;
  /** Beside those that every browser of ours gets. */
  readonly args?: readonly string[] | undefined;
}

/** Whether Chromium holds its pages apart from this machine, and what keeps it from doing so. */
export const SANDBOXES = ['on', 'off_as_root', 'off_by_kernel'] as const;
export type Sandbox = (typeof SANDBOXES)[number];

export function launchBrowser(program: BrowserProgram, sandbox: Sandbox): Promise<Browser> {
  return chromium.launch(launchOptions(program, sandbox));
}

export function launchOptions({ executablePath, args = [] }: BrowserProgram, sandbox: Sandbox): LaunchOptions {
  return {
    executablePath,
    args: [...new Set([...browserArgs(HERE.gateAddress), ...args])],
    env: ENVIRONMENT,
    chromiumSandbox: sandbox === 'on',
    // Shutdown is the entry point's business: it closes the host.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
}

/** Found by starting it: what a kernel, a container and a distribution allow together, no setting tells. */
export async function trySandbox(program: BrowserProgram): Promise<Sandbox> {
  // Chromium does not start its sandbox as root.
  if (process.getuid?.() === 0) return 'off_as_root';
  try {
    const browser = await launchBrowser(program, 'on');
    await browser.close();
    return 'on';
  } catch (error) {
    if (/sandbox/i.test((error as Error).message)) return 'off_by_kernel';
    throw error;
  }
}
