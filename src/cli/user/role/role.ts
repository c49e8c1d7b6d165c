import { setRole } from '../../../console/access/change-user.js';
import { USERS } from '../../../words/cli/users.js';
import { sayIn } from '../../../words/say.js';
import { ROLE_TERMS } from '../../../words/terms.js';
import { readRole } from '../read-role.js';
import { runChange } from '../run-change.js';

const say = sayIn('id');

export interface RoleFlags {
  readonly lastAdmin?: boolean;
  readonly json?: boolean;
}

/** `netra user role NAME ROLE`. */
export async function runUserRole(username: string, text: string, flags: RoleFlags): Promise<number> {
  const role = readRole(text);
  return runChange((deps) => setRole(deps, username, { role, evenLastAdmin: flags.lastAdmin ?? false }), {
    done: ({ user }) => say(USERS.roleSet, { username: user.username, role: say(ROLE_TERMS[role]) }),
    json: flags.json,
  });
}
