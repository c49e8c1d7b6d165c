import type { Model } from 'mongoose';
import type { Account } from '../domain/account.js';
import { NotFoundError } from '../domain/errors.js';
import type { RegistryFilter } from '../domain/registry-gap.js';
import { STORED } from '../words/adapters/storage.js';
import { sayError } from '../words/say.js';
import { type AccountDocument, toAccount } from './account-document.js';
import { waysToAsk } from './find-people.js';
import { asText, asTexts } from './plain-value.js';

export interface AccountRegister {
  /** By name; `after`: the id of the last one of the page before. Throws NotFoundError where that one is gone. */
  listRegistered(
    filter: RegistryFilter,
    page: { limit: number; after?: string | undefined },
  ): Promise<{ accounts: Account[]; next?: string | undefined }>;
  countRegistered(filter: RegistryFilter): Promise<number>;
  /** What else is registered to the person who holds this account. */
  listOthersOfHolder(id: string): Promise<Account[]>;
}

const BY_NAME = { name: 1, _id: 1 } as const;
/** One person's accounts on all platforms are far fewer. */
const MOST_OF_ONE = 50;

export function createAccountRegister(accounts: Model<AccountDocument>): AccountRegister {
  return {
    async listRegistered(filter, { limit, after }) {
      const later = after === undefined ? {} : laterThan(await placeOf(after));
      const found = await accounts
        .find({ $and: [filterOf(filter), later] } as never)
        .sort(BY_NAME)
        .limit(limit + 1)
        .lean();
      const shown = found.slice(0, limit).map(toAccount);
      return { accounts: shown, next: found.length > limit ? shown.at(-1)?.id : undefined };
    },

    countRegistered: (filter) => accounts.countDocuments(filterOf(filter) as never).exec(),

    async listOthersOfHolder(id) {
      const own = await accounts.findOne({ _id: asText(id) }, { nipHash: 1, nipMasked: 1 }).lean();
      if (!own) return [];
      // By the index on the end of the NIP, which a thousandth of all shares.
      const ofHolder = { nipMasked: own.nipMasked, nipHash: own.nipHash, _id: { $ne: own._id } };
      return (await accounts.find(ofHolder).sort({ _id: 1 }).limit(MOST_OF_ONE).lean()).map(toAccount);
    },
  };

  async function placeOf(id: string): Promise<Pick<AccountDocument, '_id' | 'name'>> {
    const place = await accounts.findOne({ _id: asText(id) }, { name: 1 }).lean();
    if (!place) throw new NotFoundError(...sayError(STORED.noPage, 'id'));
    return place;
  }
}

function laterThan({ _id, name }: Pick<AccountDocument, '_id' | 'name'>) {
  return { $or: [{ name: { $gt: name } }, { name, _id: { $gt: _id } }] };
}

function filterOf({ officeCodes, platforms, proofs, noMandateOn, query }: RegistryFilter): Record<string, unknown> {
  const filter: Record<string, unknown> = {};
  if (officeCodes) filter.officeCode = { $in: asTexts(officeCodes) };
  if (platforms) filter.platform = { $in: asTexts(platforms) };
  if (proofs) filter.proof = { $in: asTexts(proofs) };
  const all: object[] = [];
  // Local days are written so that they sort as text.
  const day = noMandateOn === undefined ? undefined : asText(noMandateOn);
  if (day !== undefined) all.push({ $or: [{ 'mandate.from': { $gt: day } }, { 'mandate.to': { $lt: day } }] });
  if (query) {
    const ways = waysToAsk(asText(query.text), asTexts(query.anyOf));
    all.push(ways.length === 0 ? { _id: { $in: [] } } : { $or: ways });
  }
  return all.length === 0 ? filter : { ...filter, $and: all };
}
