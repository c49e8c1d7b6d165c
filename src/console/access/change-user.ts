import { isBoundToOffices, type Role } from '../../domain/abilities.js';
import type { AuditEvent } from '../../domain/audit.js';
import { NotFoundError, PermanentError } from '../../domain/errors.js';
import { normaliseUsername, type User } from '../../domain/user.js';
import { USER_FAULTS } from '../../words/console/users.js';
import { sayAdvice, sayError } from '../../words/say.js';
import { type CreateUserDeps, refuseBadMail, refuseUnknownOffices, tellOfUser } from './create-user.js';
import { hashNewPassword } from './password.js';

/** Whatever of a person changes ends their open sessions: who they are to the console is settled at log-in. */
export interface PersonChange {
  readonly role?: Role;
  readonly officeCodes?: readonly string[];
  readonly isActive?: boolean;
  readonly passwordHash?: string;
  readonly mail?: string;
}

export interface ChangeUserDeps extends CreateUserDeps {
  readonly users: CreateUserDeps['users'] & {
    hasOtherAdmin(id: string): Promise<boolean>;
    changeUser(
      id: string,
      change: PersonChange,
      options?: { keepsAdmin: boolean },
    ): Promise<{ endedSessions: number; isLastAdmin?: true | undefined }>;
  };
}

/** What a change of one person asks for, whichever it is. */
export type ChangeOneDeps = Pick<ChangeUserDeps, 'audit' | 'clock' | 'actor'> & {
  readonly users: Pick<ChangeUserDeps['users'], 'findUserByUsername' | 'changeUser'>;
};

export interface Changed {
  readonly user: User;
  /** False: it was so already, and nothing was done. */
  readonly isChanged: boolean;
  readonly endedSessions: number;
}

/** Throws `NotFoundError` for a name that nobody has. */
export async function getUser(
  { users }: { readonly users: Pick<ChangeUserDeps['users'], 'findUserByUsername'> },
  username: string,
): Promise<User> {
  const found = await users.findUserByUsername(normaliseUsername(username));
  if (found) return found.user;
  const { message, hint } = sayAdvice(USER_FAULTS.unknownUser, 'id', { username: username.slice(0, 40) });
  throw new NotFoundError(message, hint);
}

export interface LastAdminWish {
  /** That nobody will be left who may administer is known and meant. */
  readonly evenLastAdmin: boolean;
}

export async function disableUser(deps: ChangeUserDeps, username: string, wish: LastAdminWish): Promise<Changed> {
  const user = await getUser(deps, username);
  const keepsAdmin = await keepAnAdmin(deps, user, wish);
  return change(deps, user, { set: { isActive: false }, details: { change: 'disabled' }, keepsAdmin });
}

export async function enableUser(deps: ChangeUserDeps, username: string): Promise<Changed> {
  const user = await getUser(deps, username);
  return change(deps, user, { set: { isActive: true }, details: { change: 'enabled' } });
}

export async function setRole(
  deps: ChangeUserDeps,
  username: string,
  { role, ...wish }: LastAdminWish & { readonly role: Role },
): Promise<Changed> {
  const user = await getUser(deps, username);
  const keepsAdmin = role !== 'admin' && (await keepAnAdmin(deps, user, wish));
  return change(deps, user, { set: { role }, details: { change: 'role', role }, keepsAdmin });
}

/** In place of those before. */
export async function setOffices(deps: ChangeUserDeps, username: string, codes: readonly string[]): Promise<Changed> {
  const user = await getUser(deps, username);
  await refuseUnknownOffices(deps, codes);
  const details = { change: 'offices', offices: codes.join(' ') };
  return change(deps, user, { set: { officeCodes: [...new Set(codes)] }, details });
}

export async function setMail(deps: ChangeUserDeps, username: string, mail: string): Promise<Changed> {
  const user = await getUser(deps, username);
  refuseBadMail(mail);
  return change(deps, user, { set: { mail }, details: { change: 'mail' } });
}

export async function setPassword(deps: ChangeOneDeps, username: string, password: string): Promise<Changed> {
  const user = await getUser(deps, username);
  const passwordHash = await hashNewPassword(password, user);
  return change(deps, user, { set: { passwordHash }, details: { change: 'password' } });
}

export async function endSessions(deps: ChangeUserDeps, username: string): Promise<Changed> {
  return change(deps, await getUser(deps, username), { set: {}, details: { change: 'sessions_ended' } });
}

/** Somebody bound to offices who has none sees nothing. */
export function seesNothing({ role, officeCodes }: Pick<User, 'role' | 'officeCodes'>): boolean {
  return isBoundToOffices(role) && officeCodes.length === 0;
}

/** The entry comes first: what was changed without one would have been changed by nobody. */
async function change(
  deps: ChangeOneDeps,
  user: User,
  { set, details, keepsAdmin = false }: { set: PersonChange; details: AuditEvent['details']; keepsAdmin?: boolean },
): Promise<Changed> {
  if (isSo(user, set)) return { user, isChanged: false, endedSessions: 0 };
  // A password of one's own is nobody else's business; what one may do here is.
  const isOwnRight = deps.actor === user.id && set.passwordHash === undefined;
  await tellOfUser(deps, user, { ...details, own: isOwnRight || undefined });
  const { endedSessions, isLastAdmin } = await deps.users.changeUser(user.id, set, { keepsAdmin });
  if (isLastAdmin) {
    await tellOfUser(deps, user, { change: 'not_done' });
    throw lastAdmin(user);
  }
  const { passwordHash: _secret, ...seen } = set;
  return { user: { ...user, ...seen }, isChanged: true, endedSessions };
}

function isSo(user: User, set: PersonChange): boolean {
  const named = Object.entries(set);
  return (
    named.length > 0 && named.every(([key, value]) => JSON.stringify(user[key as keyof User]) === JSON.stringify(value))
  );
}

/** True: the change has to look again while it is made, for somebody may take the other admin away at the same moment. */
async function keepAnAdmin({ users }: ChangeUserDeps, user: User, { evenLastAdmin }: LastAdminWish): Promise<boolean> {
  if (evenLastAdmin || user.role !== 'admin' || !user.isActive) return false;
  if (!(await users.hasOtherAdmin(user.id))) throw lastAdmin(user);
  return true;
}

function lastAdmin({ username }: User): PermanentError {
  return new PermanentError(...sayError(USER_FAULTS.lastAdmin, 'id', { username }));
}
