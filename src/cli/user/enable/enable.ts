import { enableUser } from '../../../console/access/change-user.js';
import { USERS } from '../../../words/cli/users.js';
import { say } from '../../../words/say.js';
import { runChange } from '../run-change.js';

/** `netra user enable NAME`. */
export function runUserEnable(username: string, { json }: { json?: boolean }): Promise<number> {
  return runChange((deps) => enableUser(deps, username), {
    done: ({ user }) => say(USERS.enabled, 'id', { username: user.username }),
    json,
  });
}
