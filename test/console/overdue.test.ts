import { afterAll, beforeAll, expect, it } from 'vitest';
import { countsOf } from '../../src/domain/digest-detail.js';
import { OVERDUE_AFTER_MS } from '../../src/domain/flag.js';
import { saveFlags } from '../storage/builders.js';
import { openRaw } from '../support/keys-site.js';
import { type ConsoleFixture, callAs, startConsoleFixture } from './console-fixture.js';
import { match, NOW } from './sample.js';

let fixture: ConsoleFixture;
beforeAll(async () => {
  fixture = await startConsoleFixture({ acts: [] });
});
afterAll(() => fixture.close());

/** One invented flag by when it was made and when it opened, in milliseconds around the moment that makes overdue. */
async function aFlag(id: string, made: number, opened?: number): Promise<void> {
  const at = (ms: number) => new Date(NOW.getTime() - OVERDUE_AFTER_MS + ms);
  await saveFlags(fixture.storage, [
    {
      id,
      activityId: id,
      accountId: fixture.accountIds[0]!,
      officeCode: 'SBY-DINKES',
      region: '35.78',
      platform: 'bluesky',
      kind: 'post',
      actedAt: at(made),
      stage: 'campaign',
      matches: [match('call-to-vote', [])],
      cleared: [],
      ruleset: 'sha256:contoh',
      elections: 'sha256:contoh',
      engine: '0.1.0',
      createdAt: at(made),
    },
  ]);
  if (opened === undefined) return;
  const seal = { manifestSha256: '0'.repeat(64), sealedAt: at(opened), items: [], missing: [] };
  await fixture.storage.flags.openFlag(id, seal, at(opened));
}

it('is the same in the console and in the digest, counted from when a flag opened', async () => {
  await aFlag('opened-just-in-time', -3_600_000, 1);
  await aFlag('opened-on-the-moment', -3_600_000, 0);
  await aFlag('opened-too-long-ago', -3_600_000, -1);
  await aFlag('still-sealing', -3_600_000);
  const { items } = (await (await callAs(fixture.app, 'reviewer')).get('/api/flags')).json();
  const overdue = items.filter((item: { isOverdue: boolean }) => item.isOverdue).map((item: { id: string }) => item.id);
  expect(overdue).toEqual(['opened-too-long-ago']);
  const office = { officeCodes: ['SBY-DINKES'], from: NOW, to: NOW, now: NOW, weekEnd: NOW };
  const found = await fixture.storage.flags.findForDigest(office);
  expect(countsOf({ ...found, decidedAs: {} })).toMatchObject({ waiting: 4, overdue: overdue.length });
});

it('is nothing that waits for an answer, in either, until the day of that is over', async () => {
  const raw = await openRaw(fixture.databaseName);
  for (const [id, waits] of [
    ['asked-and-waiting', 60_000],
    ['asked-and-late', -60_000],
  ] as const) {
    await aFlag(id, -3_600_000, -1);
    const question = { to: 'a', day: '2026-11-20', by: 'b', at: NOW, until: NOW };
    const waitsUntil = new Date(NOW.getTime() + waits);
    await raw
      .collection('flags')
      .updateOne({ _id: id as never }, { $set: { question: { ...question, until: waitsUntil, waitsUntil } } });
  }
  await raw.close();
  const { items } = (await (await callAs(fixture.app, 'reviewer')).get('/api/flags?due=overdue')).json();
  expect(items.map((item: { id: string }) => item.id).sort()).toEqual(['asked-and-late', 'opened-too-long-ago']);
  const office = { officeCodes: ['SBY-DINKES'], from: NOW, to: NOW, now: NOW, weekEnd: NOW };
  expect((await fixture.storage.flags.findForDigest(office)).overdue).toBe(2);
});
