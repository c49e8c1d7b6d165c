import type { Model } from 'mongoose';
import { type Account, maskNip } from '../domain/account.js';
import { normaliseHandle } from '../domain/platform.js';
import { type PeopleReach, wordsOfName } from '../domain/search.js';
import { type AccountDocument, toAccount } from './account-document.js';
import { asText, asTexts } from './plain-value.js';

const NIP_LENGTH = 18;

/**
 * As a person looks for somebody: words of a name, the beginning of a handle, a former handle, or the last three digits of
 * a NIP. Each way by an index of its own, a few of each; by name.
 */
export async function findPeople(
  accounts: Model<AccountDocument>,
  query: string,
  { officeCodes, anyOf = [], limit }: PeopleReach,
): Promise<Account[]> {
  const within = officeCodes ? [{ officeCode: { $in: asTexts(officeCodes) } }] : [];
  const found = await Promise.all(
    waysToAsk(asText(query), asTexts(anyOf)).map((way) =>
      accounts
        .find({ $and: [way, ...within] })
        .limit(limit)
        .lean(),
    ),
  );
  const people = new Map(found.flat().map((account) => [account._id, toAccount(account)]));
  return [...people.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'id')).slice(0, limit);
}

/** Each by an index of its own; none where nothing can be meant. */
export function waysToAsk(query: string, anyOf: readonly string[]): object[] {
  const ways: object[] = anyOf.length > 0 ? [{ officeCode: { $in: anyOf } }] : [];
  const words = wordsOfName(query).map((word) => ({ nameWords: { $elemMatch: { $gte: word, $lt: `${word}\uffff` } } }));
  if (words.length > 0) ways.push({ $and: words });
  const handle = normaliseHandle(query.trim());
  if (/^\S{3,}$/.test(handle)) {
    ways.push({ handleKey: { $gte: handle, $lt: `${handle}\uffff` } }, { formerHandleKeys: handle });
  }
  const digits = query.replaceAll(/[\s•]/g, '');
  if (/^\d{3,18}$/.test(digits)) ways.push({ nipMasked: maskNip(digits.padStart(NIP_LENGTH, '0')) });
  return ways;
}
