import { PermanentError } from '../../domain/errors.js';
import { normaliseUsername, type User } from '../../domain/user.js';
import { USER_FAULTS } from '../../words/console/users.js';
import { sayError } from '../../words/say.js';
import { type Changed, getUser } from './change-user.js';
import { type CreateUserDeps, tellOfUser } from './create-user.js';

export interface ResetMail {
  readonly to: string;
  readonly displayName: string;
  readonly at: Date;
}

export interface ResetDeps extends Pick<CreateUserDeps, 'audit' | 'clock' | 'actor'> {
  readonly users: {
    findUserByUsername(username: string): Promise<{ user: User; hasSecondStep: boolean } | undefined>;
    endSecondStep(id: string): Promise<{ endedSessions: number }>;
  };
  /** Throws where nothing was surely sent. */
  readonly sendResetNotice: (mail: ResetMail) => Promise<void>;
}

export interface Reset extends Changed {
  /** The person was told by mail; else whoever did it has to tell them. */
  readonly isTold: boolean;
}

/**
 * Takes the second step away from somebody who has lost telephone and codes. Their password alone lets in from then on,
 * until they set it up anew, so it is told to them: whoever did not ask for it has to know. Never one's own, for which
 * password and code are asked on the own page.
 */
export async function resetSecondStep(deps: ResetDeps, username: string): Promise<Reset> {
  const user = await getUser(deps, username);
  if (deps.actor === user.id) throw new PermanentError(...sayError(USER_FAULTS.ownSecondStep, 'id'));
  const found = await deps.users.findUserByUsername(normaliseUsername(username));
  if (!found?.hasSecondStep) return { user, isChanged: false, endedSessions: 0, isTold: false };
  await tellOfUser(deps, user, { change: 'second_step_reset' });
  const { endedSessions } = await deps.users.endSecondStep(user.id);
  return { user, isChanged: true, endedSessions, isTold: await isTold(deps, user) };
}

async function isTold({ sendResetNotice, clock }: ResetDeps, { mail, displayName }: User): Promise<boolean> {
  if (mail === undefined) return false;
  try {
    await sendResetNotice({ to: mail, displayName, at: clock() });
    return true;
  } catch {
    return false;
  }
}
