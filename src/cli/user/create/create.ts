import { seesNothing } from '../../../console/access/change-user.js';
import { createUser } from '../../../console/access/create-user.js';
import { USERS } from '../../../words/cli/users.js';
import { sayIn } from '../../../words/say.js';
import { ROLE_TERMS } from '../../../words/terms.js';
import { EXIT } from '../../exit.js';
import { toJson } from '../../print.js';
import { readPassword } from '../read-password.js';
import { readRole } from '../read-role.js';
import { withUsers } from '../with-users.js';

const say = sayIn('id');

export interface CreateFlags {
  readonly name: string;
  readonly role: string;
  readonly office: string[];
  readonly json?: boolean;
}

/** `netra user create NAME`. */
export async function runUserCreate(username: string, { name, office, json, ...flags }: CreateFlags): Promise<number> {
  const role = readRole(flags.role);
  const password = await readPassword();
  return withUsers(async (deps, print) => {
    const user = await createUser(deps, { username, displayName: name, role, officeCodes: office, password });
    if (json) print(toJson({ id: user.id, role }));
    else {
      print(say(USERS.created, { username: user.username, role: say(ROLE_TERMS[role]) }));
      if (seesNothing(user)) print(say(USERS.seesNothing, { username: user.username }));
    }
    return EXIT.ok;
  });
}
