import type { ClientSession, Connection, Model } from 'mongoose';
import type { Account } from '../domain/account.js';
import { NotFoundError, PermanentError } from '../domain/errors.js';
import { normaliseHandle, type Platform } from '../domain/platform.js';
import type { PeopleReach } from '../domain/search.js';
import { STORED } from '../words/adapters/storage.js';
import { sayError } from '../words/say.js';
import { type AccountDocument, accountSchema, toAccount } from './account-document.js';
import type { AccountDeps, AccountDraft, ImportCounts, TakenOver } from './account-draft.js';
import { createAccountImport } from './account-import.js';
import { type AccountRegister, createAccountRegister } from './account-register.js';
import { type AccountSearch, createAccountSearch } from './account-search.js';
import { findPeople } from './find-people.js';
import { isDuplicateKey } from './insert-new.js';
import { asText, asTexts, withoutUndefined } from './plain-value.js';
import { type CursorSeal, createCursorSeal } from './sealed-cursor.js';

export interface AccountRepository extends AccountSearch, AccountRegister {
  /** Keyed by platform and handle (a former one of the same NIP included); importing again updates, never doubles. */
  saveAccounts(drafts: readonly AccountDraft[], session?: ClientSession): Promise<ImportCounts>;
  /** What `saveAccounts` would do, without doing it. */
  compareAccounts(drafts: readonly AccountDraft[]): Promise<ImportCounts>;
  /**
   * Places of the drafts that name an account which another NIP holds and which was visited or has flags: under a new
   * holder, old acts would become this person's.
   */
  findTakenOver(drafts: readonly AccountDraft[]): Promise<TakenOver[]>;
  findAccount(id: string): Promise<Account | undefined>;
  findAccounts(ids: readonly string[]): Promise<Account[]>;
  /** Handles in any spelling, former ones not; in no particular order. */
  findAccountsByHandle(platform: Platform, handles: readonly string[]): Promise<Account[]>;
  /** Of these offices, by how words of the name begin, how the handle begins, or the last three digits of the NIP; a few. */
  findPeople(query: string, reach: PeopleReach): Promise<Account[]>;
  /** The NIP in clear. The caller writes the audit entry. */
  getNip(id: string): Promise<string>;
  /** All accounts in order of id; `after` for the next page. */
  listAccounts(options?: {
    platform?: Platform;
    officeCodes?: readonly string[];
    after?: string;
    limit?: number;
  }): Promise<Account[]>;
  countAccounts(): Promise<number>;
  /** Accounts whose next visit is due at `now`, longest overdue first, never visited before all. */
  listDueAccounts(options: { platform: Platform; now: Date; limit: number }): Promise<{ id: string }[]>;
  /** What a visit left behind: where to go on (the old cursor stays where none is given; sealed at rest), and when to come again. */
  recordVisit(id: string, visit: { cursor?: string; nextVisitAt: Date; at: Date }): Promise<void>;
  findCursor(id: string): Promise<string | undefined>;
  /**
   * Learns the unchanging id, or a new handle under it (the old one joins `formerHandles`). Throws PermanentError
   * where the handle now belongs to another external id, or the new handle to another registered account.
   */
  recordIdentity(id: string, identity: { externalId: string; handle: string }): Promise<{ wasRenamed: boolean }>;
}

export function createAccountRepository(connection: Connection, deps: AccountDeps): AccountRepository {
  const accounts = connection.model<AccountDocument>('Account', accountSchema as never, 'accounts');
  return {
    ...createAccountImport(connection, accounts, deps),
    ...createReading(accounts, deps),
    ...createAccountSearch(accounts),
    ...createAccountRegister(accounts),
    ...createVisiting(accounts, createCursorSeal(deps.hashKey)),
  };
}

