import { setOffices } from '../../../console/access/change-user.js';
import { PermanentError } from '../../../domain/errors.js';
import { USER_INPUT, USERS } from '../../../words/cli/users.js';
import { say, sayAdvice } from '../../../words/say.js';
import { runChange } from '../run-change.js';

export interface OfficeFlags {
  readonly none?: boolean;
  readonly json?: boolean;
}

/** `netra user office NAME CODE…`; having none has to be said. */
export async function runUserOffice(username: string, codes: readonly string[], flags: OfficeFlags): Promise<number> {
  if ((codes.length === 0) !== (flags.none ?? false)) {
    const { message, hint } = sayAdvice(USER_INPUT.noOffice, 'id');
    throw new PermanentError(message, hint);
  }
  return runChange((deps) => setOffices(deps, username, codes), {
    done: ({ user }) => say(USERS.officesSet, 'id', { username: user.username, offices: codes.join(', ') || '-' }),
    json: flags.json,
  });
}
