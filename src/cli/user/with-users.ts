import type { ChangeUserDeps } from '../../console/access/change-user.js';
import type { UserRepository } from '../../storage/user-repository.js';
import { writeOut } from '../print.js';
import { withCore } from '../with-core.js';

export interface UserCommandDeps extends ChangeUserDeps {
  readonly users: UserRepository;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
}

/** What every command about users needs, and where its lines go. */
export function withUsers(
  use: (deps: UserCommandDeps, print: (line: string) => void) => Promise<number>,
): Promise<number> {
  return withCore(({ storage: { users, audit, offices }, clock, config, secrets }) => {
    const mail = { smtpUrl: secrets.smtpUrl, mailFrom: config.mail.from };
    return use({ users, audit, offices, clock, actor: 'system:cli', ...mail }, (line) => writeOut(`${line}\n`));
  });
}
