import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../src/domain/account.js';
import type { Activity } from '../../src/domain/activity.js';
import { RuleFailedError } from '../../src/domain/errors.js';
import type { Screener } from '../../src/domain/screening.js';
import type { SetAside } from '../../src/steps/judge-acts.js';
import type { TakeInDeps } from '../../src/steps/take-in-acts.js';
import { findByHandle } from '../storage/builders.js';
import { anAccountDraft, openTestCore, saveOffice, type TestCore, takeInBy } from '../support/core.js';
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
  account = (await findByHandle(test.core.storage, draft.platform, draft.handle))!;
});
afterAll(() => test.close());

function anAct(externalId: string, text: string): Activity {
  const collected = { kind: 'post' as const, externalId, text, publishedAt: NOW };
  const from = { accountId: account.id, platform: 'bluesky', source: 'bluesky', collectedAt: NOW } as const;
  return { ...collected, ...from, id: test.core.activityId(account, collected) };
}

const enqueueEvidence = async (ids: readonly string[]) => void evidence.push(...ids);
const takeIn = (acts: readonly Activity[], changes: Partial<TakeInDeps> = {}) =>
  takeInBy(test.core, () => fakeScreener(), { enqueueEvidence, ...changes })(acts);

/** Storage on which one step is never done, as if the process had been killed before it. */
const dyingBefore = (step: 'saveMarkedOnce' | 'saveUnmarkedOnce'): Partial<TakeInDeps> => ({
  activities: { ...test.core.storage.activities, [step]: () => Promise.reject(new Error('killed')) },
});

describe('taking acts in', () => {
  it('flags what a rule marks and keeps nothing but a hash of the rest', async () => {
    const [marked, plain] = [anAct('m', 'ini TANDA'), anAct('p', 'resep sayur asem')];
    evidence = [];
    const taken = await takeIn([marked, plain]);
    expect(taken).toEqual({ newActivities: 2, knownActivities: 0, flagIds: [marked.id], setAside: [] });
    expect(evidence).toEqual([marked.id]);
    const flag = await test.core.storage.flags.findFlag(marked.id);
    expect(flag).toMatchObject({ state: 'sealing', ruleset: 'sha256:rules-1' });
    expect(await test.core.storage.activities.findMarked(marked.id)).toMatchObject({ text: 'ini TANDA' });
    expect(await test.core.storage.activities.findMarked(plain.id)).toBeUndefined();
    expect(await test.core.storage.activities.countActs()).toEqual({ marked: 1, unmarked: 1 });
  });

  it('judges and marks nothing twice, however often an act comes back', async () => {
    const [marked, plain] = [anAct('twice', 'TANDA lagi'), anAct('plain', 'biasa')];
    await takeIn([marked, plain, marked]);
    const judged: string[] = [];
    const screener = watching(fakeScreener(), (id) => judged.push(id));
    const again = await takeInBy(test.core, () => screener)([marked, plain, marked]);
    expect(again).toEqual({ newActivities: 0, knownActivities: 3, flagIds: [], setAside: [] });
    expect(judged).toEqual([]);
  });

  it('counts an act that stands twice in one batch as known the second time', async () => {
    const acts = ['a', 'b', 'a'].map((name) => anAct(`pair-${name}`, 'TANDA pasangan'));
    expect(await takeIn(acts)).toMatchObject({ newActivities: 2, knownActivities: 1 });
  });

  it('is done by one rule set, though a new one comes into force meanwhile', async () => {
    const acts = Array.from({ length: 5 }, (_, n) => anAct(`set-${n}`, `TANDA ${n}`));
    let version = 0;
    const { flagIds } = await takeInBy(test.core, () => fakeScreener(String(++version)))(acts);
    const flags = await Promise.all(flagIds.map((id) => test.core.storage.flags.findFlag(id)));
    expect(flags.map((flag) => flag?.ruleset)).toEqual(Array(5).fill('sha256:rules-1'));
  });

  it.each(['saveMarkedOnce', 'saveUnmarkedOnce'] as const)(
    'is mended by doing it again after a crash before %s',
    async (step) => {
      const [marked, plain] = [anAct(`crash-${step}`, 'TANDA runtuh'), anAct(`crash-plain-${step}`, 'biasa')];
      evidence = [];
      await expect(takeIn([marked, plain], dyingBefore(step))).rejects.toThrow('killed');
      expect(evidence).toEqual([]);
      await takeIn([marked, plain]);
      const known = await test.core.storage.activities.findKnownIds([marked.id, plain.id]);
      expect(known.size).toBe(2);
      // Either it was queued now, or `recoverLost` finds it, which asks for flags in sealing.
      const before = new Date(NOW.getTime() + 1);
      expect(await test.core.storage.flags.listSealingIds({ before, limit: 100 })).toContain(marked.id);
    },
  );

  it('forgets the acts of an account that left the registry, like unmarked ones', async () => {
    const gone = { ...anAct('gone', 'TANDA pergi'), accountId: 'tidak-terdaftar' };
    expect(await takeIn([gone])).toMatchObject({ newActivities: 1, flagIds: [] });
    expect(await test.core.storage.activities.findMarked(gone.id)).toBeUndefined();
  });

  it('hides third parties in what it keeps', async () => {
    const marked = anAct('mask', 'TANDA @tetangga.test dan @kpu.go.id');
    await takeIn([marked]);
    const kept = await test.core.storage.activities.findMarked(marked.id);
    expect(kept?.text).toBe(`TANDA @${'•'.repeat('tetangga.test'.length)} dan @kpu.go.id`);
  });

  it('keeps the text where masking would change the verdict', async () => {
    const marked = anAct('unmaskable', 'TANDA @tetangga.test');
    const screener = fakeScreener();
    const screen: Screener['screen'] = (input) => ({
      ...screener.screen(input),
      engine: String(input.text.includes('tetangga')),
    });
    await takeIn([marked], { screener: () => ({ ...screener, screen }) });
    expect((await test.core.storage.activities.findMarked(marked.id))?.text).toBe('TANDA @tetangga.test');
  });
});

