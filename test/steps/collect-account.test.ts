import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Collector,
  type CollectorEvent,
  type CollectTarget,
  RateLimitedError,
  TargetUnavailableError,
} from '../../src/domain/collecting.js';
import { SIGNALS } from '../../src/domain/platform.js';
import type { Screener } from '../../src/domain/screening.js';
import { type CollectDeps, collectAccount } from '../../src/steps/collect-account.js';
import type { AccountDraft } from '../../src/storage/account-draft.js';
import { findByHandle } from '../storage/builders.js';
import { anAccountDraft, openTestCore, saveOffice, type TestCore, takeInBy } from '../support/core.js';
import { fakeScreener } from '../support/fake-screener.js';
import { noPictures } from '../support/no-pictures.js';

const NOW = new Date('2026-11-20T03:00:00Z');
const TODAY = '2026-11-20';
const aPost = (externalId: string, at = '2026-11-19T03:00:00Z'): CollectorEvent => ({
  type: 'seen',
  activity: { kind: 'post', externalId, text: `isi ${externalId}`, publishedAt: new Date(at) },
});
const allRead: CollectorEvent[] = SIGNALS.map((signal) => ({ type: 'signal_read', signal }));

let test: TestCore;
let n = 0;
beforeAll(async () => {
  test = await openTestCore({ clock: () => NOW });
  await saveOffice(test.core);
});
afterAll(() => test.close());

/** Registers a new account and visits it with a collector that plays these events, then throws. */
async function visit(
  events: CollectorEvent[],
  options: {
    draft?: Partial<AccountDraft>;
    error?: Error;
    isLastTry?: boolean;
    rateLimits?: 'platform' | 'account';
    screener?: Screener;
    pictures?: CollectDeps['pictures'];
  } = {},
) {
  n += 1;
  const draft = anAccountDraft(n, options.draft);
  await test.core.storage.accounts.saveAccounts([draft]);
  const account = (await findByHandle(test.core.storage, draft.platform, draft.handle))!;
  const judged: string[] = [];
  const asked: CollectTarget[] = [];
  const screener = options.screener ?? fakeScreener();
  const screen: Screener['screen'] = (input) => {
    judged.push(input.id);
    return screener.screen(input);
  };
  const collector: Collector = {
    platform: 'bluesky',
    rateLimits: options.rateLimits ?? 'platform',
    async *collect(target) {
      asked.push(target);
      yield* events;
      if (options.error) throw options.error;
    },
  };
  const deps: CollectDeps = {
    accounts: test.core.storage.accounts,
    coverage: test.core.storage.coverage,
    activityId: test.core.activityId,
    clock: test.core.clock,
    collectorFor: () => collector,
    takeIn: takeInBy(test.core, () => ({ ...screener, screen })),
    visitEveryMs: 3_600_000,
    pictures: options.pictures ?? noPictures,
  };
  const again = () =>
    collectAccount(deps, account.id, { signal: new AbortController().signal, isLastTry: options.isLastTry ?? false });
  const outcome = await again().catch((error: unknown) => error);
  const ledger = await test.core.storage.coverage.listCoverageOf(account.id, TODAY);
  const observed = Object.fromEntries(ledger.map((entry) => [entry.signal, entry.observation]));
  return {
    account,
    outcome,
    judged,
    asked,
    observed,
    ledger,
    again,
    cursor: () => test.core.storage.accounts.findCursor(account.id),
  };
}

