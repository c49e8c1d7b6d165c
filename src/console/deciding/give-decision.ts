import { randomBytes } from 'node:crypto';
import { mayDecide, reviewsFor } from '../../domain/blind-review.js';
import { decide, type Flag, holderOf, type Review } from '../../domain/flag.js';
import type { PendingDecision } from '../../domain/pending-decision.js';
import { MAX_QUESTIONS, mayAskAgain } from '../../domain/question.js';
import type { User } from '../../domain/user.js';
import { leftToWeigh, settles } from '../../domain/verdict.js';
import { Refusal } from '../access/refusal.js';
import { getVisibleFlag } from '../access/scope.js';
import type { ConsoleContext } from '../context.js';
import type { VerdictBody } from '../views/flag-schemas.js';
import { refuseUnfitAsking } from './ask.js';
import { refuseDecided, refuseHeld } from './faster-others.js';
import { endDraft, toldOf } from './settle-decision.js';

interface Giving {
  readonly user: User;
  readonly now: Date;
  readonly body: VerdictBody;
  /** Of those given in one go. */
  readonly together?: Pick<PendingDecision, 'together' | 'from'> | undefined;
}

/** A decision, held back for as long as it can be undone. The flag as it is then. */
export async function giveDecision(context: ConsoleContext, flag: Flag, giving: Giving): Promise<Flag> {
  await refuseUnfit(context, flag, giving);
  const { user, now, body, together } = giving;
  const { verdict, reason, weighed, seenVersion } = body;
  const asked = settles(verdict) ? undefined : (body.asked ?? undefined);
  const review: Review = { verdict, reason, weighed, reviewerId: user.id, at: now };
  const decided = decide(flag, seenVersion, { ...review, asked });
  const { deps, undoMs } = context;
  if (undoMs === 0) {
    await deps.flags.saveDecision(decided, review, {
      isBlind: reviewsFor(flag, user).isBlind,
      told: await toldOf(deps, decided),
    });
    await endDraft(context, { userId: user.id, flagId: flag.id });
    return decided;
  }
  const held = await deps.flags.holdDecision({
    id: randomBytes(12).toString('hex'),
    flagId: flag.id,
    userId: user.id,
    seenVersion,
    givenAt: now,
    countsFrom: new Date(now.getTime() + undoMs),
    ...together,
    given: { verdict, reason, weighed, asked },
  });
  if (held) return held;
  // Somebody was faster: whoever it was is told by name.
  const current = await getVisibleFlag(deps, user, flag.id);
  await refuseUnfit(context, current, giving);
  throw new Refusal('changed_meanwhile');
}

/** Says who was faster, and what is missing, before the domain says no in general. */
async function refuseUnfit(context: ConsoleContext, flag: Flag, { user, now, body }: Giving): Promise<void> {
  if (!mayDecide(flag, user)) throw await refuseDecided(context, flag, user);
  const holder = holderOf(flag, now);
  if (flag.pending || (holder && holder.by !== user.id)) throw await refuseHeld(context, flag, user);
  if (flag.state === 'contrary' && !settles(body.verdict)) throw new Refusal('settles_only');
  if (leftToWeigh(flag.cleared, body).length > 0) throw new Refusal('unweighed');
  if (settles(body.verdict)) return;
  if (!mayAskAgain(flag.reviews)) throw new Refusal('too_many_questions', { limit: MAX_QUESTIONS });
  if (body.asked) await refuseUnfitAsking(context.deps, flag, { asked: body.asked, by: user.id, now });
}
