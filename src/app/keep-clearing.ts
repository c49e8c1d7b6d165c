import type { Clock } from '../domain/clock.js';
import { DAY_MS } from '../domain/days.js';

/** A folder of what people brought, of which a report has to name each thing. */
interface Named {
  removeUnnamed(options: {
    before: Date;
    findNamed: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  }): Promise<number>;
}

const LOOK_EVERY_MS = DAY_MS / 4;

/** Clears what no report names and is older than a day: now, and four times a day until it is stopped. */
export function keepClearing(
  folder: Named,
  given: {
    readonly clock: Clock;
    readonly findNamed: Parameters<Named['removeUnnamed']>[0]['findNamed'];
    readonly onFailed: (error: unknown) => void;
  },
): { stop(): void } {
  const { clock, findNamed, onFailed } = given;
  const clear = () => folder.removeUnnamed({ before: new Date(clock().getTime() - DAY_MS), findNamed }).catch(onFailed);
  const timer = setInterval(clear, LOOK_EVERY_MS).unref();
  void clear();
  return { stop: () => clearInterval(timer) };
}
