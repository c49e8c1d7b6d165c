import { type Connection, type Model, Schema } from 'mongoose';
import type { Activity, ActivityMedia, ActivityTarget, JudgedContent, Source } from '../domain/activity.js';
import type { ActivityKind, Platform } from '../domain/platform.js';
import { BATCH_SIZE, insertNew } from './insert-new.js';
import { asText, asTexts, frozen, withoutUndefined } from './plain-value.js';
import { PART_OPTIONS, SCHEMA_OPTIONS } from './schema-options.js';

/** `pending` waits for the rules; `marked` has a flag; `unmarked` has lost its content and expires. */
export type ActivityState = 'pending' | 'marked' | 'unmarked';

/** Outcome of the rules for one activity. */
export interface ScreeningOutcome {
  readonly activityId: string;
  readonly isMarked: boolean;
  /** Takes the place of the stored text and target of a marked one: third parties are hidden in it. */
  readonly masked?: Pick<Activity, 'text' | 'target'>;
}

export interface ActivityRepository {
  /** Stores what is new as `pending`; what is known already, in whatever state, changes nothing. Returns the ids that are new. */
  savePendingOnce(activities: readonly Activity[]): Promise<{ newIds: string[]; knownCount: number }>;
  /** Pending ones among these ids, in no particular order; the rest were screened before. */
  findPending(ids: readonly string[]): Promise<Activity[]>;
  /** Marked ones keep their content; of the others only the keyed hash stays, until it expires. Safe to repeat. */
  recordScreening(outcomes: readonly ScreeningOutcome[], now: Date): Promise<void>;
  /** The content behind a flag, while it is kept. */
  findMarked(id: string): Promise<Activity | undefined>;
  /** What rules read of all marked acts with ids from `first` to `last`, both included, in no particular order. */
  findMarkedBetween(range: { first: string; last: string; actedSince?: Date }): Promise<JudgedContent[]>;
  /**
   * Ids still pending that were collected before `before`, oldest first: what a lost queue has to be told again.
   * `after` is the last id of the page before; where it was screened meanwhile the list begins anew, so that a
   * page may repeat but never skips.
   */
  listPendingIds(options: { before: Date; limit: number; after?: string }): Promise<string[]>;
  countByState(): Promise<Record<ActivityState, number>>;
}

interface ActivityDocument {
  _id: string;
  state: ActivityState;
  expireAt?: Date;
  accountId: string;
  platform: Platform;
  source: Source;
  collectedAt: Date;
  kind: ActivityKind;
  externalId: string;
  text: string;
  publishedAt: Date;
  url?: string;
  target?: ActivityTarget;
  media?: ActivityMedia[];
}

const targetSchema = new Schema(
  {
    account: { type: new Schema({ platform: String, handle: String }, PART_OPTIONS) },
    text: String,
    url: String,
  },
  PART_OPTIONS,
);

const activitySchema = new Schema(
  {
    _id: String,
    state: { type: String, enum: ['pending', 'marked', 'unmarked'] },
    expireAt: Date,
    accountId: String,
    platform: String,
    source: String,
    collectedAt: Date,
    kind: String,
    externalId: String,
    text: String,
    publishedAt: Date,
    url: String,
    target: targetSchema,
    media: { type: [new Schema({ text: String, url: String }, PART_OPTIONS)], default: undefined },
  },
  SCHEMA_OPTIONS,
);

/** All that an unmarked act loses, the link to the person included. */
const CONTENT = [
  'accountId',
  'platform',
  'source',
  'collectedAt',
  'kind',
  'externalId',
  'text',
  'publishedAt',
  'url',
  'target',
  'media',
] as const satisfies readonly (keyof ActivityDocument)[];

const UNSET_CONTENT = Object.fromEntries(CONTENT.map((field) => [field, '']));

