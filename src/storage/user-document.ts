import { type Connection, type Model, Schema } from 'mongoose';
import type { OpenIdName } from '../domain/open-id.js';
import type { User } from '../domain/user.js';
import { asText, frozen, withoutUndefined } from './plain-value.js';
import { PART_OPTIONS, SCHEMA_OPTIONS } from './schema-options.js';

/** `usernameKey`, `mailKey` and `nameWords` are for looking up, in one spelling. */
export type UserDocument = Omit<User, 'id' | 'officeCodes'> & {
  _id: string;
  usernameKey: string;
  nameWords?: string[];
  mailKey?: string;
  /** None: whoever it is has not chosen one yet. */
  passwordHash?: string;
  officeCodes: string[];
  sessionEpoch?: number;
  invitation?: { hash: string; until: Date };
  /** `usedStep`: the latest code that opened something; no earlier one does. */
  secondStep?: { sealed: string; since: Date; usedStep: number; recovery: string[] };
  /** Shown, and not yet proved by a code. */
  secondStepOffer?: { sealed: string; until: Date };
  /** Who they are at the house's own log-in. */
  openId?: OpenIdName & { since: Date };
  /** Of one mail a day that counts their notices. */
  refusesNoticeMail?: boolean;
  /** Raised by whoever takes an admin away, on all that stay: of two at once, one has to look again. */
  adminChecks?: number;
};

const userSchema = new Schema(
  {
    _id: String,
    username: String,
    usernameKey: String,
    displayName: String,
    nameWords: { type: [String], default: undefined },
    mail: String,
    mailKey: String,
    role: String,
    officeCodes: [String],
    isActive: Boolean,
    passwordHash: String,
    sessionEpoch: Number,
    invitation: new Schema({ hash: String, until: Date }, PART_OPTIONS),
    secondStep: new Schema({ sealed: String, since: Date, usedStep: Number, recovery: [String] }, PART_OPTIONS),
    secondStepOffer: new Schema({ sealed: String, until: Date }, PART_OPTIONS),
    openId: new Schema({ issuer: String, subject: String, since: Date }, PART_OPTIONS),
    refusesNoticeMail: Boolean,
    adminChecks: Number,
  },
  SCHEMA_OPTIONS,
);

export function openUsers(connection: Connection): Model<UserDocument> {
  return connection.model<UserDocument>('User', userSchema as never, 'users');
}

/** The same whatever case somebody types. */
export function keyOf(nameOrMail: string): string {
  return asText(nameOrMail).trim().toLowerCase();
}

export function epochOf({ sessionEpoch = 0 }: { sessionEpoch?: number }): number {
  return sessionEpoch;
}

export function toUser({ _id, username, displayName, mail, role, officeCodes, isActive }: UserDocument): User {
  return frozen(
    withoutUndefined({ id: _id, username, displayName, mail: mail || undefined, role, officeCodes, isActive }),
  );
}

/** A person as a log-in finds them. No `passwordHash`: they have not chosen a password yet. */
export function toCredentials(found: UserDocument) {
  const { passwordHash, secondStep } = found;
  const hasSecondStep = secondStep !== undefined;
  return { user: toUser(found), passwordHash, sessionEpoch: epochOf(found), hasSecondStep };
}
