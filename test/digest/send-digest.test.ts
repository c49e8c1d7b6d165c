import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runDigest } from '../../src/cli/digest/digest.js';
import type { Office } from '../../src/domain/account.js';
import { DIGEST_STALE_MS, type Digest, MailOutcomeUnknownError, MailRefusedError } from '../../src/domain/digest.js';
import { SIGNALS } from '../../src/domain/platform.js';
import { createMailer, type Mailer } from '../../src/mail/mailer.js';
import { renderDigest } from '../../src/mail/render-digest.js';
import { wayOf } from '../../src/platforms/index.js';
import { buildDigest } from '../../src/steps/build-digest.js';
import { enqueueDueDigests } from '../../src/steps/enqueue-due-digests.js';
import { type SendDigestDeps, sendDigest } from '../../src/steps/send-digest.js';
import { openStorage } from '../../src/storage/open-storage.js';
import type { Storage } from '../../src/storage/storage.js';
import { saveFlags } from '../storage/builders.js';
import { testServices, uniqueName } from '../support/test-services.js';
import { politeUntilTheEnd, type RunningServer, startScripted, startSmtp } from './smtp-servers.js';

const DAY = '2026-11-21';
const OFFICE_CODE = 'dinas-contoh';
const OFFICE: Office = {
  code: OFFICE_CODE,
  name: 'Dinas <b>Contoh</b>',
  region: '73.71',
  timeZone: 'Asia/Makassar',
  digestTo: 'sekda@contoh.example',
};
const BRANCH: Office = {
  code: 'uptd-contoh',
  name: 'UPTD Contoh',
  region: '73.71',
  timeZone: 'Asia/Makassar',
  parentCode: OFFICE_CODE,
};
const SECRET_TEXT = 'kutipan-yang-tidak-boleh-keluar';

let storage: Storage;
let smtp: RunningServer;
let mailer: Mailer;
let now: Date;

beforeAll(async () => {
  storage = await openStorage({
    uri: testServices().mongodbUri,
    databaseName: uniqueName('digest'),
    hashKey: randomBytes(32),
    fieldKey: randomBytes(32),
    auditKey: randomBytes(32),
  });
  await storage.offices.saveOffices([OFFICE, BRANCH]);
  await flagOf('a1', BRANCH.code, new Date('2026-11-21T03:00:00Z'));
  await flagOf('a2', OFFICE.code, new Date('2026-11-20T15:59:59Z')); // 23:59:59 WITA of the day before
  await flagOf('a3', OFFICE.code, new Date('2026-11-21T15:59:59Z')); // last second of the day
  await flagOf('a4', 'kantor-lain', new Date('2026-11-21T03:00:00Z'));
  await storage.coverage.recordCoverage(
    SIGNALS.map((signal, i) => ({
      accountId: 'akun-1',
      officeCode: BRANCH.code,
      platform: 'bluesky',
      signal,
      day: DAY,
      observation: i === 0 ? { state: 'none' } : { state: 'not_observable', reason: 'login_wall' },
      skipped: {},
      at: new Date('2026-11-21T03:00:00Z'),
    })),
  );
});
afterAll(() => storage?.close());

beforeEach(async () => {
  smtp = await startSmtp();
  mailer = createMailer({ smtpUrl: smtp.url, from: 'netra@contoh.example' });
  now = new Date('2026-11-21T23:30:00Z');
});
afterEach(async () => {
  mailer.close();
  await smtp.stop();
});

async function flagOf(id: string, officeCode: string, at: Date): Promise<void> {
  await saveFlags(storage, [
    {
      id,
      activityId: id,
      accountId: 'akun-1',
      officeCode,
      region: '73.71',
      platform: 'bluesky',
      kind: 'post',
      actedAt: at,
      stage: 'campaign',
      matches: [
        {
          rule: 'r',
          basis: ['D2'],
          tickets: ['c/1'],
          stance: 'support',
          spans: [{ field: 'text', start: 0, end: 4, means: SECRET_TEXT }],
        },
      ],
      cleared: [],
      ruleset: 'sha256:0',
      elections: 'sha256:0',
      engine: '0.1.0',
      createdAt: at,
    },
  ]);
  await storage.flags.openFlag(id, { manifestSha256: '0'.repeat(64), sealedAt: at, items: [], missing: [] }, at);
}

function build(request: { office: Office; day: string; now: Date }): Promise<Digest> {
  return buildDigest({ ...storage, wayOf, countAccounts: async () => 2 }, request);
}

