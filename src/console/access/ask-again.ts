import type { FastifyRequest } from 'fastify';
import type { ConsoleContext } from '../context.js';
import { isPassword } from './password.js';
import type { PasswordDoor } from './password-door.js';
import { sessionViewerOf } from './session.js';
import { placeOf } from './source-address.js';
import type { Credentials } from './user-store.js';

interface Asked<T> {
  readonly password: string;
  /** Begins once the password is right. All of it in its turn: the next one asked finds what this one left. */
  readonly work: (person: Credentials) => Promise<T | undefined>;
}

/**
 * The password again, of whoever is logged in: an open session on a forgotten machine must not become an account for
 * good. Guessed at as slowly as at the log-in. `undefined`: it was wrong, or `work` found what it asked for wrong.
 */
export async function askAgain<T>(
  { deps }: ConsoleContext,
  { request, door }: { request: FastifyRequest; door: PasswordDoor },
  { password, work }: Asked<T>,
): Promise<T | undefined> {
  const { user, session } = sessionViewerOf(request);
  const caller = {
    name: user.username,
    address: placeOf(request.ip, request.socket.remoteAddress),
    browser: session.tokenHash.slice(0, 22),
  };
  const done = await door.guard.try(caller, async () => {
    const found = await deps.users.findUserByUsername(user.username);
    const isRight = await isPassword(found?.passwordHash, password);
    return isRight && found ? work(found) : undefined;
  });
  if (done === undefined) await door.failures.tell(user.id, 'failed');
  return done;
}