describe('an act on which a rule throws', () => {
  const poison: Screener = watching(fakeScreener(), (_id, text) => {
    if (text.includes('racun')) throw new RuleFailedError('contoh', new Error(`kata ${text}`));
  });

  it('is set aside with its id and rule, stays unknown, and its neighbours go on', async () => {
    const acts = [anAct('n-1', 'TANDA satu'), anAct('n-2', 'racun TANDA'), anAct('n-3', 'biasa')];
    const told: SetAside[] = [];
    const taken = await takeIn(acts, { screener: () => poison, onSetAside: (act) => void told.push(act) });
    expect(taken).toMatchObject({ newActivities: 2, knownActivities: 0, flagIds: [acts[0]!.id] });
    expect(told).toEqual([{ activityId: acts[1]!.id, rule: 'contoh', error: expect.any(RuleFailedError) }]);
    const known = await test.core.storage.activities.findKnownIds(acts.map((act) => act.id));
    expect([...known].sort()).toEqual([acts[0]!.id, acts[2]!.id].sort());
  });

  it('is judged when it comes again after the rule was mended', async () => {
    const act = anAct('later', 'racun TANDA nanti');
    expect(await takeIn([act], { screener: () => poison })).toMatchObject({ newActivities: 0, flagIds: [] });
    expect(await takeIn([act])).toMatchObject({ newActivities: 1, flagIds: [act.id], setAside: [] });
  });

  it('is set aside too where what throws is masking', async () => {
    const screener = {
      ...fakeScreener(),
      ticketAccounts: () => {
        throw new Error('rusak');
      },
    };
    const acts = [anAct('mask-1', 'TANDA @seseorang.test'), anAct('mask-2', 'TANDA tanpa sebutan')];
    const taken = await takeIn(acts, { screener: () => screener });
    expect(taken).toMatchObject({ newActivities: 1, flagIds: [acts[1]!.id] });
    expect(taken.setAside).toMatchObject([{ activityId: acts[0]!.id, rule: undefined }]);
  });
});

function watching(screener: Screener, see: (id: string, text: string) => void): Screener {
  return {
    ...screener,
    screen(input) {
      see(input.id, input.text);
      return screener.screen(input);
    },
  };
}

it('of the longest acts leaves the process free between any two of them', async () => {
  let turn = 0;
  let counting: NodeJS.Immediate;
  const count = () => {
    turn += 1;
    counting = setImmediate(count);
  };
  count();
  const judgedIn = new Set<number>();
  const plain = fakeScreener();
  const screen: Screener['screen'] = (input) => {
    judgedIn.add(turn);
    return plain.screen(input);
  };
  const acts = Array.from({ length: 20 }, (_, n) => anAct(`panjang-${n}`, 'a'.repeat(100_000)));
  await takeInBy(test.core, () => ({ ...plain, screen }), { enqueueEvidence })(acts);
  clearImmediate(counting!);
  expect(judgedIn.size).toBe(acts.length);
});
