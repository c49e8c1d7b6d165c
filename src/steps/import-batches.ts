import type { Activity } from '../domain/activity.js';
import type { SetAside } from './judge-acts.js';
import type { TakeIn } from './take-in-acts.js';

/** One act of the file and the line it stood on. */
export interface ReadAct {
  readonly line: number;
  readonly activity: Activity;
}

export interface ImportBatches {
  add(act: ReadAct): Promise<void>;
  /** Resolves when everything added is judged and stored. */
  finish(): Promise<void>;
  counts(): { newActivities: number; knownActivities: number };
}

/** Large enough that round trips cost nothing beside the rules. */
const BATCH = 2_000;
/** In UTF-16 units: a file of the longest texts must not fill the memory. */
const BATCH_TEXT = 8_000_000;
/** One is being asked for, one judged, one stored, while the next one is read. */
const IN_FLIGHT = 3;

/** Takes acts in by batches; reading goes on meanwhile. The first failure is thrown by the next call. */
export function createImportBatches(
  takeIn: TakeIn,
  onSetAside: (act: ReadAct, setAside: SetAside) => void,
): ImportBatches {
  const counts = { newActivities: 0, knownActivities: 0 };
  const inFlight = new Set<Promise<void>>();
  let failure: { error: unknown } | undefined;
  let waiting: ReadAct[] = [];
  let waitingText = 0;

  async function take(batch: readonly ReadAct[]): Promise<void> {
    const { newActivities, knownActivities, setAside } = await takeIn(batch.map(({ activity }) => activity));
    counts.newActivities += newActivities;
    counts.knownActivities += knownActivities;
    if (setAside.length === 0) return;
    const byId = new Map(setAside.map((act) => [act.activityId, act]));
    for (const act of batch) {
      const found = byId.get(act.activity.id);
      if (found) onSetAside(act, found);
    }
  }
  async function until(most: number): Promise<void> {
    while (inFlight.size > most && !failure) await Promise.race(inFlight);
    if (failure) throw failure.error;
  }
  async function flush(): Promise<void> {
    if (waiting.length === 0) return;
    const batch = waiting;
    waiting = [];
    waitingText = 0;
    await until(IN_FLIGHT - 1);
    const running: Promise<void> = take(batch)
      .catch((error: unknown) => {
        failure ??= { error };
      })
      .finally(() => inFlight.delete(running));
    inFlight.add(running);
  }

  return {
    async add(act) {
      waiting.push(act);
      waitingText += act.activity.text.length + (act.activity.target?.text?.length ?? 0);
      if (waiting.length >= BATCH || waitingText >= BATCH_TEXT) await flush();
    },
    async finish() {
      await flush();
      await until(0);
    },
    counts: () => counts,
  };
}
