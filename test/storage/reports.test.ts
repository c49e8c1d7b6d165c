import { randomBytes, randomUUID } from 'node:crypto';
import { createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BroughtReport, MAX_MESSAGES, type Report } from '../../src/domain/report.js';
import { decideReport, joinReport, tieReport, toNewReport } from '../../src/domain/report-moves.js';
import { rolePrivileges } from '../../src/storage/database-role.js';
import { openStorage } from '../../src/storage/open-storage.js';
import type { Storage } from '../../src/storage/storage.js';
import { type RoleProxy, startRoleProxy } from '../support/role-proxy.js';
import { testServices, uniqueName } from '../support/test-services.js';
import { minutesAfter, NOW } from './builders.js';

const databaseName = uniqueName('reports');
const keys = { hashKey: randomBytes(32), fieldKey: randomBytes(32), auditKey: randomBytes(32) };
let storage: Storage;
let role: RoleProxy;
let raw: ReturnType<typeof createConnection>;

beforeAll(async () => {
  const { mongodbUri } = testServices();
  raw = createConnection(mongodbUri, { dbName: databaseName });
  await raw.asPromise();
  await (await openStorage({ uri: mongodbUri, databaseName, ...keys })).close();
  role = await startRoleProxy(mongodbUri, { database: databaseName, privileges: rolePrivileges(databaseName) });
  storage = await openStorage({ uri: role.uri, databaseName, ...keys });
});
afterAll(async () => {
  await storage.close();
  await role.close();
  await raw.dropDatabase();
  await raw.close();
});

const LINK = {
  given: 'lihat tiktok.com/@camat.contoh/video/7412345678901234567',
  platform: 'tiktok',
  kind: 'post',
  author: 'camat.contoh',
  id: '7412345678901234567',
  canonical: 'https://www.tiktok.com/@camat.contoh/video/7412345678901234567',
} as const;

function aReport(given: Partial<BroughtReport> = {}): Report {
  const brought: BroughtReport = {
    id: randomUUID(),
    door: 'public',
    broughtAt: NOW,
    channel: 'public',
    who: { name: 'Bapak Contoh', office: 'Kecamatan Contoh', handle: 'camat.contoh' },
    act: { kind: 'post', words: 'Ayo menangkan pasangan contoh.', story: 'Saya lihat di beranda.', seenAt: NOW },
    files: [],
    ...given,
  };
  return toNewReport(brought, { hasIdentity: false });
}

const anAnswer = (given: Partial<Report['messages'][number]> = {}) =>
  ({ id: randomUUID(), from: 'office', text: 'Kapan Anda melihatnya?', at: NOW, by: 'peninjau', ...given }) as const;
const entriesAbout = async (subject: string) =>
  (await storage.audit.listEntries({ limit: 500 })).filter((entry) => entry.subject === subject);
const aDigest = () => randomBytes(32).toString('hex');

