import { type Connection, type Model, Schema } from 'mongoose';
import {
  type CoverageCell,
  type CoverageEntry,
  type CoverageSummary,
  type NotObservableReason,
  type Observation,
  type PlatformCell,
  SKIP_REASONS,
  type SkipReason,
} from '../domain/coverage.js';
import type { Platform, Signal } from '../domain/platform.js';
import { BATCH_SIZE } from './insert-new.js';
import { asText, asTexts, frozen, withoutUndefined } from './plain-value.js';
import { SCHEMA_OPTIONS } from './schema-options.js';

export interface CoverageRepository {
  /**
   * One line an account × signal × day. A later visit on the same day keeps the best seen (seen over none over not
   * observable) and the greater counts; of reasons the latest stays. Safe to repeat.
   */
  recordCoverage(entries: readonly CoverageEntry[]): Promise<void>;
  summariseCoverage(options: { day: string; officeCodes?: readonly string[] }): Promise<CoverageSummary>;
  /** The first day that anything was looked at here; `undefined` before that. */
  findFirstDay(): Promise<string | undefined>;
  listCoverageOf(accountId: string, day: string): Promise<CoverageEntry[]>;
  /** One cell for each office × signal that has a line on that day, in order of office and signal. */
  breakDownCoverage(options: { day: string; officeCodes: readonly string[] }): Promise<CoverageCell[]>;
  /** The same for each platform × signal, over these offices together. */
  breakDownByPlatform(options: { day: string; officeCodes: readonly string[] }): Promise<PlatformCell[]>;
}

/** `rank` orders what was seen, so that `$max` keeps the best whatever order visits are written in. */
interface CoverageDocument {
  _id: string;
  accountId: string;
  officeCode: string;
  platform: Platform;
  signal: Signal;
  day: string;
  rank: number;
  count: number;
  reason?: NotObservableReason;
  skipped?: Partial<Record<SkipReason, number>>;
  at: Date;
}

const RANK = { not_observable: 0, none: 1, seen: 2 } as const satisfies Record<Observation['state'], number>;

const coverageSchema = new Schema(
  {
    _id: String,
    accountId: String,
    officeCode: String,
    platform: String,
    signal: String,
    day: String,
    rank: Number,
    count: Number,
    reason: String,
    skipped: Object.fromEntries(SKIP_REASONS.map((reason) => [reason, Number])),
    at: Date,
  },
  SCHEMA_OPTIONS,
);

export function createCoverageRepository(connection: Connection): CoverageRepository {
  const coverage = connection.model<CoverageDocument>('Coverage', coverageSchema as never, 'coverage');

  return {
    async recordCoverage(entries) {
      for (let start = 0; start < entries.length; start += BATCH_SIZE) {
        const upserts = entries.slice(start, start + BATCH_SIZE).map(toUpsert) as never[];
        // One write to the disk instead of one a line: 2,000 lines of an import took 6 s, and take 0.3 s.
        await connection.withSession((session) =>
          session.withTransaction(() => coverage.bulkWrite(upserts, { ordered: false, session })),
        );
      }
    },

    summariseCoverage: ({ day, officeCodes }) =>
      summarise(
        coverage,
        withoutUndefined({ day: asText(day), officeCode: officeCodes && { $in: asTexts(officeCodes) } }),
      ),

    async findFirstDay() {
      // An id begins with its day.
      const first = await coverage.findOne({}, { day: 1 }).sort({ _id: 1 }).lean();
      return first?.day;
    },

    async listCoverageOf(accountId, day) {
      const found = await coverage
        .find({ accountId: asText(accountId), day: asText(day) })
        .sort({ _id: 1 })
        .lean();
      return found.map(toEntry);
    },

    async breakDownCoverage(options) {
      const cells = toCells(await groupBy('officeCode', options));
      return cells.map(({ value, ...cell }) => frozen({ officeCode: value, ...cell }));
    },

    async breakDownByPlatform(options) {
      const cells = toCells(await groupBy('platform', options));
      return cells.map(({ value, ...cell }) => frozen({ platform: value as Platform, ...cell }));
    },
  };

  async function groupBy(
    field: 'officeCode' | 'platform',
    { day, officeCodes }: { day: string; officeCodes: readonly string[] },
  ): Promise<CellGroup[]> {
    return await coverage.aggregate<CellGroup>([
      { $match: { day: asText(day), officeCode: { $in: asTexts(officeCodes) } } },
      {
        $group: {
          _id: { value: `$${field}`, signal: '$signal', rank: '$rank', reason: '$reason' },
          count: { $sum: 1 },
        },
      },
      { $sort: { '_id.value': 1, '_id.signal': 1, '_id.rank': 1, '_id.reason': 1 } },
    ]);
  }
}

