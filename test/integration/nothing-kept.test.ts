import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Redis } from 'ioredis';
import { mongo } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantedStranger, plantedWord } from '../support/invented-acts.mjs';
import { until } from '../support/until.js';
import {
  type CrashSite,
  type Expected,
  judgeFile,
  judgeVisits,
  openCrashSite,
  queueVisits,
  writeActs,
} from './crash-site.js';
import { runOnce } from './supervisor.js';

const IMPORTED = 3_000;
const VISITED = 4;
const ACTS_A_VISIT = 250;

/** Stored in bulk and taken away again, as the content of acts that wait for the rules would be. */
const CONTROLS = Array.from({ length: 200 }, (_, n) => plantedWord(n, 'kendali'));

/** Each word with the files that hold it, of servers and programs; and what the programs said. */
interface Found {
  readonly files: ReadonlyMap<string, readonly string[]>;
  readonly log: string;
}

let site: CrashSite;
let temporary: string;
interface Planted {
  readonly ordinary: string[];
  readonly marked: string[];
}
let words: Planted;
/** Handles of strangers that the acts call. */
let strangers: Planted;
let found: Found;

beforeAll(async () => {
  site = await openCrashSite();
  temporary = mkdtempSync(join(tmpdir(), 'netra-sementara-'));
  // The programs' own temporary files and every line they log are looked through as well.
  const withMore = (env: NodeJS.ProcessEnv) => ({ ...env, TMPDIR: temporary, NETRA_LOG_LEVEL: 'trace', PLANTED: '1' });
  const path = await writeActs(site, { count: IMPORTED, series: 'biasa', isPlanted: true });
  const importing = site.netra('import', path, '--json');
  const imported = await runOnce({ ...importing, env: withMore(importing.env) }).ended;
  expect(imported, imported.stderr).toMatchObject({ code: 0 });

  const accounts = await queueVisits(site, VISITED);
  const visiting = site.visitor({ acts: ACTS_A_VISIT, hangs: false });
  const visitor = runOnce({ ...visiting, env: withMore(visiting.env) });
  await until(async () => (await countKnown()) === IMPORTED + VISITED * ACTS_A_VISIT, 'all acts');
  visitor.child.kill('SIGTERM');
  const visited = await visitor.ended;
  expect(visited.code, visited.stderr).toBe(0);

  const judged = [
    await judgeFile(site, path),
    await judgeVisits(site, accounts, { count: ACTS_A_VISIT, isPlanted: true }),
  ];
  const planted = (as: typeof plantedWord) => [
    Array.from({ length: IMPORTED }, (_, n) => as(n, 'biasa')),
    accounts.flatMap(({ handle }) => Array.from({ length: ACTS_A_VISIT }, (_, n) => as(n, handle))),
  ];
  words = partPlanted(judged, planted(plantedWord));
  strangers = partPlanted(judged, planted(plantedStranger));
  await storeControls();
  const neverKept = [...words.ordinary, ...strangers.ordinary, ...strangers.marked];
  const running = filesHolding([...neverKept, ...words.marked, ...CONTROLS]);
  await site.core.close();
  await site.services.stop();
  const stopped = filesHolding(neverKept);
  const files = new Map([...running].map(([word, paths]) => [word, [...paths, ...(stopped.get(word) ?? [])]] as const));
  found = { files, log: [imported.stdout, imported.stderr, visited.stdout, visited.stderr].join('\n') };
});
afterAll(async () => {
  await site?.close();
  rmSync(temporary, { recursive: true, force: true });
});

async function countKnown(): Promise<number> {
  const { marked, unmarked } = await site.core.storage.activities.countActs();
  return marked + unmarked;
}

function partPlanted(judged: readonly Expected[], planted: readonly (readonly string[])[]): Planted {
  const parted: Planted = { ordinary: [], marked: [] };
  for (const [source, { all, marked }] of judged.entries()) {
    const isMarked = new Set(marked);
    for (const [n, id] of all.entries()) parted[isMarked.has(id) ? 'marked' : 'ordinary'].push(planted[source]![n]!);
  }
  return parted;
}

async function storeControls(): Promise<void> {
  const { mongodbUri, redisUrl } = site.services;
  const client = await mongo.MongoClient.connect(mongodbUri, { writeConcern: { w: 'majority', j: true } });
  const collection = client.db().collection('kendali');
  await collection.insertMany(CONTROLS.map((word) => ({ state: 'menunggu', text: `kerja bakti di balai RW ${word}` })));
  await collection.updateMany({}, { $unset: { text: '' } });
  await client.close();
  const redis = new Redis(redisUrl);
  await redis.mset(Object.fromEntries(CONTROLS.map((word, n) => [`kendali-${n}`, word])));
  await redis.del(CONTROLS.map((_, n) => `kendali-${n}`));
  await redis.quit();
}

/** In raw bytes: what a server has deleted, or keeps in its journal, is still there. */
function filesHolding(sought: readonly string[]): Map<string, string[]> {
  const holding = new Map(sought.map((word): [string, string[]] => [word, []]));
  for (const path of [join(site.folder, 'servers'), join(site.folder, 'data'), temporary].flatMap(filesBelow)) {
    for (const word of wordsIn(readFileSync(path).toString('latin1'))) {
      const paths = holding.get(word);
      if (paths && !paths.includes(path)) paths.push(relative(site.folder, path));
    }
  }
  return holding;
}

/** Every piece of the length of a planted word, whatever stands around it: one pass, however many are sought. */
function* wordsIn(bytes: string): Generator<string> {
  const { length } = plantedWord(0, '');
  for (const [run] of bytes.matchAll(/[A-Za-z0-9]{14,}/g)) {
    for (let at = 0; at + length <= run.length; at += 1) yield run.slice(at, at + length);
  }
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** How many of these words lie in a file below this folder. */
function countIn(folder: string, sought: readonly string[]): number {
  return sought.filter((word) => found.files.get(word)?.some((path) => path.startsWith(folder))).length;
}

describe('of acts that no rule marks', () => {
  it('most are such', () => {
    expect(words.ordinary.length).toBeGreaterThan(50 * words.marked.length);
    expect(words.marked.length).toBeGreaterThan(10);
  });

  it('the search would find what lay in MongoDB or Redis for a moment only', () => {
    expect(countIn('servers/mongo/', CONTROLS)).toBeGreaterThan(0.9 * CONTROLS.length);
    expect(countIn('servers/redis/', CONTROLS)).toBeGreaterThan(0.9 * CONTROLS.length);
  });

  it('and finds the words of marked ones, in MongoDB alone', () => {
    expect(countIn('servers/mongo/', words.marked)).toBeGreaterThan(0.9 * words.marked.length);
    expect(countIn('servers/redis/', words.marked)).toBe(0);
  });

  it('no word is in a file of a server or of a program', () => {
    expect(words.ordinary.filter((word) => found.files.get(word)!.length > 0)).toEqual([]);
  });

  it('no stranger is named in a file, of those whom marked acts call neither', () => {
    const named = [...strangers.ordinary, ...strangers.marked].filter((handle) => found.files.get(handle)!.length > 0);
    expect(named).toEqual([]);
  });

  it('no word was logged, of marked ones neither', () => {
    expect(
      [...words.ordinary, ...words.marked, ...strangers.ordinary, ...strangers.marked].filter((word) =>
        found.log.includes(word),
      ),
    ).toEqual([]);
  });
});
