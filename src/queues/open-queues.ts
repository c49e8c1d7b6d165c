import type { Platform } from '../domain/platform.js';
import { type CaptureEvidencePayload, captureEvidenceQueue } from './capture-evidence-queue.js';
import { type CollectPayload, collectQueue } from './collect-queue.js';
import { type DigestPayload, digestQueue } from './digest-queue.js';
import { openQueue, type PayloadQueue, type QueueConnection } from './payload-queue.js';
import { type ReadLinkPayload, readLinkQueue } from './read-link-queue.js';
import { type SchedulePayload, scheduleQueue } from './schedule-queue.js';

export interface Queues {
  /** One for each platform that has a collector. */
  readonly collect: ReadonlyMap<Platform, PayloadQueue<CollectPayload>>;
  readonly captureEvidence: PayloadQueue<CaptureEvidencePayload>;
  readonly readLink: PayloadQueue<ReadLinkPayload>;
  readonly digest: PayloadQueue<DigestPayload>;
  readonly schedule: PayloadQueue<SchedulePayload>;
  /** Resolves when Redis answers, which may be never. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export function openQueues(connection: QueueConnection, platforms: readonly Platform[]): Queues {
  const collect = new Map(platforms.map((p) => [p, openQueue(collectQueue(p), connection)]));
  const captureEvidence = openQueue(captureEvidenceQueue, connection);
  const readLink = openQueue(readLinkQueue, connection);
  const digest = openQueue(digestQueue, connection);
  const schedule = openQueue(scheduleQueue, connection);
  const all = [...collect.values(), captureEvidence, readLink, digest, schedule];
  return {
    collect,
    captureEvidence,
    readLink,
    digest,
    schedule,
    ping: () => schedule.ping(),
    async close() {
      await Promise.all(all.map((queue) => queue.close()));
    },
  };
}
