import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Office } from './account.js';
import { addDays } from './days.js';
import {
  DIGEST_STALE_MS,
  type DigestReceipt,
  digestDay,
  digestMessageId,
  endsSpan,
  nextDigestStep,
  watchedDays,
} from './digest.js';
import { DIGEST_RETRY_MS, whatDigestsAreDue } from './digest-due.js';
import { localDay, TIME_ZONES } from './region.js';

const NOW = new Date('2026-11-22T00:00:00Z'); // 07:00 WIB, 08:00 WITA, 09:00 WIT

function anOffice(zone: keyof typeof TIME_ZONES, parts: Partial<Office> = {}): Office {
  const region = { WIB: '35', WITA: '73', WIT: '94' }[zone];
  const code = `kantor-${zone.toLowerCase()}`;
  return { code, name: 'Kantor Contoh', region, timeZone: TIME_ZONES[zone], digestTo: 'a@contoh.example', ...parts };
}

function aReceipt(parts: Partial<DigestReceipt> = {}): DigestReceipt {
  const base = { officeCode: 'kantor-wib', day: '2026-11-21', state: 'sent', attempts: 1 } as const;
  return { ...base, recipient: 'a@contoh.example', at: NOW, ...parts };
}

const ago = (ms: number) => new Date(NOW.getTime() - ms);
const ALL = [anOffice('WIB'), anOffice('WITA'), anOffice('WIT')];
const codes = (now: string, receipts: DigestReceipt[] = []) =>
  whatDigestsAreDue({ offices: ALL, receipts, now: new Date(now) }).send.map((d) => `${d.officeCode} ${d.day}`);

describe('what digests are due', () => {
  it('falls due at 07:00 of the office, not of the server', () => {
    expect(codes('2026-11-21T21:59:59.999Z')).toEqual([]);
    expect(codes('2026-11-21T22:00:00Z')).toEqual(['kantor-wit 2026-11-21']);
    expect(codes('2026-11-21T23:00:00Z')).toEqual(['kantor-wita 2026-11-21', 'kantor-wit 2026-11-21']);
    expect(codes('2026-11-22T00:00:00Z')).toHaveLength(3);
  });

  it('writes on the morning after a Sunday to those who want one mail a week, and until it is settled', () => {
    const office = anOffice('WIB', { digestEvery: 'weekly' });
    const dueAt = (day: string, receipts: DigestReceipt[] = []) =>
      whatDigestsAreDue({ offices: [office], receipts, now: new Date(`${day}T00:30:00Z`) });
    const sunday = { officeCode: office.code, day: '2026-11-22' };
    expect(dueAt('2026-11-22').send).toEqual([{ ...sunday, day: '2026-11-15' }]); // still the week before
    expect(dueAt('2026-11-23').send).toEqual([sunday]);
    expect(dueAt('2026-11-29').send).toEqual([sunday]);
    const sent = [aReceipt({ day: '2026-11-22' }), aReceipt({ day: '2026-11-08' })];
    expect(dueAt('2026-11-29', sent)).toEqual({ send: [], missed: [{ ...sunday, day: '2026-11-15' }] });
    expect(dueAt('2026-11-30', sent).send).toEqual([{ ...sunday, day: '2026-11-29' }]);
  });

  it('misses no day that a weekly mail has told of, once an office is written to daily', () => {
    const receipts = [aReceipt({ day: '2026-11-22', days: 7 }), aReceipt({ day: '2026-11-15', days: 7 })];
    const now = new Date('2026-11-26T00:30:00Z');
    const { send, missed } = whatDigestsAreDue({ offices: [anOffice('WIB')], receipts, now });
    expect(send.map(({ day }) => day)).toEqual(['2026-11-25']);
    expect(missed.map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-24']);
  });

  it('lets nobody send a week that is none', () => {
    const days = ['2026-11-21', '2026-11-22', '2026-11-23'];
    expect(days.map((day) => endsSpan(day, { digestEvery: 'weekly' }))).toEqual([false, true, false]);
    expect(days.every((day) => endsSpan(day, {}))).toBe(true);
  });

  it('leaves no day unsettled when an office changes from one mail a day to one a week', () => {
    const office = anOffice('WIB', { digestEvery: 'weekly' });
    const daily = [aReceipt({ day: '2026-11-24' }), aReceipt({ day: '2026-11-25', state: 'building', at: ago(-1) })];
    const now = new Date('2026-11-30T00:30:00Z');
    expect(whatDigestsAreDue({ offices: [office], receipts: daily, now })).toEqual({
      send: [{ officeCode: office.code, day: '2026-11-29' }],
      missed: [{ officeCode: office.code, day: '2026-11-25' }],
    });
  });

  it('knows no digest for an office without recipient', () => {
    const { digestTo: _none, ...office } = anOffice('WIB');
    expect(whatDigestsAreDue({ offices: [office], receipts: [], now: NOW })).toEqual({ send: [], missed: [] });
  });

  it.each([
    ['sent', {}, false],
    ['sent_empty', {}, false],
    ['withheld', {}, false],
    ['failed', { reason: 'refused' }, false],
    ['failed', { reason: 'unknown_outcome' }, false],
    ['failed', { reason: 'missed' }, false],
    ['failed', { reason: 'deferred', at: ago(DIGEST_RETRY_MS - 1) }, false],
    ['failed', { reason: 'deferred', at: ago(DIGEST_RETRY_MS) }, true],
    ['building', { at: ago(DIGEST_STALE_MS - 1) }, false],
    ['building', { at: ago(DIGEST_STALE_MS) }, true],
    ['sending', { at: ago(DIGEST_STALE_MS) }, true],
  ] as const)('with a receipt %s %o: due is %s', (...[state, parts, isDue]) => {
    const receipts = [aReceipt({ state, ...parts })];
    const { send } = whatDigestsAreDue({ offices: [anOffice('WIB')], receipts, now: NOW });
    expect(send.length === 1).toBe(isDue);
  });

  it('sends only yesterday after a long stop and gives the other days up', () => {
    const receipts = [aReceipt({ day: '2026-11-17' })];
    expect(whatDigestsAreDue({ offices: [anOffice('WIB')], receipts, now: NOW })).toEqual({
      send: [{ officeCode: 'kantor-wib', day: '2026-11-21' }],
      missed: ['2026-11-18', '2026-11-19', '2026-11-20'].map((day) => ({ officeCode: 'kantor-wib', day })),
    });
  });

  it('settles what a worker died over however long ago, and looks for no day without a receipt that far back', () => {
    const receipts = [
      aReceipt({ day: '2026-01-01', state: 'sending', at: ago(DIGEST_STALE_MS) }),
      aReceipt({ day: '2026-01-03', state: 'building', at: ago(DIGEST_STALE_MS) }),
      aReceipt({ day: '2026-01-04', state: 'building', at: ago(DIGEST_STALE_MS - 1) }),
      aReceipt({ day: '2026-11-20' }),
    ];
    const officeCode = 'kantor-wib';
    expect(whatDigestsAreDue({ offices: [anOffice('WIB')], receipts, now: NOW })).toEqual({
      send: ['2026-01-01', '2026-11-21'].map((day) => ({ officeCode, day })),
      missed: [{ officeCode, day: '2026-01-03' }],
    });
  });

  it('misses nothing for an office that is new', () => {
    expect(whatDigestsAreDue({ offices: [anOffice('WIB')], receipts: [], now: NOW }).missed).toEqual([]);
  });

  it('always speaks of the local yesterday', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true, min: new Date('2024-01-01'), max: new Date('2030-01-01') }), (now) => {
        const { send } = whatDigestsAreDue({ offices: ALL, receipts: [], now });
        for (const { officeCode, day } of send) {
          const office = ALL.find((o) => o.code === officeCode)!;
          expect(addDays(day, 1)).toBe(localDay(now, office.timeZone));
          expect(day).toBe(digestDay(office, now));
        }
      }),
    );
  });
});

