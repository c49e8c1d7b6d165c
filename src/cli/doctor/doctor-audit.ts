import { explainError } from '../../domain/errors.js';
import { hideCredentials } from '../../services/describe-server.js';
import type { AuditLookUp } from '../../storage/look-up-audit.js';
import { ROLE_TEXTS } from '../../words/cli/audit-role.js';
import { sayIn } from '../../words/say.js';
import type { DoctorContext, DoctorRow } from './doctor-row.js';
import { findRunningMongodb } from './doctor-services.js';

const say = sayIn('id');
/** A stamp a day, and what a night without a network takes. */
const STAMP_LATE_MS = 36 * 3_600_000;

/** Whether the log can only be added to, and when its end was stamped last. What it says is not read: `audit verify`. */
export async function checkAudit(context: DoctorContext, now: Date = new Date()): Promise<DoctorRow> {
  const uri = findRunningMongodb(context);
  const name = say(ROLE_TEXTS.row);
  if (uri === undefined) return { name, state: 'ok', detail: say(ROLE_TEXTS.notAsked) };
  try {
    // The driver takes as long to load as the rest of the doctor.
    const { lookUpAudit } = await import('../../storage/look-up-audit.js');
    const found = await lookUpAudit(uri);
    const [rights, stamps] = [describeRights(found, context), describeStamps(found, context, now)];
    const detail = [rights.detail, stamps?.detail].filter(Boolean).join('; ');
    const isWell = rights.state === 'ok' && (stamps?.state ?? 'ok') === 'ok';
    return { name, state: isWell ? 'ok' : 'warn', detail, mend: rights.mend ?? stamps?.mend };
  } catch (error) {
    const why = hideCredentials(explainError(error).message);
    return { name, state: 'warn', detail: say(ROLE_TEXTS.notReached, { why }), mend: 'npx netra audit verify' };
  }
}

type Part = Pick<DoctorRow, 'state' | 'detail' | 'mend'>;

export function describeRights({ rewriting, user }: AuditLookUp, { config }: Pick<DoctorContext, 'config'>): Part {
  if (!rewriting) return { state: 'ok', detail: say(ROLE_TEXTS.unknown) };
  if (rewriting.length === 0) return { state: 'ok', detail: say(ROLE_TEXTS.appendOnly, { user: user ?? '' }) };
  const detail = say(ROLE_TEXTS.rewritable, { actions: rewriting.join(', ') });
  // A private server of one developer has one user for everything.
  return config.isProduction ? { state: 'warn', detail, mend: 'npx netra audit role' } : { state: 'ok', detail };
}

/** Nothing where nobody is asked to stamp. */
function describeStamps(
  { latestTimestamp }: AuditLookUp,
  { config }: Pick<DoctorContext, 'config'>,
  now: Date,
): Part | undefined {
  if (config.timestamp.url === undefined) return undefined;
  const mend = 'npx netra audit timestamp';
  if (!latestTimestamp) return { state: 'warn', detail: say(ROLE_TEXTS.neverStamped), mend };
  const at = latestTimestamp.at.toISOString();
  const isLate = now.getTime() - latestTimestamp.at.getTime() > STAMP_LATE_MS;
  return isLate
    ? { state: 'warn', detail: say(ROLE_TEXTS.stampLate, { at }), mend }
    : { state: 'ok', detail: say(ROLE_TEXTS.stamped, { at }) };
}
