import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkChromium } from '../../src/cli/doctor/doctor-services.js';
import { browserArgs, OF_PLAYWRIGHT } from '../../src/reach/browser-args.js';
import { askKeeper } from '../../src/reach/browser-connect.js';
import { type BrowserHost, createRemoteBrowserHost } from '../../src/reach/browser-host.js';
import { launchBrowser } from '../../src/reach/browser-launch.js';
import { startEgressGate } from '../../src/reach/egress-gate.js';
import { type OpenPage, withOpenPage } from '../../src/reach/open-page.js';
import { LAUNCH } from '../evidence/test-capturer.js';
import { html, startLocalSite } from '../reach/local-site.js';
import { nodeForAnybody } from '../support/node-for-anybody.js';
import { CAN_FILTER, compileFilter, underFilter } from '../support/seccomp.js';
import { until } from '../support/until.js';
import { type InnerNetwork, startInnerNetwork } from './inner-network.js';
import { WAYS_OUT } from './ways-out.js';

const SECRET = 'kunci-contoh-yang-tidak-boleh-keluar';
const KEEPER = resolve('dist/workers/browser.js');
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

let folder: string;
let filter: string;
let keeper: ChildProcess;
let address: URL;
let browsers: BrowserHost;
let inner: InnerNetwork;

/** As in its container: another user, no environment of ours, and held by the profile that compose names. */
beforeAll(async () => {
  process.env.NETRA_CONTOH_RAHASIA = SECRET;
  inner = await startInnerNetwork();
  folder = mkdtempSync(join(tmpdir(), 'netra-apart-'));
  chmodSync(folder, 0o755);
  filter = join(folder, 'filter');
  if (CAN_FILTER)
    writeFileSync(filter, compileFilter(JSON.parse(readFileSync('docker/chromium-seccomp.json', 'utf8'))));
  const command = [nodeForAnybody(folder), KEEPER] as const;
  const [program, args] = CAN_FILTER ? underFilter(filter, command) : [command[0], [KEEPER]];
  keeper = spawn(program, args, {
    ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
    env: { PATH: process.env.PATH, HOME: '/tmp', NETRA_BROWSER_PORT: '0' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = (await once(createInterface({ input: keeper.stdout! }), 'line')) as [string];
  address = new URL(`ws://127.0.0.1:${line.replace('siap ', '')}`);
  browsers = createRemoteBrowserHost({ keeper: address });
});
afterAll(async () => {
  delete process.env.NETRA_CONTOH_RAHASIA;
  await browsers.close();
  const gone = once(keeper, 'exit');
  keeper.kill();
  await gone;
  await inner.stop();
  rmSync(folder, { recursive: true });
});

interface Running {
  readonly pid: number;
  readonly status: string;
  readonly environment: string;
  readonly words: string;
}

/** The keeper and all that it has started. */
function running(): Running[] {
  const all = readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const read = (file: string) => readFileSync(`/proc/${name}/${file}`, 'latin1');
      return [{ pid: Number(name), status: read('status'), environment: read('environ'), words: read('cmdline') }];
    } catch {
      return []; // It has ended meanwhile.
    }
  });
  const family = new Set([keeper.pid]);
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const { pid, status } of all) if (family.has(Number(/^PPid:\t(\d+)$/m.exec(status)?.[1]))) family.add(pid);
  }
  return all.filter(({ pid }) => family.has(pid));
}

async function show<T>(path: Record<string, ReturnType<typeof html>>, work: (open: OpenPage, url: URL) => Promise<T>) {
  const site = await startLocalSite(path);
  const deps = { browsers, out: { allowPrivateHosts: [site.host] }, userAgent: 'NetraBot/contoh', downloadBytes: 1e8 };
  const open = (one: OpenPage) => work(one, new URL(site.url('/')));
  const allRobots = { ...deps, robots: async () => true };
  return withOpenPage(allRobots, open, new AbortController().signal).finally(() => site.close());
}

