import { may } from '../../domain/abilities.js';
import type { User } from '../../domain/user.js';
import type { ConsoleDeps } from '../deps.js';
import type { About, AboutNames } from './search-schemas.js';

/** Words, person and ticket of an act are its content: for others they narrow nothing, and so tell nothing. */
export function narrowAbout(deps: ConsoleDeps, user: User, { words, account, ticket }: About) {
  if (!may(user, 'decide')) return {};
  return { terms: words === undefined ? undefined : deps.flags.termsOf(words), accountId: account, ticket };
}

export async function viewAbout(
  deps: ConsoleDeps,
  { user, reach }: { user: User; reach: readonly string[] | undefined },
  { account, ticket }: About,
): Promise<AboutNames> {
  if (!may(user, 'decide')) return { account: null, ticket: null };
  const found = account === undefined ? undefined : await deps.accounts.findAccount(account);
  const isInReach = found !== undefined && (reach === undefined || reach.includes(found.officeCode));
  const label = deps.tickets().find(({ id }) => id === ticket)?.label;
  return { account: isInReach ? found.name : null, ticket: label ?? null };
}

/** For the log: whose, and that words were looked for, but not which. */
export function aboutDetails({ words, account, ticket }: About) {
  return { account, ticket, words: words === undefined ? undefined : true };
}
