import { afterAll, beforeAll, expect, it } from 'vitest';
import { importDeps } from '../../src/app/judging.js';
import type { ImportLine } from '../../src/domain/import-line.js';
import type { Screener } from '../../src/domain/screening.js';
import { importActivities } from '../../src/steps/import-activities.js';
import { tryImportDeps } from '../../src/steps/try-import.js';
import { findByHandle } from '../storage/builders.js';
import { anAccountDraft, openTestCore, saveOffice, type TestCore } from '../support/core.js';
import { fakeScreener } from '../support/fake-screener.js';

const NOW = new Date('2026-11-20T03:00:00Z');
let test: TestCore;
beforeAll(async () => {
  test = await openTestCore({ clock: () => NOW });
  await saveOffice(test.core);
  await test.core.storage.accounts.saveAccounts([anAccountDraft(1), anAccountDraft(2, { proof: 'claimed' })]);
});
afterAll(() => test.close());

const aLine = (
  line: number,
  text: string,
  { handle = 'pegawai-1.contoh.test', on = '2026-11-19' } = {},
): ImportLine => ({
  line,
  platform: 'bluesky',
  handle,
  activity: { kind: 'post', externalId: `baris-${line}`, text, publishedAt: new Date(`${on}T03:00:00Z`) },
});
const screener = fakeScreener();
let isBroken = true;
const breaking: Screener = {
  ...screener,
  screen(input) {
    if (isBroken && input.text.includes('racun')) throw new Error(`kata ${input.text}`);
    return screener.screen(input);
  },
};
async function* stream(lines: readonly ImportLine[]) {
  yield* lines;
}
const run = (lines: readonly ImportLine[]) =>
  importActivities(
    importDeps(test.core, () => breaking),
    stream(lines),
    { actor: 'system:test' },
  );

const LINES: ImportLine[] = [
  aLine(1, 'TANDA satu'),
  aLine(2, 'racun'),
  { line: 3, error: 'rusak', hint: 'perbaiki', reason: 'unreadable' },
  aLine(4, 'biasa', { handle: '@Pegawai-1.CONTOH.test' }),
  aLine(5, 'biasa', { handle: 'orang-lain.test' }),
  aLine(6, 'biasa', { handle: 'pegawai-2.contoh.test' }),
  aLine(7, 'biasa', { on: '2025-12-30' }),
];

it('counts each line once, and names the line of an act that could not be judged', async () => {
  const report = await run(LINES);
  expect(report).toEqual({
    lines: 7,
    newActivities: 2,
    knownActivities: 0,
    cut: 0,
    skipped: { unreadable: 1, failed_to_judge: 1, unregistered_account: 1, unproven: 1, outside_mandate: 1 },
    faults: [
      { line: 2, error: 'Baris ini tidak dapat dinilai.', hint: expect.stringContaining('impor lagi') },
      { line: 3, error: 'rusak', hint: 'perbaiki' },
    ],
  });
  const account = (await findByHandle(test.core.storage, 'bluesky', 'pegawai-1.contoh.test'))!;
  const [entry] = await test.core.storage.coverage.listCoverageOf(account.id, '2026-11-20');
  expect(entry).toMatchObject({ observation: { state: 'seen', count: 3 }, skipped: { failed_to_judge: 1 } });
});

it('judges such an act when the file is imported again after the rule was mended', async () => {
  isBroken = false;
  const report = await run(LINES);
  expect(report).toMatchObject({ lines: 7, newActivities: 1, knownActivities: 2 });
  expect(report.skipped).not.toHaveProperty('failed_to_judge');
});

it('knows an account by the number under which it is registered, and never by a handle that somebody else took', async () => {
  const { accounts } = test.core.storage;
  await accounts.saveAccounts([
    anAccountDraft(3, { platform: 'tiktok', handle: 'id:6801' }),
    anAccountDraft(4, { platform: 'tiktok', handle: 'lama.contoh' }),
  ]);
  const { id } = (await findByHandle(test.core.storage, 'tiktok', 'lama.contoh'))!;
  await accounts.recordIdentity(id, { externalId: '6802', handle: 'lama.contoh' });
  const aVideo = (line: number, handle: string, authorId?: string): ImportLine => ({
    ...(aLine(line, `video ${line}`) as Extract<ImportLine, { activity: object }>),
    platform: 'tiktok',
    handle,
    authorId,
  });
  const report = await run([
    aVideo(101, 'nama.baru', '6801'),
    aVideo(102, 'id:6801', '6801'),
    aVideo(103, '6801'),
    aVideo(104, 'lama.contoh', '6802'),
    aVideo(105, 'lama.contoh', '6899'),
  ]);
  expect(report).toMatchObject({ newActivities: 3, skipped: { unregistered_account: 2 }, faults: [] });
});

it('in a trial counts the same and writes nothing', async () => {
  const lines = [...LINES, aLine(8, 'baru'), aLine(9, 'baru', { handle: 'orang-lain.test' })];
  const before = await countsOf();
  const deps = tryImportDeps({ ...test.core.storage, ...test.core });
  const tried = await importActivities(deps, stream(lines), { actor: 'system:test' });
  expect(tried).toMatchObject({
    newActivities: 1,
    knownActivities: 3,
    skipped: { unregistered_account: 2, unreadable: 1 },
  });
  expect(await countsOf()).toEqual(before);
  expect(await run(lines)).toEqual(tried);
});

async function countsOf() {
  const { activities, audit } = test.core.storage;
  return [await activities.countActs(), (await audit.getHead()).seq];
}
