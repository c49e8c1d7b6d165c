import type { Flag } from '../../domain/flag.js';
import { upwardsFrom } from '../../domain/office-line.js';
import {
  type AskedOffice,
  type Asking,
  isAskedDay,
  kindAsked,
  MAX_ASKED_DAYS,
  roleAsked,
} from '../../domain/question.js';
import { decidersOf } from '../../domain/standing.js';
import type { User } from '../../domain/user.js';
import { colleaguesOn } from '../access/colleagues.js';
import { Refusal } from '../access/refusal.js';
import type { ConsoleDeps } from '../deps.js';

type AskDeps = Pick<ConsoleDeps, 'users' | 'offices'>;

/** Whoever a question on this flag goes to; nobody where there is no such person. */
export async function peopleAsked(deps: AskDeps, flag: Pick<Flag, 'officeCode'>, { to }: Pick<Asking, 'to'>) {
  const kind = kindAsked({ to });
  if (kind !== 'colleague') return peopleIn(deps, flag, kind);
  return (await colleaguesOn(deps, flag)).filter(({ id }) => id === to);
}

/** Of the flag's office and those above it; whoever keeps the registry keeps all of it. */
export async function peopleIn(
  { users, offices }: AskDeps,
  { officeCode }: Pick<Flag, 'officeCode'>,
  office: AskedOffice,
): Promise<User[]> {
  const role = roleAsked(office);
  if (office === 'registry_owner') return users.listInRole(role);
  const line = upwardsFrom(officeCode, await offices.listOffices());
  return (await users.listInOffices(line)).filter((user) => user.role === role);
}

/** To somebody else who is there, and by a day that is near enough to be kept in mind. */
export async function refuseUnfitAsking(
  deps: AskDeps,
  flag: Flag,
  { asked, by, now }: { asked: Asking; by: string; now: Date },
): Promise<void> {
  const people = await peopleAsked(deps, flag, asked);
  if (!people.some(({ id }) => id !== by)) throw new Refusal('nobody_to_ask');
  // Whoever reads it could not be the second one any more.
  if (kindAsked(asked) === 'colleague' && decidersOf(flag.reviews).includes(by))
    throw new Refusal('asks_after_verdict');
  if (!isAskedDay(asked.day, { region: flag.region, now })) throw new Refusal('day_too_far', { days: MAX_ASKED_DAYS });
}
