import { PlatformFailureError, TargetUnavailableError } from '../../domain/collecting.js';
import { DAY_MS } from '../../domain/days.js';
import type { CollectionPlan } from './plans.js';
import type { Item } from './read-items.js';
import { recordUrl } from './record-page.js';
import { singleRecord } from './records.js';
import type { Visit } from './visit.js';
import { readXrpc } from './xrpc.js';

const MAX_WAITING = 50;
// Directories and home servers come back within hours; who cannot be found for days is not found by waiting.
const PATIENCE_MS = 3 * DAY_MS;

/** Records that were seen and could not be dealt with: aimed at somebody who could not be looked up, or dated ahead. */
export interface Waiting {
  /** False where there is no room: the visit has to stop before this record. */
  add(item: Item): boolean;
  remove(item: Item): void;
  isPatient(item: Item): boolean;
  toJson(): Record<string, number>;
  items(): readonly { readonly key: string; readonly firstSeenAt: Date }[];
}

export function createWaiting(before: Readonly<Record<string, number>>, now: Date): Waiting {
  const since = new Map(Object.entries(before));
  return {
    add({ key, firstSeenAt }) {
      if (key === undefined) return false;
      if (!since.has(key) && since.size >= MAX_WAITING) return false;
      since.set(key, firstSeenAt.getTime());
      return true;
    },
    remove: ({ key }) => void since.delete(key ?? ''),
    isPatient: ({ firstSeenAt }) => now.getTime() - firstSeenAt.getTime() < PATIENCE_MS,
    toJson: () => Object.fromEntries(since),
    items: () => [...since].map(([key, ms]) => ({ key, firstSeenAt: new Date(ms) })),
  };
}

/** Reads again what waits; what was deleted meanwhile waits no more. */
export async function readWaiting(visit: Visit, plan: CollectionPlan, waiting: Waiting): Promise<Item[]> {
  const found: Item[] = [];
  for (const { key, firstSeenAt } of waiting.items()) {
    visit.abort.throwIfAborted();
    const at = { did: visit.owner.did, collection: plan.collection, rkey: key };
    try {
      const request = { url: recordUrl(visit.owner.pds, at), schema: singleRecord };
      found.push({ item: await readXrpc(visit.reader, request, visit.abort), key, firstSeenAt });
    } catch (error) {
      if (error instanceof TargetUnavailableError) waiting.remove({ item: undefined, key, firstSeenAt });
      else if (error instanceof PlatformFailureError) {
        visit.hidden.hide(plan.feeds, { reason: error.reason, detail: error.message });
      } else throw error;
    }
  }
  return found;
}
