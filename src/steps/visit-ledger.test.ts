import { describe, expect, it } from 'vitest';
import type { Account } from '../domain/account.js';
import { SIGNALS } from '../domain/platform.js';
import { unreadReason } from '../domain/signal-way.js';
import { createLedger } from './visit-ledger.js';

const NOW = new Date('2026-11-20T16:30:00Z');
const account: Account = {
  id: 'a-1',
  name: 'Contoh Satu',
  nipMasked: '•••001',
  position: 'Pelaksana',
  officeCode: 'OPD-1',
  region: '91.03',
  platform: 'bluesky',
  handle: 'contoh-satu.test',
  mandate: { decree: 'SK-1', office: 'OPD-1', from: '2026-01-01', to: '2026-12-31' },
  proof: 'proven',
  formerHandles: [],
};
const observed = (ledger: ReturnType<typeof createLedger>) =>
  Object.fromEntries(ledger.entries(NOW).map((e) => [e.signal, e.observation]));

describe('the ledger of one visit', () => {
  it('tells a list read to its end from one that was never reached', () => {
    const ledger = createLedger(account, NOW);
    ledger.see('like');
    ledger.note({ type: 'signal_read', signal: 'likes' });
    ledger.note({ type: 'signal_read', signal: 'posts' });
    ledger.note({ type: 'signal_hidden', signal: 'follows', reason: 'not_offered', detail: '' });
    expect(observed(ledger)).toEqual({
      posts: { state: 'none' },
      shares: { state: 'not_observable', reason: 'interrupted' },
      likes: { state: 'seen', count: 1 },
      comments: { state: 'not_observable', reason: 'interrupted' },
      follows: { state: 'not_observable', reason: 'not_offered' },
    });
  });

  it('has one line for every signal, whatever happened', () => {
    expect(
      createLedger(account, NOW)
        .entries(NOW)
        .map((e) => e.signal),
    ).toEqual([...SIGNALS]);
    const unread = createLedger(account, NOW).hideAll((signal) =>
      unreadReason(signal === 'likes' ? 'nobody' : 'people'),
    );
    expect(unread.entries(NOW).map(({ observation }) => 'reason' in observation && observation.reason)).toEqual(
      SIGNALS.map((signal) => (signal === 'likes' ? 'shown_to_nobody' : 'no_collector')),
    );
    expect(createLedger(account, NOW).hideAll('unproven').entries(NOW)).toHaveLength(SIGNALS.length);
  });

  it('keeps what was seen when the rest of the visit broke off', () => {
    const ledger = createLedger(account, NOW);
    ledger.see('post');
    expect(observed(ledger.hideRest('timeout'))).toMatchObject({
      posts: { state: 'seen', count: 1 },
      shares: { state: 'not_observable', reason: 'timeout' },
    });
  });

  it('counts each skip by its reason', () => {
    const ledger = createLedger(account, NOW);
    ledger.skip('post', 'outside_mandate');
    ledger.note({ type: 'skipped', url: 'x', signal: 'posts', reason: 'outside_mandate' });
    ledger.note({ type: 'skipped', url: 'x', signal: 'posts', reason: 'unreadable' });
    expect(ledger.entries(NOW)[0]?.skipped).toEqual({ outside_mandate: 2, unreadable: 1 });
  });

  it.each([
    ['unreadable', 'unreadable'],
    ['in_future', 'interrupted'],
    ['failed_to_judge', 'interrupted'],
  ] as const)('does not say "none" where all there was is %s', (reason, expected) => {
    const ledger = createLedger(account, NOW);
    ledger.note({ type: 'skipped', url: 'x', signal: 'posts', reason });
    ledger.note({ type: 'signal_read', signal: 'posts' });
    expect(observed(ledger).posts).toEqual({ state: 'not_observable', reason: expected });
  });

  it('says "none" where all there was is none of our business', () => {
    const ledger = createLedger(account, NOW);
    ledger.note({ type: 'skipped', url: 'x', signal: 'posts', reason: 'too_old' });
    ledger.skip('post', 'outside_mandate');
    ledger.note({ type: 'signal_read', signal: 'posts' });
    expect(observed(ledger).posts).toEqual({ state: 'none' });
  });

  it('writes the day as it is where the office is', () => {
    // 16:30 UTC is 01:30 of the next day in Papua (WIT).
    expect(createLedger(account, NOW).entries(NOW)[0]?.day).toBe('2026-11-21');
  });
});
