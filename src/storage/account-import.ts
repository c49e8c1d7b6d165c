import type { ClientSession, Connection, Model } from 'mongoose';
import { normaliseHandle, type Platform } from '../domain/platform.js';
import {
  type AccountDocument,
  changedFields,
  createDocument,
  isSameHolder,
  type RegisteredFields,
} from './account-document.js';
import type { AccountDeps, AccountDraft, ImportCounts, TakenOver } from './account-draft.js';
import { BATCH_SIZE, isDuplicateKey } from './insert-new.js';
import { asText } from './plain-value.js';

interface Plan {
  readonly created: AccountDocument[];
  readonly updated: { id: string; fields: Partial<RegisteredFields> }[];
  readonly unchanged: number;
}

/** Tries of one batch while another import writes the same accounts. */
export const MAX_TRIES = 5;

/** The part of the account repository that the registry uses. */
export function createAccountImport(connection: Connection, accounts: Model<AccountDocument>, deps: AccountDeps) {
  const planFor = async (batch: readonly AccountDraft[]) => {
    const { known, reused } = await findKnown(accounts, batch, deps);
    const created: AccountDocument[] = [];
    const updated: Plan['updated'] = [];
    for (const draft of batch) {
      const stored = known.get(draft);
      const fields = stored && changedFields(stored, draft, deps.nipSeal);
      if (!stored) created.push(createDocument(draft, deps, { isReusedHandle: reused.has(draft) }));
      else if (fields) updated.push({ id: stored._id, fields });
    }
    return { created, updated, unchanged: batch.length - created.length - updated.length };
  };

  return {
    async saveAccounts(drafts: readonly AccountDraft[], session?: ClientSession): Promise<ImportCounts> {
      return addUp(drafts, async (batch) => {
        for (let tries = 1; ; tries += 1) {
          const planned = await planFor(batch);
          try {
            await write(accounts, planned, session);
            return countsOf(planned);
          } catch (error) {
            // Within a transaction nothing more can be tried: whoever began it begins it anew.
            if (session || !isDuplicateKey(error) || tries === MAX_TRIES) throw error;
          }
        }
      });
    },

    async compareAccounts(drafts: readonly AccountDraft[]): Promise<ImportCounts> {
      return addUp(drafts, async (batch) => countsOf(await planFor(batch)));
    },

    async findTakenOver(drafts: readonly AccountDraft[]): Promise<TakenOver[]> {
      const taken: TakenOver[] = [];
      for (let start = 0; start < drafts.length; start += BATCH_SIZE) {
        const batch = drafts.slice(start, start + BATCH_SIZE);
        const { known } = await findKnown(accounts, batch, deps);
        const others = batch.flatMap((draft, offset) => {
          const stored = known.get(draft);
          const isSame = !stored || isSameHolder(stored, draft, deps.nipSeal);
          return isSame ? [] : [{ index: start + offset, stored }];
        });
        const ids = others.map(({ stored }) => stored._id);
        const flagged =
          ids.length === 0
            ? []
            : await connection.collection('flags').distinct('accountId', { accountId: { $in: ids } });
        for (const { index, stored } of others) {
          const isWatched = stored.lastVisitAt || flagged.includes(stored._id);
          const isClosed = !deps.nipSeal.isComparable(stored.nipHash);
          if (isWatched) taken.push({ index, heldBy: stored.nipMasked, isClosed });
        }
      }
      return taken;
    },
  };
}

/** The stored account of each draft: by present handle, else by a former handle of the same NIP; and the drafts whose handle another account gave up. */
async function findKnown(accounts: Model<AccountDocument>, batch: readonly AccountDraft[], { nipSeal }: AccountDeps) {
  const keys = batch.map((draft) => normaliseHandle(asText(draft.handle)));
  const present = await accounts.find({ handleKey: { $in: keys } }).lean();
  const renamed = await accounts.find({ formerHandleKeys: { $in: keys } }).lean();
  const byHandle = new Map(present.map((stored) => [keyOf(stored.platform, stored.handleKey), stored]));
  const givenUp = new Map<string, AccountDocument[]>();
  for (const stored of renamed) {
    for (const former of stored.formerHandleKeys) {
      const key = keyOf(stored.platform, former);
      givenUp.set(key, [...(givenUp.get(key) ?? []), stored]);
    }
  }
  const known = new Map<AccountDraft, AccountDocument>();
  const reused = new Set<AccountDraft>();
  for (const [index, draft] of batch.entries()) {
    const key = keyOf(draft.platform, keys[index] ?? '');
    // Of two that had the handle and belong to one NIP, the last one read.
    const ofSameNip = () => givenUp.get(key)?.findLast((stored) => isSameHolder(stored, draft, nipSeal));
    const stored = byHandle.get(key) ?? ofSameNip();
    if (stored) known.set(draft, stored);
    else if (givenUp.has(key)) reused.add(draft);
  }
  return { known, reused };
}

function keyOf(platform: Platform, handleKey: string): string {
  return `${platform} ${handleKey}`;
}

async function write(
  accounts: Model<AccountDocument>,
  { created, updated }: Plan,
  session: ClientSession | undefined,
): Promise<void> {
  if (created.length > 0) await accounts.collection.insertMany(created as never[], { ordered: false, session });
  if (updated.length === 0) return;
  await accounts.bulkWrite(
    updated.map(({ id, fields }) => ({ updateOne: { filter: { _id: id }, update: { $set: fields } } })),
    { ordered: false, session },
  );
}

function countsOf({ created, updated, unchanged }: Plan): ImportCounts {
  return { created: created.length, updated: updated.length, unchanged };
}

async function addUp(
  drafts: readonly AccountDraft[],
  step: (batch: readonly AccountDraft[]) => Promise<ImportCounts>,
): Promise<ImportCounts> {
  const sum = { created: 0, updated: 0, unchanged: 0 };
  for (let start = 0; start < drafts.length; start += BATCH_SIZE) {
    const counts = await step(drafts.slice(start, start + BATCH_SIZE));
    sum.created += counts.created;
    sum.updated += counts.updated;
    sum.unchanged += counts.unchanged;
  }
  return sum;
}
