import type { Ability, Role } from './abilities.js';
import { DAY_MS } from './days.js';

/** A named person who logs in. `officeCodes` bounds what a role of own offices sees: these and all below. */
export interface User {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly officeCodes: readonly string[];
  readonly isActive: boolean;
  /** Where what concerns the person alone is sent: an invitation, a notice. */
  readonly mail?: string | undefined;
  /** Of whoever acts by a token of theirs: no more than these of what the role may. Kept nowhere. */
  readonly onlyFor?: readonly Ability[] | undefined;
}

/** A person in the list of people. */
export interface ListedUser extends User {
  readonly hasPassword: boolean;
  readonly hasSecondStep: boolean;
  /** A link that sets a password is open until then. */
  readonly invitedUntil?: Date | undefined;
  readonly sessions: number;
}

/** How long a link that sets a password waits for its person. */
export const INVITATION_MS = 3 * DAY_MS;

export const MIN_PASSWORD_LENGTH = 12;
/** Longer ones are refused before hashing: a hash of megabytes is an attack, not a password. */
export const MAX_PASSWORD_LENGTH = 200;

/** One spelling of a user name for storing and comparing. */
export function normaliseUsername(username: string): string {
  return username.trim().toLowerCase();
}

/** 3 to 64 of `a-z 0-9 . _ -`. */
export function isValidUsername(username: string): boolean {
  return /^[a-z0-9._-]{3,64}$/.test(username);
}
