import { getUser } from '../../../console/access/change-user.js';
import { untieOpenId } from '../../../console/access/untie-open-id.js';
import { USERS } from '../../../words/cli/users.js';
import { sayIn } from '../../../words/say.js';
import { EXIT } from '../../exit.js';
import { toJson } from '../../print.js';
import { runChange } from '../run-change.js';
import { withUsers } from '../with-users.js';

const say = sayIn('id');

export interface OpenIdFlags {
  readonly untie?: boolean;
  readonly json?: boolean;
}

/** `netra user openid NAME`: whether somebody is known to the house's own log-in; with `--untie`, no longer. */
export function runUserOpenId(name: string, { untie = false, json = false }: OpenIdFlags): Promise<number> {
  if (untie) {
    const done = ({ user: { username } }: { user: { username: string } }) => say(USERS.openIdUntied, { username });
    return runChange((deps) => untieOpenId(deps, name), { done, json });
  }
  return withUsers(async (deps, print) => {
    const { id, username } = await getUser(deps, name);
    const since = (await deps.users.findOpenId(id))?.since ?? null;
    if (json) print(toJson({ id, username, since }));
    else print(say(since ? USERS.openIdTied : USERS.openIdFree, { username }));
    return EXIT.ok;
  });
}