describe('a visit', () => {
  it('judges what is new once, stores it, and moves the cursor', async () => {
    const { judged, again, account, observed, outcome } = await visit([
      aPost('p-1'),
      aPost('p-2'),
      ...allRead,
      { type: 'cursor', cursor: 'c-9' },
    ]);
    expect(outcome).toMatchObject({ newActivities: 2, knownActivities: 0 });
    expect(judged).toHaveLength(2);
    expect(observed).toMatchObject({ posts: { state: 'seen', count: 2 }, likes: { state: 'none' } });
    expect(await test.core.storage.accounts.findCursor(account.id)).toBe('c-9');
    expect(await again()).toMatchObject({ newActivities: 0, knownActivities: 2 });
    expect(judged).toHaveLength(2);
  });

  it('sets an act aside that cannot be judged, counts it, and leaves the cursor so that it is read again', async () => {
    const events: CollectorEvent[] = [aPost('f-1'), aPost('f-2'), ...allRead, { type: 'cursor', cursor: 'c-1' }];
    let isBroken = true;
    const screener = fakeScreener();
    const screen: Screener['screen'] = (input) => {
      if (isBroken && input.text.endsWith('f-2')) throw new Error('rusak');
      return screener.screen(input);
    };
    const { outcome, ledger, again, cursor } = await visit(events, { screener: { ...screener, screen } });
    expect(outcome).toMatchObject({ newActivities: 1, knownActivities: 0 });
    const posts = ledger.find((line) => line.signal === 'posts');
    expect(posts).toMatchObject({ observation: { state: 'seen', count: 2 }, skipped: { failed_to_judge: 1 } });
    expect(await cursor()).toBeUndefined();
    isBroken = false;
    expect(await again()).toMatchObject({ newActivities: 1, knownActivities: 1 });
    expect(await cursor()).toBe('c-1');
  });

  it('passes over acts outside the mandate and counts them', async () => {
    const { outcome, ledger } = await visit([
      aPost('old', '2025-12-31T16:59:59Z'),
      aPost('in', '2025-12-31T17:00:00Z'),
      ...allRead,
    ]);
    // 17:00 UTC is midnight in Surabaya: the first instant of the mandate.
    expect(outcome).toMatchObject({ newActivities: 1 });
    expect(ledger.find((l) => l.signal === 'posts')?.skipped).toEqual({ outside_mandate: 1 });
  });

  it.each([
    ['35.78', '2025-12-31T17:00:00Z'],
    ['51.71', '2025-12-31T16:00:00Z'],
    ['91.03', '2025-12-31T15:00:00Z'],
  ])('asks in %s for acts since the first local midnight of the mandate', async (region, midnight) => {
    const { asked } = await visit(allRead, { draft: { region } });
    expect(asked.map(({ since }) => since)).toEqual([new Date(midnight)]);
  });

  it.each([
    ['unproven', { proof: 'claimed' as const }],
    ['no_mandate', { mandate: { decree: 'SK', office: 'OPD-1', from: '2026-01-01', to: '2026-11-19' } }],
  ])('does not look at all where it may not: %s', async (reason, draft) => {
    const { outcome, observed } = await visit([aPost('never')], { draft });
    expect(outcome).toMatchObject({ newActivities: 0 });
    expect(observed.posts).toEqual({ state: 'not_observable', reason });
  });

  it('writes a wall down and keeps what was read before it', async () => {
    const error = new TargetUnavailableError('login_wall', 'halaman masuk');
    const { outcome, observed, judged } = await visit([aPost('w-1'), { type: 'signal_read', signal: 'posts' }], {
      error,
    });
    expect(outcome).toBe(error);
    expect(judged).toHaveLength(1);
    expect(observed).toMatchObject({
      posts: { state: 'seen' },
      likes: { state: 'not_observable', reason: 'login_wall' },
    });
  });

  it('says rate_limited in the ledger and leaves the visit due', async () => {
    const { observed, account } = await visit([], { error: new RateLimitedError(1000) });
    expect(observed.posts).toEqual({ state: 'not_observable', reason: 'rate_limited' });
    const due = await test.core.storage.accounts.listDueAccounts({ platform: 'bluesky', now: NOW, limit: 1000 });
    expect(due.map((a) => a.id)).toContain(account.id);
  });

  it('lets one slow site hold nobody but itself', async () => {
    const error = new RateLimitedError(7_200_000);
    const { outcome, observed, account } = await visit([aPost('s-1')], { error, rateLimits: 'account' });
    expect(outcome).toMatchObject({ newActivities: 1 });
    expect(observed.likes).toEqual({ state: 'not_observable', reason: 'rate_limited' });
    const dueAt = (ms: number) =>
      test.core.storage.accounts.listDueAccounts({
        platform: 'bluesky',
        now: new Date(NOW.getTime() + ms),
        limit: 1000,
      });
    expect((await dueAt(7_199_000)).map((a) => a.id)).not.toContain(account.id);
    expect((await dueAt(7_200_000)).map((a) => a.id)).toContain(account.id);
  });

  it('says nothing while more tries may mend it, and "interrupted" after the last', async () => {
    const error = new Error('connection reset');
    expect((await visit([], { error })).ledger).toEqual([]);
    expect((await visit([], { error, isLastTry: true })).observed.posts).toEqual({
      state: 'not_observable',
      reason: 'interrupted',
    });
  });

  it('learns a new handle under the same unchanging id', async () => {
    const { account } = await visit([
      { type: 'identity', externalId: `did:plc:${n}`, handle: 'nama-baru.contoh.test' },
      ...allRead,
    ]);
    const renamed = await test.core.storage.accounts.findAccount(account.id);
    expect(renamed).toMatchObject({ handle: 'nama-baru.contoh.test', formerHandles: [account.handle] });
  });
});
