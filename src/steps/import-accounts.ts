import { type Account, type MandateTime, mandateTimeOf } from '../domain/account.js';
import { normaliseHandle, type Platform } from '../domain/platform.js';
import type { AccountRepository } from '../storage/account-repository.js';
import { persist } from './persist.js';

/** As a line of a file names an account. */
interface Name {
  readonly platform: Platform;
  readonly handle: string;
  /** The platform's own number, as the file has it. */
  readonly authorId?: string | undefined;
}

/** An account with the time of its mandate, worked out once for all the acts that a file has of it. */
export interface NamedAccount {
  readonly account: Account;
  readonly mandate: MandateTime;
}

export type AccountOf = (name: Name) => NamedAccount | undefined;

const MOST_REMEMBERED = 50_000;

/**
 * Looks accounts up for a batch of lines at a time. A file names few accounts many times; handles of strangers are
 * remembered as unknown only for this run.
 */
export function createAccountLookup(
  accounts: Pick<AccountRepository, 'findAccountsByHandle'>,
): (names: readonly Name[]) => Promise<AccountOf> {
  let known = new Map<string, NamedAccount | undefined>();
  return async (names) => {
    // A new map instead of an emptied one: a batch before this one may still read the old one.
    if (known.size > MOST_REMEMBERED) known = new Map();
    const here = known;
    const missing = new Map<Platform, Set<string>>();
    for (const name of names) {
      for (const { platform, handle } of namesOf(name)) {
        if (here.has(keyOf(platform, handle))) continue;
        const handles = missing.get(platform) ?? new Set<string>();
        missing.set(platform, handles.add(normaliseHandle(handle)));
      }
    }
    for (const [platform, handles] of missing) {
      const found = await persist(() => accounts.findAccountsByHandle(platform, [...handles]));
      for (const handle of handles) here.set(keyOf(platform, handle), undefined);
      for (const account of found) {
        here.set(keyOf(platform, account.handle), { account, mandate: mandateTimeOf(account) });
      }
    }
    return (name) => {
      for (const { platform, handle } of namesOf(name)) {
        const named = here.get(keyOf(platform, handle));
        if (isMeant(named, name)) return named;
      }
      return undefined;
    };
  };
}

/** The number first: a handle changes hands. It is registered as `id:…`, so that it is never taken for a handle. */
function namesOf({ platform, handle, authorId }: Name): readonly Name[] {
  return authorId === undefined
    ? [{ platform, handle }]
    : [
        { platform, handle: `id:${authorId}` },
        { platform, handle },
      ];
}

/** Under the handle of an account whose number is known, somebody else may write by now. */
function isMeant(named: NamedAccount | undefined, { authorId }: Name): boolean {
  const known = named?.account.externalId;
  return named !== undefined && (known === undefined || authorId === undefined || known === authorId);
}

function keyOf(platform: Platform, handle: string): string {
  return `${platform} ${normaliseHandle(handle)}`;
}