function deps(parts: Partial<SendDigestDeps> = {}): SendDigestDeps {
  return {
    digests: storage.digests,
    offices: storage.offices,
    mailer,
    build,
    // The coverage of this fixture is low on purpose; most tests are about sending.
    render: (digest) => renderDigest(digest, { consoleUrl: 'https://netra.contoh.example/' }),
    messageIdDomain: 'contoh.example',
    clock: () => now,
    ...parts,
  };
}

let nextDay = 0;
/** Each test has a day of its own: receipts stay. */
function aDay(): string {
  nextDay += 1;
  return `2026-01-${String(nextDay).padStart(2, '0')}`;
}

const find = (day: string) => storage.digests.findReceipt(OFFICE_CODE, day);

describe('building a digest from MongoDB', () => {
  it('counts the office and all below it, from local midnight to midnight', async () => {
    const digest = await build({ office: OFFICE, day: DAY, now });
    expect(digest).toMatchObject({ newFlags: 2, waiting: 3, overdue: 0, decided: 0 });
    expect(digest.detail.newBy.office.map(({ name, flags }) => [name, flags])).toEqual([
      [OFFICE.name, 1],
      [BRANCH.name, 1],
    ]);
    expect(digest.detail.week.at(-1)).toEqual({ day: DAY, newFlags: 2, weekBefore: 0 });
    expect(await build({ office: BRANCH, day: DAY, now })).toMatchObject({ newFlags: 1, waiting: 1 });
  });

  it('counts the education notes of that day by rule title, below the office too, and says nothing of notes without any', async () => {
    const note = {
      as: 'note' as const,
      rule: 'pose-contoh',
      title: 'Pose aman',
      accountId: 'a',
      isMarked: false,
      day: DAY,
    };
    const of = (activityId: string, officeCode: string) => ({ ...note, activityId, officeCode });
    await storage.ruleCounts.saveCountsOnce(
      [of('n1', OFFICE.code), of('n2', BRANCH.code), { ...of('n3', BRANCH.code), day: '2026-11-01' }, of('n4', 'lain')],
      now,
    );
    expect((await build({ office: OFFICE, day: DAY, now })).notes).toEqual([{ title: 'Pose aman', acts: 2 }]);
    expect((await build({ office: BRANCH, day: DAY, now })).notes).toEqual([{ title: 'Pose aman', acts: 1 }]);
    expect(await build({ office: BRANCH, day: '2026-11-02', now })).toMatchObject({ notes: undefined });
  });

  it('calls a mark overdue after seven days', async () => {
    const later = new Date('2026-11-28T09:00:00Z');
    expect(await build({ office: OFFICE, day: '2026-11-27', now: later })).toMatchObject({
      newFlags: 0,
      waiting: 3,
      overdue: 2,
    });
  });

  it('leaves days before anything was ever looked at out of the first week, and says since when it tells', async () => {
    const first = await build({ office: { ...OFFICE, digestEvery: 'weekly' }, day: '2026-11-22', now });
    expect(first).toMatchObject({ watchedFrom: DAY, coverage: { signals: 20, none: 1, notObservable: 19 } });
    expect(renderDigest(first, {}).text).toContain('Netra mulai mengamati pada');
    const second = await build({ office: { ...OFFICE, digestEvery: 'weekly' }, day: '2026-11-29', now });
    expect(second).toMatchObject({ watchedFrom: undefined, coverage: { signals: 70 } });
    expect(renderDigest(second, {}).text).not.toContain('Netra mulai mengamati pada');
  });

  it('counts what nobody visited as not observable', async () => {
    const { coverage } = await build({ office: OFFICE, day: DAY, now });
    expect(coverage).toEqual({
      accounts: 2,
      signals: 10,
      seen: 0,
      none: 1,
      notObservable: 9,
      reasons: { login_wall: 4, interrupted: 5 },
    });
  });
});

