import type { Model } from 'mongoose';
import type { Account } from '../domain/account.js';
import { normaliseHandle, type Platform } from '../domain/platform.js';
import { type AccountDocument, toAccount } from './account-document.js';
import { asText, asTexts } from './plain-value.js';

export interface AccountSearch {
  /** By platform id, handle or former handle, on this platform or any. */
  findAccountsNamed(asked: { platform?: Platform | undefined; handles: readonly string[] }): Promise<Account[]>;
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
  };
}
