import { describe, expect, it } from 'vitest';
import { may } from './abilities.js';
import { DAY_MS } from './days.js';
import { type BroughtReport, REPORT_OUTCOMES, type Report, type ReportOutcome } from './report.js';
import {
  daysLeftOfFormalReport,
  isReportOverdue,
  lastDayOfFormalReport,
  stepOf,
  WAITING_STATES,
} from './report-clock.js';
import { decideReport, joinReport, leaveToRegistry, tieReport, toNewReport } from './report-moves.js';
import { sameWords } from './same-words.js';

const AT = new Date('2024-10-01T03:00:00.000Z');
const later = (days: number) => new Date(AT.getTime() + days * DAY_MS);
const BROUGHT: BroughtReport = {
  id: 'laporan-contoh',
  door: 'public',
  broughtAt: AT,
  channel: 'public',
  who: { name: 'Nama Contoh' },
  act: { words: 'Ayo menangkan pasangan contoh.' },
  files: [],
};
const ACCOUNT = { id: 'akun-contoh', officeCode: 'dinas-contoh' };
const fresh = (given: Partial<BroughtReport> = {}) => toNewReport({ ...BROUGHT, ...given }, { hasIdentity: false });
const decision = (outcome: ReportOutcome) => ({ outcome, reason: 'Sudah diperiksa.', by: 'budi', at: later(1) });
const tied = () => tieReport(fresh(), 1, ACCOUNT);

describe('a report', () => {
  it('begins with whose account it is, or past that where the door found the account', () => {
    expect(fresh()).toMatchObject({ state: 'new', version: 1 });
    expect(fresh({ accountId: 'akun-contoh', officeCode: 'dinas-contoh' })).toMatchObject({ state: 'identified' });
  });

  it('is true only of a registered account, and every other outcome makes no flag', () => {
    for (const outcome of REPORT_OUTCOMES) {
      const untied = () => decideReport(fresh(), 1, { decision: decision(outcome), flagId: 'tanda' });
      if (outcome === 'true') expect(untied).toThrow('belum terhubung');
      else expect(untied()).toMatchObject({ state: 'decided', flagId: undefined });
    }
    const found = decideReport(tied(), 2, { decision: decision('true'), flagId: 'tanda' });
    expect(found).toMatchObject({ state: 'decided', flagId: 'tanda', version: 3 });
  });

  it.each([
    ['no name', { by: ' ' }, 'perlu nama'],
    ['no reason', { reason: ' \n' }, 'perlu alasan'],
  ])('is not decided with %s', (_what, part, problem) => {
    const given = { decision: { ...decision('not_true'), ...part } };
    expect(() => decideReport(fresh(), 1, given)).toThrow(problem);
  });

  it('is decided once, and on what the person saw', () => {
    expect(() => decideReport(tied(), 1, { decision: decision('not_true') })).toThrow('sudah berubah');
    const decided = decideReport(tied(), 2, { decision: decision('not_true') });
    expect(() => decideReport(decided, 3, { decision: decision('true'), flagId: 'x' })).toThrow('sudah diputuskan');
    expect(() => tieReport(decided, 3, ACCOUNT)).toThrow('sudah diputuskan');
  });

  it('leaves no account behind where a person found none, and is gone after a month', () => {
    const left = leaveToRegistry(tied(), 2);
    expect(left).toMatchObject({ state: 'waits_for_registry', accountId: undefined, officeCode: undefined });
    expect(left.expiresAt).toEqual(later(30));
    expect(decideReport(left, 3, { decision: decision('not_asn') }).expiresAt).toEqual(later(31));
  });

  it('goes with another one, but neither with itself nor with one that goes with a third', () => {
    const other = { id: 'laporan-pertama', state: 'identified' } as const;
    const joined = joinReport(fresh(), 1, other);
    expect(joined).toMatchObject({ state: 'duplicate', duplicateOf: 'laporan-pertama' });
    expect(stepOf(joined)).toBeUndefined();
    expect(() => joinReport(fresh(), 1, fresh())).toThrow('tidak dapat digabung');
    expect(() => joinReport(fresh(), 1, { ...other, state: 'duplicate' })).toThrow('tidak dapat digabung');
  });
});

describe('the clock of a report', () => {
  const overdue = (report: Report, days: number) => isReportOverdue(report, later(days));

  it('counts every step from when the house knew', () => {
    expect(stepOf(fresh())).toEqual({ owner: 'reviewer', dueAt: later(2) });
    expect(stepOf(leaveToRegistry(fresh(), 1))).toEqual({ owner: 'supervisor', dueAt: later(14) });
    expect([overdue(fresh(), 2), overdue(fresh(), 2.01)]).toEqual([false, true]);
    expect([overdue(tied(), 4), overdue(tied(), 5.01)]).toEqual([false, true]);
    expect(overdue(decideReport(tied(), 2, { decision: decision('not_true') }), 300)).toBe(false);
  });

  it('gives a formal report seven days after the day on which it became known', () => {
    expect(lastDayOfFormalReport('2024-02-26')).toBe('2024-03-04');
    expect(daysLeftOfFormalReport('2024-10-01', '2024-10-01')).toBe(7);
    expect(daysLeftOfFormalReport('2024-10-01', '2024-10-08')).toBe(0);
    expect(daysLeftOfFormalReport('2024-10-01', '2024-10-09')).toBe(-1);
  });
});

describe('the same words', () => {
  it('are the same in whatever spelling, and too few of them say nothing', () => {
    const plain = 'ayo menangkan pasangan contoh di tps';
    expect(sameWords('Ayo MENANGKAN  pasangan contoh, di TPS!!! 🔥')).toBe(plain);
    expect(sameWords('Ｍenangkan pasangan contoh, ayo ke TPS')).toBe('menangkan pasangan contoh ayo ke tps');
    expect(sameWords('Dukung nomor dua')).toBeUndefined();
    expect(sameWords(undefined)).toBeUndefined();
  });
});

describe('whose turn it is', () => {
  it('is that of somebody who may look at the report', () => {
    for (const state of WAITING_STATES)
      expect(may({ role: stepOf({ state, broughtAt: AT })!.owner }, 'check_reports'), state).toBe(true);
  });
});