describe('a report', () => {
  it('comes back as it was brought, and a repeat of it changes nothing', async () => {
    const files = [
      { id: randomUUID(), type: 'image/png', bytes: 12, broughtSha256: aDigest(), shownSha256: aDigest() },
    ];
    const report = aReport({
      act: { link: LINK, story: 'Contoh', seenAt: minutesAfter(-60), place: 'Alun-alun' },
      files,
    });
    expect(await storage.reports.saveReportOnce(report)).toEqual({ isNew: true });
    expect(await storage.reports.saveReportOnce(aReport({ id: report.id }))).toEqual({ isNew: false });
    expect(await storage.reports.findReport(report.id)).toEqual(report);
    expect(await storage.reports.findReport('tidak-ada')).toBeUndefined();
  });

  it('is new for one of a hundred that come at once, in one entry or few, and none is lost', async () => {
    const many = Array.from({ length: 40 }, () => aReport());
    const again = [...many, ...many.slice(0, 20), ...many.slice(0, 20)];
    const before = (await storage.audit.getHead()).seq;
    const saved = await Promise.all(again.map((report) => storage.reports.saveReportOnce(report)));
    expect(saved.filter(({ isNew }) => isNew)).toHaveLength(40);
    const found = await Promise.all(many.map(({ id }) => storage.reports.findReport(id)));
    expect(found.filter(Boolean)).toHaveLength(40);
    const { seq } = await storage.audit.getHead();
    expect(seq - before).toBeLessThan(10);
    const entries = await storage.audit.listEntries({ limit: seq - before });
    const named = entries.flatMap(({ details }) => String(details.reports).split(' '));
    expect(named.toSorted()).toEqual(many.map(({ id }) => id).toSorted());
  });

  it('is new for one of two processes that are given it at the same time', async () => {
    const other = await openStorage({ uri: testServices().mongodbUri, databaseName, ...keys });
    try {
      const many = Array.from({ length: 30 }, () => aReport());
      const [here, there] = await Promise.all(
        [storage, other].map((one) => Promise.all(many.map((report) => one.reports.saveReportOnce(report)))),
      );
      const wins = many.map((_, i) => Number(here![i]!.isNew) + Number(there![i]!.isNew));
      expect(new Set(wins)).toEqual(new Set([1]));
    } finally {
      await other.close();
    }
  });

  it('lies in the database without one word of it, its link or its receipt', async () => {
    const report = aReport({ act: { link: LINK, words: 'Kalimat rahasia dari laporan contoh.', place: 'Balai Desa' } });
    await storage.reports.saveReportOnce(report, { receipt: '4812773120945538' });
    await storage.reports.saveMessageOnce(report.id, anAnswer({ text: 'Pesan rahasia.' }));
    const { version } = (await storage.reports.findReport(report.id))!;
    const decision = { outcome: 'not_true', reason: 'Alasan rahasia.', by: 'peninjau', at: NOW } as const;
    const read = (await storage.reports.findReport(report.id))!;
    await storage.reports.saveReportDecision(decideReport(read, version, { decision }));
    const kept = JSON.stringify(await raw.collection('reports').findOne({ _id: report.id as never }));
    const secrets = ['Bapak', 'Kecamatan', 'camat.contoh', 'tiktok', 'rahasia', 'Balai', '4812773120945538'];
    expect(secrets.filter((secret) => kept.includes(secret))).toEqual([]);
    expect(await storage.reports.findReport(report.id)).toMatchObject({
      decision,
      messages: [{ text: 'Pesan rahasia.' }],
    });
  });

  it('does not open with words of another report', async () => {
    const [one, two] = [aReport(), aReport()];
    await Promise.all([one, two].map((report) => storage.reports.saveReportOnce(report)));
    const stolen = await raw.collection('reports').findOne({ _id: one.id as never });
    await raw.collection('reports').updateOne({ _id: two.id as never }, { $set: { sealed: stolen!.sealed } });
    await expect(storage.reports.findReport(two.id)).rejects.toThrow();
    await raw.collection('reports').deleteOne({ _id: two.id as never });
  });

  it('is found by its receipt and nothing near it, and a receipt opens one report', async () => {
    const report = aReport();
    await storage.reports.saveReportOnce(report, { receipt: '1234567890123456' });
    expect(await storage.reports.findReportByReceipt('1234567890123456')).toMatchObject({ id: report.id });
    expect(await storage.reports.findReportByReceipt('1234567890123457')).toBeUndefined();
    expect(await storage.reports.findReportByReceipt('')).toBeUndefined();
    await expect(storage.reports.saveReportOnce(aReport(), { receipt: '1234567890123456' })).rejects.toThrow();
  });

  it('keeps the sealed box apart: whoever reads the report learns only that there is one', async () => {
    const report = { ...aReport(), hasIdentity: true };
    await storage.reports.saveReportOnce(report, { identity: 'Ym94' });
    const read = await storage.reports.findReport(report.id);
    expect(read).toMatchObject({ hasIdentity: true });
    expect(JSON.stringify(read)).not.toContain('Ym94');
    expect(await storage.reports.findIdentityBox(report.id)).toBe('Ym94');
  });
});

describe('the thread of a report', () => {
  it('takes a message once, of both sides, and of the office with its entry', async () => {
    const report = aReport();
    await storage.reports.saveReportOnce(report);
    const [question, answer] = [anAnswer(), anAnswer({ from: 'reporter', text: 'Kemarin sore.', by: undefined })];
    expect(await storage.reports.saveMessageOnce(report.id, question)).toEqual({ isNew: true });
    expect(await storage.reports.saveMessageOnce(report.id, question)).toEqual({ isNew: false });
    expect(await storage.reports.saveMessageOnce(report.id, answer)).toEqual({ isNew: true });
    const read = await storage.reports.findReport(report.id);
    expect(read!.messages.map(({ from, text }) => [from, text])).toEqual([
      ['office', 'Kapan Anda melihatnya?'],
      ['reporter', 'Kemarin sore.'],
    ]);
    expect(read!.version).toBe(3);
    expect((await entriesAbout(report.id)).map(({ action, actor }) => [action, actor])).toEqual([
      ['report_answered', 'peninjau'],
    ]);
  });

  it('ends somewhere, and is of no report that is not there', async () => {
    const report = aReport();
    await storage.reports.saveReportOnce(report);
    for (let i = 0; i < MAX_MESSAGES; i += 1)
      await storage.reports.saveMessageOnce(report.id, anAnswer({ from: 'reporter' }));
    await expect(storage.reports.saveMessageOnce(report.id, anAnswer())).rejects.toThrow('sudah penuh');
    await expect(storage.reports.saveMessageOnce('tidak-ada', anAnswer())).rejects.toThrow('tidak ada');
  });
});

