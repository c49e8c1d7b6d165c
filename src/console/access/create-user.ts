import { randomUUID } from 'node:crypto';
import type { AuditEvent } from '../../domain/audit.js';
import type { Clock } from '../../domain/clock.js';
import { NotFoundError, PermanentError } from '../../domain/errors.js';
import { isMailAddress } from '../../domain/mail-address.js';
import { isValidUsername, normaliseUsername, type User } from '../../domain/user.js';
import { USER_FAULTS } from '../../words/console/users.js';
import { sayAdvice, sayError } from '../../words/say.js';
import { hashNewPassword } from './password.js';

export interface UserDraft extends Omit<User, 'id' | 'isActive'> {
  /** Without one nobody gets in until an invitation is taken. */
  readonly password?: string | undefined;
}

export interface CreateUserDeps {
  readonly users: {
    findUserByUsername(username: string): Promise<{ user: User } | undefined>;
    saveUser(user: User, passwordHash?: string): Promise<void>;
  };
  readonly offices: { findOffice(code: string): Promise<unknown> };
  readonly audit: { appendEntry(event: AuditEvent): Promise<unknown> };
  readonly clock: Clock;
  /** Who does it, for the audit log: a user id or `system:<part>`. */
  readonly actor: string;
}

/** Throws `NotFoundError` for the first code that the registry does not know: such a person would see nothing, and nobody why. */
export async function refuseUnknownOffices(
  { offices }: Pick<CreateUserDeps, 'offices'>,
  codes: readonly string[],
): Promise<void> {
  for (const code of codes) {
    if (await offices.findOffice(code)) continue;
    const { message, hint } = sayAdvice(USER_FAULTS.unknownOffice, 'id', { code: code.slice(0, 40) });
    throw new NotFoundError(message, hint);
  }
}

export function refuseBadMail(mail: string): void {
  if (!isMailAddress(mail)) throw new PermanentError(...sayError(USER_FAULTS.badMail, 'id'));
}

/** What became of a person here, for the log. */
export function tellOfUser(
  { audit, clock, actor }: Pick<CreateUserDeps, 'audit' | 'clock' | 'actor'>,
  { id }: Pick<User, 'id'>,
  details: AuditEvent['details'],
): Promise<unknown> {
  return audit.appendEntry({ at: clock(), actor, action: 'user_changed', subject: id, details });
}

/** Adds one named person. A name in use is refused; passwords are kept only as argon2id hashes. */
export async function createUser(deps: CreateUserDeps, draft: UserDraft): Promise<User> {
  const username = normaliseUsername(draft.username);
  if (!isValidUsername(username)) {
    const { message, hint } = sayAdvice(USER_FAULTS.badUsername, 'id', { username: username.slice(0, 40) });
    throw new PermanentError(message, hint);
  }
  if (await deps.users.findUserByUsername(username)) {
    const { message, hint } = sayAdvice(USER_FAULTS.usernameTaken, 'id', { username });
    throw new PermanentError(message, hint);
  }
  if (draft.mail !== undefined) refuseBadMail(draft.mail);
  await refuseUnknownOffices(deps, draft.officeCodes);
  const { password, ...rest } = draft;
  const user: User = { ...rest, username, id: randomUUID(), isActive: true };
  const passwordHash = password === undefined ? undefined : await hashNewPassword(password, user);
  // The entry comes first: a person who came in without one would have been let in by nobody.
  await tellOfUser(deps, user, { change: 'created', role: user.role });
  await deps.users.saveUser(user, passwordHash);
  return user;
}

/** Creates those of the drafts whose names are free; the others stay as they are. Safe to repeat. */
export async function ensureUsers(deps: CreateUserDeps, drafts: readonly UserDraft[]): Promise<User[]> {
  const users: User[] = [];
  for (const draft of drafts) {
    const known = await deps.users.findUserByUsername(normaliseUsername(draft.username));
    users.push(known ? known.user : await createUser(deps, draft));
  }
  return users;
}
