import { explainError } from '../domain/errors.js';
import { FAILURE } from '../words/cli/running.js';
import { say } from '../words/say.js';
import { toJson, writeErr } from './print.js';

/** Exit codes of every command; docs/exit-codes.md says what each means where. */
export const EXIT = {
  ok: 0,
  /** The command could not do its work; the message says what to do next. */
  failed: 1,
  /** Some input was bad and is named with its place. */
  badInput: 2,
  /** Something has to be installed first; the exact command was printed. */
  missing: 3,
  /** A check found what it looks for: a broken seal, a broken chain. */
  broken: 4,
  /** A check found only what a named person has answered for already. */
  answered: 5,
  /** The command line itself is wrong. */
  usage: 64,
} as const;

/** One line of what happened, one of what to do next; with `json` one object. Goes to stderr. */
export function printError(error: unknown, { json }: { json: boolean }): void {
  const { message, hint, retryable } = explainError(error);
  if (json) writeErr(`${toJson({ error: { message, hint, retryable } })}\n`);
  else writeErr(`netra: ${message}\n${hint && !message.includes(hint) ? say(FAILURE.next, 'id', { hint }) : ''}`);
}
