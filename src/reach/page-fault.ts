import { PermanentError, RetryableError } from '../domain/errors.js';
import type { MissingItem } from '../domain/evidence.js';

export type MissingReason = MissingItem['reason'];

/** The page could not be seen this time. On the last try it is written down as missing, with the same words. */
export class PageFaultError extends RetryableError {
  constructor(
    readonly reason: MissingReason,
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(
      `Halaman belum dapat direkam (${reason}): ${detail}`,
      'Perekaman diulang sendiri; pada percobaan terakhir yang tidak terekam dicatat pada tanda.',
      options,
    );
  }
}

/** The page will never show the act to us, or we will not open it. Never leaves this room: it becomes `missing`. */
export class PageClosedError extends PermanentError {
  constructor(
    readonly reason: MissingReason,
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(`Halaman tidak direkam (${reason}): ${detail}`, 'Alasan ini tercatat pada tanda.', options);
  }
}

/** The program is stopping. The capture starts anew elsewhere. */
export class CaptureInterruptedError extends RetryableError {
  constructor() {
    super('Perekaman dihentikan karena program berhenti.', 'Tidak perlu tindakan: perekaman diulang sendiri.');
  }
}

/** Waits for one step for at most `ms`; throws `PageFaultError` after it. The step itself goes on unheard. */
export async function withinMs<T>(step: Promise<T>, ms: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new PageFaultError('timeout', `${what}: lebih dari ${ms} ms`)), Math.max(ms, 0));
  });
  step.catch(() => {});
  return Promise.race([step, limit]).finally(() => clearTimeout(timer));
}

/** Ends the wait, not the step, when the program stops. */
export async function unlessAborted<T>(step: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) throw new CaptureInterruptedError();
  step.catch(() => {});
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(new CaptureInterruptedError());
    signal.addEventListener('abort', stop, { once: true });
  });
  return Promise.race([step, aborted]).finally(() => stop && signal.removeEventListener('abort', stop));
}
