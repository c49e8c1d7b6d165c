import type { Model } from 'mongoose';
import type { Account } from '../domain/account.js';
import { wordsOf } from '../domain/naming.js';
import { normaliseHandle, type Platform } from '../domain/platform.js';
import { type AccountDocument, toAccount } from './account-document.js';
import { asText, asTexts } from './plain-value.js';

export interface AccountSearch {
  /** By platform id, handle or former handle, on this platform or any. */
  findAccountsNamed(asked: { platform?: Platform | undefined; handles: readonly string[] }): Promise<Account[]>;
  /**
   * As a person looks for somebody: the beginning of a handle, words of a name, or the last three digits of a NIP; all of
   * these offices alone. `anyOf`: offices all of whose accounts fit as well.
   */
  searchAccounts(asked: {
    text: string;
    officeCodes?: readonly string[] | undefined;
    anyOf?: readonly string[] | undefined;
    limit: number;
  }): Promise<Account[]>;
}

/** More is no list to choose from. */
const MAX_NAMED = 20;

export function createAccountSearch(accounts: Model<AccountDocument>): AccountSearch {
  return {
    async findAccountsNamed({ platform, handles }) {
      const keys = asTexts(handles).map(normaliseHandle);
      const on = platform === undefined ? {} : { platform: asText(platform) as Platform };
      const ways = [
        { ...on, externalId: { $in: asTexts(handles) } },
        { ...on, handleKey: { $in: keys } },
        { ...on, formerHandleKeys: { $in: keys } },
      ];
      return (await accounts.find({ $or: ways }).limit(MAX_NAMED).lean()).map(toAccount);
    },

    async searchAccounts({ text, officeCodes, anyOf = [], limit }) {
      const ways = waysToFind(asText(text), asTexts(anyOf));
      if (ways.length === 0) return [];
      const within = officeCodes ? [{ officeCode: { $in: asTexts(officeCodes) } }] : [];
      const found = await accounts
        .find({ $and: [{ $or: ways }, ...within] } as object)
        .sort({ name: 1, _id: 1 })
        .limit(limit)
        .lean();
      return found.map(toAccount);
    },
  };
}

function waysToFind(text: string, anyOf: readonly string[]): object[] {
  const digits = /^\d{3,18}$/.exec(text.trim())?.[0];
  const handle = normaliseHandle(text);
  const words = wordsOf(text);
  return [
    ...(digits ? [{ nipMasked: { $regex: `${digits.slice(-3)}$` } }] : []),
    ...(handle.length >= 2 ? [{ handleKey: { $regex: `^${escaped(handle)}` } }, { formerHandleKeys: handle }] : []),
    ...(words.length > 0 ? [{ $and: words.map((word) => ({ name: { $regex: escaped(word), $options: 'i' } })) }] : []),
    ...(anyOf.length > 0 ? [{ officeCode: { $in: anyOf } }] : []),
  ];
}

/** What was typed is looked for as it is: none of it is a pattern. */
function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
