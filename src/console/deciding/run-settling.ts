const EVERY_MS = 1_000;
/** Between tries while the log or MongoDB says no: what waits goes on holding its flag. */
const LONGEST_MS = 60_000;

export interface RunningSettling {
  /** Resolves when the turn under way has ended. */
  close(): Promise<void>;
}

/** Turn after turn until it is closed; the first one has ended before this resolves. */
export async function runSettling(
  turn: () => Promise<void>,
  { onFailed }: { onFailed: (error: unknown) => void },
): Promise<RunningSettling> {
  let pauseMs = EVERY_MS;
  let timer: NodeJS.Timeout | undefined;
  let current: Promise<void>;
  let isClosed = false;
  const run = async () => {
    try {
      await turn();
      pauseMs = EVERY_MS;
    } catch (error) {
      pauseMs = Math.min(2 * pauseMs, LONGEST_MS);
      onFailed(error);
    }
    if (isClosed) return;
    timer = setTimeout(() => {
      current = run();
    }, pauseMs);
  };
  current = run();
  await current;
  return {
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await current;
    },
  };
}
