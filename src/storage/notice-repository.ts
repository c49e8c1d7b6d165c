import { type ClientSession, type Connection, type Model, Schema } from 'mongoose';
import { NOTICE_KEPT_MS, type Notice } from '../domain/notice.js';
import { earlierThan, newestCursor } from './newest-first.js';
import { asText, frozen } from './plain-value.js';
import { SCHEMA_OPTIONS } from './schema-options.js';

/** What people are told. Whatever tells something writes its notices in its own transaction, by `saveNotices`. */
export interface NoticeRepository {
  /** Of one person, newest first; `cursor`: of the page before. */
  listNotices(
    userId: string,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<{ notices: Notice[]; nextCursor?: string }>;
  /** Stops at `limit`: beyond it nobody counts. */
  countUnread(userId: string, limit: number): Promise<number>;
  /** All of one person up to an instant, or those of one flag. Safe to repeat. */
  markRead(userId: string, which: { readonly until: Date } | { readonly flagId: string }): Promise<void>;
}

/** `unread` is there while it is true, so that the index over it holds only what waits. */
type NoticeDocument = Omit<Notice, 'id' | 'isRead'> & { _id: string; unread?: true; expireAt: Date };

const noticeSchema = new Schema(
  { _id: String, userId: String, kind: String, flagId: String, at: Date, unread: Boolean, expireAt: Date },
  SCHEMA_OPTIONS,
);

export type Notices = Model<NoticeDocument>;

export function noticesIn(connection: Connection): Notices {
  return connection.model<NoticeDocument>('Notice', noticeSchema as never, 'notices');
}

/** Within the transaction of what is told. */
export async function saveNotices(model: Notices, notices: readonly Notice[], session: ClientSession): Promise<void> {
  if (notices.length === 0) return;
  const documents = notices.map(({ id, isRead: _new, ...notice }) => ({
    _id: asText(id),
    ...notice,
    unread: true as const,
    expireAt: new Date(notice.at.getTime() + NOTICE_KEPT_MS),
  }));
  await model.insertMany(documents, { session });
}

const NEWEST = { at: -1, _id: -1 } as const;

export function createNoticeRepository(model: Notices): NoticeRepository {
  return {
    async listNotices(userId, { limit, cursor }) {
      const own = { $and: [{ userId: asText(userId) }, earlierThan('at', cursor)] };
      const found = await model
        .find(own)
        .sort(NEWEST)
        .limit(limit + 1)
        .lean();
      const notices = found.slice(0, limit).map(toNotice);
      const last = notices.at(-1);
      if (found.length <= limit || !last) return { notices };
      return { notices, nextCursor: newestCursor(last.at, last.id) };
    },

    async countUnread(userId, limit) {
      return model
        .countDocuments({ userId: asText(userId), unread: true })
        .limit(limit)
        .exec();
    },

    async markRead(userId, which) {
      const those = 'flagId' in which ? { flagId: asText(which.flagId) } : { at: { $lte: which.until } };
      await model.updateMany({ userId: asText(userId), unread: true, ...those }, { $unset: { unread: '' } });
    },
  };
}

function toNotice({ _id, userId, kind, flagId, at, unread }: NoticeDocument): Notice {
  return frozen({ id: _id, userId, kind, flagId, at, isRead: unread !== true });
}
