import { type Changed, getUser } from './change-user.js';
import { type CreateUserDeps, tellOfUser } from './create-user.js';

export interface UntieDeps extends Pick<CreateUserDeps, 'audit' | 'clock' | 'actor'> {
  readonly users: Pick<CreateUserDeps['users'], 'findUserByUsername'> & {
    findOpenId(id: string): Promise<{ since: Date } | undefined>;
    untieOpenId(id: string): Promise<{ endedSessions: number }>;
  };
}

/** For whoever has another name at the house's own log-in by now: the next time they are known by their address again. */
export async function untieOpenId(deps: UntieDeps, username: string): Promise<Changed> {
  const user = await getUser(deps, username);
  if (!(await deps.users.findOpenId(user.id))) return { user, isChanged: false, endedSessions: 0 };
  await tellOfUser(deps, user, { change: 'open_id_untied' });
  const { endedSessions } = await deps.users.untieOpenId(user.id);
  return { user, isChanged: true, endedSessions };
}
