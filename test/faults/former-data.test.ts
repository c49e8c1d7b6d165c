import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Core, openCore } from '../../src/app/core.js';
import { createLogger } from '../../src/app/log.js';
import { readConfig } from '../../src/config/read-config.js';
import { isPassword } from '../../src/console/access/password.js';
import { wordsOfName } from '../../src/domain/search.js';
import { createFolderStore } from '../../src/evidence/folder-store.js';
import { verifyPack } from '../../src/evidence/verify-pack.js';
import { runOnce } from '../integration/supervisor.js';
import { testServices } from '../support/test-services.js';
import { IS_WHOLE, printCounts } from './bench.js';
import { type FormerData, readFormer as readOf, restoreFormer } from './former-data.js';
import { auditVerify, openKilled, snapshotOf } from './former-opening.js';

// Of the last version whose log had no key; former-data/README.md says how it was made.

const VERSION = 'recorded';
const readFormer = (collection: string) => readOf(VERSION, collection);
const PASSWORD = 'Jembatan gantung 7 di hulu (contoh)';
/** Killed before each write of the opening, until there is none left; in short at the first ones. */
const KILLS = IS_WHOLE ? 100 : 2;

const VERDICTS = ['confirmed', 'dismissed', 'needs_context'];
const ADDED_TO = ['audit', 'migrations'];
const NEW = [
  'api_tokens',
  'audit_heads',
  'calibrations',
  'campaign_pictures',
  'drafts',
  'golden_flags',
  'notice_mails',
  'notices',
  'reason_templates',
  'remarks',
  'reports',
  'saved_views',
];
/** Kept beside the reviews since, and said by them: of a decided flag only. */
const FILLED = ['decidedVerdict', 'deciders', 'terms', 'family'];

let former: FormerData;

beforeEach(async () => {
  former = await restoreFormer(VERSION);
});
afterEach(() => former.close());

async function openNow(): Promise<Core> {
  const { config, secrets } = readConfig({ NETRA_DATA_DIR: former.dataDir });
  const { databaseName } = former;
  const log = createLogger('silent');
  const queuePrefix = databaseName;
  const clock = () => new Date();
  return openCore({ config, secrets, holdsNipKey: true, ...testServices(), clock, log, databaseName, queuePrefix });
}

/** What that version knew, asked of this one. */
async function expectAllThere({ storage }: Core): Promise<void> {
  for (const { _id } of readFormer('accounts')) {
    expect(await storage.accounts.findAccount(String(_id))).toBeDefined();
    expect(await storage.accounts.getNip(String(_id))).toMatch(/^1980010120060410\d\d$/);
  }
  const visited = readFormer('accounts').filter(({ cursor }) => cursor !== undefined);
  const cursors = await Promise.all(visited.map(({ _id }) => storage.accounts.findCursor(String(_id))));
  expect(cursors).toEqual(['kursor-contoh']);
  const packs = await createFolderStore(join(former.dataDir, 'evidence'));
  for (const { _id, text } of readFormer('activities'))
    expect(await storage.activities.findMarked(String(_id))).toMatchObject({ text: text ?? '' });
  const flags = readFormer('flags') as unknown as FormerFlag[];
  for (const { _id: flagId, state, evidence, reviews } of flags) {
    const flag = (await storage.flags.findFlag(flagId))!;
    expect(flag).toMatchObject({ state, evidence, reviews });
    expect(await verifyPack(packs, { flagId, ...flag.evidence! })).toMatchObject({ problems: [] });
  }
  expect(flags.flatMap(({ reviews }) => reviews.map(({ verdict }) => verdict)).toSorted()).toEqual(VERDICTS);
  for (const { officeCode, day, state } of readFormer('digests') as Record<string, string>[])
    expect(await storage.digests.findReceipt(officeCode!, day!)).toMatchObject({ state });
  for (const { username } of readFormer('users') as { username: string }[]) {
    const found = (await storage.users.findUserByUsername(username))!;
    expect(await isPassword(found.passwordHash, PASSWORD)).toBe(true);
  }
  const entries = readFormer('audit').length;
  const { ok, chain, contradictionCount } = await storage.audit.verify();
  expect({ ok, chain, contradictionCount }).toMatchObject({
    ok: true,
    chain: { plainEntries: entries },
    contradictionCount: 0,
  });
}

interface FormerFlag {
  readonly _id: string;
  readonly state: string;
  readonly evidence: object;
  readonly reviews: readonly { readonly verdict: string; readonly reviewerId: string }[];
}

/** As that version left it, once what was filled in is right. */
function withoutFilled(document: unknown): object {
  const { state, reviews, ...flag } = document as FormerFlag & Record<string, unknown>;
  const isDecided = state === 'decided';
  expect(flag.decidedVerdict).toBe(isDecided ? reviews.at(-1)!.verdict : undefined);
  expect(flag.terms).toBeInstanceOf(Array);
  expect(flag.family).toMatch(/^[\w-]{16}$/);
  expect(flag.deciders).toEqual(isDecided ? [reviews.at(-1)!.reviewerId] : undefined);
  return Object.fromEntries(Object.entries({ state, reviews, ...flag }).filter(([name]) => !FILLED.includes(name)));
}

/** The same of an account, whose name is looked up by its words since. */
function withoutNameWords(document: unknown): object {
  const { nameWords, ...account } = document as { name: string; nameWords: string[] };
  expect(nameWords).toEqual(account.name.toLowerCase().split(' '));
  return account;
}

/** And of a person who logs in. */
function withoutWordsOfName(document: unknown): object {
  const { nameWords, ...user } = document as { displayName: string; nameWords: string[] };
  expect(nameWords).toEqual(wordsOfName(user.displayName));
  return user;
}

/** Of collections to which something was filled in. */
const AS_IT_WAS: Readonly<Record<string, (document: unknown) => unknown>> = {
  accounts: withoutNameWords,
  users: withoutWordsOfName,
  flags: withoutFilled,
};

it('is opened with all that was in it: people, flags, verdicts, packs, receipts, and a log that holds', async () => {
  const core = await openNow();
  await expectAllThere(core);
  await core.close();
  const opened = await snapshotOf(former.raw);
  for (const [name, documents] of Object.entries(opened)) {
    // The log goes on, and what was done to the data is written down; everything else is as that version left it.
    const before = ADDED_TO.includes(name) ? documents.slice(0, readFormer(name).length) : documents;
    if (!NEW.includes(name))
      expect(before.map(AS_IT_WAS[name] ?? ((document) => document)), name).toEqual(readFormer(name));
  }
  await (await openNow()).close();
  expect(await snapshotOf(former.raw)).toEqual(opened);
  const { code, stdout } = await runOnce(auditVerify(testServices().mongodbUri, former)).ended;
  expect({ code, ...JSON.parse(stdout) }).toMatchObject({ code: 0, ok: true });
  const counts = Object.entries(opened).map(([name, documents]) => [name, documents.length]);
  printCounts('data of the former version', { ...Object.fromEntries(counts), lost: 0 });
});

it('killed before any write of its opening, is opened by the next start as if nothing had been', async () => {
  let killed = 0;
  for (let before = 1; before <= KILLS; before += 1) {
    if (await openKilled(former, before)) break;
    killed += 1;
    const core = await openNow();
    await expectAllThere(core);
    await core.close();
    await former.close();
    former = await restoreFormer(VERSION);
  }
  expect(killed).toBeGreaterThan(1);
  printCounts('former version, killed while opening', { kills: killed, lost: 0, twice: 0 });
});
