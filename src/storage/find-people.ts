import type { Model } from 'mongoose';
import { type Account, maskNip } from '../domain/account.js';
import { normaliseHandle } from '../domain/platform.js';
import { wordsOfName } from '../domain/search.js';
import { type AccountDocument, toAccount } from './account-document.js';
import { asText, asTexts } from './plain-value.js';

const NIP_LENGTH = 18;

/** Each way by an index of its own, a few of each. */
export async function findPeople(
  accounts: Model<AccountDocument>,
  query: string,
  { officeCodes, limit }: { officeCodes: readonly string[]; limit: number },
): Promise<Account[]> {
  const officeCode = { $in: asTexts(officeCodes) };
  const found = await Promise.all(
    waysToAsk(asText(query)).map((way) =>
      accounts
        .find({ ...way, officeCode })
        .limit(limit)
        .lean(),
    ),
  );
  const people = new Map(found.flat().map((account) => [account._id, toAccount(account)]));
  return [...people.values()].slice(0, limit);
}

function waysToAsk(query: string): object[] {
  const ways: object[] = [];
  const words = wordsOfName(query).map((word) => ({ nameWords: { $elemMatch: { $gte: word, $lt: `${word}\uffff` } } }));
  if (words.length > 0) ways.push({ $and: words });
  const handle = normaliseHandle(query.trim());
  if (/^\S{3,}$/.test(handle)) ways.push({ handleKey: { $gte: handle, $lt: `${handle}\uffff` } });
  const digits = query.replaceAll(/[\s•]/g, '');
  if (/^\d{3,18}$/.test(digits)) ways.push({ nipMasked: maskNip(digits.padStart(NIP_LENGTH, '0')) });
  return ways;
}