function createReading(accounts: Model<AccountDocument>, { nipSeal }: AccountDeps) {
  return {
    async findAccount(id: string) {
      const found = await accounts.findOne({ _id: asText(id) }).lean();
      return found ? toAccount(found) : undefined;
    },

    async findAccounts(ids: readonly string[]) {
      return (await accounts.find({ _id: { $in: asTexts(ids) } }).lean()).map(toAccount);
    },

    async findAccountsByHandle(platform: Platform, handles: readonly string[]) {
      const handleKeys = asTexts(handles).map(normaliseHandle);
      const found = await accounts
        .find({ platform: asText(platform) as Platform, handleKey: { $in: handleKeys } })
        .lean();
      return found.map(toAccount);
    },

    findPeople: (query: string, reach: PeopleReach) => findPeople(accounts, query, reach),

    async getNip(id: string) {
      const found = await accounts.findOne({ _id: asText(id) }, { nipSealed: 1 }).lean();
      if (!found) throw unknownAccount(id);
      return nipSeal.unseal(found.nipSealed, found._id);
    },

    async listAccounts(options: Parameters<AccountRepository['listAccounts']>[0] = {}) {
      const { platform, officeCodes, after, limit } = options;
      const found = await accounts
        .find(
          withoutUndefined({
            platform: platform && (asText(platform) as Platform),
            officeCode: officeCodes && { $in: asTexts(officeCodes) },
            _id: after === undefined ? undefined : { $gt: asText(after) },
          }),
        )
        .sort({ _id: 1 })
        .limit(limit ?? 0)
        .lean();
      return found.map(toAccount);
    },

    countAccounts: () => accounts.estimatedDocumentCount().exec(),
  };
}

function createVisiting(accounts: Model<AccountDocument>, cursorSeal: CursorSeal) {
  return {
    async listDueAccounts({ platform, now, limit }: { platform: Platform; now: Date; limit: number }) {
      const found = await accounts
        .find({ platform: asText(platform) as Platform, nextVisitAt: { $lte: now } }, { _id: 1 })
        .sort({ nextVisitAt: 1, _id: 1 })
        .limit(limit)
        .lean();
      return found.map(({ _id }) => ({ id: _id }));
    },

    async recordVisit(id: string, { cursor, nextVisitAt, at }: { cursor?: string; nextVisitAt: Date; at: Date }) {
      const left = {
        nextVisitAt,
        lastVisitAt: at,
        cursor: cursor === undefined ? undefined : cursorSeal.seal(cursor, id),
      };
      const { matchedCount } = await accounts.updateOne({ _id: asText(id) }, { $set: withoutUndefined(left) });
      if (matchedCount === 0) throw unknownAccount(id);
    },

    async findCursor(id: string) {
      const stored = (await accounts.findOne({ _id: asText(id) }, { cursor: 1 }).lean())?.cursor;
      return stored === undefined ? undefined : cursorSeal.open(stored, id);
    },

    async recordIdentity(id: string, identity: { externalId: string; handle: string }) {
      const stored = await accounts.findOne({ _id: asText(id) }).lean();
      if (!stored) throw unknownAccount(id);
      if (stored.externalId !== undefined && stored.externalId !== identity.externalId) throw otherIdentity(stored);
      const handleKey = normaliseHandle(asText(identity.handle));
      const wasRenamed = handleKey !== stored.handleKey;
      if (!wasRenamed && stored.externalId === identity.externalId) return { wasRenamed };
      const rename = {
        $set: { externalId: asText(identity.externalId), handle: identity.handle.replace(/^@/, ''), handleKey },
        $addToSet: { formerHandles: stored.handle, formerHandleKeys: stored.handleKey },
      };
      const learn = { $set: { externalId: asText(identity.externalId) } };
      if (wasRenamed && (await accounts.exists({ platform: stored.platform, handleKey }))) throw handleTaken(stored);
      try {
        // The handle read before is part of the filter, so that two visits at once record one rename.
        await accounts.updateOne({ _id: stored._id, handleKey: stored.handleKey }, wasRenamed ? rename : learn);
      } catch (error) {
        throw isDuplicateKey(error) ? handleTaken(stored, error) : error;
      }
      return { wasRenamed };
    },
  };
}

function unknownAccount(id: string): NotFoundError {
  return new NotFoundError(...sayError(STORED.noAccount, 'id', { id }));
}

function otherIdentity({ _id }: AccountDocument): PermanentError {
  return new PermanentError(...sayError(STORED.otherIdentity, 'id', { id: _id }));
}

function handleTaken({ _id }: AccountDocument, cause?: unknown): PermanentError {
  return new PermanentError(...sayError(STORED.handleTaken, 'id', { id: _id }), { cause });
}
