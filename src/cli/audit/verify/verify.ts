import type { OutsideHead } from '../../../domain/audit-outside.js';
import type { AuditRepository } from '../../../storage/audit-repository.js';
import { describeReport, exitCodeOf } from '../describe-report.js';

interface AuditCommandDeps {
  readonly audit: Pick<AuditRepository, 'verify'>;
  /** Takes whole lines with their line end. */
  readonly write: (text: string) => void;
}

/**
 * `netra audit verify`: exit 4 where the log does not hold, with the first place, or where the flags say otherwise; 5
 * where nothing is broken but what a named person went on after.
 */
export async function runAuditVerify(
  { audit, write }: AuditCommandDeps,
  { json = false, heads = [] }: { json?: boolean | undefined; heads?: readonly OutsideHead[] } = {},
): Promise<number> {
  const report = await audit.verify(heads);
  write(json ? `${JSON.stringify(report)}\n` : `${describeReport(report, heads.length > 0).join('\n')}\n`);
  return exitCodeOf(report);
}