describe('a browser that runs apart', () => {
  it('shows pages, holds nothing of ours, and is held by its sandbox and by the profile', async () => {
    const { title, family } = await show({ '/': html('<title>Contoh</title>') }, async ({ page }, url) => {
      await page.goto(url.href);
      return { title: await page.title(), family: running() };
    });
    expect(title).toBe('Contoh');
    expect(family.length).toBeGreaterThan(3);
    for (const { environment, status, words } of family) {
      expect(environment).not.toMatch(new RegExp(`${SECRET}|MONGODB|REDIS|SMTP|KEY`));
      expect(status, words).toMatch(isRoot ? new RegExp(`^Uid:\t${NOBODY}\t`, 'm') : /^Uid:/m);
      if (CAN_FILTER) expect(status, words).toMatch(/^Seccomp:\t2$/m);
    }
    const sandbox = await askKeeper(address);
    expect(sandbox).toMatch(/^(on|off_by_kernel)$/);
    expect(family.some(({ words }) => words.includes('--no-sandbox'))).toBe(sandbox !== 'on');
    const doctor = (browserKeeper: string) => checkChromium({ config: { browserKeeper }, env: {} } as never);
    expect(await doctor(address.href)).toMatchObject({ from: address.href, state: sandbox === 'on' ? 'ok' : 'warn' });
    const mend = expect.stringContaining('NETRA_BROWSER');
    expect(await doctor('ws://127.0.0.1:1')).toMatchObject({ state: 'missing', mend });
  });

  it('gets nowhere by all the ways at once that a page has', async () => {
    const stays = Object.entries(WAYS_OUT).filter(([name]) => !/refresh|leaving/.test(name));
    const over = `<script>setTimeout(() => { document.title = 'selesai' }, 1000)</script>`;
    const body = over + stays.map(([, write]) => write(inner.host)).join('');
    const refused = await show({ '/': html(body), '/sw.js': html('') }, async ({ page, gate }, url) => {
      await page.goto(url.href, { waitUntil: 'commit' });
      await page.waitForFunction(() => document.title === 'selesai');
      return [...gate.refused];
    });
    expect(refused).toContain(inner.host);
    expect(inner.contacts).toEqual([]);
  });

  it('is ended with its connection, and leaves neither process nor profile', async () => {
    const profiles = await show({ '/': html('contoh') }, async ({ page }, url) => {
      await page.goto(url.href);
      return running().flatMap(({ words }) => /--user-data-dir=([^\0]+)/.exec(words)?.[1] ?? []);
    });
    expect(profiles.some(existsSync)).toBe(true);
    await browsers.close();
    browsers = createRemoteBrowserHost({ keeper: address });
    await until(() => running().length === 1, 'only the keeper is left');
    await until(() => !profiles.some(existsSync), 'no profile is left');
  });

  it('is one of few: who asks for more at once is turned away', async () => {
    const hosts = Array.from({ length: 9 }, () => createRemoteBrowserHost({ keeper: address }));
    const asked = await Promise.allSettled(hosts.map((host) => host.use(async (browser) => browser.version())));
    await Promise.all(hosts.map((host) => host.close()));
    const failed = asked.filter((one) => one.status === 'rejected').map((one) => one.reason.name);
    expect(failed).toEqual(['BrowserLostError']);
  });
});

it('a browser of our own is started by Playwright with what one that runs apart is started with', async () => {
  const own = await launchBrowser(LAUNCH, 'off_as_root');
  const lines = readdirSync('/proc').flatMap((name) => {
    try {
      const isChild =
        readFileSync(`/proc/${name}/stat`, 'latin1')
          .replace(/^.*\) /s, '')
          .split(' ')[1] === String(process.pid);
      return isChild ? [readFileSync(`/proc/${name}/cmdline`, 'latin1').split('\0')] : [];
    } catch {
      return []; // No process, or one that has ended meanwhile.
    }
  });
  await own.close();
  const words = lines.find((line) => line.includes('--remote-debugging-pipe'))!;
  const isItsOwn = /^--(user-data-dir|remote-debugging-pipe|no-sandbox)/;
  const flags = words.filter((word) => word.startsWith('--') && !isItsOwn.test(word));
  expect([...new Set([...OF_PLAYWRIGHT, ...browserArgs('127.0.0.1')])].sort()).toEqual([...new Set(flags)].sort());
});

it('the gate of a page lets in its own browser and nobody else on that network', async () => {
  const site = await startLocalSite({ '/': html('contoh') });
  const ask = async (from: string) => {
    const gate = await startEgressGate({
      allowPrivateHosts: [site.host],
      maxBytes: 1e6,
      place: { gateAddress: '127.0.0.1', from },
    });
    const socket = connect({ host: '127.0.0.1', port: Number(new URL(gate.proxyUrl).port), localAddress: '127.0.0.1' });
    socket.on('error', () => {}); // A cut connection is what is asked for here.
    socket.write(`GET ${site.url('/')} HTTP/1.1\r\nHost: ${site.host}\r\nConnection: close\r\n\r\n`);
    let said = '';
    socket.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    await once(socket, 'close');
    await gate.close();
    return said;
  };
  expect(await ask('127.0.0.1')).toContain('contoh');
  expect(await ask('127.0.0.2')).toBe('');
  await site.close();
});

/** What the sandbox needs opens a namespace; what that would open in turn stays shut. */
const PROBE = `
import ctypes, errno, socket
libc = ctypes.CDLL(None, use_errno=True)
def asked(number, *args):
    return 'ok' if libc.syscall(number, *args) >= 0 else errno.errorcode[ctypes.get_errno()]
def opened(*args):
    try: socket.socket(*args).close(); return 'ok'
    except OSError as e: return errno.errorcode[e.errno]
print(opened(2, 1), opened(16, 3, 0), opened(16, 3, 12), opened(17, 3, 0), opened(38, 5, 0))
print(asked(272, 0x10000000))
print(*(asked(number, 0, 0, 0, 0, 0) for number in (165, 166, 155, 321, 298, 248, 250, 101, 310, 323, 304, 175, 428, 429)))
print(asked(425, 0, 0))
`;

describe.skipIf(!CAN_FILTER)('the profile of its container', () => {
  it('lets a namespace be made, and nothing be mounted, traced, loaded or asked of netfilter in it', async () => {
    const [program, args] = underFilter(filter, ['/usr/bin/python3', '-c', PROBE]);
    const child = spawn(program, args, { ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}), env: {} });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    await once(child, 'close');
    const [sockets, namespace, shut, rings] = said.trim().split('\n');
    expect(sockets).toBe('ok ok EPERM EPERM EPERM');
    expect(namespace).toMatch(/^(ok|EPERM|ENOSPC)$/);
    expect(new Set(shut?.split(' '))).toEqual(new Set(['EPERM']));
    expect(rings).toBe('ENOSYS');
  });
});
