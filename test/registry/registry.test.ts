import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createConnection } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runAuditVerify } from '../../src/cli/audit/verify/verify.js';
import { runRegistryCheck, runRegistryImport } from '../../src/cli/registry/registry.js';
import { leaveToRegistry } from '../../src/domain/report-moves.js';
import { type Brought, bringReport } from '../../src/intake/reports/bring-report.js';
import { openStorage } from '../../src/storage/open-storage.js';
import type { Storage } from '../../src/storage/storage.js';
import { findByHandle } from '../storage/builders.js';
import { cpuMs } from '../support/cpu-ms.js';
import { testServices, uniqueName } from '../support/test-services.js';

// All names, numbers and handles are invented ("contoh").
const HEADER = 'nip,name,position,office_code,platform,handle,mandate,proof';
const NOW = new Date('2024-09-01T00:00:00Z');

function accountRow(n: number, given: { nip?: string; position?: string } = {}): string {
  const nip = given.nip ?? `1980010120050110${String((n % 99) + 1).padStart(2, '0')}`;
  const position = given.position ?? 'Analis Contoh';
  return `${nip},Pegawai Contoh ${n},${position},dinas-${n % 3},bluesky,contoh-${n}.example,SK-1/2024|2024-08-01|2025-01-31,proven`;
}
const accountsCsv = (rows: readonly string[]) => `${[HEADER, ...rows].join('\n')}\n`;
const OFFICES = `code,name,region,parent,digest_to
dinas-0,Dinas Contoh Surabaya,35.78,,sekda@contoh.example
dinas-1,Dinas Contoh Makassar,73.71,,
dinas-2,Dinas Contoh Jayapura,91.71,dinas-1,
`;

