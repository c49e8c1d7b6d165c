import { hash, verify } from '@node-rs/argon2';
import { PermanentError } from '../../domain/errors.js';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH, type User } from '../../domain/user.js';
import { USER_FAULTS } from '../../words/console/users.js';
import { sayAdvice } from '../../words/say.js';
import { assertGoodPassword } from './password-strength.js';

// Algorithm 2 is argon2id. OWASP's first choice for it: 19 MiB, 2 passes, 1 lane; about 30 ms on one core of a small server.
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Throws `PermanentError` for one that is too short, too long, or one of those guessers try first. */
export async function hashNewPassword(
  password: string,
  person: Pick<User, 'username' | 'displayName'>,
): Promise<string> {
  if (password.length < MIN_PASSWORD_LENGTH || password.length > MAX_PASSWORD_LENGTH) {
    const limits = { min: MIN_PASSWORD_LENGTH, max: MAX_PASSWORD_LENGTH };
    const { message, hint } = sayAdvice(USER_FAULTS.passwordLength, 'id', limits);
    throw new PermanentError(message, hint);
  }
  await assertGoodPassword(password, [person.username, person.displayName]);
  return hash(password, COST);
}

let nobodysHash: Promise<string> | undefined;

/** Takes as long for a name that does not exist as for one that does, so that names cannot be guessed by time. */
export async function isPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  nobodysHash ??= hash('nobody has this password', COST);
  const isRight = await verify(passwordHash ?? (await nobodysHash), password);
  return isRight && passwordHash !== undefined;
}