describe('sending a digest', () => {
  it('sends one mail that holds no name, no quote and no markup of the registry', async () => {
    const enough = async (request: Parameters<typeof build>[0]) => ({
      ...(await build(request)),
      coverage: { accounts: 1, signals: 5, seen: 5, none: 0, notObservable: 0, reasons: {} },
    });
    const report = await sendDigest(deps({ build: enough }), { officeCode: OFFICE_CODE, day: DAY });

    expect(report.did).toBe('delivered');
    expect(smtp.mails).toHaveLength(1);
    const [mail] = smtp.mails;
    expect(mail?.messageId).toBe(`<digest.${OFFICE_CODE}.${DAY}@contoh.example>`);
    expect(mail?.text).toContain('Menunggu keputusan: 3');
    expect(mail?.text).toMatch(/Kepala jejak audit .*: \d+-[0-9a-f]{40}-[0-9a-f]{4} /);
    expect(`${mail?.raw}${mail?.text}${mail?.html}`).not.toMatch(new RegExp(`${SECRET_TEXT}|akun-1`));
    expect(mail?.html).not.toContain('<b>Contoh');
    expect(await find(DAY)).toMatchObject({
      state: 'sent',
      attempts: 1,
      recipient: OFFICE.digestTo,
      messageId: mail?.messageId,
      smtpResponse: '250 OK antrean-1',
    });
    const [entry] = await storage.audit.listEntries({ limit: 1 });
    expect(entry).toMatchObject({
      action: 'digest_sent',
      subject: `${OFFICE_CODE}/${DAY}`,
      details: { state: 'sent' },
    });
  });

  it('withholds what coverage cannot carry, and says so by mail', async () => {
    const day = aDay();
    await sendDigest(deps(), { officeCode: OFFICE_CODE, day });
    expect((await find(day))?.state).toBe('withheld');
    expect(smtp.mails[0]?.subject).toContain('angka tanda ditahan');
    // What the log is held against leaves the house each day, with figures or without.
    for (const part of [smtp.mails[0]?.text, smtp.mails[0]?.html])
      expect(part).toMatch(/\d+-[0-9a-f]{40}-[0-9a-f]{4} /);
  });

  it('sends once when eight workers start at the same moment', async () => {
    const day = aDay();
    const reports = await Promise.all(
      Array.from({ length: 8 }, () => sendDigest(deps(), { officeCode: OFFICE_CODE, day })),
    );
    expect(reports.filter((r) => r.did === 'delivered')).toHaveLength(1);
    expect(smtp.mails).toHaveLength(1);
    expect((await sendDigest(deps(), { officeCode: OFFICE_CODE, day })).did).toBe('settled');
    expect(smtp.mails).toHaveLength(1);
  });

  it('tries a deferred digest again, and the receipt counts the tries', async () => {
    const day = aDay();
    const away = createMailer({ smtpUrl: 'smtp://127.0.0.1:1', from: 'netra@contoh.example' });
    const failing = sendDigest(deps({ mailer: away }), { officeCode: OFFICE_CODE, day });
    await expect(failing).rejects.toMatchObject({ retryable: true });
    expect(await find(day)).toMatchObject({ state: 'failed', reason: 'deferred', attempts: 1 });

    await sendDigest(deps(), { officeCode: OFFICE_CODE, day });
    expect(await find(day)).toMatchObject({ state: 'withheld', attempts: 2 });
    expect((await find(day))?.reason).toBeUndefined();
  });

  it('does not try a refused digest again until a person forces it', async () => {
    const day = aDay();
    const refusing = { send: async () => Promise.reject(new MailRefusedError('550', '')) };
    await expect(sendDigest(deps({ mailer: refusing }), { officeCode: OFFICE_CODE, day })).rejects.toThrow('550');
    expect(await find(day)).toMatchObject({ state: 'failed', reason: 'refused' });

    expect((await sendDigest(deps(), { officeCode: OFFICE_CODE, day })).did).toBe('settled');
    expect(smtp.mails).toEqual([]);
    await sendDigest(deps(), { officeCode: OFFICE_CODE, day, isForced: true });
    expect(smtp.mails).toHaveLength(1);
  });

  it('never resends by itself when the answer to the mail was lost', async () => {
    const day = aDay();
    const mute = await startScripted(
      '220 contoh\r\n',
      politeUntilTheEnd((socket) => socket.destroy()),
    );
    const lossy = createMailer({ smtpUrl: mute.url, from: 'netra@contoh.example', idleMs: 300 });
    const sending = sendDigest(deps({ mailer: lossy }), { officeCode: OFFICE_CODE, day });
    await expect(sending).rejects.toBeInstanceOf(MailOutcomeUnknownError);
    await mute.stop();
    expect(await find(day)).toMatchObject({ state: 'failed', reason: 'unknown_outcome' });
    expect((await sendDigest(deps(), { officeCode: OFFICE_CODE, day })).did).toBe('settled');
    expect(smtp.mails).toEqual([]);
  });

  it('leaves a worker that died while sending to a person, and resends under the same id when forced', async () => {
    const day = aDay();
    // The mail goes out, and the process is gone before the receipt.
    const dying = {
      ...storage.digests,
      recordReceipt: async (r: Parameters<typeof storage.digests.recordReceipt>[0]) => {
        if (r.state !== 'sending') throw new Error('mati');
        await storage.digests.recordReceipt(r);
      },
    };
    await expect(sendDigest(deps({ digests: dying }), { officeCode: OFFICE_CODE, day })).rejects.toThrow('mati');
    expect((await find(day))?.state).toBe('sending');
    expect((await sendDigest(deps(), { officeCode: OFFICE_CODE, day })).did).toBe('busy');

    now = new Date(now.getTime() + DIGEST_STALE_MS);
    await expect(sendDigest(deps(), { officeCode: OFFICE_CODE, day })).rejects.toBeInstanceOf(MailOutcomeUnknownError);
    expect(await find(day)).toMatchObject({ state: 'failed', reason: 'unknown_outcome', attempts: 1 });
    expect(smtp.mails).toHaveLength(1);

    await sendDigest(deps(), { officeCode: OFFICE_CODE, day, isForced: true });
    expect(smtp.mails.map((m) => m.messageId)).toEqual([smtp.mails[0]?.messageId, smtp.mails[0]?.messageId]);
    expect(await find(day)).toMatchObject({ state: 'withheld', attempts: 2 });
  });

  it('takes over a worker that died while building; the dead one sends nothing when it wakes', async () => {
    const day = aDay();
    let wake: () => void = () => {};
    const asleep = new Promise<void>((resolve) => {
      wake = resolve;
    });
    let onBuild: () => void = () => {};
    const building = new Promise<void>((resolve) => {
      onBuild = resolve;
    });
    const slow = async (request: Parameters<typeof build>[0]) => {
      onBuild();
      await asleep;
      return build(request);
    };
    const sleeper = sendDigest(deps({ build: slow }), { officeCode: OFFICE_CODE, day });
    await building;
    now = new Date(now.getTime() + DIGEST_STALE_MS);
    await sendDigest(deps(), { officeCode: OFFICE_CODE, day });
    wake();
    await expect(sleeper).rejects.toThrow('diambil alih');
    expect(smtp.mails).toHaveLength(1);
    expect(await find(day)).toMatchObject({ state: 'withheld', attempts: 2 });
  });
});

