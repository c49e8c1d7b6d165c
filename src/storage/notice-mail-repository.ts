import { type Connection, Schema } from 'mongoose';
import type { NoticeKind } from '../domain/notice.js';
import { NOTICE_MAIL_KEPT_MS, type NoticeMailState, type NoticeMailTurn, type Unread } from '../domain/notice-mail.js';
import { isDuplicateKey } from './insert-new.js';
import type { Notices } from './notice-repository.js';
import { asText } from './plain-value.js';
import { SCHEMA_OPTIONS } from './schema-options.js';

/** Which mails of notices went out. No address and no count is kept. */
export interface NoticeMailRepository {
  /** Of everybody who has any. */
  countUnreadByPerson(): Promise<Unread[]>;
  /** Up to when the last mail that went, or may have gone, to this person counted. */
  findLastMailAt(userId: string): Promise<Date | undefined>;
  /** The right to send it, before a word is spoken; of several at once exactly one gets it. `retryBefore`: of deferred ones. */
  claimNoticeMail(turn: NoticeMailTurn, at: { now: Date; retryBefore: Date }): Promise<boolean>;
  recordNoticeMail(turn: NoticeMailTurn, state: NoticeMailState): Promise<void>;
}

interface MailDocument {
  _id: string;
  userId: string;
  state: NoticeMailState;
  at: Date;
  expireAt: Date;
}

const mailSchema = new Schema({ _id: String, userId: String, state: String, at: Date, expireAt: Date }, SCHEMA_OPTIONS);

const UNREAD = 'unread';

export function createNoticeMailRepository(connection: Connection, notices: Notices): NoticeMailRepository {
  const mails = connection.model<MailDocument>('NoticeMail', mailSchema as never, 'notice_mails');
  return {
    countUnreadByPerson: () => countUnread(notices),

    async findLastMailAt(userId) {
      // Of one person: theirs stand together in the index of ids, by day.
      const own = { $gte: `${asText(userId)} `, $lt: `${asText(userId)}!` };
      const last = { _id: own, state: { $in: ['sending', 'sent', 'unknown'] satisfies NoticeMailState[] } };
      return (await mails.findOne(last, { at: 1 }).sort({ _id: -1 }).lean())?.at;
    },

    async claimNoticeMail({ userId, day }, { now, retryBefore }) {
      const _id = idOf({ userId, day });
      const expireAt = new Date(now.getTime() + NOTICE_MAIL_KEPT_MS);
      try {
        await mails.create([{ _id, userId, state: 'sending', at: now, expireAt }]);
        return true;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
      const deferred = { _id, state: 'deferred' as const, at: { $lte: retryBefore } };
      const { modifiedCount } = await mails.updateOne(deferred, { $set: { state: 'sending', at: now } });
      return modifiedCount === 1;
    },

    async recordNoticeMail(turn, state) {
      await mails.updateOne({ _id: idOf(turn), state: 'sending' }, { $set: { state } });
    },
  };
}

function idOf({ userId, day }: NoticeMailTurn): string {
  return `${asText(userId)} ${asText(day)}`;
}

interface Counted {
  readonly _id: string;
  readonly kinds: readonly { readonly kind: NoticeKind; readonly count: number }[];
  readonly newest: Date;
}

async function countUnread(notices: Notices): Promise<Unread[]> {
  const counted = await notices.aggregate<Counted>(
    [
      { $match: { unread: true } },
      { $group: { _id: { userId: '$userId', kind: '$kind' }, count: { $sum: 1 }, newest: { $max: '$at' } } },
      {
        $group: {
          _id: '$_id.userId',
          kinds: { $push: { kind: '$_id.kind', count: '$count' } },
          newest: { $max: '$newest' },
        },
      },
    ],
    { hint: UNREAD },
  );
  return counted.map(({ _id, kinds, newest }) => ({
    userId: _id,
    counts: Object.fromEntries(kinds.map(({ kind, count }) => [kind, count])),
    newest,
  }));
}
