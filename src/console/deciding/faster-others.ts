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

/** Who decided it, and when. */
export async function refuseDecided(context: ConsoleContext, flag: Flag): Promise<Refusal> {
  if (flag.state === 'contrary') return new Refusal('contrary');
  const last = flag.reviews.at(-1);
  if (!last) return new Refusal('changed_meanwhile');
  const nameOf = await namesOf(context.deps, flag);
  return new Refusal('decided_by_other', { name: nameOf(last.reviewerId), at: clockTime(flag, last.at) });
}

function clockTime(flag: Flag, instant: Date): string {
  const zone = timeZoneOf(flag.region);
  const time = new Intl.DateTimeFormat('id-ID', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(instant);
  return `${time} ${zoneLabel(zone)}`;
}
