/** Whoever started us may have taken the servers along: what cannot be finished without them is not waited for. */
const ORPHAN_GRACE_MS = 10_000;

/** Longer than a program takes that has nothing left to do. */
const LAST_MS = 1_000;

/** When all is closed. A job that could not be broken off while its server was gone keeps no process alive. */
export function endSoon(): void {
  setTimeout(() => process.exit(), LAST_MS).unref();
}

/**
 * Resolves with the first SIGINT or SIGTERM, or when the process that started us is gone; a second SIGINT ends the
 * process at once.
 */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      process.off('SIGTERM', stop);
      process.off('SIGINT', stop);
      process.once('SIGINT', () => process.exit(130));
      resolve();
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
    const orphaned = () => {
      setTimeout(() => process.exit(1), ORPHAN_GRACE_MS).unref();
      stop();
    };
    // Only those that were started with a channel hear of it, or find that it has ended while they started.
    if (process.send !== undefined && !process.connected) orphaned();
    else process.once('disconnect', orphaned);
    // Who listens for the end of the channel is kept alive by it: whoever waits for our end would wait for ever.
    process.channel?.unref();
  });
}
