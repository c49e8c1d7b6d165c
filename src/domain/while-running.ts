/** One run at a time: whoever asks while it runs is given what it gives. A failure is given to all of them, and the next one asks anew. */
export function sharedWhileRunning<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => {
    running ??= work().finally(() => {
      running = undefined;
    });
    return running;
  };
}
