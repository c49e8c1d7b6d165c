import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Clock } from '../../domain/clock.js';
import {
  isTimedCode,
  normaliseCode,
  RECOVERY_CODES,
  type SecondStep,
  type SecondStepMeans,
} from '../../domain/second-step.js';

const PERIOD_SECONDS = 30;
const SECRET_BYTES = 20;
/** The code before and the one after: for a telephone whose clock is not quite right. */
const WINDOW = 1;
/** No letter that is read as another one, or as a digit. */
const LETTERS = 'abcdefghjkmnpqrstvwxyz23456789';
const RECOVERY_LENGTH = 10;

export interface SecondStepStore {
  /** No `secret`: it was sealed with another key, and no code fits. */
  findSecondStep(id: string): Promise<(SecondStep & { readonly secret?: string | undefined }) | undefined>;
  /** False: this one or a later one was used already. */
  takeStep(id: string, step: number): Promise<boolean>;
  /** False: it is none of theirs, or was used. */
  takeRecoveryCode(id: string, code: string): Promise<boolean>;
}

/** In Base32, as apps take it. */
export function newSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** What an app reads from the picture: whose it is, and of which program. */
export function secretAddress(secret: string, username: string): string {
  return timed(secret, username).toString();
}

/** The number of the 30 seconds that the code belongs to; `undefined`: it is no code of now. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  if (!isTimedCode(code)) return undefined;
  const timestamp = now.getTime();
  const delta = timed(secret).validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? undefined : Math.floor(timestamp / (PERIOD_SECONDS * 1_000)) + delta;
}

/** To be written down: each opens once what the app would have opened. About 49 bits each, and kept as keyed hashes. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () =>
    Array.from({ length: RECOVERY_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  );
}

/** As people read and type them. */
export function writeRecoveryCode(code: string): string {
  return `${code.slice(0, RECOVERY_LENGTH / 2)}-${code.slice(RECOVERY_LENGTH / 2)}`;
}

/** Uses the code up where it is one of this person's. `undefined`: it is none, or was used before. */
export async function takeCode(
  { users, clock }: { readonly users: SecondStepStore; readonly clock: Clock },
  id: string,
  typed: string,
): Promise<SecondStepMeans | undefined> {
  const code = normaliseCode(typed);
  if (!isTimedCode(code)) return (await users.takeRecoveryCode(id, code)) ? 'recovery' : undefined;
  const secret = (await users.findSecondStep(id))?.secret;
  const step = secret === undefined ? undefined : stepOf(secret, code, clock());
  return step !== undefined && (await users.takeStep(id, step)) ? 'code' : undefined;
}

function timed(secret: string, label = ''): TOTP {
  const settings = { algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS };
  return new TOTP({ issuer: 'Netra', label, secret: Secret.fromBase32(secret), ...settings });
}
