import { randomBytes } from 'node:crypto';
import { PermanentError } from '../../domain/errors.js';
import { INVITATION_MS, type User } from '../../domain/user.js';
import { USER_FAULTS } from '../../words/console/users.js';
import { sayError } from '../../words/say.js';
import { type ChangeUserDeps, getUser } from './change-user.js';
import { createUser, tellOfUser, type UserDraft } from './create-user.js';
import { hashToken } from './hash-token.js';
import { hashNewPassword } from './password.js';

export interface InvitationMail {
  readonly to: string;
  readonly displayName: string;
  readonly link: string;
  readonly until: Date;
}

export interface InviteDeps extends ChangeUserDeps {
  readonly users: ChangeUserDeps['users'] & {
    saveInvitation(id: string, invitation: { hash: string; until: Date }): Promise<void>;
  };
  /** Throws where nothing was surely sent. */
  readonly sendInvitation: (mail: InvitationMail) => Promise<void>;
  /** Of the page that takes what stands behind its `#`. */
  readonly invitationPage: string;
}

export interface Invited {
  readonly user: User;
  readonly until: Date;
  /** For whoever asked, to hand over by another way: nothing was surely sent. */
  readonly link?: string | undefined;
}

/** Adds somebody who chooses the first password alone: no other person ever knows it. */
export async function inviteUser(deps: InviteDeps, draft: Omit<UserDraft, 'password'>): Promise<Invited> {
  return invite(deps, await createUser(deps, draft));
}

/** Another link in place of the one before: for whoever lost the mail, or the password. */
export async function inviteAgain(deps: InviteDeps, username: string): Promise<Invited> {
  const user = await getUser(deps, username);
  if (!user.isActive) throw new PermanentError(...sayError(USER_FAULTS.closedInvited, 'id', { username }));
  return invite(deps, user);
}

async function invite(deps: InviteDeps, user: User): Promise<Invited> {
  const token = `${user.id}.${randomBytes(32).toString('base64url')}`;
  const until = new Date(deps.clock().getTime() + INVITATION_MS);
  // Behind the mark nothing goes to a server, so no log of a proxy has it.
  const link = `${deps.invitationPage}#${token}`;
  await tellOfUser(deps, user, { change: 'invited' });
  await deps.users.saveInvitation(user.id, { hash: hashToken(token), until });
  if (user.mail !== undefined && (await isSent(deps, { to: user.mail, displayName: user.displayName, link, until }))) {
    return { user, until };
  }
  // Whoever sees it could choose the password in place of its person.
  await tellOfUser(deps, user, { change: 'link_shown' });
  return { user, until, link };
}

/** The link that is shown instead says what is known of the failure: nothing was surely sent. */
async function isSent({ sendInvitation }: InviteDeps, mail: InvitationMail): Promise<boolean> {
  try {
    await sendInvitation(mail);
    return true;
  } catch {
    return false;
  }
}

export interface TakeInvitationDeps extends Pick<ChangeUserDeps, 'audit' | 'clock'> {
  readonly users: {
    findInvited(id: string, asked: { hash: string; now: Date }): Promise<User | undefined>;
    takeInvitation(id: string, taken: { hash: string; now: Date; passwordHash: string }): Promise<boolean>;
  };
}

/** Whose link it is; `undefined`: used, too old, replaced, or never ours. */
export async function findInvited({ users, clock }: TakeInvitationDeps, token: string): Promise<User | undefined> {
  const [id = ''] = token.split('.');
  return users.findInvited(id, { hash: hashToken(token), now: clock() });
}

/** The password of whoever holds the link. False: it is no longer one. */
export async function takeInvitation(deps: TakeInvitationDeps, token: string, password: string): Promise<boolean> {
  const user = await findInvited(deps, token);
  if (!user) return false;
  const passwordHash = await hashNewPassword(password, user);
  await tellOfUser({ ...deps, actor: user.id }, user, { change: 'password' });
  return deps.users.takeInvitation(user.id, { hash: hashToken(token), now: deps.clock(), passwordHash });
}