describe('netra registry', () => {
  const databaseName = uniqueName('registry');
  const options = {
    uri: testServices().mongodbUri,
    databaseName,
    hashKey: randomBytes(32),
    fieldKey: randomBytes(32),
    auditKey: randomBytes(32),
  };
  let storage: Storage;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'netra-registry-'));
  });
  beforeEach(async () => {
    const raw = await createConnection(options.uri, { dbName: databaseName }).asPromise();
    await raw.dropDatabase();
    await raw.close();
    storage = await openStorage(options);
    return () => storage.close();
  });
  afterAll(async () => {
    const raw = await createConnection(options.uri, { dbName: databaseName }).asPromise();
    await raw.dropDatabase();
    await raw.close();
    await rm(folder, { recursive: true });
  });

  const run = async (
    command: typeof runRegistryImport,
    { accounts, offices = OFFICES, json = false }: { accounts: string; offices?: string | null; json?: boolean },
  ) => {
    const [accountsPath, officesPath] = [join(folder, 'accounts.csv'), join(folder, 'offices.csv')];
    await writeFile(accountsPath, accounts);
    if (offices !== null) await writeFile(officesPath, offices);
    let output = '';
    const write = (text: string) => {
      output += text;
    };
    const deps = { storage, actor: 'system:cli', clock: () => NOW, write };
    const exitCode = await command(deps, {
      accounts: accountsPath,
      offices: offices === null ? undefined : officesPath,
      json,
    });
    return { exitCode, output };
  };
  const rows = (count: number) => Array.from({ length: count }, (_, n) => accountRow(n));

  it('imports offices and accounts; again it changes nothing, and a changed row is an update', async () => {
    const first = await run(runRegistryImport, { accounts: accountsCsv(rows(12)) });
    expect(first).toEqual({
      exitCode: 0,
      output: 'Registri diimpor:\n  akun: 12 baru, 0 diperbarui, 0 tetap\n  OPD: 3 baru, 0 diperbarui, 0 tetap\n',
    });
    const changed = [accountRow(0, { position: 'Kepala Contoh' }), ...rows(12).slice(1)];
    const second = await run(runRegistryImport, { accounts: accountsCsv(changed), offices: null, json: true });
    expect(JSON.parse(second.output)).toEqual({
      isAccepted: true,
      accounts: { created: 0, updated: 1, unchanged: 11 },
      offices: { created: 0, updated: 0, unchanged: 0 },
    });
    expect(await storage.accounts.countAccounts()).toBe(12);
    expect((await storage.offices.listOffices()).map((office) => office.timeZone)).toEqual([
      'Asia/Jakarta',
      'Asia/Makassar',
      'Asia/Jayapura',
    ]);
  });

  describe('reports that wait for the registry', () => {
    const wait = async (id: string, given: Partial<Brought>) => {
      const how = { door: 'public', broughtAt: NOW, channel: 'public', who: {}, files: [], ...given } as const;
      const deps = { ...storage, enqueueLooks: async () => {} };
      const { report } = await bringReport(deps, { id, act: {}, ...how });
      await storage.reports.saveMove(leaveToRegistry(report, report.version), { by: 'user:contoh', at: NOW });
    };
    const postOf = (n: number) =>
      ({ kind: 'post', link: `https://bsky.app/profile/contoh-${n}.example/post/3kcontoh${n}` }) as const;
    const stateOf = async (id: string) => (await storage.reports.findReport(id))?.state;

    it('are tied to the account that their own link names, each by an entry in the log', async () => {
      await run(runRegistryImport, { accounts: accountsCsv(rows(2)) });
      await wait('menunggu', { act: postOf(7) });
      await wait('suka', { act: { ...postOf(7), kind: 'like' } });
      await wait('nama-saja', { who: { name: 'Pegawai Contoh 7' } });
      const other = await run(runRegistryImport, { accounts: accountsCsv(rows(3)) });
      expect(other.output).not.toContain('laporan');
      expect(await stateOf('menunggu')).toBe('waits_for_registry');

      const { output } = await run(runRegistryImport, { accounts: accountsCsv(rows(12)) });
      expect(output).toContain('laporan yang menunggu registri, kini terhubung ke akunnya: 1\n');
      const account = await findByHandle(storage, 'bluesky', 'contoh-7.example');
      expect(await storage.reports.findReport('menunggu')).toMatchObject({
        state: 'identified',
        accountId: account?.id,
        officeCode: 'dinas-1',
        lookDueAt: NOW,
      });
      // Whose like it is, and who has that name, only a person can say.
      expect(await Promise.all([stateOf('suka'), stateOf('nama-saja')])).toEqual(Array(2).fill('waits_for_registry'));
      const entries = await storage.audit.listEntries({ limit: 1 });
      expect(entries[0]).toMatchObject({ actor: 'system:registry', action: 'report_moved', subject: 'menunggu' });
    });

    it('are found past a page of others that go on waiting', async () => {
      for (let n = 0; n < 205; n++) await wait(`lain-${String(n).padStart(3, '0')}`, { who: { name: `Contoh ${n}` } });
      await wait('terakhir', { act: postOf(1) });
      await run(runRegistryImport, { accounts: accountsCsv(rows(12)) });
      expect(await stateOf('terakhir')).toBe('identified');
    });
  });

  it('with any fault imports nothing, names each one on its own line, and ends with 2', async () => {
    const bad = [...rows(3), accountRow(3, { nip: '123' }), accountRow(4, { position: '=1+1' })];
    const { exitCode, output } = await run(runRegistryImport, { accounts: accountsCsv(bad) });
    expect(exitCode).toBe(2);
    expect(output.split('\n')).toEqual([
      expect.stringMatching(/^accounts\.csv baris 5, kolom nip: NIP berisi 3 angka, seharusnya 18\. Langkah: \S/),
      expect.stringMatching(/^accounts\.csv baris 6, kolom position: Isi "=1\+1" diawali tanda rumus/),
      '2 kesalahan; tidak ada yang diimpor.',
      '',
    ]);
    expect(await storage.accounts.countAccounts()).toBe(0);
    expect(await storage.offices.listOffices()).toEqual([]);
    expect(await storage.audit.listEntries({ limit: 10 })).toEqual([]);
  });

  it('check says the same as import and writes nothing', async () => {
    const good = await run(runRegistryCheck, { accounts: accountsCsv(rows(4)), json: true });
    expect(good.exitCode).toBe(0);
    expect(JSON.parse(good.output)).toMatchObject({
      isAccepted: true,
      accounts: { created: 4 },
      offices: { created: 3 },
    });
    const bad = await run(runRegistryCheck, { accounts: accountsCsv([accountRow(1, { nip: '1' })]), json: true });
    expect(bad.exitCode).toBe(2);
    expect(JSON.parse(bad.output)).toMatchObject({ isAccepted: false, issues: [{ row: 2, column: 'nip' }] });
    expect(await storage.accounts.countAccounts()).toBe(0);
    expect(await storage.offices.listOffices()).toEqual([]);
    expect(await storage.audit.listEntries({ limit: 1 })).toEqual([]);
  });

  it('check and import answer any file alike', async () => {
    const cell = fc.constantFrom(
      '',
      ' ',
      '\u00A0',
      '1',
      "'dinas-1",
      'dinas-1\u200B',
      'dinas-9',
      '=1',
      '"',
      'a,b',
      '\r',
    );
    const change = fc.record({ at: fc.nat(7), cell, row: fc.nat(3) });
    const pad = fc.constantFrom('', ',', ',,');
    await fc.assert(
      fc.asyncProperty(fc.option(change), pad, fc.constantFrom('\n', '\r\n', '\r'), async (changed, tail, end) => {
        const cells = [HEADER, ...rows(4)].map((row) => row.split(','));
        if (changed) cells[changed.row + 1]![changed.at] = changed.cell;
        const accounts = cells.map((row) => `${row.join(',')}${tail}${end}`).join('');
        const checked = await run(runRegistryCheck, { accounts, json: true });
        const imported = await run(runRegistryImport, { accounts, json: true });
        expect(imported).toEqual(checked);
      }),
      { numRuns: 40 },
    );
  });

  it('says so where a file holds no row, and imports nothing', async () => {
    const { exitCode, output } = await run(runRegistryImport, { accounts: `${HEADER}\n,,,,,,,\n` });
    expect(exitCode).toBe(2);
    expect(output).toContain('accounts.csv baris 1: Tidak ada satu baris pun di bawah judul kolom. Langkah: ');
    expect(await storage.offices.listOffices()).toEqual([]);
  });

  it('is one entry of the audit chain, with counts and hashes but no person', async () => {
    await run(runRegistryImport, { accounts: accountsCsv(rows(5)) });
    const [entry, ...more] = await storage.audit.listEntries({ limit: 10 });
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      actor: 'system:cli',
      action: 'registry_imported',
      subject: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      details: { accountsCreated: 5, officesCreated: 3 },
    });
    expect(JSON.stringify(entry)).not.toContain('Pegawai');
    let output = '';
    const write = (text: string) => {
      output += text;
    };
    expect(await runAuditVerify({ audit: storage.audit, write })).toBe(0);
    expect(output).toContain('Rantai utuh: 1 catatan');
  });

  it('changes nothing where it is cut off, and is done by running it again', async () => {
    await run(runRegistryImport, { accounts: accountsCsv([accountRow(1200)]) });
    const raw = await createConnection(options.uri, { dbName: options.databaseName }).asPromise();
    const accounts = raw.collection<{ _id: string; handleKey: string }>('accounts');
    const { handleKey, _id } = (await accounts.findOne())!;
    // Somebody's hand in the database: the second batch of accounts meets an id that is taken.
    await accounts.updateOne({ _id }, { $set: { handleKey: 'lain' } });
    await expect(run(runRegistryImport, { accounts: accountsCsv(rows(1500)) })).rejects.toThrow(/duplicate key/);
    expect(await accounts.countDocuments()).toBe(1);
    expect(await storage.audit.listEntries({ limit: 10 })).toHaveLength(1);
    await accounts.updateOne({ _id }, { $set: { handleKey } });
    const again = await run(runRegistryImport, { accounts: accountsCsv(rows(1500)), json: true });
    expect(JSON.parse(again.output).accounts).toEqual({ created: 1499, updated: 0, unchanged: 1 });
    await raw.close();
  });

  it('does not give an account that was watched to another person', async () => {
    await run(runRegistryImport, { accounts: accountsCsv(rows(2)) });
    const account = (await findByHandle(storage, 'bluesky', 'contoh-1.example'))!;
    await storage.accounts.recordVisit(account.id, { nextVisitAt: NOW, at: NOW });
    const other = accountsCsv([accountRow(0), accountRow(1, { nip: '199003032015031005' })]);
    const { exitCode, output } = await run(runRegistryCheck, { accounts: other, json: true });
    expect(exitCode).toBe(2);
    expect(JSON.parse(output).issues).toMatchObject([{ row: 3, column: 'nip' }]);
    expect(output).not.toContain('199003032015031005');
  });

  it('says which file cannot be opened', async () => {
    const deps = { storage, actor: 'system:cli', clock: () => NOW, write: () => {} };
    await expect(runRegistryCheck(deps, { accounts: join(folder, 'tiada.csv') })).rejects.toMatchObject({
      retryable: false,
      message: expect.stringContaining('tiada.csv tidak dapat dibuka'),
    });
  });

  it('imports 1,000 rows with 2 seconds of work', async () => {
    const ms = await cpuMs(async () => {
      const { exitCode } = await run(runRegistryImport, { accounts: accountsCsv(rows(1000)) });
      expect(exitCode).toBe(0);
    });
    expect(ms).toBeLessThan(2000);
  });
});
