import type { AuditEntry, AuditEvent } from '../domain/audit.js';
import { answerEvent } from '../domain/audit-answers.js';
import type { Contradiction } from '../domain/audit-contradiction.js';
import type { Resuming } from '../domain/audit-stretch.js';
import { COMPARED, type VerifyDeps } from './audit-verify.js';

export interface AnswerDeps extends Pick<VerifyDeps, 'flags' | 'mac'> {
  readonly append: (event: AuditEvent) => Promise<AuditEntry>;
}

/** One entry names as many: about 60 kB. */
const ANSWERED_TOGETHER = 500;

export async function answerFlags(
  { flags, mac, append }: AnswerDeps,
  contradictions: readonly Contradiction[],
  request: Resuming,
): Promise<AuditEntry[]> {
  const ids = [...new Set(contradictions.map(({ flagId }) => flagId))];
  const written: AuditEntry[] = [];
  for (let start = 0; start < ids.length; start += ANSWERED_TOGETHER) {
    const together = new Set(ids.slice(start, start + ANSWERED_TOGETHER));
    const found = await flags.find({ _id: { $in: [...together] } }, { projection: COMPARED }).toArray();
    const standing = new Map(found.map(({ _id, ...flag }) => [_id, { id: _id, ...flag }]));
    const these = contradictions.filter(({ flagId }) => together.has(flagId));
    written.push(await append(answerEvent(these, { flags: standing, mac }, request)));
  }
  return written;
}
