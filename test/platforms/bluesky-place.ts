import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AtpAgent } from '@atproto/api';
import { type BlueskyServer, startBlueskyServer } from '../../src/demo/bluesky-server.js';
import type { Collector, CollectTarget } from '../../src/domain/collecting.js';
import { type BlueskyCollectorOptions, createBlueskyCollector } from '../../src/platforms/bluesky/bluesky-collector.js';
import { tidOf } from '../../src/platforms/bluesky/tid.js';
import { hostsOf } from './local-hosts.js';

export const NOW = new Date('2026-11-20T03:00:00Z');
export const HOUR_MS = 3_600_000;
export const hoursAgo = (hours: number): Date => new Date(NOW.getTime() - hours * HOUR_MS);

/** A real Bluesky server of one test file, full of invented people. */
export type Place = BlueskyServer & { close(): Promise<void> };

export async function startPlace(): Promise<Place> {
  const dataDir = mkdtempSync(join(tmpdir(), 'netra-bluesky-'));
  const server = await startBlueskyServer({ dataDir, handleDomains: ['.contoh.test'] });
  return {
    ...server,
    async close() {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

interface Act {
  readonly collection: string;
  readonly at: Date;
  readonly rkey?: string;
  readonly record: Record<string, unknown>;
}

/** `validate: false`: other software may write anything into a repository, and does. */
export async function write(agent: AtpAgent, act: Act): Promise<{ uri: string; cid: string }> {
  const { data } = await agent.com.atproto.repo.createRecord({
    repo: agent.assertDid,
    collection: act.collection,
    rkey: act.rkey ?? tidOf(act.at, Math.floor(Math.random() * 1024)),
    validate: false,
    record: { $type: act.collection, createdAt: act.at.toISOString(), ...act.record },
  });
  return { uri: data.uri, cid: data.cid };
}

export const post = (agent: AtpAgent, at: Date, record: Record<string, unknown>) =>
  write(agent, { collection: 'app.bsky.feed.post', at, record });

/** Reads this place; a server put between is named in `more`, and may be reached too. */
export function collectorAt(place: Place, more: Partial<BlueskyCollectorOptions> = {}): Collector {
  const options = { clock: () => NOW, ...place, appUrl: 'https://app.test', ...more };
  const allowPrivateHosts = hostsOf(place.service, options.service, options.plcDirectory, place.plcDirectory);
  return createBlueskyCollector({ allowPrivateHosts, ...options });
}

export function targetOf(handle: string, more: Partial<CollectTarget> = {}): CollectTarget {
  return { platform: 'bluesky', handle, since: new Date('2026-01-01T00:00:00Z'), ...more };
}
