import type { Office } from '../../src/domain/account.js';
import { addDays } from '../../src/domain/days.js';
import {
  DIGEST_STALE_MS,
  type Digest,
  type DigestReceipt,
  MailDeferredError,
  MailOutcomeUnknownError,
  MailRefusedError,
  type OfficeDay,
} from '../../src/domain/digest.js';
import { TIME_ZONES } from '../../src/domain/region.js';
import type { OutgoingMail } from '../../src/mail/mailer.js';
import { type DueDigestsDeps, enqueueDueDigests } from '../../src/steps/enqueue-due-digests.js';
import { type SendDigestDeps, sendDigest } from '../../src/steps/send-digest.js';
import { aDigestDetail } from '../support/a-digest-detail.js';
import { createDigestLedger } from './digest-ledger.js';

export const OFFICES: Office[] = (['WIB', 'WITA', 'WIT'] as const).map((zone, i) => ({
  code: `kantor-${i}`,
  name: 'Kantor Contoh',
  region: ['35', '73', '94'][i]!,
  timeZone: TIME_ZONES[zone],
  digestTo: `sekda${i}@contoh.example`,
}));
export const FIRST_DAY = '2026-01-01';
export const LAST_DAY = '2026-12-31';
const COVERAGE = { accounts: 1, signals: 5, seen: 5, none: 0, notObservable: 0, reasons: {} };
const COUNTS = {
  days: 1,
  newFlags: 1,
  waiting: 1,
  overdue: 0,
  decided: 0,
  detail: aDigestDetail(),
  coverage: COVERAGE,
};

export interface Year {
  readonly receipts: readonly DigestReceipt[];
  /** Each mail the server took, in order. */
  readonly accepted: readonly { messageId: string; at: Date }[];
}

/** Small, seeded, good enough to choose faults (mulberry32). */
function randomFrom(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Knows when every worker is done or asleep, so that the clock may move on. */
function createDormitory() {
  let awake = 0;
  let onQuiet: () => void = () => {};
  let sleepers: { wakeAt: number; wake: () => void }[] = [];
  const leave = () => {
    awake -= 1;
    if (awake === 0) onQuiet();
  };
  return {
    start(work: () => Promise<void>): void {
      awake += 1;
      void work().finally(leave);
    },
    async sleep(wakeAt: number): Promise<void> {
      await new Promise<void>((resolve) => {
        sleepers.push({ wakeAt, wake: resolve });
        leave();
      });
    },
    wakeUntil(now: number): void {
      const due = sleepers.filter((s) => s.wakeAt <= now);
      sleepers = sleepers.filter((s) => s.wakeAt > now);
      awake += due.length;
      for (const { wake } of due) wake();
    },
    quiet: () => (awake === 0 ? Promise.resolve() : new Promise<void>((resolve) => (onQuiet = resolve))),
  };
}

/**
 * One year in random steps of some minutes to three hours. Two workers at every step, their calls interleaved; each may
 * be killed before or after any call, or sleep for hours inside a build or an SMTP dialogue; the queue is lost now and
 * then; everything stands still for days. `faults` scales all of it, 0 is a quiet year.
 */
export async function simulateYear({ seed, faults }: { seed: number; faults: number }): Promise<Year> {
  const random = randomFrom(seed);
  const chance = (p: number) => random() < p * rate;
  const shared = createDigestLedger();
  const accepted: { messageId: string; at: Date }[] = [];
  const dormitory = createDormitory();
  let rate = faults;
  let now = new Date(`${FIRST_DAY}T00:00:00Z`);
  const clock = () => now;

  /** Every call of one worker goes through here; a dead worker has no effects any more. */
  function createWorker() {
    let isDead = false;
    return async <T>(effect: () => Promise<T>, { maySleep = false } = {}): Promise<T> => {
      for (let i = Math.floor(random() * 4); i > 0; i--) await Promise.resolve();
      if (maySleep && chance(0.05)) await dormitory.sleep(now.getTime() + random() * 4 * DIGEST_STALE_MS);
      isDead ||= chance(0.02);
      if (isDead) throw new Error('killed before');
      const value = await effect();
      isDead = chance(0.02);
      if (isDead) throw new Error('killed after');
      return value;
    };
  }

  async function smtp({ messageId }: OutgoingMail): Promise<{ response: string }> {
    if (chance(0.05)) throw new MailDeferredError('nanti', '');
    if (chance(0.01)) throw new MailRefusedError('tidak', '');
    const isAnswerLost = chance(0.02);
    if (!isAnswerLost || random() < 0.5) accepted.push({ messageId, at: now });
    if (isAnswerLost) throw new MailOutcomeUnknownError('hilang', '');
    return { response: '250 OK' };
  }

  async function work(): Promise<void> {
    const call = createWorker();
    const digests: DueDigestsDeps['digests'] = {
      claimDigestOnce: (options) => call(() => shared.claimDigestOnce(options)),
      recordReceipt: (receipt) => call(() => shared.recordReceipt(receipt)),
      findReceipt: (code, day) => call(() => shared.findReceipt(code, day)),
      listReceipts: (options) => call(() => shared.listReceipts(options)),
      listUnsettledReceipts: () => call(() => shared.listUnsettledReceipts()),
    };
    const queued: OfficeDay[] = [];
    const enqueue = async (due: readonly OfficeDay[]) => void (chance(0.05) || queued.push(...due));
    const deps: SendDigestDeps = {
      ...{ digests, clock, messageIdDomain: 'contoh.example' },
      offices: { findOffice: async (code) => OFFICES.find((office) => office.code === code) },
      mailer: { send: (mail) => call(() => smtp(mail), { maySleep: true }) },
      build: ({ office, day }) => call(async () => digestOf(office, day), { maySleep: true }),
      render: () => ({ subject: 's', text: 't', html: 'h' }),
    };
    const offices = { listOffices: async () => OFFICES };
    await enqueueDueDigests({ digests, clock, enqueue, offices, hasLedger: async () => true }).catch(() => {});
    // The queue's own second try comes at once.
    for (const due of [...queued, ...queued]) await sendDigest(deps, due).catch(() => {});
  }

  async function step(ms: number): Promise<void> {
    now = new Date(now.getTime() + ms);
    dormitory.wakeUntil(now.getTime());
    for (let i = 0; i < 2; i++) dormitory.start(work);
    await dormitory.quiet();
  }

  const end = Date.parse(`${addDays(LAST_DAY, 2)}T00:00:00Z`);
  while (now.getTime() < end) {
    const standstillMs = chance(0.004) ? random() * 6 * 86_400_000 : 0;
    await step((0.1 + random() * 3) * 3_600_000 + standstillMs);
  }
  rate = 0;
  for (let i = 0; i < 72; i++) await step(3_600_000);
  return { receipts: shared.all(), accepted };
}

function digestOf(office: Office, day: string): Digest {
  const { code: officeCode, name: officeName, region, timeZone } = office;
  return { officeCode, officeName, region, timeZone, day, ...COUNTS };
}
