import { tmpdir } from 'node:os';
import { type Browser, chromium, type LaunchOptions } from 'playwright';

export interface BrowserProgram {
  /** Such as the path of `chromium-headless-shell`. */
  readonly executablePath: string;
  /** Beside those that every browser of ours gets. */
  readonly args?: readonly string[] | undefined;
}

/** Whether Chromium holds its pages apart from this machine, and what keeps it from doing so. */
export type Sandbox = 'on' | 'off_as_root' | 'off_by_kernel';

const ARGS = [
  // Every page is a stranger's: what the browser could do beside showing it is switched off.
  '--block-new-web-contents',
  '--disable-quic',
  // Without it a page could find our network by WebRTC, which goes round the proxy.
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  // A page's own proxy is told to its context. What the browser itself would ask for, or a page by a way that has no
  // context, finds a proxy whose name cannot exist, no exception for this machine, and no look-up of any name.
  '--proxy-server=http://tertutup.invalid:1',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  // Else it calls home.
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--mute-audio',
];

/**
 * All that the browser's processes know of ours. They show strangers' pages: keys, addresses and passwords of the
 * program that starts them are none of their business. A start script of a distribution needs PATH, fonts need HOME.
 */
const ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: tmpdir(), LANG: 'C.UTF-8' };

export function launchBrowser(program: BrowserProgram, sandbox: Sandbox): Promise<Browser> {
  return chromium.launch(launchOptions(program, sandbox));
}

export function launchOptions({ executablePath, args = [] }: BrowserProgram, sandbox: Sandbox): LaunchOptions {
  return {
    executablePath,
    args: [...new Set([...ARGS, ...args])],
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
