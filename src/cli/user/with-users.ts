import type { ChangeUserDeps } from '../../console/access/change-user.js';
import type { UserRepository } from '../../storage/user-repository.js';
import { writeOut } from '../print.js';
import { withCore } from '../with-core.js';

export interface UserCommandDeps extends ChangeUserDeps {
  readonly users: UserRepository;
}

/** What every command about users needs, and where its lines go. */
export function withUsers(
  use: (deps: UserCommandDeps, print: (line: string) => void) => Promise<number>,
): Promise<number> {
  return withCore(({ storage: { users, audit, offices }, clock }) =>
    use({ users, audit, offices, clock, actor: 'system:cli' }, (line) => writeOut(`${line}\n`)),
  );
}
