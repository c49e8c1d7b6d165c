import { type Changed, seesNothing } from '../../console/access/change-user.js';
import { USERS } from '../../words/cli/users.js';
import { sayIn } from '../../words/say.js';
import { EXIT } from '../exit.js';
import { toJson } from '../print.js';
import { type UserCommandDeps, withUsers } from './with-users.js';

const say = sayIn('id');

/** One change of one person: what was done, how many sessions it ended, and what it leaves them with. */
export function runChange(
  change: (deps: UserCommandDeps) => Promise<Changed>,
  { done, json = false }: { readonly done: (changed: Changed) => string; readonly json?: boolean | undefined },
): Promise<number> {
  return withUsers(async (deps, print) => {
    const changed = await change(deps);
    const { user, isChanged, endedSessions } = changed;
    const { id, username, role, officeCodes, isActive } = user;
    if (json) {
      print(toJson({ id, username, role, officeCodes, isActive, isChanged, endedSessions }));
      return EXIT.ok;
    }
    print(isChanged ? done(changed) : say(USERS.unchanged, { username }));
    if (isChanged) print(endedSessions === 0 ? say(USERS.endedNone) : say(USERS.ended, { count: endedSessions }));
    if (seesNothing(user)) print(say(USERS.seesNothing, { username }));
    return EXIT.ok;
  });
}