export function createActivityRepository(
  connection: Connection,
  deps: { unmarkedRetentionMs: number },
): ActivityRepository {
  const activities = connection.model<ActivityDocument>('Activity', activitySchema as never, 'activities');

  return {
    async savePendingOnce(incoming) {
      const newIds = await insertNew(activities.collection, incoming.map(toDocument));
      return { newIds, knownCount: incoming.length - newIds.length };
    },

    async findPending(ids) {
      const found = await activities.find({ _id: { $in: asTexts(ids) }, state: 'pending' }).lean();
      return found.map(toActivity);
    },

    async recordScreening(outcomes, now) {
      const idsOf = (isMarked: boolean) =>
        outcomes.filter((outcome) => outcome.isMarked === isMarked).map((outcome) => asText(outcome.activityId));
      const [marked, unmarked] = [idsOf(true), idsOf(false)];
      const expireAt = new Date(now.getTime() + deps.unmarkedRetentionMs);
      // Only from `pending`: a repeated or contradicting outcome can neither empty a marked act nor revive an empty one.
      await activities.collection.bulkWrite([
        ...outcomes.filter((outcome) => outcome.isMarked && outcome.masked).map(maskOf),
        { updateMany: { filter: pendingAmong(marked), update: { $set: { state: 'marked' } } } },
        {
          updateMany: {
            filter: pendingAmong(unmarked),
            update: { $set: { state: 'unmarked', expireAt }, $unset: UNSET_CONTENT },
          },
        },
      ]);
    },

    ...createMarked(activities),

    async listPendingIds({ before, limit, after }) {
      const last =
        after === undefined ? null : await activities.findOne({ _id: asText(after), state: 'pending' }).lean();
      const rest = last
        ? {
            $or: [
              { collectedAt: { $gt: last.collectedAt } },
              { collectedAt: last.collectedAt, _id: { $gt: last._id } },
            ],
          }
        : {};
      const page = await activities
        .find({ state: 'pending', collectedAt: { $lt: before }, ...rest }, { _id: 1 })
        .sort({ collectedAt: 1, _id: 1 })
        .limit(limit)
        .lean();
      return page.map((document) => document._id);
    },

    async countByState() {
      const count = (state: ActivityState) => activities.countDocuments({ state });
      const [pending, marked, unmarked] = await Promise.all([count('pending'), count('marked'), count('unmarked')]);
      return { pending, marked, unmarked };
    },
  };
}

const JUDGED_FIELDS = { kind: 1, text: 1, publishedAt: 1, target: 1, media: 1 } as const;

function createMarked(
  activities: Model<ActivityDocument>,
): Pick<ActivityRepository, 'findMarked' | 'findMarkedBetween'> {
  return {
    async findMarked(id) {
      const found = await activities.findOne({ _id: asText(id), state: 'marked' }).lean();
      return found ? toActivity(found) : undefined;
    },

    async findMarkedBetween({ first, last, actedSince }) {
      // Past Mongoose, and by a range instead of a thousand ids: a third of the time for both sides.
      const _id = { $gte: asText(first), $lte: asText(last) };
      const filter = { _id, state: 'marked', ...(actedSince && { publishedAt: { $gte: actedSince } }) };
      const found = await activities.collection
        .find<Omit<JudgedContent, 'id'> & { _id: string }>(filter as object, { projection: JUDGED_FIELDS })
        .batchSize(BATCH_SIZE)
        .toArray();
      return found.map(({ _id, ...content }) => ({ id: _id, ...content }));
    },
  };
}

/** Goes before the change of state: from then on the content is evidence and stays as it is. */
function maskOf({ activityId, masked }: ScreeningOutcome) {
  const { text, target } = masked!;
  const update = target === undefined ? { $set: { text } } : { $set: { text, target } };
  return { updateOne: { filter: pendingAmong([asText(activityId)]), update } };
}

function pendingAmong(ids: string[]) {
  return { _id: { $in: ids as never[] }, state: 'pending' };
}

function toDocument(activity: Activity): ActivityDocument {
  return withoutUndefined({
    _id: asText(activity.id),
    state: 'pending' as const,
    accountId: activity.accountId,
    platform: activity.platform,
    source: activity.source,
    collectedAt: activity.collectedAt,
    kind: activity.kind,
    externalId: activity.externalId,
    text: activity.text,
    publishedAt: activity.publishedAt,
    url: activity.url,
    target: activity.target,
    media: activity.media && [...activity.media],
  });
}

function toActivity({ _id, state: _state, expireAt: _expireAt, ...content }: ActivityDocument): Activity {
  return frozen({ id: _id, ...content });
}
