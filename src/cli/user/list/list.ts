import type { User } from '../../../domain/user.js';
import { USERS } from '../../../words/cli/users.js';
import { sayIn } from '../../../words/say.js';
import { ROLE_TERMS, termOf } from '../../../words/terms.js';
import { EXIT } from '../../exit.js';
import { toJson } from '../../print.js';
import { textTable } from '../../text-table.js';
import { withUsers } from '../with-users.js';

const say = sayIn('id');

type Row = User & { readonly sessions: number };

/** `netra user list`. */
export function runUserList({ json = false }: { json?: boolean }): Promise<number> {
  return withUsers(async ({ users, clock }, print) => {
    const [all, open] = await Promise.all([users.listUsers(), users.listSessions(clock())]);
    const rows = all.map((user) => ({ ...user, sessions: open.filter(({ userId }) => userId === user.id).length }));
    if (json) for (const row of rows) print(toJson(row));
    else print(rows.length === 0 ? say(USERS.none) : textTable([heading(), ...rows.map(cellsOf)]));
    return EXIT.ok;
  });
}

function heading(): string[] {
  return Object.values(USERS.column).map((column) => say(column));
}

function cellsOf({ username, displayName, role, officeCodes, isActive, sessions }: Row): string[] {
  const state = say(isActive ? USERS.active : USERS.closed);
  return [username, displayName, termOf(ROLE_TERMS, role, 'id'), officeCodes.join(' ') || '-', state, String(sessions)];
}
