import { type Connection, type Model, Schema } from 'mongoose';
import type { AgreementSpan, Pair, PairsByRule } from '../domain/agreement.js';
import { calibrationEvent, goldenEvent } from '../domain/audit-events.js';
import { type Calibration, GOLDEN_MS, type GoldenCount, type GoldenFlag } from '../domain/calibration.js';
import { COUNTED_AS, countsFor, type Verdict } from '../domain/verdict.js';
import type { AuditRecorder } from './audit-repository.js';
import { isDuplicateKey } from './insert-new.js';
import { asText, asTexts, frozen } from './plain-value.js';
import { SCHEMA_OPTIONS } from './schema-options.js';

interface Change {
  readonly by: string;
  readonly at: Date;
}

/** Golden flags and what people answered to their questions. No flag is changed by any of it; each change has its entry of the log. */
export interface CalibrationRepository {
  /** Safe to repeat. */
  makeGolden(golden: GoldenFlag): Promise<void>;
  /** Nobody is asked any more, and questions not answered are gone. Safe to repeat. */
  endGolden(flagId: string, change: Change): Promise<void>;
  isGolden(flagId: string): Promise<boolean>;
  /** The newest first. `notFor`: without those that this person was asked, or made golden. */
  listGolden(
    officeCodes: readonly string[] | undefined,
    options: { since: Date; limit: number; notFor?: string | undefined },
  ): Promise<GoldenFlag[]>;
  /** By flag. */
  countAnswers(flagIds: readonly string[]): Promise<ReadonlyMap<string, GoldenCount>>;
  /** False: this person was asked already. */
  beginCalibration(calibration: Calibration): Promise<boolean>;
  /** Nobody else's is found. */
  findCalibration(id: string, userId: string): Promise<Calibration | undefined>;
  /** What this person has not answered, the newest first. */
  listUnanswered(userId: string): Promise<Calibration[]>;
  holdCalibration(id: string, heldUntil: Date): Promise<void>;
  /** The first answer stands. */
  answerCalibration(id: string, answer: { said: Verdict } & Change): Promise<void>;
  /** Of one person, for that person: the newest first. */
  listAnswered(userId: string, options: { since: Date; limit: number }): Promise<Calibration[]>;
  /** The agreed verdict beside what was answered. */
  countGoldenPairs(span: AgreementSpan): Promise<PairsByRule>;
}

type GoldenDocument = Omit<GoldenFlag, 'flagId'> & { _id: string; expireAt: Date };
type CalibrationDocument = Omit<Calibration, 'id'> & {
  _id: string;
  expireAt: Date;
  /** Its golden flag ended before it was answered. */
  isWithdrawn?: boolean;
  /** Of an answer that settles something. */
  pair?: Pair;
};

const goldenSchema = new Schema(
  { _id: String, officeCode: String, answer: String, by: String, at: Date, expireAt: Date },
  SCHEMA_OPTIONS,
);
const calibrationSchema = new Schema(
  {
    _id: String,
    flagId: String,
    userId: String,
    officeCode: String,
    rules: [String],
    answer: { type: String, enum: COUNTED_AS },
    begunAt: Date,
    heldUntil: Date,
    said: String,
    saidAt: Date,
    pair: String,
    isWithdrawn: Boolean,
    expireAt: Date,
  },
  SCHEMA_OPTIONS,
);

const OPEN = { said: { $exists: false }, isWithdrawn: { $exists: false } } as const;

export function createCalibrationRepository(connection: Connection, audit: AuditRecorder): CalibrationRepository {
  const golden = connection.model<GoldenDocument>('GoldenFlag', goldenSchema as never, 'golden_flags');
  const asked = connection.model<CalibrationDocument>('Calibration', calibrationSchema as never, 'calibrations');
  return { ...createGolden(golden, { asked, audit }), ...createAsking(asked, audit), ...createReading(asked) };
}

function createGolden(
  golden: Model<GoldenDocument>,
  { asked, audit }: { asked: Model<CalibrationDocument>; audit: AuditRecorder },
) {
  return {
    async makeGolden({ flagId, ...made }: GoldenFlag) {
      await audit.record(async (session) => {
        const expireAt = new Date(made.at.getTime() + GOLDEN_MS);
        const first = { $setOnInsert: { ...made, expireAt } };
        const { upsertedCount } = await golden.updateOne({ _id: asText(flagId) }, first, { upsert: true, session });
        return { value: undefined, event: upsertedCount === 1 ? goldenEvent(flagId, 'created', made) : undefined };
      });
    },

    async endGolden(flagId: string, change: Change) {
      await audit.record(async (session) => {
        const { deletedCount } = await golden.deleteOne({ _id: asText(flagId) }, { session });
        await asked.updateMany({ flagId: asText(flagId), ...OPEN }, { $set: { isWithdrawn: true } }, { session });
        return { value: undefined, event: deletedCount === 1 ? goldenEvent(flagId, 'removed', change) : undefined };
      });
    },

    isGolden: async (flagId: string) => (await golden.exists({ _id: asText(flagId) })) !== null,

    async listGolden(
      officeCodes: readonly string[] | undefined,
      { since, limit, notFor }: { since: Date; limit: number; notFor?: string | undefined },
    ) {
      const within = officeCodes ? { officeCode: { $in: asTexts(officeCodes) } } : {};
      const known = notFor === undefined ? [] : await asked.distinct('flagId', { userId: asText(notFor) });
      const own = notFor === undefined ? {} : { by: { $ne: asText(notFor) }, _id: { $nin: known } };
      const found = golden.find({ ...within, ...own, at: { $gte: since } }).sort({ at: -1, _id: 1 });
      return (await found.limit(limit).lean()).map(({ _id, expireAt: _end, ...made }) =>
        frozen({ flagId: _id, ...made }),
      );
    },
  };
}

