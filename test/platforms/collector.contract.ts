import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CollectedActivity } from '../../src/domain/activity.js';
import {
  type Collector,
  type CollectorEvent,
  type CollectTarget,
  RateLimitedError,
} from '../../src/domain/collecting.js';
import type { NotObservableReason, SkipReason } from '../../src/domain/coverage.js';
import { NetraError } from '../../src/domain/errors.js';
import { SIGNALS, type Signal, signalOf } from '../../src/domain/platform.js';
import { READERS } from '../../src/platforms/index.js';
import type { Fault } from './faulty-server.js';

/** What an adapter's test brings: a real place to read, and the power to break it. */
export interface CollectorHarness {
  /** Gives up on a request or page within `timeoutMs`. */
  readonly collector: Collector;
  readonly timeoutMs: number;
  /** Holds, among others, one act in the future, one unreadable one and one with control characters. */
  readonly target: CollectTarget;
  readonly offered: readonly Signal[];
  /** Makes one new act, and says which text it bears. */
  addPost(text: string): Promise<void>;
  /** Everything the account's acts are read from goes wrong. */
  break(fault: Fault): void;
  /** Resolves once something has gone wrong by it. */
  broken(): Promise<void>;
  mend(): void;
  stop(): Promise<void>;
}

export async function visit(
  collector: Collector,
  target: CollectTarget,
  signal: AbortSignal = new AbortController().signal,
): Promise<CollectorEvent[]> {
  const events: CollectorEvent[] = [];
  for await (const event of collector.collect(target, signal)) events.push(event);
  return events;
}

export function actsOf(events: readonly CollectorEvent[]): CollectedActivity[] {
  return events.flatMap((event) => (event.type === 'seen' ? [event.activity] : []));
}

export function skipsOf(events: readonly CollectorEvent[]): SkipReason[] {
  return events.flatMap((event) => (event.type === 'skipped' ? [event.reason] : []));
}

export function cursorOf(events: readonly CollectorEvent[]): string {
  const last = events.at(-1);
  if (last?.type !== 'cursor') throw new Error(`the last event is ${last?.type}, not the cursor`);
  return last.cursor;
}

/** How a visit ended: an error, or the reasons under which the signals on offer were hidden. */
type Ending = { readonly error: unknown; readonly reasons: readonly NotObservableReason[] };

/** What each fault may lead to; anything else tells the registry something false. */
export const FAULTS: readonly { fault: Fault; reasons: readonly NotObservableReason[] }[] = [
  { fault: { status: 401 }, reasons: ['login_wall', 'not_public'] },
  { fault: { status: 403 }, reasons: ['not_public', 'login_wall'] },
  { fault: { status: 404 }, reasons: ['gone'] },
  { fault: { status: 410 }, reasons: ['gone'] },
  { fault: { status: 500 }, reasons: ['unreachable'] },
  { fault: { status: 503 }, reasons: ['unreachable'] },
  { fault: 'hangs-up', reasons: ['unreachable'] },
  { fault: 'garbage', reasons: ['unreadable', 'drift'] },
  { fault: 'never-ends', reasons: ['timeout'] },
  { fault: 'oversized', reasons: ['unreadable', 'timeout'] },
];

