import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it } from 'vitest';
import { createBrowserHost } from '../../src/reach/browser-host.js';
import { trySandbox } from '../../src/reach/browser-launch.js';
import { LAUNCH } from '../evidence/test-capturer.js';
import { nodeForAnybody } from '../support/node-for-anybody.js';

const SECRETS = {
  NETRA_FIELD_KEY: 'kunci-nip-contoh',
  NETRA_HASH_KEY: 'kunci-hash-contoh',
  MONGODB_URI: 'mongodb://netra:sandi-contoh@127.0.0.1/netra',
  SMTP_URL: 'smtp://netra:sandi-contoh@127.0.0.1',
  NETRA_CONTOH: 'apa pun',
};

/** Process, parent, and what it was started with. */
function processes(): { pid: number; parent: number; environment: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const parent = Number(
          readFileSync(`/proc/${name}/stat`, 'utf8')
            .replace(/^.*\) /s, '')
            .split(' ')[1],
        );
        return [{ pid: Number(name), parent, environment: readFileSync(`/proc/${name}/environ`, 'latin1') }];
      } catch {
        return []; // It has ended meanwhile.
      }
    });
}

function descendantsOf(pid: number) {
  const all = processes();
  const found = all.filter(({ parent }) => parent === pid);
  for (const { pid: next } of found) found.push(...all.filter(({ parent }) => parent === next));
  return found;
}

describe('every process of the browser', () => {
  const saved = { ...process.env };
  afterAll(() => {
    for (const name of Object.keys(SECRETS)) {
      if (saved[name] === undefined) delete process.env[name];
      else process.env[name] = saved[name];
    }
  });

  it('is started without any key, address or setting of ours', async () => {
    Object.assign(process.env, SECRETS);
    const before = new Set(descendantsOf(process.pid).map(({ pid }) => pid));
    const browsers = createBrowserHost(LAUNCH);
    const started = await browsers.use(async (browser) => {
      const page = await browser.newPage();
      await page.setContent('contoh');
      return descendantsOf(process.pid).filter(({ pid }) => !before.has(pid));
    });
    await browsers.close();
    expect(started.length).toBeGreaterThan(2);
    for (const { environment } of started) {
      const names = environment.split('\0').flatMap((line) => line.split('=')[0] || []);
      for (const [name, value] of Object.entries(SECRETS)) {
        expect(names).not.toContain(name);
        expect(environment).not.toContain(value);
      }
      expect(names.filter((name) => /NETRA|MONGO|REDIS|SMTP|NODE|npm|VITEST/i.test(name))).toEqual([]);
    }
  });
});

/** Opens a page in a process of a person without rights, and says how its browser is held. */
const SHOW = `
  const { createBrowserHost } = await import('${resolve('dist/src/reach/browser-host.js')}');
  let sandbox;
  const host = createBrowserHost({ executablePath: ${JSON.stringify(LAUNCH.executablePath)}, onSandbox: (s) => { sandbox = s; } });
  await host.use(async (browser) => {
    const page = await browser.newPage();
    await page.setContent('contoh');
    console.log(JSON.stringify({ sandbox }));
    await new Promise((done) => process.stdin.once('data', done));
  });
  await host.close();
  process.exit(0);`;

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

describe('the sandbox of the browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'netra-anybody-'));
  chmodSync(folder, 0o755);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('cannot be had as root, and is said to be off then', async () => {
    expect(await trySandbox(LAUNCH)).toBe(isRoot ? 'off_as_root' : expect.stringMatching(/^(on|off_by_kernel)$/));
  });

  it('is on for whoever is not root, where the kernel allows it: pages in namespaces and filters of their own', async () => {
    const who = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
    const child = spawn(nodeForAnybody(folder), ['--input-type=module', '-e', SHOW], {
      ...who,
      env: { PATH: process.env.PATH, HOME: '/tmp' },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const { sandbox } = JSON.parse(line) as { sandbox: string };
    const renderers = descendantsOf(child.pid ?? 0).filter(({ pid }) =>
      readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('--type=renderer'),
    );
    const held = renderers.map(({ pid }) => ({
      hasOwnProcesses: readlinkSync(`/proc/${pid}/ns/pid`) !== readlinkSync(`/proc/${process.pid}/ns/pid`),
      hasOwnNetwork: readlinkSync(`/proc/${pid}/ns/net`) !== readlinkSync(`/proc/${process.pid}/ns/net`),
      isFiltered: /^Seccomp:\t2$/m.test(readFileSync(`/proc/${pid}/status`, 'utf8')),
    }));
    child.stdin.end('\n');
    await once(child, 'exit');
    expect(renderers.length).toBeGreaterThan(0);
    // A kernel that allows no user namespaces leaves the filter's absence as it is; `netra doctor` says so.
    const isOn = sandbox === 'on';
    expect(sandbox).toMatch(/^(on|off_by_kernel)$/);
    expect(held).toEqual(held.map(() => ({ hasOwnProcesses: isOn, hasOwnNetwork: isOn, isFiltered: isOn })));
  });
});
