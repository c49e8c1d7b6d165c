import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Queue } from 'bullmq';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Core } from '../../src/app/core.js';
import { judgeFile } from '../integration/crash-site.js';
import { until } from '../support/until.js';
import { IS_WHOLE, printCounts } from './bench.js';
import { runInTest } from './in-test.js';
import { stillRunning, sumMb, treeOf } from './process-tree.js';
import { openUpSite, type UpSite } from './up-site.js';

/** In whole past the place where the browser is replaced: 200 pages. */
const LOOKS = IS_WHOLE ? 5 : 2;
const CAPTURES_A_LOOK = IS_WHOLE ? 50 : 4;
const STOPS = IS_WHOLE ? 10 : 1;
const ACTS = 6_000;
const AT_ONCE = 2;
const PAGED = 2 * AT_ONCE;
/** What `docker-compose.yml` gives a worker to end in; who takes longer is killed. */
const GRACE_MS = 60_000;

let site: UpSite;
/** By the first test; none where the second runs alone. */
let openBefore = 0;
let actsBefore = 0;

beforeAll(async () => {
  site = await openUpSite({ NODE_OPTIONS: `--import ${resolve(import.meta.dirname, 'heap-probe.mjs')}` });
});
afterAll(() => site?.close());

it('captures page after page in the same memory, and leaves no process and no file behind', async () => {
  const { child, ended } = await site.up(runInTest);
  const { core, close } = await site.look();
  const looks = [];
  for (let look = 1; look <= LOOKS; look += 1) {
    // Acts that are meant to be marked alone, of which the rules say which are: what is measured is captures.
    const file = await site.writeActs({
      series: `urut-${look}`,
      isOnlyPaged: true,
      count: CAPTURES_A_LOOK * 100,
      paged: CAPTURES_A_LOOK,
    });
    expect(await site.run('import', file, '--json')).toMatchObject({ code: 0 });
    const { marked } = await judgeFile({ core }, file);
    expect(marked.length).toBeGreaterThan(CAPTURES_A_LOOK / 2);
    openBefore = await whenOpen(core, openBefore + marked.length);
    looks.push({ captures: openBefore, ...(await readerOf(child.pid!)) });
  }
  actsBefore = await countActs(core);
  const tree = treeOf(child.pid!);
  await close();
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
  expect({ left: stillRunning(tree), files: readdirSync(join(site.folder, 'tmp')) }).toEqual({ left: [], files: [] });
  printCounts('captures in a row', { looks, left: 0 });
  const [first, last] = [looks[0]!, looks.at(-1)!];
  expect(last.readerMb).toBeLessThan(1.5 * first.readerMb);
  expect(last.heldMb).toBeLessThan(first.heldMb + 2);
  expect(last.browserMb).toBeLessThan(1.5 * first.browserMb);
  expect(last.browserProcesses).toBeLessThanOrEqual(first.browserProcesses);
});

/** The process of `netra up` that meets pages, what it holds once its garbage is gone, and the browser under it. */
async function readerOf(pid: number) {
  const reader = treeOf(pid).find(({ command }) => command.includes('--queues'))!;
  const [own, ...browser] = treeOf(reader.mark.pid);
  return {
    readerMb: sumMb([own!]),
    heldMb: await heldBy(reader.mark.pid),
    browserMb: sumMb(browser),
    browserProcesses: browser.length,
  };
}

/** By `heap-probe.mjs`. */
async function heldBy(pid: number): Promise<number> {
  const path = join(site.folder, 'tmp', `held-${pid}.ndjson`);
  process.kill(pid, 'SIGUSR2');
  await until(() => existsSync(path) && readFileSync(path, 'utf8').endsWith('\n'), 'the reader tells what it holds');
  const { heldBytes } = JSON.parse(readFileSync(path, 'utf8'));
  rmSync(path);
  return Math.round((10 * heldBytes) / 2 ** 20) / 10;
}

it('SIGTERM amid captures and an import ends all, hands the jobs back, and the next start does each once', async () => {
  const [pages, acts, stops]: [string[], string[], Stop[]] = [[], [], []];
  for (let n = 0; n < STOPS; n += 1) {
    const paged = { count: PAGED * 100, paged: PAGED, isOnlyPaged: true };
    const first = await site.writeActs({ series: `halaman-${n}`, ...paged });
    const long = await site.writeActs({ series: `henti-${n}`, count: ACTS, paged: 0 });
    pages.push(first);
    acts.push(long);
    stops.push(await stopAmid(first, long));
  }
  site.pages.letGo();
  const { flags, expected, said } = await finish(pages, acts);
  const sealed = [...stops.map((stop) => stop.said), said].flatMap(sealedIn);
  expect(flags).toEqual({ sealing: 0, open: openBefore + expected.length, decided: 0, contrary: 0 });
  expect(sealed.toSorted()).toEqual(expected.toSorted());
  const [ms, handedBack] = [stops.map((stop) => stop.ms), stops.map((stop) => stop.handedBack)];
  printCounts('SIGTERM', {
    ms,
    handedBack,
    acts: STOPS * (ACTS + PAGED),
    flags: expected.length,
    lost: 0,
    twice: 0,
    left: 0,
  });
});

