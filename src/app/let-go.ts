import { setTimeout as pause } from 'node:timers/promises';

/** A server that a program that ends may have lost. */
export interface LosableService {
  readonly name: string;
  /** Resolves when it answers, which may be never. */
  ping(): Promise<unknown>;
  /** Ends the connection: what waits for an answer fails. */
  letGo(): void;
}

export interface LetGoTiming {
  /** A service is asked this often, and has as long to answer. */
  readonly askEveryMs: number;
  /** Not waited for any more after so many asks without an answer. */
  readonly asks: number;
  /** Once one was let go, the others have this long for what still runs. */
  readonly restMs: number;
}

/** Ends a program well within the ten seconds that a service manager gives it; a short pause of a server is waited out. */
export const LET_GO_TIMING: LetGoTiming = { askEveryMs: 1_000, asks: 4, restMs: 2_000 };

/**
 * From the moment a program is to end it waits for what runs, but not for a server that is gone: that one is let go, and
 * soon after the others too, as what still runs then waits for something that does not come. Returns the end of the watch.
 */
export function letGoOfSilent(
  services: readonly LosableService[],
  onLetGo: (name: string) => void,
  timing: LetGoTiming = LET_GO_TIMING,
): () => void {
  const watch = new AbortController();
  const { signal } = watch;
  const rest = () =>
    setTimeout(() => {
      if (signal.aborted) return;
      watch.abort();
      for (const service of services) service.letGo();
    }, timing.restMs).unref();
  for (const service of services) {
    void isGone(service, timing, signal).then((gone) => {
      if (!gone) return;
      onLetGo(service.name);
      service.letGo();
      rest();
    });
  }
  return () => watch.abort();
}

/** False once nobody asks any more. */
async function isGone(service: LosableService, timing: LetGoTiming, signal: AbortSignal): Promise<boolean> {
  let hasAnswered = false;
  // A late answer is one too. A refusal is none: the server is asked again until it was silent often enough.
  const heard = () => {
    hasAnswered = true;
  };
  for (let silent = 0; silent < timing.asks && !signal.aborted; ) {
    hasAnswered = false;
    void service.ping().then(heard, () => {});
    await pause(timing.askEveryMs, undefined, { signal }).catch(() => {});
    silent = hasAnswered ? 0 : silent + 1;
  }
  return !signal.aborted;
}
