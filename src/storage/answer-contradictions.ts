import type { AuditEntry, AuditEvent } from '../domain/audit.js';
import { answerEvent, reportAnswerEvent } from '../domain/audit-answers.js';
import { type Contradiction, isOfFlag } from '../domain/audit-contradiction.js';
import type { Resuming } from '../domain/audit-stretch.js';
import { streamReportFacts } from './audit-report-facts.js';
import { streamFacts, type VerifyDeps } from './audit-verify.js';

export interface AnswerDeps extends Pick<VerifyDeps, 'flags' | 'activities' | 'reports' | 'mac'> {
  readonly append: (event: AuditEvent) => Promise<AuditEntry>;
}

/** One entry names as many: about 25 kB, and at most 10 MB where a forger made them. */
const ANSWERED_TOGETHER = 100;

/** Flags and reports that contradict the log are taken over as they stand. */
export async function answerContradictions(
  { append, ...deps }: AnswerDeps,
  contradictions: readonly Contradiction[],
  request: Resuming,
): Promise<AuditEntry[]> {
  const ofFlags = contradictions.filter(isOfFlag);
  const ofReports = contradictions.flatMap((one) => (isOfFlag(one) ? [] : [one]));
  const flags = await readStanding(
    ofFlags.map(({ flagId }) => flagId),
    () => streamFacts(deps),
  );
  const reports = await readStanding(
    ofReports.map(({ reportId }) => reportId),
    () => streamReportFacts(deps),
  );
  const events = [
    ...together(ofFlags, ({ flagId }) => flagId).map((these) => answerEvent(these, flags, request)),
    ...together(ofReports, ({ reportId }) => reportId).map((these) => reportAnswerEvent(these, reports, request)),
  ];
  const written: AuditEntry[] = [];
  for (const event of events) written.push(await append(event));
  return written;
}

/** All of one id in one entry. */
function together<T>(contradictions: readonly T[], idOf: (one: T) => string): T[][] {
  const ids = [...new Set(contradictions.map(idOf))];
  const groups: T[][] = [];
  for (let start = 0; start < ids.length; start += ANSWERED_TOGETHER) {
    const these = new Set(ids.slice(start, start + ANSWERED_TOGETHER));
    groups.push(contradictions.filter((one) => these.has(idOf(one))));
  }
  return groups;
}

/** By reading all of them: the id that the log knows one by need not be its id in the database. */
async function readStanding<T extends { readonly id: string }>(
  ids: readonly string[],
  stream: () => AsyncGenerator<T>,
): Promise<ReadonlyMap<string, T>> {
  const wanted = new Set(ids);
  const standing = new Map<string, T>();
  if (wanted.size === 0) return standing;
  for await (const one of stream()) if (wanted.has(one.id)) standing.set(one.id, one);
  return standing;
}
