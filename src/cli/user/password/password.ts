import { setPassword } from '../../../console/access/change-user.js';
import { USERS } from '../../../words/cli/users.js';
import { say } from '../../../words/say.js';
import { readPassword } from '../read-password.js';
import { runChange } from '../run-change.js';

/** `netra user password NAME`. */
export async function runUserPassword(username: string, { json }: { json?: boolean }): Promise<number> {
  const password = await readPassword();
  return runChange((deps) => setPassword(deps, username, password), {
    done: ({ user }) => say(USERS.passwordSet, 'id', { username: user.username }),
    json,
  });
}
