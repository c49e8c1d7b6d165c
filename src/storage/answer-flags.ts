import type { AuditEntry, AuditEvent } from '../domain/audit.js';
import { answerEvent } from '../domain/audit-answers.js';
import type { Contradiction, FlagFacts } from '../domain/audit-contradiction.js';
import type { Resuming } from '../domain/audit-stretch.js';
import { streamFacts, type VerifyDeps } from './audit-verify.js';

export interface AnswerDeps extends Pick<VerifyDeps, 'flags' | 'activities' | 'mac'> {
  readonly append: (event: AuditEvent) => Promise<AuditEntry>;
}

/** One entry names as many: about 25 kB, and at most 10 MB where a forger made the flags. */
const ANSWERED_TOGETHER = 100;

export async function answerFlags(
  { append, ...deps }: AnswerDeps,
  contradictions: readonly Contradiction[],
  request: Resuming,
): Promise<AuditEntry[]> {
  const ids = [...new Set(contradictions.map(({ flagId }) => flagId))];
  const standing = await readStanding(ids, deps);
  const written: AuditEntry[] = [];
  for (let start = 0; start < ids.length; start += ANSWERED_TOGETHER) {
    const together = new Set(ids.slice(start, start + ANSWERED_TOGETHER));
    const these = contradictions.filter(({ flagId }) => together.has(flagId));
    written.push(await append(answerEvent(these, standing, request)));
  }
  return written;
}

/** By reading all of them: the id that the log knows one by need not be its id in the database. */
async function readStanding(
  ids: readonly string[],
  deps: Pick<VerifyDeps, 'flags' | 'activities' | 'mac'>,
): Promise<ReadonlyMap<string, FlagFacts>> {
  const wanted = new Set(ids);
  const standing = new Map<string, FlagFacts>();
  if (ids.length === 0) return standing;
  for await (const flag of streamFacts(deps)) if (wanted.has(flag.id)) standing.set(flag.id, flag);
  return standing;
}
