import type { Model } from 'mongoose';
import type { OpenIdName } from '../domain/open-id.js';
import { isDuplicateKey } from './insert-new.js';
import { asText } from './plain-value.js';
import { keyOf, toCredentials, type UserDocument } from './user-document.js';
import type { SessionDocument } from './user-sessions.js';

/** A person as a log-in finds them. */
export type StoredCredentials = ReturnType<typeof toCredentials>;

/** Who is who at the house's own log-in. */
export interface UserOpenIds {
  findUserByOpenId(name: OpenIdName): Promise<StoredCredentials | undefined>;
  /** With this address, in any case of letters; two where there are more, since none of them is meant for sure then. */
  findUsersByMail(mail: string): Promise<StoredCredentials[]>;
  /** False: this person, or this name, is tied already. */
  tieOpenId(id: string, tie: OpenIdName & { since: Date }): Promise<boolean>;
  findOpenId(id: string): Promise<(OpenIdName & { since: Date }) | undefined>;
  /** Every session ends in the same write. */
  untieOpenId(id: string): Promise<{ endedSessions: number }>;
}

interface Parts {
  readonly users: Model<UserDocument>;
  readonly sessions: Model<SessionDocument>;
}

export function createOpenIds({ users, sessions }: Parts): UserOpenIds {
  return {
    async findUserByOpenId({ issuer, subject }) {
      const found = await users.findOne({ 'openId.issuer': asText(issuer), 'openId.subject': asText(subject) }).lean();
      return found ? toCredentials(found) : undefined;
    },

    async findUsersByMail(mail) {
      const found = await users
        .find({ mailKey: keyOf(mail) })
        .limit(2)
        .lean();
      return found.map(toCredentials);
    },

    async tieOpenId(id, { issuer, subject, since }) {
      const openId = { issuer: asText(issuer), subject: asText(subject), since };
      try {
        const free = { _id: asText(id), openId: { $exists: false } };
        return (await users.updateOne(free, { $set: { openId } })).modifiedCount > 0;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },

    async findOpenId(id) {
      return (await users.findOne({ _id: asText(id) }, { openId: 1 }).lean())?.openId;
    },

    async untieOpenId(id) {
      await users.updateOne({ _id: asText(id) }, { $unset: { openId: 1 }, $inc: { sessionEpoch: 1 } });
      const { deletedCount } = await sessions.deleteMany({ userId: asText(id) });
      return { endedSessions: deletedCount };
    },
  };
}
