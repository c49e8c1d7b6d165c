import { createInterface } from 'node:readline/promises';
import { PermanentError } from '../../domain/errors.js';
import { MIN_PASSWORD_LENGTH } from '../../domain/user.js';
import { USER_INPUT, USERS } from '../../words/cli/users.js';
import { say, sayAdvice } from '../../words/say.js';
import { writeErr } from '../print.js';

/** From standard input, so that it stands in no shell history. The first line, as it is typed. */
export async function readPassword(): Promise<string> {
  if (process.stdin.isTTY) writeErr(say(USERS.askPassword, 'id', { min: MIN_PASSWORD_LENGTH }));
  for await (const line of createInterface({ input: process.stdin })) return line;
  const { message, hint } = sayAdvice(USER_INPUT.noPassword, 'id');
  throw new PermanentError(message, hint);
}
