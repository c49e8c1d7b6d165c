import { type Connection, type Model, Schema } from 'mongoose';
import type { User } from '../domain/user.js';
import { asText, frozen, withoutUndefined } from './plain-value.js';
import { SCHEMA_OPTIONS } from './schema-options.js';
import { epochOf, toUser, type UserDocument } from './user-document.js';

export interface SessionRecord {
  /** SHA-256 of the cookie's token: a leaked database opens no session. */
  readonly tokenHash: string;
  readonly userId: string;
  readonly csrfToken: string;
  readonly openedAt: Date;
  readonly expiresAt: Date;
  /** The user's own when the password was compared; a session of an earlier one is none. */
  readonly sessionEpoch: number;
}

export interface UserSessions {
  saveSession(session: SessionRecord): Promise<void>;
  /** Those that are open at `now`, by user and age; of everybody or of one. */
  listSessions(now: Date, userId?: string): Promise<SessionRecord[]>;
  /** `undefined` once it has expired or was ended by a change of the user, and for a user who is no longer active. */
  findSession(
    tokenHash: string,
    now: Date,
  ): Promise<{ session: SessionRecord; user: User; hasSecondStep: boolean } | undefined>;
  deleteSession(tokenHash: string): Promise<void>;
}

/** Older documents hold neither epoch nor opening. */
export type SessionDocument = Pick<SessionRecord, 'userId' | 'csrfToken' | 'expiresAt'> &
  Partial<Pick<SessionRecord, 'openedAt' | 'sessionEpoch'>> & { _id: string };

const sessionSchema = new Schema(
  { _id: String, userId: String, csrfToken: String, openedAt: Date, expiresAt: Date, sessionEpoch: Number },
  SCHEMA_OPTIONS,
);

export function openSessions(connection: Connection): Model<SessionDocument> {
  return connection.model<SessionDocument>('Session', sessionSchema as never, 'sessions');
}

export function createSessions(users: Model<UserDocument>, sessions: Model<SessionDocument>): UserSessions {
  return {
    async saveSession({ tokenHash, ...session }) {
      await sessions.replaceOne({ _id: asText(tokenHash) }, { ...session, _id: tokenHash }, { upsert: true });
    },

    async listSessions(now, userId) {
      const filter = withoutUndefined({ expiresAt: { $gt: now }, userId: userId && asText(userId) });
      const found = await sessions.find(filter).sort({ userId: 1, expiresAt: 1 }).lean();
      return found.map(toSession);
    },

    async findSession(tokenHash, now) {
      // The TTL index is up to a minute late, so the time is asked for here too.
      const found = await sessions.findOne({ _id: asText(tokenHash), expiresAt: { $gt: now } }).lean();
      const user = found && (await users.findOne({ _id: found.userId }).lean());
      if (!found || !user?.isActive || epochOf(user) !== epochOf(found)) return undefined;
      return { session: toSession(found), user: toUser(user), hasSecondStep: user.secondStep !== undefined };
    },

    async deleteSession(tokenHash) {
      await sessions.deleteOne({ _id: asText(tokenHash) });
    },
  };
}

function toSession({ _id, userId, csrfToken, openedAt, expiresAt, sessionEpoch }: SessionDocument): SessionRecord {
  const own = { tokenHash: _id, userId, csrfToken, openedAt: openedAt ?? expiresAt, expiresAt };
  return frozen({ ...own, sessionEpoch: epochOf({ sessionEpoch }) });
}
