import { endSessions, getUser } from '../../../console/access/change-user.js';
import { PermanentError } from '../../../domain/errors.js';
import { USER_INPUT, USERS } from '../../../words/cli/users.js';
import { sayAdvice, sayIn } from '../../../words/say.js';
import { EXIT } from '../../exit.js';
import { toJson } from '../../print.js';
import { textTable } from '../../text-table.js';
import { runChange } from '../run-change.js';
import { withUsers } from '../with-users.js';

const say = sayIn('id');

export interface SessionsFlags {
  readonly end?: boolean;
  readonly json?: boolean;
}

/** `netra user sessions [NAME]`; with `--end` those of one person end. */
export async function runUserSessions(username: string | undefined, { end, json }: SessionsFlags): Promise<number> {
  if (!end) return listSessions(username, json ?? false);
  if (username === undefined) {
    const { message, hint } = sayAdvice(USER_INPUT.endWhose, 'id');
    throw new PermanentError(message, hint);
  }
  return runChange((deps) => endSessions(deps, username), {
    done: ({ user }) => say(USERS.sessionsEnded, { username: user.username }),
    json,
  });
}

/** Neither the token nor its hash is shown: who is in, since when, until when. */
function listSessions(username: string | undefined, json: boolean): Promise<number> {
  return withUsers(async (deps, print) => {
    const userId = username === undefined ? undefined : (await getUser(deps, username)).id;
    const [all, open] = await Promise.all([deps.users.listUsers(), deps.users.listSessions(deps.clock(), userId)]);
    const names = new Map(all.map((user) => [user.id, user.username]));
    const rows = open.map(({ userId: id, openedAt, expiresAt }) => ({
      username: names.get(id) ?? id,
      openedAt: openedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    }));
    if (json) for (const row of rows) print(toJson(row));
    else
      print(
        rows.length === 0 ? say(USERS.noSessions) : textTable([heading(), ...rows.map((row) => Object.values(row))]),
      );
    return EXIT.ok;
  });
}

function heading(): string[] {
  return Object.values(USERS.sessionColumn).map((column) => say(column));
}
