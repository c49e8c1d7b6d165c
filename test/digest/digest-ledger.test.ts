import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIGEST_STALE_MS, type DigestReceipt } from '../../src/domain/digest.js';
import type { DigestRepository } from '../../src/storage/digest-repository.js';
import { openStorage } from '../../src/storage/open-storage.js';
import type { Storage } from '../../src/storage/storage.js';
import { testServices, uniqueName } from '../support/test-services.js';
import { createDigestLedger } from './digest-ledger.js';

const NOW = new Date('2026-11-22T00:00:00Z');
const OWN = { officeCode: 'dinas-contoh', recipient: 'sekda@contoh.example' };
const CLAIM = { ...OWN, now: NOW, staleAfterMs: DIGEST_STALE_MS };

let storage: Storage;
beforeAll(async () => {
  const keys = { hashKey: randomBytes(32), fieldKey: randomBytes(32), auditKey: randomBytes(32) };
  storage = await openStorage({ uri: testServices().mongodbUri, databaseName: uniqueName('digest-ledger'), ...keys });
});
afterAll(() => storage?.close());

const memory = createDigestLedger();
describe.each([
  ['in memory', () => memory],
  ['in MongoDB', () => storage.digests],
] as [string, () => DigestRepository][])('what sending relies on, %s', (_where, digests) => {
  const stored = (day: string, parts: Partial<DigestReceipt>): DigestReceipt => ({
    ...OWN,
    day,
    state: 'building',
    attempts: 1,
    at: NOW,
    ...parts,
  });

  it('gives a first claim to one caller, with attempt 1 and the time of the claim', async () => {
    const claims = await Promise.all(
      [1, 2, 3, 4].map(() => digests().claimDigestOnce({ ...CLAIM, day: '2026-01-01' })),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await digests().findReceipt(OWN.officeCode, '2026-01-01')).toEqual(stored('2026-01-01', {}));
  });

  it.each([
    ['2026-02-01', { state: 'failed', reason: 'deferred' }, true],
    ['2026-02-02', { state: 'building', at: new Date(NOW.getTime() - DIGEST_STALE_MS) }, true],
    ['2026-02-03', { state: 'building', at: new Date(NOW.getTime() - DIGEST_STALE_MS + 1) }, false],
    ['2026-02-04', { state: 'sending', at: new Date(0) }, false],
    ['2026-02-05', { state: 'sent', at: new Date(0) }, false],
    ['2026-02-06', { state: 'sent_empty', at: new Date(0) }, false],
    ['2026-02-07', { state: 'withheld', at: new Date(0) }, false],
  ] as const)('on %s a receipt %o may be claimed again: %s', async (...[day, parts, may]) => {
    await digests().recordReceipt(stored(day, parts));
    const claims = await Promise.all([1, 2, 3].map(() => digests().claimDigestOnce({ ...CLAIM, day })));
    expect(claims.filter(Boolean)).toHaveLength(may ? 1 : 0);
    if (may)
      expect(await digests().findReceipt(OWN.officeCode, day)).toMatchObject({
        state: 'building',
        attempts: 2,
        at: NOW,
      });
  });

  it('keeps the reason of the failure under a new claim, so that a lost turn can be handed back', async () => {
    await digests().recordReceipt(stored('2026-03-01', { state: 'failed', reason: 'unknown_outcome' }));
    await digests().claimDigestOnce({ ...CLAIM, day: '2026-03-01' });
    expect((await digests().findReceipt(OWN.officeCode, '2026-03-01'))?.reason).toBe('unknown_outcome');
  });

  it('lists what a worker holds or died over, oldest first, however old', async () => {
    await digests().recordReceipt(stored('2019-03-02', { state: 'building' }));
    await digests().recordReceipt(stored('2019-03-01', { state: 'sending' }));
    await digests().recordReceipt(stored('2019-03-03', { state: 'failed', reason: 'deferred' }));
    const unsettled = await digests().listUnsettledReceipts();
    expect(unsettled.slice(0, 2).map((r) => [r.day, r.state])).toEqual([
      ['2019-03-01', 'sending'],
      ['2019-03-02', 'building'],
    ]);
    expect(new Set(unsettled.map((r) => r.state))).toEqual(new Set(['building', 'sending']));
  });

  it('lists the latest day first', async () => {
    const days = (await digests().listReceipts({ limit: 3 })).map((r) => r.day);
    expect(days).toEqual(['2026-03-01', '2026-02-07', '2026-02-06']);
  });
});
