import { randomBytes } from 'node:crypto';
import { mayDecide } from '../../domain/blind-review.js';
import { ChangedMeanwhileError, NotFoundError } from '../../domain/errors.js';
import type { Flag } from '../../domain/flag.js';
import type { User } from '../../domain/user.js';
import { Refusal } from '../access/refusal.js';
import { getVisibleFlag } from '../access/scope.js';
import type { ConsoleContext } from '../context.js';
import type { TogetherBody } from '../views/same-schemas.js';
import { refuseDecided } from './faster-others.js';
import { giveDecision } from './give-decision.js';

interface Giving {
  readonly user: User;
  readonly now: Date;
  readonly body: TogetherBody;
}

export interface GivenTogether {
  readonly given: readonly string[];
  readonly refused: readonly { readonly id: string; readonly refusal: Refusal }[];
}

/**
 * One reason on many flags of one post family: each is a decision of its own, by the same way and rules as any. Where one may not
 * be given, or somebody was faster, that one is told of, and the others stand.
 */
export async function giveTogether(context: ConsoleContext, flag: Flag, giving: Giving): Promise<GivenTogether> {
  const { flags } = giving.body;
  const same = await context.deps.flags.findSame(
    flag.id,
    flags.map(({ id }) => id),
  );
  if (flags.some(({ id }) => !same.has(id))) throw new Refusal('not_the_same');
  const together = flags.length > 1 ? { together: randomBytes(12).toString('hex'), from: flag.id } : undefined;
  const given: string[] = [];
  const refused: { id: string; refusal: Refusal }[] = [];
  for (const one of flags) {
    try {
      await giveOne(context, one, { ...giving, together });
      given.push(one.id);
    } catch (error) {
      refused.push({ id: one.id, refusal: toldOf(error) });
    }
  }
  return { given, refused };
}

async function giveOne(
  context: ConsoleContext,
  { id, seenVersion }: TogetherBody['flags'][number],
  { user, now, body, together }: Giving & Pick<Parameters<typeof giveDecision>[2], 'together'>,
): Promise<void> {
  const flag = await getVisibleFlag(context.deps, user, id);
  // A second look at what is decided is one flag's, and blind: whoever may have it is told no name.
  if (flag.state !== 'open') {
    throw mayDecide(flag, user) ? new Refusal('changed_meanwhile') : await refuseDecided(context, flag, user);
  }
  const weighed = flag.cleared.map(({ reason }) => reason).filter((reason) => body.weighed.includes(reason));
  const { verdict, reason } = body;
  await giveDecision(context, flag, { user, now, together, body: { verdict, reason, weighed, seenVersion } });
}

/** What is no refusal ends the whole: what was given so far can be undone, or counts. */
function toldOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof ChangedMeanwhileError) return new Refusal('changed_meanwhile');
  if (error instanceof NotFoundError) return new Refusal('not_found');
  throw error;
}
