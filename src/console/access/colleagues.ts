import { may } from '../../domain/abilities.js';
import type { Flag } from '../../domain/flag.js';
import { upwardsFrom } from '../../domain/office-line.js';
import type { User } from '../../domain/user.js';
import type { ConsoleDeps } from '../deps.js';

/** Whoever may open this flag: those who decide in its office or in one above it. */
export async function colleaguesOn(
  { users, offices }: Pick<ConsoleDeps, 'users' | 'offices'>,
  flag: Pick<Flag, 'officeCode'>,
): Promise<User[]> {
  const line = upwardsFrom(flag.officeCode, await offices.listOffices());
  return (await users.listInOffices(line)).filter((user) => may(user, 'decide'));
}