function createAsking(asked: Model<CalibrationDocument>, audit: AuditRecorder) {
  return {
    async beginCalibration({ id, ...calibration }: Calibration) {
      const expireAt = new Date(calibration.begunAt.getTime() + GOLDEN_MS);
      try {
        return await audit.record(async (session) => {
          await asked.create([{ _id: asText(id), ...calibration, expireAt }], { session });
          const { userId: by, begunAt: at, flagId } = calibration;
          return { value: true, event: calibrationEvent('begun', { id, flagId }, { by, at }) };
        });
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },

    async holdCalibration(id: string, heldUntil: Date) {
      await asked.updateOne({ _id: asText(id), ...OPEN }, { $set: { heldUntil } });
    },

    async answerCalibration(id: string, { said, by, at }: { said: Verdict } & Change) {
      await audit.record(async (session) => {
        const found = await asked.findOne({ _id: asText(id), userId: asText(by), ...OPEN }, null, { session }).lean();
        if (!found) return { value: undefined };
        const counted = countsFor(said);
        const pair: Pair | undefined = counted && `${found.answer} ${counted}`;
        await asked.updateOne({ _id: found._id, ...OPEN }, { $set: { said, saidAt: at, pair } }, { session });
        return { value: undefined, event: calibrationEvent('answered', { id, flagId: found.flagId }, { by, at }) };
      });
    },
  };
}

function createReading(asked: Model<CalibrationDocument>) {
  return {
    async findCalibration(id: string, userId: string) {
      const mine = { _id: asText(id), userId: asText(userId), isWithdrawn: { $exists: false } };
      const found = await asked.findOne(mine).lean();
      return found ? toCalibration(found) : undefined;
    },

    async listUnanswered(userId: string) {
      const found = asked.find({ userId: asText(userId), ...OPEN }).sort({ begunAt: -1 });
      return (await found.limit(MAX_UNANSWERED).lean()).map(toCalibration);
    },

    async listAnswered(userId: string, { since, limit }: { since: Date; limit: number }) {
      const found = asked.find({ userId: asText(userId), saidAt: { $gte: since } }).sort({ saidAt: -1 });
      return (await found.limit(limit).lean()).map(toCalibration);
    },

    async countAnswers(flagIds: readonly string[]) {
      const counts = await asked.aggregate<{ _id: string; answered: number; agreed: number }>([
        { $match: { flagId: { $in: asTexts(flagIds) }, pair: { $exists: true } } },
        { $project: { flagId: 1, agrees: { $cond: [{ $eq: ['$said', '$answer'] }, 1, 0] } } },
        { $group: { _id: '$flagId', answered: { $sum: 1 }, agreed: { $sum: '$agrees' } } },
      ]);
      return new Map(counts.map(({ _id, answered, agreed }) => [_id, { answered, agreed }]));
    },

    async countGoldenPairs({ officeCodes, since }: AgreementSpan): Promise<PairsByRule> {
      const within = officeCodes ? { officeCode: { $in: asTexts(officeCodes) } } : {};
      const found = asked.find({ ...within, saidAt: { $gte: since }, pair: { $exists: true } });
      const whole = newCounting();
      const byRule = new Map<string, ReturnType<typeof newCounting>>();
      for await (const { pair, userId, rules } of found.lean().cursor()) {
        if (!pair) continue;
        whole.count(pair, userId);
        for (const rule of rules) {
          if (!byRule.has(rule)) byRule.set(rule, newCounting());
          byRule.get(rule)!.count(pair, userId);
        }
      }
      return { whole: whole.found(), byRule: new Map([...byRule].map(([rule, one]) => [rule, one.found()])) };
    },
  };
}

/** Of one person, before they begin again with the first. */
const MAX_UNANSWERED = 20;

function newCounting() {
  const pairs: Partial<Record<Pair, number>> = {};
  const people = new Set<string>();
  return {
    count(pair: Pair, userId: string) {
      pairs[pair] = (pairs[pair] ?? 0) + 1;
      people.add(userId);
    },
    found: () => ({ pairs, people: people.size }),
  };
}

function toCalibration(document: CalibrationDocument): Calibration {
  const { _id, expireAt: _end, pair: _pair, isWithdrawn: _gone, ...calibration } = document;
  return frozen({ id: _id, ...calibration });
}
