import { createHmac } from 'node:crypto';
import { type Connection, Schema } from 'mongoose';
import { DAY_MS } from '../domain/days.js';
import type { CountedAct, CountedAs, RuleDay, Window } from '../domain/rule-counts.js';
import { insertNew } from './insert-new.js';
import { asText, asTexts } from './plain-value.js';
import { SCHEMA_OPTIONS } from './schema-options.js';

/** How often rules fired that mark nothing. Holds no content and no act beside an account: both are counted apart. */
export interface RuleCountRepository {
  /** Counts each act once for each rule, however often it comes. */
  saveCountsOnce(counted: readonly CountedAct[], now: Date): Promise<void>;
  /** Every rule's days that are still kept, in order of kind, rule and day. */
  listRuleDays(): Promise<RuleDay[]>;
  /** Distinct accounts of each shadow rule within the days; a rule without any is left out. */
  countAccounts(days: Window): Promise<Record<string, number>>;
  /** Unmarked acts of these offices on which a note was given that day, by rule, most frequent first. */
  countNotes(of: { officeCodes: readonly string[]; day: string }): Promise<{ title: string; acts: number }[]>;
}

/**
 * Two kinds that cannot be joined. `act`: one act under one rule; its id is a keyed hash. `account`: one account's day
 * under one rule, without the act; `account` is a keyed hash of its own for each rule, so that no two rules tell
 * together what a person did.
 */
interface CountDocument {
  _id: string;
  of: 'act' | 'account';
  as: CountedAs;
  rule: string;
  day: string;
  title?: string;
  officeCode?: string;
  isMarked?: boolean;
  account?: string;
  expireAt: Date;
}

const countSchema = new Schema(
  {
    _id: String,
    of: String,
    as: String,
    rule: String,
    day: String,
    title: String,
    officeCode: String,
    isMarked: Boolean,
    account: String,
    expireAt: Date,
  },
  SCHEMA_OPTIONS,
);

export function createRuleCountRepository(
  connection: Connection,
  deps: { hashKey: Buffer; retentionMs: number },
): RuleCountRepository {
  const counts = connection.model<CountDocument>('RuleCount', countSchema as never, 'rule_counts');
  const nameOf = (...parts: readonly string[]) =>
    createHmac('sha256', deps.hashKey)
      .update(JSON.stringify(['rule-count', ...asTexts(parts)]))
      .digest('base64url');
  return {
    async saveCountsOnce(counted, now) {
      if (counted.length === 0) return;
      // A whole day, so that the instant does not point at the act that was forgotten then.
      const expireAt = new Date(Math.ceil((now.getTime() + deps.retentionMs) / DAY_MS) * DAY_MS);
      await insertNew(
        counts.collection,
        counted.flatMap((act) => documentsOf(act, { nameOf, expireAt })),
      );
    },

    async listRuleDays() {
      const [acts, accounts] = await Promise.all([
        counts.aggregate<{ _id: DayKey; acts: number; marked: number }>([
          { $match: { of: 'act' } },
          { $group: { _id: DAY_KEY, acts: { $sum: 1 }, marked: { $sum: { $cond: ['$isMarked', 1, 0] } } } },
          { $sort: { '_id.as': 1, '_id.rule': 1, '_id.day': 1 } },
        ]),
        counts.aggregate<{ _id: DayKey; accounts: number }>([
          { $match: { of: 'account' } },
          { $group: { _id: DAY_KEY, accounts: { $sum: 1 } } },
        ]),
      ]);
      const keyOf = ({ as, rule, day }: DayKey) => `${as} ${rule} ${day}`;
      const accountsOf = new Map(accounts.map((found) => [keyOf(found._id), found.accounts]));
      return acts.map(({ _id, acts: n, marked }) => {
        const { as, rule, day } = _id;
        return { as, rule, day, acts: n, marked, accounts: accountsOf.get(keyOf(_id)) ?? 0 };
      });
    },

    async countAccounts({ from, to }) {
      const found = await counts.aggregate<{ _id: string; accounts: number }>([
        { $match: { of: 'account', day: { $gte: asText(from), $lte: asText(to) } } },
        { $group: { _id: { rule: '$rule', account: '$account' } } },
        { $group: { _id: '$_id.rule', accounts: { $sum: 1 } } },
        { $sort: { _id: 1 } },
      ]);
      return Object.fromEntries(found.map(({ _id, accounts }) => [_id, accounts]));
    },

    async countNotes({ officeCodes, day }) {
      const found = await counts.aggregate<{ title: string; acts: number }>([
        {
          $match: {
            of: 'act',
            as: 'note',
            isMarked: false,
            day: asText(day),
            officeCode: { $in: asTexts(officeCodes) },
          },
        },
        { $group: { _id: '$rule', title: { $max: '$title' }, acts: { $sum: 1 } } },
        { $sort: { acts: -1, _id: 1 } },
      ]);
      return found.map(({ title, acts }) => ({ title, acts }));
    },
  };
}

type DayKey = Pick<RuleDay, 'as' | 'rule' | 'day'>;
const DAY_KEY = { as: '$as', rule: '$rule', day: '$day' };

/** An office is kept with a note, which its digest counts; of a shadow rule nobody asks where it fired. */
function documentsOf(
  { as, rule, title, activityId, accountId, officeCode, day, isMarked }: CountedAct,
  { nameOf, expireAt }: { nameOf: (...parts: string[]) => string; expireAt: Date },
): CountDocument[] {
  const shared = { as, rule, day, expireAt };
  const act = { _id: nameOf('act', as, rule, activityId), of: 'act' as const, ...shared, isMarked };
  if (as === 'note') return [{ ...act, title, officeCode }];
  const account = nameOf('account', rule, accountId);
  return [act, { _id: nameOf('account-day', rule, day, accountId), of: 'account', ...shared, account }];
}
