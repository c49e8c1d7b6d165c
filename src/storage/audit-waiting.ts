import { randomUUID } from 'node:crypto';
import type { ClientSession, Collection } from 'mongoose';
import type { AuditEvent } from '../domain/audit.js';
import { isWellShapedEvent } from '../domain/audit-chain.js';
import { type AuditMac, isSameMac } from '../domain/audit-mac.js';
import { wellFormed } from './audit-document.js';

/** The entry of an act that is done: written with the act in one transaction, until it gets its place in the log. */
export type WaitingEvent = AuditEvent & { readonly of: string };

export interface WaitingDocument extends AuditEvent {
  readonly _id: string;
  readonly seal: string;
}

/** In one go: what a crash left is a handful. */
const MAX_LEFT = 200;

/**
 * Why acts do not write into the log itself: they would all write its one head. Whoever stores two thousand acts would
 * hold up each person who opens a page meanwhile, and a process killed in between would for a minute.
 */
export function createAuditWaiting(waiting: Collection<WaitingDocument>, mac: AuditMac) {
  return {
    /** Within the transaction of the act. */
    async put(event: AuditEvent, session: ClientSession): Promise<WaitingEvent> {
      const waits = { ...wellFormed(event), of: randomUUID() };
      await waiting.insertOne(toDocument(waits, mac), { session });
      return waits;
    },

    async remove(ids: readonly string[]): Promise<void> {
      if (ids.length > 0) await waiting.deleteMany({ _id: { $in: [...ids] } });
    },

    /** What waits there with our seal, oldest first. Anything else is nobody's, stays where it is and does not count. */
    async listLeft({ limit = MAX_LEFT }: { limit?: number } = {}): Promise<WaitingEvent[]> {
      const ours: WaitingEvent[] = [];
      for await (const { _id, seal, ...event } of waiting.find()) {
        const waits = { ...event, of: _id };
        if (!isWellShapedEvent(waits) || !isSameMac(mac.ofWaiting(waits), seal)) continue;
        if (ours.push(waits) === limit) break;
      }
      return ours.sort((a, b) => a.at.getTime() - b.at.getTime());
    },
  };
}

export type AuditWaiting = ReturnType<typeof createAuditWaiting>;

function toDocument(waits: WaitingEvent, mac: AuditMac): WaitingDocument {
  const { of, ...event } = waits;
  return { _id: of, ...event, seal: mac.ofWaiting(waits) };
}
