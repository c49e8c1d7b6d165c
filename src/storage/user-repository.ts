import { type Connection, type Model, Schema } from 'mongoose';
import { PermanentError } from '../domain/errors.js';
import type { User } from '../domain/user.js';
import { STORED } from '../words/adapters/storage.js';
import { sayError } from '../words/say.js';
import { isDuplicateKey } from './insert-new.js';
import { asText, frozen, withoutUndefined } from './plain-value.js';
import { SCHEMA_OPTIONS } from './schema-options.js';

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

/** What ends every open session of a user: their number rises with it. */
export type UserChange = Partial<Pick<User, 'role' | 'officeCodes' | 'isActive'>> & { readonly passwordHash?: string };

export interface UserRepository {
  /** Creates or replaces the user of this id, who is logged out by it. Throws PermanentError where another one has the username, in any case. */
  saveUser(user: User, passwordHash: string): Promise<void>;
  findUser(id: string): Promise<User | undefined>;
  /** In any case of letters. */
  findUserByUsername(username: string): Promise<{ user: User; passwordHash: string; sessionEpoch: number } | undefined>;
  listUsers(): Promise<User[]>;
  /**
   * Changes what is named, and ends every open session in the same write: also one that is just being opened with the old
   * password. Nothing named: only the sessions end. How many there were.
   */
  changeUser(id: string, change: UserChange): Promise<{ endedSessions: number }>;
  saveSession(session: SessionRecord): Promise<void>;
  /** Those that are open at `now`, by user and age; of everybody or of one. */
  listSessions(now: Date, userId?: string): Promise<SessionRecord[]>;
  /** `undefined` once it has expired or was ended by a change of the user, and for a user who is no longer active. */
  findSession(tokenHash: string, now: Date): Promise<{ session: SessionRecord; user: User } | undefined>;
  deleteSession(tokenHash: string): Promise<void>;
}

type UserDocument = Omit<User, 'id' | 'officeCodes'> & {
  _id: string;
  usernameKey: string;
  passwordHash: string;
  officeCodes: string[];
  sessionEpoch?: number;
};
/** Older documents hold neither epoch nor opening. */
type SessionDocument = Pick<SessionRecord, 'userId' | 'csrfToken' | 'expiresAt'> &
  Partial<Pick<SessionRecord, 'openedAt' | 'sessionEpoch'>> & { _id: string };

const userSchema = new Schema(
  {
    _id: String,
    username: String,
    usernameKey: String,
    displayName: String,
    role: String,
    officeCodes: [String],
    isActive: Boolean,
    passwordHash: String,
    sessionEpoch: Number,
  },
  SCHEMA_OPTIONS,
);

const sessionSchema = new Schema(
  { _id: String, userId: String, csrfToken: String, openedAt: Date, expiresAt: Date, sessionEpoch: Number },
  SCHEMA_OPTIONS,
);

type SessionCall = 'saveSession' | 'listSessions' | 'findSession' | 'deleteSession';

interface Models {
  readonly users: Model<UserDocument>;
  readonly sessions: Model<SessionDocument>;
}

export function createUserRepository(connection: Connection): UserRepository {
  const users = connection.model<UserDocument>('User', userSchema as never, 'users');
  const sessions = connection.model<SessionDocument>('Session', sessionSchema as never, 'sessions');
  return { ...createPeople({ users, sessions }), ...createSessions({ users, sessions }) };
}

function createPeople({ users, sessions }: Models): Omit<UserRepository, SessionCall> {
  return {
    async saveUser({ id, ...user }, passwordHash) {
      const usernameKey = keyOf(user.username);
      const set = { ...user, usernameKey, passwordHash, officeCodes: [...user.officeCodes] };
      try {
        await users.updateOne({ _id: asText(id) }, { $set: set, $inc: { sessionEpoch: 1 } }, { upsert: true });
      } catch (error) {
        throw isDuplicateKey(error) ? usernameTaken(error) : error;
      }
    },

    async changeUser(id, change) {
      const { role, isActive, passwordHash, officeCodes } = change;
      const set = withoutUndefined({ role, isActive, passwordHash, officeCodes: officeCodes && [...officeCodes] });
      await users.updateOne({ _id: asText(id) }, { $set: set, $inc: { sessionEpoch: 1 } });
      const { deletedCount } = await sessions.deleteMany({ userId: id });
      return { endedSessions: deletedCount };
    },

    async findUser(id) {
      const found = await users.findOne({ _id: asText(id) }).lean();
      return found ? toUser(found) : undefined;
    },

    async findUserByUsername(username) {
      const found = await users.findOne({ usernameKey: keyOf(username) }).lean();
      if (!found) return undefined;
      return { user: toUser(found), passwordHash: found.passwordHash, sessionEpoch: epochOf(found) };
    },

    async listUsers() {
      return (await users.find().sort({ usernameKey: 1 }).lean()).map(toUser);
    },
  };
}

function createSessions({ users, sessions }: Models): Pick<UserRepository, SessionCall> {
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
      return { session: toSession(found), user: toUser(user) };
    },

    async deleteSession(tokenHash) {
      await sessions.deleteOne({ _id: asText(tokenHash) });
    },
  };
}

function epochOf({ sessionEpoch = 0 }: { sessionEpoch?: number }): number {
  return sessionEpoch;
}

function toSession({ _id, userId, csrfToken, openedAt, expiresAt, sessionEpoch }: SessionDocument): SessionRecord {
  const own = { tokenHash: _id, userId, csrfToken, openedAt: openedAt ?? expiresAt, expiresAt };
  return frozen({ ...own, sessionEpoch: epochOf({ sessionEpoch }) });
}

function keyOf(username: string): string {
  return asText(username).trim().toLowerCase();
}

function toUser({ _id, username, displayName, role, officeCodes, isActive }: UserDocument): User {
  return frozen({ id: _id, username, displayName, role, officeCodes, isActive });
}

function usernameTaken(cause: unknown): PermanentError {
  return new PermanentError(...sayError(STORED.usernameTaken, 'id'), { cause });
}
