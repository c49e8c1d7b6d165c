import { setTimeout as wait } from 'node:timers/promises';
import { XRPCError } from '@atproto/api';

const TRIES = 6;
const BETWEEN_MS = 250;

/** Repeats a step that is safe to repeat while the server beside us is too busy to answer; a refusal passes at once. */
export async function tryAgain<T>(step: () => Promise<T>, betweenMs = BETWEEN_MS): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await step();
    } catch (error) {
      if (attempt >= TRIES || !mayMend(error)) throw error;
      await wait(betweenMs * attempt);
    }
  }
}

function mayMend(error: unknown): boolean {
  if (!(error instanceof XRPCError)) return false;
  // Below 100 the number is the client's own: no answer at all, or one that broke off.
  if (error.status < 100 || error.status === 429 || error.status >= 500) return true;
  // What an earlier try made although its answer never came: the next look-up finds it.
  return error.error === 'HandleNotAvailable' || /handle already taken/i.test(error.message);
}

/** `undefined` only where the server says that nobody answers to the handle; every other failure is thrown. */
export function absentIfUnresolved(error: unknown): undefined {
  if (error instanceof XRPCError && error.status === 400 && /unable to resolve handle/i.test(error.message)) return;
  throw error;
}
