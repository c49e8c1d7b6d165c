import type { Clock } from '../../domain/clock.js';
import type { Door } from '../../domain/report.js';
import { type Brought, bringReport } from '../../intake/reports/bring-report.js';
import { takeUploads } from '../../intake/uploads/take-uploads.js';
import { UploadRefusedError } from '../../intake/uploads/upload-refused.js';
import type { PublicDoor } from '../deps.js';
import type { Admission, Budgets } from './budgets.js';
import type { FormToken } from './form-token.js';

/** One submission, already read and without a fault in its fields. */
export interface Submission extends Pick<Brought, 'who' | 'act' | 'channel'> {
  readonly door: Door;
  readonly token: Pick<FormToken, 'reportId' | 'receipt'>;
  readonly files: readonly Buffer[];
  readonly identity?: string | undefined;
  readonly place: string;
  /** The work that was asked for. */
  readonly solved?: string | undefined;
}

export type Submitted =
  | { readonly is: 'received'; readonly receipt: string; readonly isNew: boolean }
  | { readonly is: 'held'; readonly admission: Exclude<Admission, { may: 'pass' }> }
  | { readonly is: 'refused'; readonly error: UploadRefusedError };

/**
 * The one way in for whoever has no log-in. Sent twice it is one report with one receipt, whatever broke in between: files
 * first, then the report with its entry, then the receipt.
 */
export async function submitReport(
  deps: Pick<PublicDoor, 'reports' | 'accounts' | 'uploads' | 'enqueueLooks'>,
  submission: Submission,
  { budgets, clock }: { budgets: Budgets; clock: Clock },
): Promise<Submitted> {
  const { token, place, solved, files: brought, identity, ...act } = submission;
  const { reportId: id, receipt } = token;
  if (await deps.reports.findReport(id)) return { is: 'received', receipt, isNew: false };
  const admission = await budgets.admitReport(place, { now: clock(), solved });
  if (admission.may !== 'pass') return { is: 'held', admission };
  const files = await takeUploads(brought, deps.uploads).catch(asRefused);
  if (files instanceof UploadRefusedError) return { is: 'refused', error: files };
  const { isNew } = await bringReport(deps, { ...act, id, broughtAt: clock(), files }, { receipt, identity });
  return { is: 'received', receipt, isNew };
}

/** Its files were not taken, so neither is the report: counted as a try, and told what to do. */
export async function heldReport(
  place: string,
  { budgets, clock }: { budgets: Budgets; clock: Clock },
): Promise<Submitted> {
  const now = clock();
  const admission = await budgets.admitReport(place, { now });
  // The hour is over since it was asked: the next try passes.
  if (admission.may === 'pass') return { is: 'held', admission: { may: 'wait', waitSeconds: 1 } };
  return { is: 'held', admission };
}

function asRefused(error: unknown): UploadRefusedError {
  if (error instanceof UploadRefusedError) return error;
  throw error;
}
