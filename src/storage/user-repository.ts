import type { Connection, Model } from 'mongoose';
import { PermanentError } from '../domain/errors.js';
import { subkeyOf } from '../domain/sealed-bytes.js';
import { wordsOfName } from '../domain/search.js';
import type { User } from '../domain/user.js';
import { STORED } from '../words/adapters/storage.js';
import { sayError } from '../words/say.js';
import { isDuplicateKey } from './insert-new.js';
import { asText, withoutUndefined } from './plain-value.js';
import { keyOf, openUsers, toCredentials, toUser, type UserDocument } from './user-document.js';
import { createUserList, type UserList } from './user-list.js';
import { createUserMails, type UserMails } from './user-mails.js';
import { createOpenIds, type StoredCredentials, type UserOpenIds } from './user-open-id.js';
import { createSecondSteps, type UserSecondSteps } from './user-second-step.js';
import { createSessions, openSessions, type SessionDocument, type UserSessions } from './user-sessions.js';

/** What ends every open session of a user: their number rises with it. */
export type UserChange = Partial<Pick<User, 'role' | 'officeCodes' | 'isActive' | 'mail'>> & {
  readonly passwordHash?: string;
};

export interface UserRepository extends UserSessions, UserList, UserMails, UserSecondSteps, UserOpenIds {
  /** Creates or replaces the user of this id, who is logged out by it. Throws PermanentError where another one has the username, in any case. */
  saveUser(user: User, passwordHash?: string): Promise<void>;
  findUser(id: string): Promise<User | undefined>;
  /** In any case of letters. No `passwordHash`: the person has not chosen a password yet. */
  findUserByUsername(username: string): Promise<StoredCredentials | undefined>;
  hasOtherAdmin(id: string): Promise<boolean>;
  /**
   * Changes what is named, and ends every open session in the same write: also one that is just being opened with the old
   * password. Nothing named: only the sessions end. How many there were. With `keepsAdmin` nothing is done where no
   * other active admin would be left, and that is answered: of two who take each other away, one is refused.
   */
  changeUser(
    id: string,
    change: UserChange,
    options?: { keepsAdmin: boolean },
  ): Promise<{ endedSessions: number; isLastAdmin?: true | undefined }>;
  /** In place of the one before. `hash`: of what the link holds. */
  saveInvitation(id: string, invitation: { hash: string; until: Date }): Promise<void>;
  findInvited(id: string, asked: { hash: string; now: Date }): Promise<User | undefined>;
  /** The first password by it ends the invitation, in one write; false for whoever comes second. */
  takeInvitation(id: string, taken: { hash: string; now: Date; passwordHash: string }): Promise<boolean>;
}

export function createUserRepository(connection: Connection, { hashKey }: { hashKey: Buffer }): UserRepository {
  const users = openUsers(connection);
  const sessions = openSessions(connection);
  return {
    ...createPeople(users),
    ...createChanges(connection, { users, sessions }),
    ...createInvitations(users, sessions),
    ...createUserList(users, sessions),
    ...createUserMails(users),
    ...createSessions(users, sessions),
    ...createOpenIds({ users, sessions }),
    ...createSecondSteps({ users, sessions, key: subkeyOf(hashKey, 'netra second step') }),
  };
}

type People = Pick<UserRepository, 'saveUser' | 'findUser' | 'findUserByUsername' | 'hasOtherAdmin'>;

function createPeople(users: Model<UserDocument>): People {
  return {
    async saveUser({ id, ...user }, passwordHash) {
      const set = withoutUndefined({
        ...user,
        usernameKey: keyOf(user.username),
        nameWords: wordsOfName(user.displayName),
        mailKey: user.mail && keyOf(user.mail),
        passwordHash,
        officeCodes: [...user.officeCodes],
      });
      try {
        await users.updateOne({ _id: asText(id) }, { $set: set, $inc: { sessionEpoch: 1 } }, { upsert: true });
      } catch (error) {
        throw isDuplicateKey(error) ? usernameTaken(error) : error;
      }
    },

    async findUser(id) {
      const found = await users.findOne({ _id: asText(id) }).lean();
      return found ? toUser(found) : undefined;
    },

    async findUserByUsername(username) {
      const found = await users.findOne({ usernameKey: keyOf(username) }).lean();
      return found ? toCredentials(found) : undefined;
    },

    hasOtherAdmin: async (id) => (await users.exists(otherAdmins(id))) !== null,
  };
}

function otherAdmins(id: string) {
  return { role: 'admin', isActive: true, _id: { $ne: asText(id) } } as const;
}

interface Models {
  readonly users: Model<UserDocument>;
  readonly sessions: Model<SessionDocument>;
}

function createChanges(connection: Connection, { users, sessions }: Models): Pick<UserRepository, 'changeUser'> {
  return {
    async changeUser(id, { role, isActive, passwordHash, officeCodes, mail }, { keepsAdmin } = { keepsAdmin: false }) {
      const mailKey = mail === undefined ? undefined : keyOf(mail);
      const codes = officeCodes && [...officeCodes];
      const set = withoutUndefined({ role, isActive, passwordHash, officeCodes: codes, mail, mailKey });
      // A link that was sent opens nothing for whoever has a new password, or is closed.
      const endsInvitation = passwordHash !== undefined || isActive === false;
      const update = {
        $set: set,
        $inc: { sessionEpoch: 1 },
        $unset: endsInvitation ? { invitation: 1 as const } : {},
      };
      const isDone = await connection.withSession((session) =>
        session.withTransaction(async () => {
          if (keepsAdmin) {
            const left = await users.updateMany(otherAdmins(id), { $inc: { adminChecks: 1 } }, { session });
            if (left.matchedCount === 0) return false;
          }
          await users.updateOne({ _id: asText(id) }, update, { session });
          return true;
        }),
      );
      if (!isDone) return { endedSessions: 0, isLastAdmin: true };
      const { deletedCount } = await sessions.deleteMany({ userId: asText(id) });
      return { endedSessions: deletedCount };
    },
  };
}

type Invitations = Pick<UserRepository, 'saveInvitation' | 'findInvited' | 'takeInvitation'>;

function createInvitations(users: Model<UserDocument>, sessions: Model<SessionDocument>): Invitations {
  const open = (id: string, { hash, now }: { hash: string; now: Date }) =>
    ({ _id: asText(id), isActive: true, 'invitation.hash': asText(hash), 'invitation.until': { $gt: now } }) as const;
  return {
    async saveInvitation(id, invitation) {
      await users.updateOne({ _id: asText(id) }, { $set: { invitation } });
    },

    async findInvited(id, asked) {
      const found = await users.findOne(open(id, asked)).lean();
      return found ? toUser(found) : undefined;
    },

    async takeInvitation(id, { passwordHash, ...asked }) {
      const set = { $set: { passwordHash }, $unset: { invitation: 1 as const }, $inc: { sessionEpoch: 1 } };
      const { modifiedCount } = await users.updateOne(open(id, asked), set);
      if (modifiedCount > 0) await sessions.deleteMany({ userId: asText(id) });
      return modifiedCount > 0;
    },
  };
}

function usernameTaken(cause: unknown): PermanentError {
  return new PermanentError(...sayError(STORED.usernameTaken, 'id'), { cause });
}
