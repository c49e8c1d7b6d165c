import type { OutsideHead } from '../../../domain/audit-outside.js';
import type { AuditRepository } from '../../../storage/audit-repository.js';
import { EXIT } from '../../exit.js';
import { toJson } from '../../print.js';
import type { CheckedTimestamps } from '../check-timestamps.js';
import { describeReport, describeTimestamps, exitCodeOf } from '../describe-report.js';

interface AuditCommandDeps {
  readonly audit: Pick<AuditRepository, 'verify'>;
  readonly checkTimestamps?: () => Promise<CheckedTimestamps>;
  /** Takes whole lines with their line end. */
  readonly write: (text: string) => void;
}

/**
 * `netra audit verify`: exit 4 where the log does not hold, with the first place, or where flags or time-stamps say
 * otherwise; 5 where nothing is broken but what a named person went on after.
 */
export async function runAuditVerify(
  { audit, checkTimestamps, write }: AuditCommandDeps,
  { json = false, heads = [] }: { json?: boolean | undefined; heads?: readonly OutsideHead[] } = {},
): Promise<number> {
  const checked = await checkTimestamps?.();
  const outside = [...heads, ...(checked?.heads ?? [])];
  const report = await audit.verify(outside);
  const timestamps = checked?.reportOn(report.stamped);
  const isStampedWell = timestamps === undefined || timestamps.problems.length === 0;
  const lines = [...describeReport(report, outside.length > 0), ...(timestamps ? describeTimestamps(timestamps) : [])];
  write(json ? `${toJson({ ...report, ok: report.ok && isStampedWell, timestamps })}\n` : `${lines.join('\n')}\n`);
  return isStampedWell ? exitCodeOf(report) : EXIT.broken;
}
