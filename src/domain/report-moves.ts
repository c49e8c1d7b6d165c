import type { Account } from './account.js';
import { ChangedMeanwhileError, PermanentError } from './errors.js';
import { isLookable } from './link-reading.js';
import { type BroughtReport, isTrueOutcome, type LinkReading, type Report, type ReportDecision } from './report.js';
import { expiryOf } from './report-clock.js';

/** As it stands at first: tied where the door found the account by its number or its handle of today. */
export function toNewReport(brought: BroughtReport, { hasIdentity }: { hasIdentity: boolean }): Report {
  const state = brought.accountId === undefined ? 'new' : 'identified';
  const fresh = { ...brought, state, hasIdentity, messages: [], version: 1, lookDueAt: lookDueOf(brought) } as const;
  return { ...fresh, expiresAt: expiryOf(fresh) };
}

/** Ties it to a registered account. Whoever reads it from then on reads it as one of that account's office. */
export function tieReport(report: Report, seenVersion: number, account: Pick<Account, 'id' | 'officeCode'>): Report {
  checkMove(report, seenVersion);
  const { id: accountId, officeCode } = account;
  const tied = { ...report, state: 'identified', accountId, officeCode, duplicateOf: undefined } as const;
  if (report.accountId === accountId && report.reading?.pack) return moved(tied);
  // What may be kept hangs on whose account it is: looked at anew.
  const again = { ...tied, reading: withoutPost(report.reading) };
  return moved({ ...again, lookDueAt: lookDueOf(again) });
}

/** No registered account: it waits for the registry's owner, and expires. */
export function leaveToRegistry(report: Report, seenVersion: number): Report {
  checkMove(report, seenVersion);
  const untied = { accountId: undefined, officeCode: undefined, duplicateOf: undefined, lookDueAt: undefined };
  return moved({ ...report, ...untied, state: 'waits_for_registry', reading: withoutPost(report.reading) });
}

/** It goes with `other`, which may not itself go with another one: a reporter is told where that one stands. */
export function joinReport(report: Report, seenVersion: number, other: Pick<Report, 'id' | 'state'>): Report {
  checkMove(report, seenVersion);
  if (other.id === report.id || other.state === 'duplicate') {
    throw new PermanentError('Laporan tidak dapat digabung ke laporan ini.', 'Pilih laporan pertama tentang hal itu.');
  }
  return moved({ ...report, state: 'duplicate', duplicateOf: other.id, lookDueAt: undefined });
}

/** What was found behind its link; `lookDueAt`: when it is looked at again. */
export function readLinkOf(report: Report, reading: LinkReading, lookDueAt: Date | undefined): Report {
  return { ...report, reading, lookDueAt, version: report.version + 1 };
}

function lookDueOf(report: Pick<Report, 'channel' | 'act' | 'accountId' | 'broughtAt'>): Date | undefined {
  return isLookable(report) ? report.broughtAt : undefined;
}

/** Of whoever is not registered nothing stays but how it stood with the link. */
function withoutPost(reading: LinkReading | undefined): LinkReading | undefined {
  return reading && { ...reading, post: undefined, pack: undefined, tries: 0 };
}

/** The one way in which a report gets an outcome: a named person, a reason, and for `true` an account. */
export function decideReport(
  report: Report,
  seenVersion: number,
  given: { decision: ReportDecision; flagId?: string | undefined },
): Report {
  const { decision, flagId } = given;
  checkMove(report, seenVersion);
  if (decision.by.trim() === '') throw new PermanentError('Keputusan perlu nama pemutus.', 'Masuk dengan akun Anda.');
  if (decision.reason.trim() === '') throw new PermanentError('Keputusan perlu alasan.', 'Tulis alasan singkat.');
  const isTrue = isTrueOutcome(decision.outcome);
  if (isTrue && (report.accountId === undefined || flagId === undefined)) {
    throw new PermanentError('Laporan ini belum terhubung ke akun terdaftar.', 'Pilih dahulu akun yang dimaksud.');
  }
  const end = { state: 'decided', decision, flagId: isTrue ? flagId : undefined, lookDueAt: undefined } as const;
  const decided = { ...report, ...end };
  return { ...decided, version: report.version + 1, expiresAt: expiryOf(decided, decision) };
}

function checkMove(report: Report, seenVersion: number): void {
  if (report.version !== seenVersion) {
    throw new ChangedMeanwhileError(
      'Laporan ini sudah berubah sejak Anda membukanya.',
      'Muat ulang halaman, lalu lanjutkan.',
    );
  }
  if (report.state === 'decided') {
    throw new PermanentError('Laporan ini sudah diputuskan.', 'Kembali ke daftar laporan.');
  }
}

function moved(report: Report): Report {
  return { ...report, version: report.version + 1, expiresAt: expiryOf(report) };
}
