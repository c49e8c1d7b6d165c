import { disableUser } from '../../../console/access/change-user.js';
import { USERS } from '../../../words/cli/users.js';
import { say } from '../../../words/say.js';
import { runChange } from '../run-change.js';

export interface DisableFlags {
  readonly lastAdmin?: boolean;
  readonly json?: boolean;
}

/** `netra user disable NAME`. */
export function runUserDisable(username: string, { lastAdmin = false, json }: DisableFlags): Promise<number> {
  return runChange((deps) => disableUser(deps, username, { evenLastAdmin: lastAdmin }), {
    done: ({ user }) => say(USERS.disabled, 'id', { username: user.username }),
    json,
  });
}
