import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Office } from '../../src/domain/account.js';
import { addDays } from '../../src/domain/days.js';
import { DIGEST_STALE_MS, type Digest, type OfficeDay } from '../../src/domain/digest.js';
import { instantOf, TIME_ZONES } from '../../src/domain/region.js';
import { createMailer } from '../../src/mail/mailer.js';
import { enqueueDueDigests } from '../../src/steps/enqueue-due-digests.js';
import { type SendDigestDeps, sendDigest } from '../../src/steps/send-digest.js';
import { openStorage } from '../../src/storage/open-storage.js';
import type { Storage } from '../../src/storage/storage.js';
import { type RunningServer, startSmtp } from '../digest/smtp-servers.js';
import { aDigestDetail } from '../support/a-digest-detail.js';
import { testServices, uniqueName } from '../support/test-services.js';
import { IS_WHOLE, printCounts } from './bench.js';

// A simulated year of faults is in test/digest/digest-year.test.ts; here MongoDB and the mail server are real.

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const RACES = IS_WHOLE ? 50 : 10;
const keys = { hashKey: randomBytes(32), fieldKey: randomBytes(32), auditKey: randomBytes(32) };
let storages: [Storage, Storage];
let smtp: RunningServer;
let now: Date;

beforeAll(async () => {
  const options = { uri: testServices().mongodbUri, databaseName: uniqueName('faults-digest'), ...keys };
  // Two connections, as two machines have.
  storages = [await openStorage(options), await openStorage(options)];
  smtp = await startSmtp();
});
afterAll(async () => {
  await Promise.all(storages.map((storage) => storage.close()));
  await smtp.stop();
});

function anOffice(code: string, timeZone: Office['timeZone']): Office {
  return { code, name: `Kantor ${code} (contoh)`, region: '35.78', timeZone, digestTo: `${code}@contoh.example` };
}

function worker({ digests, offices }: Storage, mine: readonly Office[]) {
  const deps: SendDigestDeps = {
    digests,
    offices,
    mailer: createMailer({ smtpUrl: smtp.url, from: 'netra@contoh.example' }),
    messageIdDomain: 'contoh.example',
    clock: () => now,
    build: async ({ office, day }) => digestOf(office, day),
    render: ({ officeCode, day }) => ({ subject: `${officeCode} ${day}`, text: 'contoh', html: '<p>contoh</p>' }),
  };
  const send = (due: OfficeDay) => sendDigest(deps, due);
  return {
    send,
    /** What the schedule does, and the queue after it. */
    async tick(): Promise<void> {
      const queued: OfficeDay[] = [];
      await enqueueDueDigests({
        digests,
        offices: { listOffices: async () => [...mine] },
        clock: () => now,
        enqueue: async (due) => void queued.push(...due),
        hasLedger: async () => true,
      });
      for (const due of queued) await send(due);
    },
  };
}

function digestOf({ code: officeCode, name: officeName, region, timeZone }: Office, day: string): Digest {
  const coverage = { accounts: 1, signals: 5, seen: 5, none: 0, notObservable: 0, reasons: {} };
  const counts = { days: 1, newFlags: 1, waiting: 1, overdue: 0, decided: 0 };
  return { officeCode, officeName, region, timeZone, day, ...counts, detail: aDigestDetail(), coverage };
}

const mailsTo = (code: string) => smtp.mails.filter(({ subject }) => subject?.startsWith(`${code} `));

it('two workers racing for the same day of one office send one mail, fifty times', async () => {
  const office = anOffice('balapan', TIME_ZONES.WIB);
  await storages[0].offices.saveOffices([office]);
  const workers = storages.map((storage) => worker(storage, [office]));
  const first = '2026-03-01';
  for (let n = 0; n < RACES; n += 1) {
    const day = addDays(first, n);
    now = instantOf(addDays(day, 1), 7, office.timeZone);
    await Promise.all(workers.map(({ tick }) => tick()));
    expect(await storages[1].digests.findReceipt(office.code, day)).toMatchObject({ state: 'sent', attempts: 1 });
  }
  const days = mailsTo(office.code).map(({ subject }) => subject);
  expect(new Set(days).size).toBe(RACES);
  printCounts('two workers, one day', { races: RACES, mails: days.length, twice: days.length - new Set(days).size });
  expect(days).toHaveLength(RACES);
});

it('a clock that goes back a day between two digests sends none twice, and leaves none out', async () => {
  const office = anOffice('jam-mundur', TIME_ZONES.WITA);
  await storages[0].offices.saveOffices([office]);
  const { tick, send } = worker(storages[0], [office]);
  const at = (day: string) => instantOf(day, 7, office.timeZone);
  now = at('2026-05-10');
  await tick();
  now = at('2026-05-11');
  await tick();
  // A worker dies over a day while the clock is right, then the clock goes back behind its claim.
  now = at('2026-05-12');
  const claim = { officeCode: office.code, day: '2026-05-11', recipient: office.digestTo!, now };
  await storages[1].digests.claimDigestOnce({ ...claim, staleAfterMs: DIGEST_STALE_MS });
  for (let hours = 0; hours <= 72; hours += 1) {
    now = new Date(at('2026-05-11').getTime() + hours * HOUR_MS);
    await tick();
  }
  const days = mailsTo(office.code).map(({ subject }) => subject?.split(' ')[1]);
  expect(days).toEqual(['2026-05-09', '2026-05-10', '2026-05-11', '2026-05-12', '2026-05-13']);
  await expect(send({ officeCode: office.code, day: '2026-05-10' })).resolves.toMatchObject({ did: 'settled' });
  printCounts('clock a day back', { days: days.length, mails: days.length, twice: 0, leftOut: 0 });
});

it("year's end in three zones: each day goes out once, in the morning after it, in its own zone", async () => {
  const zones = Object.entries(TIME_ZONES);
  const offices = zones.map(([zone, timeZone]) => anOffice(`akhir-${zone.toLowerCase()}`, timeZone));
  await storages[0].offices.saveOffices(offices);
  const { tick } = worker(storages[0], offices);
  const sentAt = new Map<string, Date>();
  const start = Date.parse('2026-12-30T17:00:00Z');
  for (let ms = start; ms < start + 4 * DAY_MS; ms += HOUR_MS / 2) {
    now = new Date(ms);
    await tick();
    for (const { subject } of smtp.mails)
      if (subject?.startsWith('akhir-') && !sentAt.has(subject)) sentAt.set(subject, now);
  }
  const expected = offices.flatMap(({ code, timeZone }) =>
    ['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02'].map((day): [string, Date] => [
      `${code} ${day}`,
      instantOf(addDays(day, 1), 7, timeZone),
    ]),
  );
  expect(new Map([...sentAt].sort())).toEqual(new Map(expected.sort()));
  const mails = offices.flatMap(({ code }) => mailsTo(code));
  expect(mails).toHaveLength(expected.length);
  printCounts("year's end", { zones: zones.length, days: expected.length, mails: mails.length, twice: 0 });
});
