import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { type SampleNetwork, startSampleNetwork } from '../../src/demo/sample-network.js';
import type { ImportLine } from '../../src/domain/import-line.js';
import { readImportFile } from '../../src/intake/acts/read-import-file.js';
import { parseAccountsCsv } from '../../src/intake/registry/registry-accounts.js';
import { parseOfficesCsv } from '../../src/intake/registry/registry-offices.js';
import { loadRegionCheck } from '../../src/intake/registry/registry-regions.js';
import { createBlueskyCollector } from '../../src/platforms/bluesky/bluesky-collector.js';
import { loadRecipes } from '../../src/platforms/web/load-recipes.js';
import { createWebCollector } from '../../src/platforms/web/web-collector.js';
import { createBrowserHost } from '../../src/reach/browser-host.js';
import { createRobots } from '../../src/reach/robots.js';
import { DEFAULT_USER_AGENT } from '../../src/reach/user-agent.js';
import { readYamlFile } from '../../src/rules/files/yaml-file.js';
import { actsOf, visit } from '../platforms/collector.contract.js';
import { hostsOf } from '../platforms/local-hosts.js';

const dataDir = mkdtempSync(join(tmpdir(), 'netra-sample-'));
const clock = () => new Date('2026-11-22T02:00:00Z');
const start = () => startSampleNetwork({ dataDir, clock, log: () => {} });
let network: SampleNetwork | undefined;

