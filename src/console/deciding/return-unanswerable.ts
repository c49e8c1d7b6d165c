import type { Clock } from '../../domain/clock.js';
import type { ConsoleDeps } from '../deps.js';
import { peopleAsked } from './ask.js';

/** Few ever leave, and each look reads all questions that wait. */
const EVERY_MS = 60_000;

type ReturnDeps = Pick<ConsoleDeps, 'flags' | 'users' | 'offices'>;

/** What is asked of somebody who has left, or decides here no more, waits for nobody: it goes back to whoever asked. */
export async function returnUnanswerable({ flags, users, offices }: ReturnDeps, now: Date): Promise<void> {
  const waitedFor = await flags.listWaitedFor();
  if (waitedFor.length === 0) return;
  const all = await offices.listOffices();
  const deps = { users, offices: { ...offices, listOffices: async () => all } };
  for (const asked of waitedFor) {
    const people = await peopleAsked(deps, asked, asked);
    if (people.length === 0) await flags.endWaiting(asked, now);
  }
}

/** As often as it is called, but at most once a minute. */
export function watchForLeavers({ deps, clock }: { deps: ReturnDeps; clock: Clock }): () => Promise<void> {
  let last = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = clock();
    if (Math.abs(now.getTime() - last) < EVERY_MS) return;
    last = now.getTime();
    await returnUnanswerable(deps, now);
  };
}