describe('what is due, from MongoDB', () => {
  it('queues ids only, once, and gives days of standstill a receipt without a mail', async () => {
    const { digests } = storage;
    const offices = { listOffices: async () => [{ ...OFFICE, code: 'kantor-berhenti' }] };
    const receipt = {
      officeCode: 'kantor-berhenti',
      state: 'sent',
      attempts: 1,
      recipient: 'a@contoh.example',
      at: now,
    } as const;
    await digests.recordReceipt({ ...receipt, day: '2026-11-18' });
    const queued: unknown[] = [];
    const enqueue = async (due: readonly unknown[]) => void queued.push(...due);
    const hasLedger = async () => false;
    const due = () => enqueueDueDigests({ offices, digests, enqueue, hasLedger, clock: () => now });

    expect(await due()).toEqual({ queued: 1, missed: 2 });
    expect(queued).toEqual([{ officeCode: 'kantor-berhenti', day: DAY }]);
    expect(await digests.findReceipt('kantor-berhenti', '2026-11-20')).toMatchObject({
      state: 'failed',
      reason: 'missed',
    });
    expect((await due()).missed).toBe(0);
  });

  it('begins with the first day that anybody looked for anything', async () => {
    const { digests } = storage;
    const offices = { listOffices: async () => [{ ...OFFICE, code: 'kantor-baru' }] };
    const enqueue = async () => {};
    const due = (hasLedger: boolean) =>
      enqueueDueDigests({ offices, digests, enqueue, hasLedger: async () => hasLedger, clock: () => now });

    expect(await due(false)).toEqual({ queued: 0, missed: 0 });
    expect(await due(true)).toEqual({ queued: 1, missed: 0 });
  });
});