interface Stop {
  readonly ms: number;
  readonly handedBack: number;
  readonly said: string;
}

/** Both programs are told to stop while pages keep captures waiting and an import is in its middle. */
async function stopAmid(first: string, long: string): Promise<Stop> {
  // Each start comes one page further than the one before.
  site.pages.holdAfter(1);
  const { child, ended } = await site.up(runInTest);
  const { core, close } = await site.look();
  expect(await site.run('import', first, '--json')).toMatchObject({ code: 0 });
  await until(() => site.pages.held() === AT_ONCE, 'captures under way');
  const before = await countActs(core);
  const importing = runInTest(site.netra('import', long, '--json'));
  await until(async () => (await countActs(core)) > before, 'some of the file');
  await close();
  const tree = [...treeOf(child.pid!), ...treeOf(importing.child.pid!)];
  const startedAt = performance.now();
  importing.child.kill('SIGTERM');
  child.kill('SIGTERM');
  const { code, stderr: said } = await ended;
  const ms = Math.round(performance.now() - startedAt);
  expect(await importing.ended, 'ended by the signal').toMatchObject({ code: null });
  expect(code, said).toBe(0);
  expect(ms).toBeLessThan(GRACE_MS);
  expect(stillRunning(tree)).toEqual([]);
  // Broken off, and not waited for until the pages' own limit.
  expect(said.match(/"error":"CaptureInterruptedError"/g)).toHaveLength(AT_ONCE);
  return { ms, said, handedBack: await countHandedBack() };
}

/** With servers of ours on the same data, and no worker. */
async function countHandedBack(): Promise<number> {
  const { core, close } = await site.look();
  const jobs = new Queue('capture-evidence', { connection: { url: core.addresses.redisUrl }, prefix: 'netra' });
  const { active, ...waiting } = await jobs.getJobCounts('active', 'wait', 'delayed', 'prioritized');
  const { sealing } = await core.storage.flags.countFlagsByState();
  await jobs.close();
  await close();
  const handedBack = Object.values(waiting).reduce((sum, count) => sum + count, 0);
  expect(active).toBe(0);
  expect(handedBack).toBeGreaterThanOrEqual(AT_ONCE);
  expect(sealing).toBeGreaterThanOrEqual(handedBack);
  return handedBack;
}

/** What was cut off is imported again; what was in is known. */
async function finish(whole: readonly string[], cutOff: readonly string[]) {
  const { child, ended } = await site.up(runInTest);
  const { core, close } = await site.look();
  for (const file of cutOff) expect(await site.run('import', file, '--json')).toMatchObject({ code: 0 });
  const expected: string[] = [];
  for (const file of [...whole, ...cutOff]) expected.push(...(await judgeFile({ core }, file)).marked);
  await until(async () => (await core.storage.flags.countFlagsByState()).sealing === 0, 'every flag is open');
  const flags = await core.storage.flags.countFlagsByState();
  expect(await countActs(core)).toBe(actsBefore + STOPS * (ACTS + PAGED));
  const { stdout } = await site.run('evidence', 'verify', '--json');
  expect(JSON.parse(stdout)).toEqual({ packs: flags.open, broken: 0, orphans: 0 });
  await close();
  child.kill('SIGTERM');
  const { code, stderr: said } = await ended;
  expect(code, said).toBe(0);
  return { flags, expected, said };
}

async function countActs({ storage }: Core): Promise<number> {
  const { marked, unmarked } = await storage.activities.countActs();
  return marked + unmarked;
}

const sealedIn = (said: string) => [...said.matchAll(/"flagId":"([^"]+)".*evidence_sealed/g)].map(([, id]) => id!);

/** Asked for act by act: on a slow machine fifty captures may take longer than any one wait. */
async function whenOpen(core: Core, wanted: number): Promise<number> {
  for (let seen = 0; seen < wanted; ) {
    const before = seen;
    seen = await until(async () => {
      const { open } = await core.storage.flags.countFlagsByState();
      return open > before && open;
    }, `more than ${before} of ${wanted} captures`);
  }
  return wanted;
}
