import { DAY_MS } from './days.js';

/** How long a secret that was shown waits for the code that proves it. */
export const OFFER_MS = DAY_MS / 96;
export const RECOVERY_CODES = 10;
/** What a person types in place of a code: some write it with blanks or a hyphen. */
export const MAX_CODE_LENGTH = 40;

/** What a log-in was let in by beside the password. */
export type SecondStepMeans = 'code' | 'recovery';

/** How it stands with a person's second step; never what it is made of. */
export interface SecondStep {
  readonly since: Date;
  readonly recoveryLeft: number;
}

/** One spelling of what was typed: small letters and digits alone. */
export function normaliseCode(typed: string): string {
  return typed.toLowerCase().replace(/[\s-]/g, '');
}

/** Of an app, and not one of those that were written down. */
export function isTimedCode(code: string): boolean {
  return /^\d{6}$/.test(code);
}
