import { createHmac } from 'node:crypto';
import { Schema } from 'mongoose';
import { type Account, maskNip } from '../domain/account.js';
import { normaliseHandle } from '../domain/platform.js';
import { wordsOfName } from '../domain/search.js';
import type { AccountDraft } from './account-draft.js';
import { asText, frozen, withoutUndefined } from './plain-value.js';
import { PART_OPTIONS, SCHEMA_OPTIONS } from './schema-options.js';
import type { NipSeal } from './sealed-nip.js';

/** `handleKey` and `formerHandleKeys` are normalised spellings, for looking up; `nextVisitAt` is 1970 until the first visit. */
export type AccountDocument = Omit<Account, 'id' | 'formerHandles'> & {
  _id: string;
  nipSealed: string;
  nipHash: string;
  handleKey: string;
  /** For looking up, in one spelling. */
  nameWords: string[];
  formerHandles: string[];
  formerHandleKeys: string[];
  nextVisitAt: Date;
  lastVisitAt?: Date;
  cursor?: string;
};

/** Due at once, and before all others. */
const NEVER_VISITED = new Date(0);

export const accountSchema = new Schema(
  {
    _id: String,
    name: String,
    nipMasked: String,
    nipSealed: String,
    nipHash: String,
    position: String,
    officeCode: String,
    region: String,
    platform: String,
    handle: String,
    handleKey: String,
    nameWords: [String],
    externalId: String,
    mandate: new Schema({ decree: String, office: String, from: String, to: String }, PART_OPTIONS),
    proof: String,
    formerHandles: [String],
    formerHandleKeys: [String],
    nextVisitAt: Date,
    lastVisitAt: Date,
    cursor: String,
  },
  SCHEMA_OPTIONS,
);

/** What the registry says of an account, as stored; the rest of the document comes from visits. */
export type RegisteredFields = Pick<
  AccountDocument,
  | 'name'
  | 'nameWords'
  | 'nipMasked'
  | 'nipSealed'
  | 'nipHash'
  | 'position'
  | 'officeCode'
  | 'region'
  | 'handle'
  | 'mandate'
  | 'proof'
>;

/**
 * Named by platform and first handle, so that of two imports at once the second meets the first one's id. A handle
 * that another account has given up names its next holder together with the NIP.
 */
function accountIdOf(hashKey: Buffer, draft: AccountDraft, formerHolder: string | null): string {
  const canonical = JSON.stringify(['account', draft.platform, normaliseHandle(draft.handle), formerHolder]);
  return createHmac('sha256', hashKey).update(canonical).digest('base64url').slice(0, 24);
}

export function createDocument(
  draft: AccountDraft,
  deps: { hashKey: Buffer; nipSeal: NipSeal },
  { isReusedHandle }: { isReusedHandle: boolean },
): AccountDocument {
  const id = accountIdOf(deps.hashKey, draft, isReusedHandle ? deps.nipSeal.holderMark(draft.nip) : null);
  return {
    _id: id,
    ...registeredFields(draft, deps.nipSeal.hash(draft.nip)),
    nipSealed: deps.nipSeal.seal(draft.nip, id),
    platform: draft.platform,
    handleKey: normaliseHandle(asText(draft.handle)),
    formerHandles: [],
    formerHandleKeys: [],
    nextVisitAt: NEVER_VISITED,
  };
}

function registeredFields(draft: AccountDraft, nipHash: string): Omit<RegisteredFields, 'nipSealed'> {
  const { decree, office, from, to } = draft.mandate;
  return {
    name: draft.name,
    nameWords: wordsOfName(draft.name),
    nipMasked: maskNip(draft.nip),
    nipHash,
    position: draft.position,
    officeCode: draft.officeCode,
    region: draft.region,
    handle: draft.handle.trim().replace(/^@/, ''),
    mandate: { decree, office, from, to },
    proof: draft.proof,
  };
}

/**
 * Whether the draft's person holds the account. Where the key of the stored NIP is lost, by what can be read of it still:
 * an account that were nobody's could never be registered again, and one that were anybody's would change hands.
 */
export function isSameHolder(
  { nipHash, nipMasked, name }: Pick<AccountDocument, 'nipHash' | 'nipMasked' | 'name'>,
  draft: Pick<AccountDraft, 'nip' | 'name'>,
  nipSeal: NipSeal,
): boolean {
  if (nipSeal.isComparable(nipHash)) return nipSeal.isHashOf(nipHash, draft.nip);
  return nipMasked === maskNip(draft.nip) && plainName(name) === plainName(draft.name);
}

function plainName(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Fields that the draft changes; nothing where it says what is known. A list older than a rename keeps the new handle. */
export function changedFields(
  stored: AccountDocument,
  draft: AccountDraft,
  nipSeal: NipSeal,
): Partial<RegisteredFields> | undefined {
  // The hash of a former key says the same; it is made anew with its seal.
  const isKept = nipSeal.isHashOf(stored.nipHash, draft.nip);
  const next = registeredFields(draft, isKept ? stored.nipHash : nipSeal.hash(draft.nip));
  const isOldHandle = stored.handleKey !== normaliseHandle(draft.handle);
  const changed = Object.entries(next).filter(([field, value]) => {
    if (field === 'handle' && isOldHandle) return false;
    return JSON.stringify(value) !== JSON.stringify(storedValue(stored, field as keyof typeof next));
  });
  if (changed.length === 0) return undefined;
  const fields: Partial<RegisteredFields> = Object.fromEntries(changed);
  return isKept ? fields : { ...fields, nipSealed: nipSeal.seal(draft.nip, stored._id) };
}

function storedValue(stored: AccountDocument, field: keyof Omit<RegisteredFields, 'nipSealed'>): unknown {
  if (field !== 'mandate') return stored[field];
  const { decree, office, from, to } = stored.mandate;
  return { decree, office, from, to };
}

export function toAccount(document: AccountDocument): Account {
  return frozen(
    withoutUndefined({
      id: document._id,
      name: document.name,
      nipMasked: document.nipMasked,
      position: document.position,
      officeCode: document.officeCode,
      region: document.region,
      platform: document.platform,
      handle: document.handle,
      externalId: document.externalId,
      mandate: document.mandate,
      proof: document.proof,
      formerHandles: document.formerHandles,
    }),
  ) as Account;
}
