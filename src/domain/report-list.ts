import type { Door, Report, ReportState } from './report.js';

/** Which of the reports. */
export interface ReportFilter {
  readonly states?: readonly ReportState[] | undefined;
  readonly door?: Door | undefined;
  /** Tied to an account of one of these offices, or to none yet; `undefined` means all. */
  readonly officeCodes?: readonly string[] | undefined;
  readonly broughtBy?: string | undefined;
  /** Those whose step is overdue at this moment. */
  readonly overdueAt?: Date | undefined;
}

/** By what two reports may be of one act. */
export const LIKENESSES = ['link', 'words', 'file'] as const;
export interface AlikeReport {
  readonly report: Report;
  readonly by: readonly (typeof LIKENESSES)[number][];
}
