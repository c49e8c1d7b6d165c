import type { Role } from '../../domain/abilities.js';
import type { OpenIdName } from '../../domain/open-id.js';
import type { ListedUser, User } from '../../domain/user.js';
import type { InviteDeps, TakeInvitationDeps } from './invite-user.js';
import type { SecondStepStore } from './second-step.js';

type UsersToInvite = InviteDeps['users'];
type UsersInvited = TakeInvitationDeps['users'];

export interface Session {
  /** Hex SHA-256 of the cookie's token. */
  readonly tokenHash: string;
  readonly userId: string;
  readonly csrfToken: string;
  readonly openedAt: Date;
  readonly expiresAt: Date;
  /** The person's own at log-in; a change of the person makes it another one. */
  readonly sessionEpoch: number;
}

/** A person as a log-in finds them. */
export interface Credentials {
  readonly user: User;
  /** None: not chosen yet. */
  readonly passwordHash?: string | undefined;
  readonly sessionEpoch: number;
  /** The password alone lets nobody in. */
  readonly hasSecondStep: boolean;
}

/** What a person changes of their own second step. Starting and ending it end every session of theirs in the same write. */
export interface SecondStepKeeper extends SecondStepStore {
  offerSecondStep(id: string, offer: { secret: string; until: Date }): Promise<void>;
  findOffer(id: string, now: Date): Promise<string | undefined>;
  /** `undefined`: that secret is offered no more. */
  startSecondStep(
    id: string,
    start: { secret: string; step: number; recoveryCodes: readonly string[]; now: Date },
  ): Promise<{ sessionEpoch: number } | undefined>;
  replaceRecoveryCodes(id: string, codes: readonly string[]): Promise<void>;
  endSecondStep(id: string): Promise<{ endedSessions: number; sessionEpoch: number }>;
}

/** Who is who at the house's own log-in. */
export interface OpenIdKeeper {
  findUserByOpenId(name: OpenIdName): Promise<Credentials | undefined>;
  /** Two where there are more. */
  findUsersByMail(mail: string): Promise<Credentials[]>;
  /** False: this person, or this name, is tied already. */
  tieOpenId(id: string, tie: OpenIdName & { since: Date }): Promise<boolean>;
}

export interface ConsoleUsers extends UsersToInvite, UsersInvited, SecondStepKeeper, OpenIdKeeper {
  findUser(id: string): Promise<User | undefined>;
  findUserByUsername(username: string): Promise<Credentials | undefined>;
  listUsers(): Promise<User[]>;
  /** Of one mail a day that counts their notices: yes, unless they said no. */
  wantsNoticeMail(id: string): Promise<boolean>;
  setNoticeMail(id: string, isWanted: boolean): Promise<void>;
  /** Active, with one of these offices as their own. */
  listInRole(role: Role): Promise<User[]>;
  listInOffices(officeCodes: readonly string[]): Promise<User[]>;
  /** By username, a page at a time. */
  listPeople(page: {
    now: Date;
    limit: number;
    after?: string | undefined;
  }): Promise<{ people: ListedUser[]; nextCursor?: string | undefined }>;
  /** By words of the name, the beginning of the username, or an office's code. */
  findUsers(query: string, page: { now: Date; limit: number }): Promise<ListedUser[]>;
  saveSession(session: Session): Promise<void>;
  findSession(
    tokenHash: string,
    now: Date,
  ): Promise<{ session: Session; user: User; hasSecondStep: boolean } | undefined>;
  deleteSession(tokenHash: string): Promise<void>;
}

/** What is known of failed log-ins, for every process of the console at once. */
export interface LoginCounters {
  /** Adds one; how many there are now. All are forgotten together, `keptSeconds` after the first. */
  add(key: string, keptSeconds: number): Promise<number>;
  count(key: string): Promise<number>;
  /** One less. */
  giveBack(key: string): Promise<void>;
  hold(key: string, seconds: number): Promise<void>;
  /** 0: not held. */
  heldSeconds(key: string): Promise<number>;
  forget(key: string): Promise<void>;
}