describe('next step', () => {
  it('never sends again by itself what may have gone out', () => {
    const states = fc.constantFrom('sending', 'sent', 'sent_empty', 'withheld') as fc.Arbitrary<DigestReceipt['state']>;
    fc.assert(
      fc.property(states, fc.nat(), (state, age) => {
        expect(nextDigestStep(aReceipt({ state, at: ago(age) }), { now: NOW })).not.toBe('attempt');
      }),
    );
  });

  it('lets a person reopen what failed, and nothing else', () => {
    const step = (parts: Partial<DigestReceipt>) => nextDigestStep(aReceipt(parts), { now: NOW, isForced: true });
    expect(step({ state: 'failed', reason: 'unknown_outcome' })).toBe('attempt');
    expect(step({ state: 'failed', reason: 'refused' })).toBe('attempt');
    expect(step({ state: 'sent' })).toBe('done');
    expect(step({ state: 'sending' })).toBe('wait');
  });
});

describe('message id', () => {
  it('is a valid dot-atom whatever the office is called, and differs for different offices', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40 }), fc.string({ minLength: 1, maxLength: 40 }), (a, b) => {
        const id = digestMessageId(a, '2026-11-21', 'contoh.example');
        expect(id).toMatch(/^<digest\.[A-Za-z0-9_.-]+\.2026-11-21@contoh\.example>$/);
        if (a !== b) expect(digestMessageId(b, '2026-11-21', 'contoh.example')).not.toBe(id);
      }),
    );
  });
});

describe('the days a digest can tell of', () => {
  const week = ['2026-11-22', '2026-11-21', '2026-11-20'];

  it('are those since anything was first looked at', () => {
    expect(watchedDays(week, '2026-11-21')).toEqual(['2026-11-22', '2026-11-21']);
    expect(watchedDays(week, '2026-11-01')).toEqual(week);
  });

  it('are all of them where nobody has begun: that is a gap', () => {
    expect(watchedDays(week, undefined)).toEqual(week);
    expect(watchedDays(week, '2026-11-23')).toEqual(week);
  });
});
