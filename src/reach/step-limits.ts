/** Waits for one step for at most `ms`, then throws what `onLate` makes. The step itself goes on unheard. */
export async function withinMs<T>(step: Promise<T>, ms: number, onLate: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(onLate()), Math.max(ms, 0));
  });
  letGo(step);
  return Promise.race([step, limit]).finally(() => clearTimeout(timer));
}

/** Ends the wait, not the step, with the signal's own reason. */
export async function unlessAborted<T>(step: Promise<T>, signal: AbortSignal): Promise<T> {
  letGo(step);
  signal.throwIfAborted();
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  return Promise.race([step, aborted]).finally(() => stop && signal.removeEventListener('abort', stop));
}

/** A step that loses the race may fail later. Who waited has had an answer by then; without this it ends the program. */
function letGo(step: Promise<unknown>): void {
  step.catch(() => {});
}
