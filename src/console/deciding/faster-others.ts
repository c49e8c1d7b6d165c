import { reviewsFor } from '../../domain/blind-review.js';
import { type Flag, holderOf } from '../../domain/flag.js';
import { timeZoneOf, zoneLabel } from '../../domain/region.js';
import type { User } from '../../domain/user.js';
import { Refusal } from '../access/refusal.js';
import type { ConsoleContext } from '../context.js';
import { namesOf } from '../views/names-of.js';

/** Who holds it, and until when. */
export async function refuseHeld(context: ConsoleContext, flag: Flag, user: Pick<User, 'id'>): Promise<Refusal> {
  if (flag.pending?.by === user.id) return new Refusal('given_already');
  const holder = holderOf(flag, context.clock());
  if (!holder) return new Refusal('changed_meanwhile');
  const nameOf = await namesOf(context.deps, flag);
  return new Refusal('held_by_other', { name: nameOf(holder.by), until: clockTime(flag, holder.until) });
}

/** When it was decided, and by whom: not to somebody whose verdict may come to be the blind second one. */
export async function refuseDecided(
  context: ConsoleContext,
  flag: Flag,
  user: Pick<User, 'id' | 'role'>,
): Promise<Refusal> {
  if (flag.state === 'contrary') return new Refusal('contrary');
  const last = flag.reviews.at(-1);
  if (!last) return new Refusal('changed_meanwhile');
  const at = clockTime(flag, last.at);
  if (reviewsFor(flag, user).isBlind) return new Refusal('decided_meanwhile', { at });
  const nameOf = await namesOf(context.deps, flag);
  return new Refusal('decided_by_other', { name: nameOf(last.reviewerId), at });
}

function clockTime(flag: Flag, instant: Date): string {
  const zone = timeZoneOf(flag.region);
  const time = new Intl.DateTimeFormat('id-ID', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(instant);
  return `${time} ${zoneLabel(zone)}`;
}
