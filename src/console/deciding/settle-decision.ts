import { mayDecide, reviewsFor } from '../../domain/blind-review.js';
import { type DraftOwner, typedAtOf } from '../../domain/draft.js';
import { ChangedMeanwhileError, PermanentError } from '../../domain/errors.js';
import { decide, type Flag, type Review } from '../../domain/flag.js';
import type { PendingDecision } from '../../domain/pending-decision.js';
import type { User } from '../../domain/user.js';
import { UNREADABLE_DECISION } from '../../words/console/pending.js';
import { sayError } from '../../words/say.js';
import { reachOf } from '../access/scope.js';
import type { ConsoleContext } from '../context.js';
import { peopleAsked } from './ask.js';

export type DecidingContext = Pick<ConsoleContext, 'deps' | 'clock' | 'tell' | 'undoMs'>;

/** At a time, so that one that cannot be settled holds no other up for long. */
const BATCH = 100;

/** Makes verdicts of all whose time has come. Safe to repeat and to run in many processes at once. */
export async function settleDue(context: DecidingContext): Promise<void> {
  let failure: { readonly error: unknown } | undefined;
  const now = context.clock();
  const latest = new Date(now.getTime() + context.undoMs);
  for (const pending of await context.deps.flags.listDueDecisions({ now, latest, limit: BATCH })) {
    await settleDecision(context, pending).catch((error: unknown) => {
      failure ??= { error };
    });
  }
  if (failure) throw failure.error;
}

/** And tells whoever asked that nobody answered by the day, also while something else cannot be settled. */
export async function settleAndTell(context: DecidingContext): Promise<void> {
  try {
    await settleDue(context);
  } finally {
    await context.deps.flags.tellLate(context.clock(), BATCH);
  }
}

/** Exactly one verdict, whoever else tries at the same moment; or, where it can no longer be one, a draft again. */
export async function settleDecision(context: DecidingContext, pending: PendingDecision): Promise<void> {
  const { deps, clock } = context;
  const [flag, user] = await Promise.all([deps.flags.findFlag(pending.flagId), deps.users.findUser(pending.userId)]);
  // Undone, or settled by another process, since it was listed.
  if (flag?.pending?.id !== pending.id) return;
  if (pending.together !== undefined) await deps.flags.beginCounting(pending.together);
  const made = user && (await isStillTheirs(context, flag, user)) ? tryDecide(flag, pending, clock()) : undefined;
  if (!user || !made) return giveBack(context, flag, pending);
  const told = await toldOf(deps, made.decided);
  // Whoever was asked has left since: the flag would wait for nobody until the day.
  if (made.decided.question && told.every((id) => id === user.id)) return giveBack(context, flag, pending);
  const { isBlind } = reviewsFor(flag, user);
  try {
    await deps.flags.saveDecision(made.decided, made.review, { isBlind, pending, told });
  } catch (error) {
    // The same, since the flag was read. Where the flag itself has changed, the next look finds that.
    if (error instanceof ChangedMeanwhileError) return;
    throw error;
  }
  await endDraft(context, pending);
}

/** Whoever a question goes to, as they are when it counts. */
export async function toldOf(deps: DecidingContext['deps'], flag: Flag): Promise<string[]> {
  const { question } = flag;
  return question ? (await peopleAsked(deps, flag, question)).map(({ id }) => id) : [];
}

/** Rights are asked for once more: they may have been taken away since. */
async function isStillTheirs({ deps }: DecidingContext, flag: Flag, user: User): Promise<boolean> {
  const reach = await reachOf(deps, user);
  return user.isActive && mayDecide(flag, user) && (reach === undefined || reach.includes(flag.officeCode));
}

function tryDecide(flag: Flag, { given, userId, seenVersion }: PendingDecision, at: Date) {
  if (!given) return undefined;
  const { asked, ...said } = given;
  const review: Review = { ...said, reviewerId: userId, at };
  try {
    return { review, decided: decide(flag, seenVersion, { ...review, asked }) };
  } catch (error) {
    if (error instanceof PermanentError) return undefined;
    throw error;
  }
}

async function giveBack(context: DecidingContext, flag: Flag, pending: PendingDecision): Promise<void> {
  const { deps, clock, tell } = context;
  const { flagId, given } = pending;
  if (given) await restoreDraft(context, { flag, pending, cameBack: true });
  else tell('console-pending', new PermanentError(...sayError(UNREADABLE_DECISION, 'id')), { flagId });
  await deps.flags.dropDecision(pending, clock());
}

/** What was given is typed again, later than whatever lies there: it was this person's last word. */
export async function restoreDraft(
  { deps, clock }: DecidingContext,
  { flag, pending, cameBack = false }: { flag: Flag; pending: PendingDecision; cameBack?: boolean },
): Promise<void> {
  const { userId, flagId, given } = pending;
  if (!given) return;
  const owner = { userId, flagId };
  const now = clock();
  const before = await deps.drafts.findDraft(owner);
  const typedAt = typedAtOf({ now, typedMsAgo: 0, basedOn: before?.typedAt });
  const ownReviews = flag.reviews.filter((review) => review.reviewerId === userId).length;
  await deps.drafts.saveDraft(owner, { ...given, ownReviews, typedAt, cameBack }, now);
}

/** The verdict stands whatever becomes of the draft, which is taken back as well when it is next asked for. */
export async function endDraft({ deps, tell }: DecidingContext, { userId, flagId }: DraftOwner): Promise<void> {
  await deps.drafts.removeDraft({ userId, flagId }).catch((error) => tell('console-draft', error, { flagId }));
}
