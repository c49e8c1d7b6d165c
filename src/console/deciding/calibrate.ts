import { createHmac, randomBytes } from 'node:crypto';
import { type Calibration, GOLDEN_MS, type GoldenFlag, goldenAnswerOf, toCopy } from '../../domain/calibration.js';
import { CLAIM_MS, decide, type Flag } from '../../domain/flag.js';
import type { FlagFilter } from '../../domain/flag-filter.js';
import type { User } from '../../domain/user.js';
import { leftToWeigh } from '../../domain/verdict.js';
import { Refusal } from '../access/refusal.js';
import { findCopy, getShownFlag } from '../access/scope.js';
import type { ConsoleContext } from '../context.js';
import type { VerdictBody } from '../views/flag-schemas.js';
import { endDraft } from './settle-decision.js';

/** Golden flags looked at before one is chosen, the newest. */
const MAX_LOOKED_AT = 100;
/** As many as a flag's id has. */
const ID_BYTES = 32;

interface Asking {
  readonly user: User;
  readonly now: Date;
  readonly filter: FlagFilter;
  /** The flag just left. */
  readonly after: string;
}

/** Now and then the question of a golden flag comes in place of the next flag; `undefined`: not now. */
export async function calibrateNow(context: ConsoleContext, asking: Asking): Promise<Flag | undefined> {
  const { user, after, filter } = asking;
  // Whoever asks for one kind of work gets that: an own pile, what is overdue, what is asked.
  const isPile = filter.assignedTo !== undefined || filter.heldBy !== undefined || filter.openedBefore !== undefined;
  if (isPile || filter.questions?.which === 'waiting') return undefined;
  const draw = drawOf(context.login.secret, `${user.id} ${after}`);
  if (draw % context.calibrateEvery !== 0) return undefined;
  return (await goOn(context, asking)) ?? begin(context, { ...asking, draw });
}

/** The same question twice has the same answer, and nobody can tell it before. */
function drawOf(secret: Uint8Array, text: string): number {
  return createHmac('sha256', secret).update(`netra calibration ${text}`).digest().readUInt32BE();
}

/** What was passed by comes again before another one, where it is of the work asked for. */
async function goOn({ deps }: ConsoleContext, { user, now, filter, after }: Asking): Promise<Flag | undefined> {
  const unanswered = await deps.calibrations.listUnanswered(user.id);
  const fitting = await listGoldenAmong(
    deps,
    unanswered.map(({ flagId }) => flagId),
    filter,
  );
  for (const { id, flagId } of unanswered) {
    const isFit = flagId !== after && fitting.some((flag) => flag.id === flagId);
    const copy = isFit ? await findCopy(deps, user, id) : undefined;
    if (copy) return hold(deps, copy, now);
  }
  return undefined;
}

function listGoldenAmong(deps: ConsoleContext['deps'], ids: readonly string[], filter: FlagFilter): Promise<Flag[]> {
  const { questions: _waits, ...wanted } = filter;
  return deps.flags.listAmong(ids, { ...wanted, state: 'decided' });
}

async function begin(context: ConsoleContext, asking: Asking & { draw: number }): Promise<Flag | undefined> {
  const { deps } = context;
  const { user, now, filter, draw } = asking;
  const since = new Date(now.getTime() - GOLDEN_MS);
  const chosen = { since, limit: MAX_LOOKED_AT, notFor: user.id };
  const golden = await deps.calibrations.listGolden(filter.officeCodes, chosen);
  const answers = new Map(golden.map((one) => [one.flagId, one]));
  const fitting = await listGoldenAmong(deps, [...answers.keys()], filter);
  const fit: Flag[] = [];
  for (const flag of fitting) if (await mayBeAsked(deps, flag, { golden: answers.get(flag.id)!, user })) fit.push(flag);
  const flag = fit.toSorted((a, b) => (a.id < b.id ? -1 : 1))[Math.floor(draw / context.calibrateEvery) % fit.length];
  if (!flag) return undefined;
  const calibration: Calibration = {
    id: randomBytes(ID_BYTES).toString('base64url'),
    flagId: flag.id,
    userId: user.id,
    officeCode: flag.officeCode,
    rules: [...new Set(flag.matches.map(({ rule }) => rule))],
    answer: answers.get(flag.id)!.answer,
    begunAt: now,
    heldUntil: new Date(now.getTime() + CLAIM_MS),
  };
  return (await deps.calibrations.beginCalibration(calibration)) ? toCopy(flag, calibration) : undefined;
}

/** Not of somebody who says that the account is not theirs, nor of what is no longer kept; and not of whoever decided or asked. */
async function mayBeAsked(
  deps: ConsoleContext['deps'],
  flag: Flag,
  { golden, user }: { golden: GoldenFlag; user: User },
): Promise<boolean> {
  if (goldenAnswerOf(flag) !== golden.answer || flag.reviews.some(({ reviewerId }) => reviewerId === user.id))
    return false;
  const [account, act] = await Promise.all([
    deps.accounts.findAccount(flag.accountId),
    deps.activities.findMarked(flag.activityId),
  ]);
  return act !== undefined && account?.proof === 'proven';
}

/** What this person has in hand of them, for the list of their own. */
export async function listHeldCopies({ deps }: Pick<ConsoleContext, 'deps'>, user: User, now: Date): Promise<Flag[]> {
  const unanswered = await deps.calibrations.listUnanswered(user.id);
  const held = unanswered.filter(({ heldUntil }) => heldUntil > now);
  const flags = await Promise.all(held.map(({ id }) => findCopy(deps, user, id)));
  return flags.filter((flag) => flag !== undefined);
}

/** As a claim is taken and prolonged; nobody else could take it. */
export async function hold(deps: ConsoleContext['deps'], copy: Flag, now: Date): Promise<Flag> {
  if (!copy.claim) return copy;
  const until = new Date(now.getTime() + CLAIM_MS);
  await deps.calibrations.holdCalibration(copy.id, until);
  return { ...copy, claim: { ...copy.claim, until } };
}

/** Of whoever decides by the same rules as of any flag; it counts for nothing else, and nobody is told or asked. */
export async function answerCopy(
  context: ConsoleContext,
  copy: Flag,
  { user, now, body }: { user: User; now: Date; body: VerdictBody },
): Promise<Flag> {
  if (copy.state === 'open') {
    const { verdict: said, reason, weighed, seenVersion } = body;
    if (leftToWeigh(copy.cleared, body).length > 0) throw new Refusal('unweighed');
    decide(copy, seenVersion, { verdict: said, reason, weighed, reviewerId: user.id, at: now });
    await context.deps.calibrations.answerCalibration(copy.id, { said, by: user.id, at: now });
    await endDraft(context, { userId: user.id, flagId: copy.id });
  }
  return getShownFlag(context.deps, user, copy.id);
}
