import { resetNoticeSender } from '../../../app/send-to-person.js';
import { getUser } from '../../../console/access/change-user.js';
import { type Reset, resetSecondStep } from '../../../console/access/reset-second-step.js';
import { domainOf } from '../../../domain/mail-address.js';
import { createMailer, createMissingMailer } from '../../../mail/mailer.js';
import { USERS } from '../../../words/cli/users.js';
import { sayIn } from '../../../words/say.js';
import { EXIT } from '../../exit.js';
import { toJson } from '../../print.js';
import { type UserCommandDeps, withUsers } from '../with-users.js';

const say = sayIn('id');

export interface SecondStepFlags {
  readonly reset?: boolean;
  readonly json?: boolean;
}

type Print = (line: string) => void;

/** `netra user second-step NAME`: how it stands with it; with `--reset`, for whoever has lost telephone and codes. */
export function runUserSecondStep(username: string, { reset = false, json = false }: SecondStepFlags): Promise<number> {
  return withUsers(async (deps, print) => {
    if (reset) tellReset(await takeOff(deps, username), { print, json });
    else await tellState(deps, username, { print, json });
    return EXIT.ok;
  });
}

async function takeOff(deps: UserCommandDeps, username: string): Promise<Reset> {
  const { smtpUrl, mailFrom, clock } = deps;
  const mailer = smtpUrl ? createMailer({ smtpUrl, from: mailFrom, clock }) : createMissingMailer();
  const sendResetNotice = resetNoticeSender({ mailer, messageIdDomain: domainOf(mailFrom) });
  try {
    return await resetSecondStep({ ...deps, sendResetNotice }, username);
  } finally {
    mailer.close();
  }
}

function tellReset(
  { user, isChanged, endedSessions, isTold }: Reset,
  { print, json }: { print: Print; json: boolean },
) {
  const { username } = user;
  if (json) return print(toJson({ id: user.id, username, isChanged, endedSessions, isTold }));
  if (!isChanged) return print(say(USERS.secondStepOff, { username }));
  print(say(USERS.secondStepReset, { username }));
  print(endedSessions === 0 ? say(USERS.endedNone) : say(USERS.ended, { count: endedSessions }));
  print(say(isTold ? USERS.told : USERS.notTold, { username }));
}

async function tellState(deps: UserCommandDeps, name: string, { print, json }: { print: Print; json: boolean }) {
  const { id, username } = await getUser(deps, name);
  const found = await deps.users.findSecondStep(id);
  const recoveryLeft = found?.recoveryLeft ?? 0;
  if (json) print(toJson({ id, username, since: found?.since ?? null, recoveryLeft }));
  else
    print(found ? say(USERS.secondStepOn, { username, count: recoveryLeft }) : say(USERS.secondStepOff, { username }));
}
