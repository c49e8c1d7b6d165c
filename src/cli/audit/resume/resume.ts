import type { OutsideHead } from '../../../domain/audit-outside.js';
import type { Clock } from '../../../domain/clock.js';
import { PermanentError } from '../../../domain/errors.js';
import type { AuditRepository } from '../../../storage/audit-repository.js';
import { RESUME, RESUME_INCOMPLETE, RESUME_UNREADABLE } from '../../../words/cli/verify.js';
import { isReadable } from '../../../words/printable.js';
import { sayAdvice, sayError, sayIn } from '../../../words/say.js';
import { EXIT } from '../../exit.js';
import { toJson } from '../../print.js';
import { describeReport, exitCodeOf } from '../describe-report.js';

const say = sayIn('id');

export interface ResumeOptions {
  readonly at?: string;
  readonly by?: string;
  readonly reason?: string;
  readonly head?: string[];
  readonly heads?: string;
  readonly keyLost?: boolean;
  readonly json?: boolean;
}

interface ResumeCommandDeps {
  readonly audit: Pick<AuditRepository, 'verify' | 'resume'>;
  readonly clock: Clock;
  /** Takes whole lines with their line end. */
  readonly write: (text: string) => void;
}

type Given = Omit<ResumeOptions, 'heads' | 'head'> & { readonly heads: readonly OutsideHead[] };

/** `netra audit resume`: shows what does not hold; goes on only where all of place, name and reason are given. */
export async function runAuditResume({ audit, clock, write }: ResumeCommandDeps, given: Given): Promise<number> {
  const { json = false, heads, at, keyLost } = given;
  const report = await audit.verify(heads);
  if (!json) write(`${describeReport(report, heads.length > 0).join('\n')}\n`);
  if (at === undefined) {
    if (json) write(`${toJson({ report })}\n`);
    return exitCodeOf(report);
  }
  const request = { ...readRequest({ ...given, at }), at: clock(), isKeyLost: keyLost };
  const entry = await audit.resume(request, heads);
  write(json ? `${toJson({ report, resumedAt: entry.seq })}\n` : `${say(RESUME.done, { seq: entry.seq })}\n`);
  return EXIT.ok;
}

const MAX_NAME = 80;
const MAX_REASON = 1_000;

function readRequest({ at, by = '', reason = '' }: Given & { readonly at: string }) {
  const [name, why] = [by.trim(), reason.trim()];
  const isWhole = /^\d{1,15}$/.test(at) && name !== '' && why !== '';
  if (isWhole && !(isReadable(name) && isReadable(why))) throw new PermanentError(...sayError(RESUME_UNREADABLE, 'id'));
  if (isWhole && name.length <= MAX_NAME && why.length <= MAX_REASON)
    return { brokenAt: Number(at), by: name, reason: why };
  const { message, hint } = sayAdvice(RESUME_INCOMPLETE, 'id', { name: MAX_NAME, reason: MAX_REASON });
  throw new PermanentError(message, hint);
}
