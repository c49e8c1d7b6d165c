import { isBoundToOffices, type Role } from '../../domain/abilities.js';
import type { AuditEvent } from '../../domain/audit.js';
import { NotFoundError, PermanentError } from '../../domain/errors.js';
import { normaliseUsername, type User } from '../../domain/user.js';
import { USER_FAULTS } from '../../words/console/users.js';
import { sayAdvice } from '../../words/say.js';
import { type CreateUserDeps, refuseUnknownOffices } from './create-user.js';
import { hashNewPassword } from './password.js';

/** Whatever of a person changes ends their open sessions: who they are to the console is settled at log-in. */
export interface PersonChange {
  readonly role?: Role;
  readonly officeCodes?: readonly string[];
  readonly isActive?: boolean;
  readonly passwordHash?: string;
}

export interface ChangeUserDeps extends CreateUserDeps {
  readonly users: CreateUserDeps['users'] & {
    listUsers(): Promise<User[]>;
    changeUser(id: string, change: PersonChange): Promise<{ endedSessions: number }>;
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
  await keepAnAdmin(deps, user, wish);
  return change(deps, user, { set: { isActive: false }, details: { change: 'disabled' } });
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
  if (role !== 'admin') await keepAnAdmin(deps, user, wish);
  return change(deps, user, { set: { role }, details: { change: 'role', role } });
}

/** In place of those before. */
export async function setOffices(deps: ChangeUserDeps, username: string, codes: readonly string[]): Promise<Changed> {
  const user = await getUser(deps, username);
  await refuseUnknownOffices(deps, codes);
  const details = { change: 'offices', offices: codes.join(' ') };
  return change(deps, user, { set: { officeCodes: [...new Set(codes)] }, details });
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
  { set, details }: { set: PersonChange; details: AuditEvent['details'] },
): Promise<Changed> {
  if (isSo(user, set)) return { user, isChanged: false, endedSessions: 0 };
  const { actor } = deps;
  await deps.audit.appendEntry({ at: deps.clock(), actor, action: 'user_changed', subject: user.id, details });
  const { endedSessions } = await deps.users.changeUser(user.id, set);
  const { passwordHash: _secret, ...seen } = set;
  return { user: { ...user, ...seen }, isChanged: true, endedSessions };
}

function isSo(user: User, set: PersonChange): boolean {
  const named = Object.entries(set);
  return (
    named.length > 0 && named.every(([key, value]) => JSON.stringify(user[key as keyof User]) === JSON.stringify(value))
  );
}

async function keepAnAdmin({ users }: ChangeUserDeps, user: User, { evenLastAdmin }: LastAdminWish): Promise<void> {
  if (evenLastAdmin || user.role !== 'admin' || !user.isActive) return;
  const others = (await users.listUsers()).filter(
    ({ id, role, isActive }) => id !== user.id && role === 'admin' && isActive,
  );
  if (others.length > 0) return;
  const { message, hint } = sayAdvice(USER_FAULTS.lastAdmin, 'id', { username: user.username });
  throw new PermanentError(message, hint);
}