describe('a step of a report', () => {
  const by = { by: 'peninjau', at: NOW };

  it('is written with its entry, and refused where something came in between', async () => {
    const report = aReport();
    await storage.reports.saveReportOnce(report);
    const tied = tieReport(report, 1, { id: 'akun-contoh', officeCode: 'dinas-contoh' });
    await storage.reports.saveMove(tied, by);
    expect(await storage.reports.findReport(report.id)).toEqual(tied);
    await expect(storage.reports.saveMove(tied, by)).rejects.toThrow('sudah berubah');
    expect(await entriesAbout(report.id)).toMatchObject([{ action: 'report_moved', details: { step: 'identified' } }]);
    await expect(storage.reports.saveMove({ ...tied, id: 'tidak-ada' }, by)).rejects.toThrow('tidak ada');
  });

  it('can be taken back: what an undone tie wrote is gone', async () => {
    const report = aReport();
    await storage.reports.saveReportOnce(report);
    const joined = joinReport(report, 1, { id: 'laporan-lain', state: 'new' });
    await storage.reports.saveMove(joined, by);
    const tied = tieReport(joined, 2, { id: 'akun-contoh', officeCode: 'dinas-contoh' });
    await storage.reports.saveMove(tied, by);
    const kept = await raw.collection('reports').findOne({ _id: report.id as never });
    expect(kept).toMatchObject({ state: 'identified', accountId: 'akun-contoh' });
    expect(kept).not.toHaveProperty('duplicateOf');
  });
});

describe('the list of reports', () => {
  it('shows what waits oldest first, page by page, and of tied ones those of the own offices', async () => {
    const broughtBy = uniqueName('petugas');
    const made = [0, 1, 2, 3].map((n) => aReport({ door: 'patrol', broughtBy, broughtAt: minutesAfter(n) }));
    for (const report of made) await storage.reports.saveReportOnce(report);
    const elsewhere = tieReport(made[3]!, 1, { id: 'akun-lain', officeCode: 'dinas-lain' });
    await storage.reports.saveMove(elsewhere, { by: 'x', at: NOW });
    const filter = { broughtBy, officeCodes: ['dinas-contoh'] };
    const first = await storage.reports.listReports(filter, { limit: 2 });
    const second = await storage.reports.listReports(filter, { limit: 2, cursor: first.nextCursor });
    expect([...first.reports, ...second.reports].map(({ id }) => id)).toEqual(made.slice(0, 3).map(({ id }) => id));
    expect(second.nextCursor).toBeUndefined();
    expect(await storage.reports.countReports({ broughtBy })).toBe(4);
    expect(await storage.reports.countReportsByState({ broughtBy })).toEqual({ new: 3, identified: 1 });
    const overdueAt = minutesAfter(2 * 24 * 60 + 2);
    expect(await storage.reports.countReports({ broughtBy, overdueAt })).toBe(2);
  });

  it('finds others with the same link, the same words or the same file, and says which', async () => {
    const broughtSha256 = aDigest();
    const files = () => [{ id: randomUUID(), type: 'image/png', bytes: 1, broughtSha256 }];
    const link = { ...LINK, canonical: `https://www.tiktok.com/@contoh/video/${randomUUID()}` };
    const words = `Kalimat yang sama pada dua laporan ${randomUUID()}`;
    const one = aReport({ act: { link, words }, files: files() });
    const others = [
      aReport({ act: { link, words: words.toUpperCase() }, broughtAt: minutesAfter(1) }),
      aReport({ act: { story: 'Tanpa tautan.' }, files: files(), broughtAt: minutesAfter(2) }),
      aReport({ act: { story: 'Hal lain.' }, broughtAt: minutesAfter(3) }),
    ];
    for (const report of [one, ...others]) await storage.reports.saveReportOnce(report);
    const alike = await storage.reports.findAlike(one);
    expect(alike.map(({ report, by }) => [report.id, by])).toEqual([
      [others[0]!.id, ['link', 'words']],
      [others[1]!.id, ['file']],
    ]);
  });

  it('does not take two reports on one account for the same', async () => {
    const link = { ...LINK, kind: 'profile', canonical: 'https://www.tiktok.com/@contoh.profil' };
    const [one, two] = [aReport({ act: { link } }), aReport({ act: { link } })];
    for (const report of [one, two]) await storage.reports.saveReportOnce(report);
    expect(await storage.reports.findAlike(one)).toEqual([]);
  });

  it('knows which files a report still names', async () => {
    const id = randomUUID();
    await storage.reports.saveReportOnce(
      aReport({ files: [{ id, type: 'application/pdf', bytes: 9, broughtSha256: aDigest() }] }),
    );
    expect(await storage.reports.findFilesInUse([id, randomUUID()])).toEqual(new Set([id]));
  });
});

it('needs no right that the program has not', () => expect(role.refused).toEqual([]));
