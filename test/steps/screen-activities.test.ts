import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../src/domain/account.js';
import type { Activity } from '../../src/domain/activity.js';
import { type ScreenDeps, screenActivities } from '../../src/steps/screen-activities.js';
import { anAccountDraft, openTestCore, saveOffice, type TestCore } from '../support/core.js';
import { fakeScreener } from '../support/fake-screener.js';

const NOW = new Date('2026-11-20T03:00:00Z');
let test: TestCore;
let account: Account;
let evidence: string[] = [];

beforeAll(async () => {
  test = await openTestCore({ clock: () => NOW });
  await saveOffice(test.core);
  const draft = anAccountDraft(1);
  await test.core.storage.accounts.saveAccounts([draft]);
  account = (await test.core.storage.accounts.findAccountByHandle(draft.platform, draft.handle))!;
});
afterAll(() => test.close());

const deps = (changes: Partial<ScreenDeps> = {}): ScreenDeps => ({
  ...test.core.storage,
  screener: () => fakeScreener(),
  enqueueEvidence: async (ids) => void evidence.push(...ids),
  isPublicHandle: (handle) => handle.startsWith('kpu'),
  clock: () => NOW,
  ...changes,
});

async function store(externalId: string, text: string): Promise<Activity> {
  const collected = { kind: 'post' as const, externalId, text, publishedAt: NOW };
  const activity: Activity = {
    ...collected,
    id: test.core.activityId(account, collected),
    accountId: account.id,
    platform: 'bluesky',
    source: 'bluesky',
    collectedAt: NOW,
  };
  await test.core.storage.activities.savePendingOnce([activity]);
  return activity;
}

describe('screening stored acts', () => {
  it('flags what a rule marks and keeps nothing but a hash of the rest', async () => {
    const marked = await store('m', 'ini TANDA');
    const plain = await store('p', 'resep sayur asem');
    evidence = [];
    expect(await screenActivities(deps(), [marked.id, plain.id])).toEqual({ screened: 2, flagged: 1 });
    expect(evidence).toEqual([marked.id]);
    expect(await test.core.storage.flags.findFlag(marked.id)).toMatchObject({
      state: 'sealing',
      ruleset: 'sha256:rules-1',
    });
    expect(await test.core.storage.activities.findMarked(marked.id)).toMatchObject({ text: 'ini TANDA' });
    expect(await test.core.storage.activities.findMarked(plain.id)).toBeUndefined();
  });

  it('marks nothing twice, however often the batch or the act comes back', async () => {
    const marked = await store('twice', 'TANDA lagi');
    await screenActivities(deps(), [marked.id]);
    await store('twice', 'TANDA lagi');
    expect(await screenActivities(deps(), [marked.id])).toEqual({ screened: 0, flagged: 0 });
  });

  it('mends a crash between the flag and the content by doing the batch again', async () => {
    const marked = await store('crash', 'TANDA runtuh');
    const crashing = deps({
      activities: { ...test.core.storage.activities, recordScreening: () => Promise.reject(new Error('killed')) },
    });
    await expect(screenActivities(crashing, [marked.id])).rejects.toThrow('killed');
    evidence = [];
    await screenActivities(deps(), [marked.id]);
    expect(evidence).toEqual([]);
    // Its evidence job is found again by `recoverLost`, which asks for flags in sealing.
    expect(await test.core.storage.flags.listSealingIds({ before: new Date(NOW.getTime() + 1), limit: 100 })).toContain(
      marked.id,
    );
  });

  it('hides third parties in what it keeps, and can still be recomputed byte for byte', async () => {
    const marked = await store('mask', 'TANDA @tetangga.test dan @kpu.go.id');
    await screenActivities(deps(), [marked.id]);
    const kept = await test.core.storage.activities.findMarked(marked.id);
    expect(kept?.text).toBe(`TANDA @${'•'.repeat('tetangga.test'.length)} dan @kpu.go.id`);
  });

  it('keeps the text where masking would change the verdict', async () => {
    const marked = await store('unmaskable', 'TANDA @tetangga.test');
    const screener = fakeScreener();
    const picky = {
      ...screener,
      screen: (input: Parameters<typeof screener.screen>[0]) => ({
        ...screener.screen(input),
        engine: String(input.text.includes('tetangga')),
      }),
    };
    await screenActivities(deps({ screener: () => picky }), [marked.id]);
    expect((await test.core.storage.activities.findMarked(marked.id))?.text).toBe('TANDA @tetangga.test');
  });
});