afterAll(async () => {
  await network?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Every act of every Bluesky account that its own script says can be read, as the collector reads it. */
async function readAll(from: SampleNetwork) {
  const collector = createBlueskyCollector({
    service: from.blueskyService,
    plcDirectory: from.plcDirectory,
    appUrl: from.appUrl,
    clock,
    allowPrivateHosts: hostsOf(from.blueskyService, from.plcDirectory),
  });
  const acts = from.expected.acts.filter((act) => act.platform === 'bluesky' && act.handle !== 'tuti-lama.contoh.test');
  const handles = [...new Set(acts.map((act) => act.handle))];
  const since = new Date('2026-01-01T00:00:00Z');
  const visits = await Promise.all(handles.map((handle) => visit(collector, { platform: 'bluesky', handle, since })));
  return visits.flatMap(actsOf);
}

let firstStartMs: number;
let first: Awaited<ReturnType<typeof readAll>>;

it('gives collectors every act of its script', async () => {
  const started = performance.now();
  network = await start();
  firstStartMs = performance.now() - started;
  first = await readAll(network);
  const wanted = network.expected.acts.filter((a) => a.platform === 'bluesky' && a.handle !== 'tuti-lama.contoh.test');
  expect(first.map((act) => act.externalId).sort()).toEqual(wanted.map((act) => act.externalId).sort());
  const kindOf = new Map(first.map((act) => [act.externalId, act.kind]));
  for (const act of wanted) expect(kindOf.get(act.externalId)).toBe(act.kind);
  for (const act of first.filter(({ kind }) => kind !== 'post')) expect(act.target?.account?.handle).toMatch(/contoh/);
});

it('adds nothing twice after a start that was cut off while it wrote', async () => {
  await network!.stop();
  const file = join(dataDir, 'network.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), isSeeded: false }));
  network = await start();
  expect(await readAll(network)).toEqual(first);
});

it('gives exactly the same after a later start, with one account under a new name', async () => {
  const accounts = readFileSync(network!.accountsCsv, 'utf8');
  await network!.stop();
  const started = performance.now();
  network = await start();
  expect(performance.now() - started).toBeLessThan(firstStartMs);
  expect(await readAll(network)).toEqual(first);
  expect(readFileSync(network.accountsCsv, 'utf8')).toBe(accounts);
  const did = network.expected.acts.find((act) => act.handle === 'tuti-lama.contoh.test')?.externalId.split('/')[2];
  const document = await (await fetch(`${network.plcDirectory}/${did}`)).json();
  expect(document).toMatchObject({ id: did, alsoKnownAs: ['at://tuti-baru.contoh.test'] });
});

it('makes no second account where a start was cut off after the renaming', async () => {
  await network!.stop();
  const file = join(dataDir, 'network.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), isRenamed: false }));
  network = await start();
  const path = '/xrpc/com.atproto.identity.resolveHandle?handle=tuti-lama.contoh.test';
  const lookUp = new URL(path, network.blueskyService);
  expect((await fetch(lookUp)).status).toBe(400);
});

it('shows a post as a page without letting its text become markup', async () => {
  const act = network!.expected.acts.find(({ example }) => example === 'quoted')!;
  const rkey = act.externalId.split('/').at(-1);
  const page = await (await fetch(`${network!.appUrl}/profile/${act.handle}/post/${rkey}`)).text();
  expect(page).toContain('&quot;pokoknya coblos nomor 1!&quot;');
  expect((await fetch(`${network!.appUrl}/profile/${act.handle}/post/3tidakada`)).status).toBe(404);
});

it('has pages that the recipe of the repository reads, and walls that it only records', async () => {
  const path = 'rules/recipes/papan-warga-contoh.yaml';
  const executablePath = execFileSync('which', ['chromium-headless-shell'], { encoding: 'utf8' }).trim();
  const browsers = createBrowserHost({ executablePath });
  const out = { allowPrivateHosts: hostsOf(network!.siteUrl) };
  const collector = createWebCollector({
    browsers,
    out,
    userAgent: DEFAULT_USER_AGENT,
    robots: createRobots({ ...out, userAgent: DEFAULT_USER_AGENT, clock }),
    recipes: loadRecipes([{ path, source: readFileSync(path) }], readYamlFile),
    clock,
    timeoutMs: 15_000,
  });
  const since = new Date('2026-01-01T00:00:00Z');
  const read = (key: string) =>
    visit(collector, { platform: 'web', handle: `${network!.siteUrl}/warga/${key}`, since });
  const wanted = network!.expected.acts.filter((act) => act.platform === 'web');
  const visits = await Promise.all(['pak-salim', 'bu-endang', 'karaeng-t', 'mama-yuli', 'kosong'].map(read));
  const acts = visits.flatMap(actsOf);
  const essence = (all: readonly { externalId: string; kind: string; text: string }[]) =>
    all.map(({ externalId, kind, text }) => `${externalId} ${kind} ${text}`).sort();
  expect(essence(acts)).toEqual(essence(wanted));
  const reasonOf = async (key: string) =>
    (await read(key)).flatMap((event) => (event.type === 'signal_hidden' ? [event.reason] : []))[0];
  expect(await reasonOf('tertutup')).toBe('login_wall');
  expect(await reasonOf('hilang')).toBe('gone');
  expect(await reasonOf('lambat')).toBe('timeout');
  await browsers.close();
});

it('has an import file every line of which can be read', async () => {
  const lines: ImportLine[] = [];
  for await (const line of readImportFile(network!.importFile, { clock })) lines.push(line);
  expect(lines.flatMap((line) => ('error' in line ? [line.error] : []))).toEqual([]);
  const wanted = network!.expected.acts.filter((act) => act.platform !== 'bluesky' && act.platform !== 'web');
  expect(lines.map((line) => ('activity' in line ? line.activity.externalId : ''))).toEqual(
    wanted.map((act) => act.externalId),
  );
});

it('has registry files that the registry takes without a fault', async () => {
  const file = (path: string) => ({ name: path, bytes: readFileSync(path) });
  const isRegion = await loadRegionCheck();
  const offices = parseOfficesCsv(file(network!.officesCsv), { known: [], isRegion });
  if ('issues' in offices) return expect(offices.issues).toEqual([]);
  const accounts = parseAccountsCsv(file(network!.accountsCsv), { offices: offices.offices, now: clock() });
  if ('issues' in accounts) return expect(accounts.issues).toEqual([]);
  expect(accounts.drafts).toHaveLength(network!.expected.accounts);
  const zones = new Set(offices.offices.map((office) => office.timeZone));
  expect(zones).toEqual(new Set(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']));
});
