import type { Collection } from 'mongoose';
import type { Activity } from '../domain/activity.js';
import { marksEvent } from '../domain/audit-events.js';
import { type ActivityDocument, toActivityDocument } from './activity-document.js';
import type { AuditRecorder } from './audit-repository.js';
import { type Loose, markedContentOf } from './flag-content.js';
import { type FlagDocument, type FlagDraft, toSealingFlag } from './flag-document.js';
import { isDuplicateKey } from './insert-new.js';
import type { KnownAct } from './known-acts.js';
import type { SearchTerms } from './search-terms.js';

/** What a rule marked: the act as it is kept, and its flag. */
export interface MarkedAct {
  readonly activity: Activity;
  readonly flag: FlagDraft;
}

interface Collections {
  readonly known: Collection;
  readonly activities: Collection;
  readonly flags: Collection;
  readonly terms: SearchTerms;
}

/**
 * One transaction: a crash leaves no content without a flag, which nobody would ever clear away, no flag without
 * content, whose evidence could not be sealed, and neither without the entry that names them. Returns false where one
 * of them is there already.
 */
export async function saveMarked(
  audit: AuditRecorder,
  { known, activities, flags, terms }: Collections,
  marked: readonly MarkedAct[],
): Promise<boolean> {
  const documents = marked.map(({ activity, flag }) => ({
    act: toActivityDocument(activity),
    flag: toSealingFlag(flag, terms.foundBy(activity)),
  }));
  const contents = sealMarked(documents, audit.mac);
  try {
    return await audit.record(async (session) => {
      // The hash first: it decides who of two takes the act in, whatever the other one thinks of it.
      const insert = (collection: Collection, documents: (KnownAct | ActivityDocument | FlagDocument)[]) =>
        collection.insertMany(documents as never[], { session });
      await insert(
        known,
        marked.map(({ activity }) => ({ _id: activity.id })),
      );
      await insert(
        activities,
        documents.map(({ act }) => act),
      );
      await insert(
        flags,
        documents.map(({ flag }) => flag),
      );
      const made = marked.map(({ flag }) => flag);
      return { value: true, event: marksEvent(made, contents) };
    });
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** What the log says of each, before it is opened: whoever writes the database meanwhile changes none unseen. */
export function sealMarked(
  documents: readonly { readonly act: ActivityDocument; readonly flag: FlagDocument }[],
  mac: AuditRecorder['mac'],
): string[] {
  const acts = new Map(documents.map(({ act }) => [act._id, act as unknown as Loose]));
  return documents.map(({ flag }) => markedContentOf(flag as unknown as Loose, acts, mac));
}