async function summarise(coverage: Model<CoverageDocument>, filter: object): Promise<CoverageSummary> {
  const [byRank, byReason, accounts] = await Promise.all([
    coverage.aggregate<{ _id: number; count: number }>([{ $match: filter }, countBy('$rank')]),
    coverage.aggregate<{ _id: NotObservableReason; count: number }>([
      { $match: { ...filter, rank: RANK.not_observable } },
      countBy('$reason'),
      { $sort: { _id: 1 } },
    ]),
    coverage.aggregate<{ count: number }>([
      { $match: filter },
      { $group: { _id: '$accountId' } },
      { $group: { _id: null, count: { $sum: 1 } } },
    ]),
  ]);
  const [notObservable, none, seen] = [0, 1, 2].map((rank) => byRank.find(({ _id }) => _id === rank)?.count ?? 0);
  return toSummary({ accounts: accounts[0]?.count ?? 0, notObservable, none, seen, byReason });
}

interface CellGroup {
  readonly _id: { value: string; signal: Signal; rank: number; reason?: NotObservableReason };
  readonly count: number;
}

interface ValueCell extends Omit<CoverageCell, 'officeCode'> {
  readonly value: string;
}

function toCells(groups: readonly CellGroup[]): ValueCell[] {
  const cells = new Map<string, { value: string; signal: Signal; ranks: number[]; reasons: Record<string, number> }>();
  for (const { _id, count } of groups) {
    const key = JSON.stringify([_id.value, _id.signal]);
    const cell = cells.get(key) ?? { value: _id.value, signal: _id.signal, ranks: [0, 0, 0], reasons: {} };
    cell.ranks[_id.rank] = (cell.ranks[_id.rank] ?? 0) + count;
    const reason = _id.reason ?? 'interrupted';
    if (_id.rank === RANK.not_observable) cell.reasons[reason] = (cell.reasons[reason] ?? 0) + count;
    cells.set(key, cell);
  }
  return [...cells.values()].map(({ ranks: [notObservable = 0, none = 0, seen = 0], ...cell }) => ({
    ...cell,
    seen,
    none,
    notObservable,
  }));
}

function countBy(field: string) {
  return { $group: { _id: field, count: { $sum: 1 } } };
}

function toSummary(counts: {
  accounts: number;
  notObservable: number | undefined;
  none: number | undefined;
  seen: number | undefined;
  byReason: readonly { _id: NotObservableReason; count: number }[];
}): CoverageSummary {
  const { accounts, notObservable = 0, none = 0, seen = 0 } = counts;
  const reasons = Object.fromEntries(counts.byReason.map(({ _id, count }) => [_id, count]));
  return frozen({ accounts, signals: seen + none + notObservable, seen, none, notObservable, reasons });
}

function toUpsert({ observation, skipped, ...entry }: CoverageEntry) {
  const skippedCounts = SKIP_REASONS.flatMap((reason) => {
    const count = skipped[reason];
    return count === undefined ? [] : [[`skipped.${reason}`, count] as const];
  });
  const reason = observation.state === 'not_observable' ? observation.reason : undefined;
  const { accountId, signal, day, platform } = entry;
  return {
    updateOne: {
      filter: { _id: `${asText(day)} ${asText(accountId)} ${asText(signal)}` },
      update: {
        $set: withoutUndefined({ officeCode: entry.officeCode, reason }),
        $setOnInsert: { accountId, platform, signal, day },
        $max: {
          rank: RANK[observation.state],
          count: observation.state === 'seen' ? observation.count : 0,
          at: entry.at,
          ...Object.fromEntries(skippedCounts),
        },
      },
      upsert: true,
    },
  };
}

function toEntry(document: CoverageDocument): CoverageEntry {
  const { accountId, officeCode, platform, signal, day, at } = document;
  const skipped = document.skipped ?? {};
  return frozen({ accountId, officeCode, platform, signal, day, observation: observationOf(document), skipped, at });
}

function observationOf({ rank, count, reason }: CoverageDocument): Observation {
  if (rank === RANK.seen) return { state: 'seen', count };
  return rank === RANK.none ? { state: 'none' } : { state: 'not_observable', reason: reason ?? 'interrupted' };
}
