import type { ChainVerdict } from '../../domain/audit-chain.js';
import { type Contradiction, isOfFlag } from '../../domain/audit-contradiction.js';
import { formatHead } from '../../domain/audit-outside.js';
import type { AuditReport } from '../../domain/audit-report.js';
import type { CheckedStretch } from '../../domain/audit-stretch.js';
import type { TimestampReport } from '../../domain/audit-timestamps.js';
import { LOG_ZONE, localDay } from '../../domain/region.js';
import {
  CHAIN_PROBLEM_TERMS,
  FACT_PROBLEM_TERMS,
  REPORT_PROBLEM_TERMS,
  TIMESTAMP_PROBLEM_TERMS,
} from '../../words/audit-terms.js';
import { CHAIN } from '../../words/cli/verify.js';
import { printable } from '../../words/printable.js';
import { sayIn } from '../../words/say.js';
import { EXIT } from '../exit.js';

const say = sayIn('id');

/** A break that a named person went on after is neither whole nor new: it has a code of its own, for ever. */
export function exitCodeOf({ ok, chain, contradictionCount }: AuditReport): number {
  if (ok) return EXIT.ok;
  return (chain.ok || chain.resumed) && contradictionCount === 0 ? EXIT.answered : EXIT.broken;
}

/** What stands in the database may be anything: each line is one line, and shows what would be no sign. */
function toLines(texts: readonly string[]): string[] {
  return texts.map((text) => printable(text, MAX_LINE));
}

const MAX_LINE = 4_000;

/** What `audit verify` says, line by line. */
export function describeReport(report: AuditReport, areHeadsGiven: boolean): string[] {
  const { contradictions, contradictionCount } = report;
  const more = contradictionCount - contradictions.length;
  return toLines([
    ...describeChain(report),
    ...contradictions.map(describeContradiction),
    ...(more > 0 ? [say(CHAIN.more, { more })] : []),
    ...describeAnswered(report),
    ...describeContents(report),
    ...describeProven(report, areHeadsGiven),
    ...nextOf(report),
  ]);
}

function describeChain({ chain }: AuditReport): string[] {
  if (chain.ok) return describeEnd(chain);
  const { seq, problem, resumed, stretches = [] } = chain;
  const lines = stretches.flatMap(describeStretch);
  if (resumed) return [say(CHAIN.resumed, { since: resumed.since }), ...lines, ...describeEnd(resumed)];
  return [say(CHAIN.broken, { seq, problem: say(CHAIN_PROBLEM_TERMS[problem]) }), ...lines];
}

function describeEnd({ entries, plainEntries, headMac }: Extract<ChainVerdict, { ok: true }> | Resumed): string[] {
  const holds = say(CHAIN.holds, { entries, head: formatHead({ seq: entries, mac: headMac }) });
  return plainEntries > 0 ? [holds, say(CHAIN.plain, { n: plainEntries })] : [holds];
}

type Resumed = NonNullable<Extract<ChainVerdict, { ok: false }>['resumed']>;

function describeStretch({ from, problem, resumedAt, by, reason, at, isAsFound }: CheckedStretch): string[] {
  const what = say(CHAIN_PROBLEM_TERMS[problem]);
  const line = say(CHAIN.stretch, { from, problem: what, seq: resumedAt, by, day: localDay(at, LOG_ZONE), reason });
  return isAsFound ? [line] : [line, say(CHAIN.stretchChanged, { from })];
}

/** Named by whom and why stands in the entry. */
function describeAnswered({ answered, answeredCount }: AuditReport): string[] {
  if (answeredCount === 0) return [];
  const more = answeredCount - answered.length;
  const lines = answered.map((one) => `  ${describeContradiction(one)}`);
  return [say(CHAIN.answered, { n: answeredCount }), ...lines, ...(more > 0 ? [say(CHAIN.more, { more })] : [])];
}

function describeContradiction(one: Contradiction): string {
  const { seq } = one;
  if (isOfFlag(one)) {
    const said = { flag: one.flagId, problem: say(FACT_PROBLEM_TERMS[one.problem]) };
    return seq ? say(CHAIN.contradictsAt, { ...said, seq }) : say(CHAIN.contradicts, said);
  }
  const said = { report: one.reportId, problem: say(REPORT_PROBLEM_TERMS[one.problem]) };
  return seq ? say(CHAIN.reportContradictsAt, { ...said, seq }) : say(CHAIN.reportContradicts, said);
}

/** From when on a change is found, where that is not the opening. */
function describeContents({ contents: { late, lateAt, unsealed } }: AuditReport): string[] {
  return [
    ...(lateAt ? [say(CHAIN.lateContents, { n: late, day: localDay(lateAt, LOG_ZONE) })] : []),
    ...(unsealed > 0 ? [say(CHAIN.unsealedContents, { n: unsealed })] : []),
  ];
}

function describeProven({ proven }: AuditReport, areHeadsGiven: boolean): string[] {
  if (proven) return [say(CHAIN.proven, { seq: proven.seq, day: localDay(proven.at, LOG_ZONE) })];
  return [say(areHeadsGiven ? CHAIN.notProven : CHAIN.noHeads)];
}

/** Nothing to do: what was broken was answered for, and nothing else is. */
function nextOf(report: AuditReport): string[] {
  if (exitCodeOf(report) !== EXIT.broken) return [];
  const { chain } = report;
  return [say(CHAIN.next), say(CHAIN.resume, { seq: chain.ok || chain.resumed ? 0 : chain.seq })];
}

/** Nothing where nobody stamps. */
export function describeTimestamps({ good, unchecked, latest, problems }: TimestampReport): string[] {
  const named = problems.slice(0, PROBLEMS_SHOWN).map(({ seq, problem }) => {
    return say(CHAIN.badStamp, { seq, problem: say(TIMESTAMP_PROBLEM_TERMS[problem]) });
  });
  const more = problems.length - named.length;
  return toLines([
    ...(latest ? [say(CHAIN.stamped, { n: good, seq: latest.seq, at: latest.at.toISOString() })] : []),
    ...(unchecked > 0 ? [say(CHAIN.uncheckedStamps, { n: unchecked })] : []),
    ...named,
    ...(more > 0 ? [say(CHAIN.moreStamps, { more })] : []),
  ]);
}

const PROBLEMS_SHOWN = 20;