/** Every adapter that reads a platform runs this suite. */
export function describeCollector(name: string, start: () => Promise<CollectorHarness>): void {
  describe(`${name} keeps the collector contract`, () => {
    let harness: CollectorHarness;
    beforeAll(async () => {
      harness = await start();
    });
    afterEach(() => harness.mend());
    afterAll(() => harness.stop());

    it('offers what the definition of its platform says, and nothing more', () => {
      const { signals } = READERS.get(harness.collector.platform) ?? { signals: [] };
      expect([...harness.offered].sort()).toEqual([...signals].sort());
    });

    it('ends every signal exactly once', async () => {
      const events = await visit(harness.collector, harness.target);
      const ended = events.flatMap((e) => (e.type === 'signal_read' || e.type === 'signal_hidden' ? [e.signal] : []));
      expect([...ended].sort()).toEqual([...SIGNALS].sort());
    });

    it('reads the signals on offer and hides the others as not offered', async () => {
      const events = await visit(harness.collector, harness.target);
      const read = events.flatMap((e) => (e.type === 'signal_read' ? [e.signal] : []));
      const hidden = events.flatMap((e) => (e.type === 'signal_hidden' ? [e.reason] : []));
      expect([...read].sort()).toEqual([...harness.offered].sort());
      expect(hidden).toEqual(SIGNALS.filter((s) => !harness.offered.includes(s)).map(() => 'not_offered'));
    });

    it('ends a signal only after its last act, and closes with the cursor', async () => {
      const events = await visit(harness.collector, harness.target);
      const ended = new Set<Signal>();
      for (const event of events) {
        if (event.type === 'seen') expect(ended).not.toContain(signalOf(event.activity.kind));
        if (event.type === 'skipped') expect(ended).not.toContain(event.signal);
        if (event.type === 'signal_read' || event.type === 'signal_hidden') ended.add(event.signal);
      }
      expect(events.filter((e) => e.type === 'cursor')).toHaveLength(1);
      expect(cursorOf(events)).toBeTypeOf('string');
    });

    it('yields no act twice, within a visit or on the next with its cursor', async () => {
      const first = await visit(harness.collector, harness.target);
      const ids = actsOf(first).map((act) => act.externalId);
      expect(ids.length).toBeGreaterThan(0);
      expect(new Set(ids).size).toBe(ids.length);
      const second = await visit(harness.collector, { ...harness.target, cursor: cursorOf(first) });
      expect(actsOf(second)).toEqual([]);
    });

    it('yields on the next visit what is new, and only that', async () => {
      const first = await visit(harness.collector, harness.target);
      await harness.addPost('kiriman baru contoh');
      const second = await visit(harness.collector, { ...harness.target, cursor: cursorOf(first) });
      expect(actsOf(second).map((act) => act.text)).toEqual(['kiriman baru contoh']);
    });

    it('starts over on a cursor that it cannot read', async () => {
      const all = actsOf(await visit(harness.collector, harness.target));
      const again = actsOf(await visit(harness.collector, { ...harness.target, cursor: '{"v":99,"rusak' }));
      expect(again).toEqual(all);
    });

    it('yields nothing from before the day it is asked for', async () => {
      const all = actsOf(await visit(harness.collector, harness.target));
      const times = all.map((act) => act.publishedAt.getTime()).sort((a, b) => a - b);
      const since = new Date(times[Math.floor(times.length / 2)]!);
      const later = actsOf(await visit(harness.collector, { ...harness.target, since }));
      expect(later.length).toBeGreaterThan(0);
      expect(later.length).toBeLessThan(all.length);
      for (const act of later) expect(act.publishedAt.getTime()).toBeGreaterThanOrEqual(since.getTime());
    });

    it('counts acts in the future and acts it cannot read, and goes on', async () => {
      const events = await visit(harness.collector, harness.target);
      expect(skipsOf(events)).toContain('in_future');
      expect(skipsOf(events)).toContain('unreadable');
    });

    it('lets no control character through', async () => {
      const texts = JSON.stringify(actsOf(await visit(harness.collector, harness.target)).map((act) => act.text));
      expect(texts).toContain('kendali contoh');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the very thing that must not be there.
      expect(texts).not.toMatch(/\\u00[01]|[\u0000-\u001F\u007F-\u009F]/);
    });

    it('does nothing once it is aborted', async () => {
      const visiting = visit(harness.collector, harness.target, AbortSignal.abort(new Error('berhenti')));
      await expect(visiting).rejects.toThrow('berhenti');
    });

    it('stops where it is aborted before its first request is out', async () => {
      const controller = new AbortController();
      queueMicrotask(() => controller.abort(new Error('berhenti')));
      await expect(visit(harness.collector, harness.target, controller.signal)).rejects.toThrow('berhenti');
    });

    it('leaves a page that never ends at once when it is aborted', async () => {
      harness.break('never-ends');
      const controller = new AbortController();
      const broken = harness.broken();
      const visiting = expect(visit(harness.collector, harness.target, controller.signal)).rejects.toThrow('berhenti');
      await broken;
      const started = performance.now();
      controller.abort(new Error('berhenti'));
      await visiting;
      expect(performance.now() - started).toBeLessThan(harness.timeoutMs);
    });

    it('says how long the platform wants it to stay away', async () => {
      harness.break({ status: 429, headers: { 'retry-after': '7' } });
      const { error } = await endingOf(harness);
      expect(error).toBeInstanceOf(RateLimitedError);
      expect((error as RateLimitedError).retryAfterMs).toBe(7000);
    });

    it.each(FAULTS)('says $reasons where the platform answers $fault', async ({ fault, reasons }) => {
      harness.break(fault);
      const ending = await endingOf(harness);
      expect(ending.reasons.length).toBeGreaterThan(0);
      for (const reason of ending.reasons) expect(reasons).toContain(reason);
    });
  });
}

export async function endingOf(harness: Pick<CollectorHarness, 'collector' | 'target'>): Promise<Ending> {
  try {
    const events = await visit(harness.collector, harness.target);
    const hidden = events.flatMap((e) => (e.type === 'signal_hidden' && e.reason !== 'not_offered' ? [e.reason] : []));
    return { error: undefined, reasons: hidden };
  } catch (error) {
    if (!(error instanceof NetraError)) throw error;
    return { error, reasons: 'reason' in error ? [error.reason as NotObservableReason] : [] };
  }
}
