import type { Connection, Model } from 'mongoose';
import { type Activity, BROUGHT_SOURCES, type JudgedContent } from '../domain/activity.js';
import { type ActivityDocument, activitySchema, toActivity } from './activity-document.js';
import type { AuditRecorder } from './audit-repository.js';
import { BATCH_SIZE } from './insert-new.js';
import { createKnownActs } from './known-acts.js';
import { asText, asTexts, withoutUndefined } from './plain-value.js';
import { type MarkedAct, saveMarked } from './save-marked.js';
import type { SearchTerms } from './search-terms.js';

/** Acts that rules marked, with their content; of all others a keyed hash in a collection of its own. */
export interface ActivityRepository {
  /** Those of these ids that were judged before: everything about them is stored. */
  findKnownIds(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * Content, flag (in `sealing`) and hash of each, and their audit entry, in one transaction: all of it or nothing. A known act changes
   * nothing. Returns the ids that are new.
   */
  saveMarkedOnce(marked: readonly MarkedAct[]): Promise<string[]>;
  /** The keyed hash alone, until it expires. Returns the ids that are new. */
  saveUnmarkedOnce(ids: readonly string[], now: Date): Promise<string[]>;
  /** The content behind a flag, while it is kept. */
  findMarked(id: string): Promise<Activity | undefined>;
  /** The same of many, by id; those no longer kept are left out. */
  findAllMarked(ids: readonly string[]): Promise<ReadonlyMap<string, Activity>>;
  /** What people brought and found true of these accounts, with its content while that is kept. */
  findBrought(accountIds: readonly string[]): Promise<readonly Activity[]>;
  /** What rules read of all marked acts with ids from `first` to `last`, both included, in no particular order. */
  findMarkedBetween(range: { first: string; last: string; actedSince?: Date }): Promise<JudgedContent[]>;
  countActs(): Promise<{ marked: number; unmarked: number }>;
}

export function createActivityRepository(
  connection: Connection,
  deps: { unmarkedRetentionMs: number; audit: AuditRecorder; terms: SearchTerms },
): ActivityRepository {
  const activities = connection.model<ActivityDocument>('Activity', activitySchema as never, 'activities');
  const known = connection.collection('known_acts');
  const collections = {
    known,
    activities: activities.collection,
    flags: connection.collection('flags'),
    terms: deps.terms,
  };
  const { findKnownIds, saveUnmarkedOnce } = createKnownActs(known, deps);

  return {
    findKnownIds,
    saveUnmarkedOnce,

    async saveMarkedOnce(marked) {
      let rest = marked;
      while (rest.length > 0) {
        const isSaved = await saveMarked(deps.audit, collections, rest);
        if (isSaved) break;
        // Somebody else was faster with some of them; the others still have to go in.
        const before = await findKnownIds(rest.map(({ activity }) => activity.id));
        rest = rest.filter(({ activity }) => !before.has(activity.id));
      }
      return rest.map(({ activity }) => activity.id);
    },

    ...createMarked(activities),

    async countActs() {
      const [all, marked] = await Promise.all([known.countDocuments(), activities.countDocuments()]);
      return { marked, unmarked: all - marked };
    },
  };
}

const JUDGED_FIELDS = { kind: 1, text: 1, publishedAt: 1, target: 1, media: 1 } as const;

function createMarked(
  activities: Model<ActivityDocument>,
): Pick<ActivityRepository, 'findMarked' | 'findAllMarked' | 'findBrought' | 'findMarkedBetween'> {
  return {
    async findMarked(id) {
      const found = await activities.findOne({ _id: asText(id) }).lean();
      return found ? toActivity(found) : undefined;
    },

    async findAllMarked(ids) {
      const found = await activities.find({ _id: { $in: asTexts(ids) } }).lean();
      return new Map(found.map((activity) => [activity._id, toActivity(activity)]));
    },

    async findBrought(accountIds) {
      const source = { $in: BROUGHT_SOURCES };
      const found = await activities.find({ accountId: { $in: asTexts(accountIds) }, source }).lean();
      return found.map(toActivity);
    },

    async findMarkedBetween({ first, last, actedSince }) {
      // Past Mongoose, and by a range instead of a thousand ids: a third of the time for both sides.
      const _id = { $gte: asText(first), $lte: asText(last) };
      const filter = withoutUndefined({ _id, publishedAt: actedSince && { $gte: actedSince } });
      const found = await activities.collection
        .find<Omit<JudgedContent, 'id'> & { _id: string }>(filter as object, { projection: JUDGED_FIELDS })
        .batchSize(BATCH_SIZE)
        .toArray();
      return found.map(({ _id, ...content }) => ({ id: _id, ...content }));
    },
  };
}
