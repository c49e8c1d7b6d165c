import type { ActivityKind } from '../../src/domain/platform.js';
import type { ConsoleFixture } from './console-fixture.js';
import { match, NOW, spanOf } from './sample.js';

type Row = readonly [account: number, kind: ActivityKind, rule: string, hoursAgo: number, clears?: string];

const ROWS: readonly Row[] = [
  [1, 'like', 'like-ticket-account', 171],
  [0, 'comment', 'own-support', 122],
  [2, 'share', 'call-to-vote', 96, 'Isi dari KPU atau Bawaslu'],
  [3, 'follow', 'like-ticket-account', 75],
  [1, 'post', 'own-support', 52, 'Seruan netral atau damai'],
  [0, 'post', 'call-to-vote', 47],
  [2, 'like', 'like-ticket-account', 26],
  [3, 'comment', 'own-support', 14, 'Kritik kebijakan'],
  [1, 'share', 'own-support', 6],
  [0, 'post', 'own-support', 3],
];
/** No two of the same post. */
const textOf = (n: number) => `Dukung Tirta-Kemuning nomor 1, kata kami di kampung ${n} (contoh)`;

/** A morning's queue for the pictures of the guide: some taken, some asked about. */
export async function fillQueue({ addAct, storage }: ConsoleFixture): Promise<void> {
  for (const [i, [account, kind, rule, hoursAgo, clears]] of ROWS.entries()) {
    await addAct({
      ...{ id: `flagfilled${String(i).padStart(14, '0')}`, account, kind, hoursAgo, text: textOf(i) },
      matches: [match(rule, [spanOf(textOf(i), 'Dukung', 'kata dukungan')])],
      cleared: clears ? [{ reason: clears, spans: [] }] : [],
    });
  }
  const { user } = (await storage.users.findUserByUsername('reviewer2'))!;
  const until = new Date(NOW.getTime() + 9 * 60_000);
  await storage.flags.claimFlag('flagfilled00000000000002', { by: user.id, until, now: NOW });
  const asked = (await storage.flags.findFlag('flagfilled00000000000001'))!;
  const review = { verdict: 'needs_context', reason: 'Contoh.', weighed: [], reviewerId: user.id, at: NOW } as const;
  await storage.flags.saveDecision({ ...asked, state: 'open', version: asked.version + 1, reviews: [review] }, review);
}
