import type { Account } from '../domain/account.js';
import type { Clock } from '../domain/clock.js';
import type { AccountRepository } from '../storage/account-repository.js';

const MOST_REMEMBERED = 20_000;

/**
 * Reads accounts through a short memory: a batch of acts names the accounts of the batch before it, and asking again
 * cost a screening worker a fifth of its time. A change of the registry is seen after `forMs` at the latest.
 */
export function rememberAccounts(
  accounts: Pick<AccountRepository, 'findAccounts'>,
  { clock, forMs }: { clock: Clock; forMs: number },
): Pick<AccountRepository, 'findAccounts'> {
  const known = new Map<string, Account>();
  let since = clock().getTime();

  return {
    async findAccounts(ids) {
      const now = clock().getTime();
      if (now - since >= forMs || known.size > MOST_REMEMBERED) {
        known.clear();
        since = now;
      }
      const unknown = ids.filter((id) => !known.has(id));
      const remembered = ids.flatMap((id) => known.get(id) ?? []);
      if (unknown.length === 0) return remembered;
      const found = await accounts.findAccounts(unknown);
      for (const account of found) known.set(account.id, account);
      return [...remembered, ...found];
    },
  };
}
