import type { Contradiction } from '../../../domain/audit-facts.js';
import { formatHead, type OutsideHead } from '../../../domain/audit-outside.js';
import type { AuditReport } from '../../../domain/audit-report.js';
import { localDay } from '../../../domain/region.js';
import type { AuditRepository } from '../../../storage/audit-repository.js';
import { CHAIN_PROBLEM_TERMS, FACT_PROBLEM_TERMS } from '../../../words/audit-terms.js';
import { CHAIN } from '../../../words/cli/verify.js';
import { sayIn } from '../../../words/say.js';
import { EXIT } from '../../exit.js';

const say = sayIn('id');

/** The log has no region of its own; it is read in the capital's time. */
const ZONE = 'Asia/Jakarta';

interface AuditCommandDeps {
  readonly audit: Pick<AuditRepository, 'verify'>;
  /** Takes whole lines with their line end. */
  readonly write: (text: string) => void;
}

/** `netra audit verify`: exit 4 where the log does not hold, with the first place, or where the flags say otherwise. */
export async function runAuditVerify(
  { audit, write }: AuditCommandDeps,
  { json = false, heads = [] }: { json?: boolean | undefined; heads?: readonly OutsideHead[] } = {},
): Promise<number> {
  const report = await audit.verify(heads);
  write(json ? `${JSON.stringify(report)}\n` : `${describe(report, heads.length > 0).join('\n')}\n`);
  return report.ok ? EXIT.ok : EXIT.broken;
}

function describe(report: AuditReport, areHeadsGiven: boolean): string[] {
  const { contradictions, contradictionCount, ok } = report;
  const more = contradictionCount - contradictions.length;
  return [
    ...describeChain(report),
    ...contradictions.map(describeContradiction),
    ...(more > 0 ? [say(CHAIN.more, { more })] : []),
    ...describeProven(report, areHeadsGiven),
    ...(ok ? [] : [say(CHAIN.next)]),
  ];
}

function describeChain({ chain }: AuditReport): string[] {
  if (!chain.ok) {
    const { seq, problem } = chain;
    return [say(CHAIN.broken, { seq, problem: say(CHAIN_PROBLEM_TERMS[problem]) })];
  }
  const { entries, plainEntries, headMac } = chain;
  const holds = say(CHAIN.holds, { entries, head: formatHead({ seq: entries, mac: headMac }) });
  return plainEntries > 0 ? [holds, say(CHAIN.plain, { n: plainEntries })] : [holds];
}

function describeContradiction({ problem, flagId, seq }: Contradiction): string {
  const said = { flag: flagId, problem: say(FACT_PROBLEM_TERMS[problem]) };
  return seq ? say(CHAIN.contradictsAt, { ...said, seq }) : say(CHAIN.contradicts, said);
}

function describeProven({ proven }: AuditReport, areHeadsGiven: boolean): string[] {
  if (proven) return [say(CHAIN.proven, { seq: proven.seq, day: localDay(proven.at, ZONE) })];
  return [say(areHeadsGiven ? CHAIN.notProven : CHAIN.noHeads)];
}