describe('a day that has not ended', () => {
  const ZONES = { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura' } as const;
  const officeIn = (zone: keyof typeof ZONES): Office => ({ ...OFFICE, code: `contoh-${zone}`, timeZone: ZONES[zone] });
  const of = (zone: keyof typeof ZONES) => deps({ offices: { findOffice: async () => officeIn(zone) } });
  const send = (zone: keyof typeof ZONES, isForced = false) =>
    sendDigest(of(zone), { officeCode: `contoh-${zone}`, day: '2026-02-10', isForced });

  it.each([
    ['WIB', '2026-02-10T16:59:59.999Z', '2026-02-10T17:00:00Z'],
    ['WITA', '2026-02-10T15:59:59.999Z', '2026-02-10T16:00:00Z'],
    ['WIT', '2026-02-10T14:59:59.999Z', '2026-02-10T15:00:00Z'],
  ] as const)(
    'is refused until midnight in %s, forced or not, and its real digest goes out after',
    async (zone, before, after) => {
      now = new Date(before);
      for (const isForced of [false, true]) {
        const refusal = {
          retryable: false,
          message: `Hari 2026-02-10 belum berakhir di ${zone}: rekapnya belum dapat dikirim.`,
        };
        await expect(send(zone, isForced)).rejects.toMatchObject(refusal);
      }
      expect(smtp.mails).toEqual([]);
      expect(await storage.digests.findReceipt(`contoh-${zone}`, '2026-02-10')).toBeUndefined();
      now = new Date(after);
      expect((await send(zone)).did).toBe('delivered');
      expect(smtp.mails).toHaveLength(1);
    },
  );

  it('is refused by the command for the offices where it goes on, and sent for the others', async () => {
    now = new Date('2026-02-11T15:30:00Z');
    const lines: string[] = [];
    const offices = {
      listOffices: async () => [officeIn('WIB'), officeIn('WIT')],
      findOffice: async (code: string) => officeIn(code.slice(7) as 'WIB'),
    };
    const own = { ...deps(), offices, write: (text: string) => void lines.push(text) };
    expect(await runDigest(own, { day: '2026-02-11', send: true, json: true })).toBe(1);
    const [west, east] = lines.map((line) => JSON.parse(line));
    expect(west).toMatchObject({ receipt: null, error: { message: expect.stringContaining('belum berakhir di WIB') } });
    expect(east).toMatchObject({ officeCode: 'contoh-WIT', receipt: { state: 'withheld' } });
    expect(smtp.mails).toHaveLength(1);
  });

  it('may be looked at, and says that it goes on', async () => {
    const lines: string[] = [];
    const own = { ...deps(), offices: storage.offices, write: (text: string) => void lines.push(text) };
    // 07:30 WITA of the 22nd.
    for (const day of ['2026-11-22', DAY]) expect(await runDigest(own, { office: OFFICE_CODE, day })).toBe(0);
    expect(lines[0]).toContain('Hari 2026-11-22 belum berakhir');
    expect(lines[1]).not.toContain('belum berakhir');
  });
});

describe('netra digest', () => {
  function command() {
    const lines: string[] = [];
    return { lines, deps: { ...deps(), offices: storage.offices, write: (text: string) => void lines.push(text) } };
  }

  it('shows the mail without sending it', async () => {
    const { lines, deps: own } = command();
    expect(await runDigest(own, { day: '2026-10-01' })).toBe(0);
    expect(lines.join('')).toContain('belum ada tanda terima');
    expect(lines.join('')).toContain('Rekap harian netralitas ASN');
    expect(smtp.mails).toEqual([]);
    expect(await find('2026-10-01')).toBeUndefined();
  });

  it('sends and prints the receipt, one JSON object a line', async () => {
    const { lines, deps: own } = command();
    expect(await runDigest(own, { office: OFFICE_CODE, day: '2026-10-02', send: true, json: true })).toBe(0);
    expect(JSON.parse(lines.join(''))).toMatchObject({ officeCode: OFFICE_CODE, receipt: { state: 'withheld' } });
    expect(smtp.mails).toHaveLength(1);
  });

  it('ends with 1 where a mail could not go out, and says what to do', async () => {
    const { lines, deps: own } = command();
    const refusing = {
      send: async () => Promise.reject(new MailRefusedError('Server surel menolak: 550', 'Perbaiki')),
    };
    expect(await runDigest({ ...own, mailer: refusing }, { office: OFFICE_CODE, day: '2026-10-03', send: true })).toBe(
      1,
    );
    expect(lines.join('')).toMatch(/gagal \(ditolak.*langkah berikut: Perbaiki/s);
  });

  it.each([
    [{ day: '2026-02-30' }, 'bukan tanggal'],
    [{ day: 'kemarin' }, 'bukan tanggal'],
    [{ force: true }, '--send'],
    [{ force: true, send: true }, 'satu OPD'],
    [{ office: 'tidak-ada' }, 'tidak ada'],
  ])('refuses %o with a hint', async (options, message) => {
    await expect(runDigest(command().deps, options)).rejects.toThrow(message);
  });
});
