import type { Flag, Review } from '../../src/domain/flag.js';
import type { Verdict } from '../../src/domain/verdict.js';
import type { Storage } from '../../src/storage/storage.js';
import { saveFlags } from '../storage/builders.js';
import { match, NOW } from './sample.js';

interface Lesson {
  readonly count: number;
  readonly rule: string;
  readonly verdict: Verdict;
  readonly ticket?: string;
  /** Else a day before `NOW`. */
  readonly at?: Date;
}

let made = 0;

/** Decided flags of as many different accounts, outside of every sample office. */
export async function teach(storage: Storage, lesson: Lesson): Promise<void> {
  const { count, rule, verdict, ticket = 'contoh-pilwalkot/1' } = lesson;
  const at = lesson.at ?? new Date(NOW.getTime() - 24 * 3_600_000);
  const review: Review = { verdict, reason: 'Contoh.', weighed: [], reviewerId: 'orang-contoh', at };
  const ids = Array.from({ length: count }, () => `flagtaught${String(made++).padStart(14, '0')}`);
  await saveFlags(
    storage,
    ids.map((id) => ({
      ...{ id, activityId: id, accountId: `akun-${id}`, officeCode: 'LAIN', region: '11', platform: 'bluesky' },
      ...{ kind: 'post', actedAt: at, createdAt: at, stage: 'campaign', cleared: [] },
      matches: [match(rule, [], { tickets: [ticket] })],
      ...{ ruleset: 'sha256:contoh', elections: 'sha256:contoh', engine: '0.1.0' },
    })),
  );
  for (const id of ids) {
    const flag = (await storage.flags.findFlag(id)) as Flag;
    await storage.flags.saveDecision({ ...flag, state: 'decided', version: 2, reviews: [review] }, review);
  }
}
