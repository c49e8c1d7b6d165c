import { type Connection, Schema } from 'mongoose';
import { PermanentError } from '../domain/errors.js';
import type { User } from '../domain/user.js';
import { isDuplicateKey } from './insert-new.js';
import { asText, frozen } from './plain-value.js';
import { SCHEMA_OPTIONS } from './schema-options.js';

export interface SessionRecord {
  /** SHA-256 of the cookie's token: a leaked database opens no session. */
  readonly tokenHash: string;
  readonly userId: string;
  readonly csrfToken: string;
  readonly expiresAt: Date;
}

export interface UserRepository {
  /** Creates or replaces the user of this id. Throws PermanentError where another one has the username, in any case. */
  saveUser(user: User, passwordHash: string): Promise<void>;
  findUser(id: string): Promise<User | undefined>;
  /** In any case of letters. */
  findUserByUsername(username: string): Promise<{ user: User; passwordHash: string } | undefined>;
  listUsers(): Promise<User[]>;
  saveSession(session: SessionRecord): Promise<void>;
  /** `undefined` once it has expired, and for a user who is no longer active. */
  findSession(tokenHash: string, now: Date): Promise<{ session: SessionRecord; user: User } | undefined>;
  deleteSession(tokenHash: string): Promise<void>;
}

type UserDocument = Omit<User, 'id' | 'officeCodes'> & {
  _id: string;
  usernameKey: string;
  passwordHash: string;
  officeCodes: string[];
};
type SessionDocument = Omit<SessionRecord, 'tokenHash'> & { _id: string };

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
  },
  SCHEMA_OPTIONS,
);

const sessionSchema = new Schema({ _id: String, userId: String, csrfToken: String, expiresAt: Date }, SCHEMA_OPTIONS);

export function createUserRepository(connection: Connection): UserRepository {
  const users = connection.model<UserDocument>('User', userSchema as never, 'users');
  const sessions = connection.model<SessionDocument>('Session', sessionSchema as never, 'sessions');

  const find = async (id: string) => {
    const found = await users.findOne({ _id: asText(id) }).lean();
    return found ? toUser(found) : undefined;
  };

  return {
    async saveUser({ id, ...user }, passwordHash) {
      const usernameKey = keyOf(user.username);
      const document = { ...user, _id: asText(id), usernameKey, passwordHash, officeCodes: [...user.officeCodes] };
      try {
        await users.replaceOne({ _id: document._id }, document, { upsert: true });
      } catch (error) {
        throw isDuplicateKey(error) ? usernameTaken(error) : error;
      }
    },

    findUser: find,

    async findUserByUsername(username) {
      const found = await users.findOne({ usernameKey: keyOf(username) }).lean();
      return found ? { user: toUser(found), passwordHash: found.passwordHash } : undefined;
    },

    async listUsers() {
      return (await users.find().sort({ usernameKey: 1 }).lean()).map(toUser);
    },

    async saveSession({ tokenHash, ...session }) {
      await sessions.replaceOne({ _id: asText(tokenHash) }, { ...session, _id: tokenHash }, { upsert: true });
    },

    async findSession(tokenHash, now) {
      // The TTL index is up to a minute late, so the time is asked for here too.
      const found = await sessions.findOne({ _id: asText(tokenHash), expiresAt: { $gt: now } }).lean();
      const user = found && (await find(found.userId));
      if (!found || !user?.isActive) return undefined;
      const { _id, userId, csrfToken, expiresAt } = found;
      return { session: frozen({ tokenHash: _id, userId, csrfToken, expiresAt }), user };
    },

    async deleteSession(tokenHash) {
      await sessions.deleteOne({ _id: asText(tokenHash) });
    },
  };
}

function keyOf(username: string): string {
  return asText(username).trim().toLowerCase();
}

function toUser({ _id, username, displayName, role, officeCodes, isActive }: UserDocument): User {
  return frozen({ id: _id, username, displayName, role, officeCodes, isActive });
}

function usernameTaken(cause: unknown): PermanentError {
  return new PermanentError('Nama masuk ini sudah dipakai.', 'Pilih nama masuk lain.', { cause });
}
