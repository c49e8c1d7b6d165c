// The functions given to `evaluate` run in the page.
/// <reference lib="dom" />
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sodium from 'libsodium-wrappers';
import { type Connection, createConnection, mongo } from 'mongoose';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadeKey, makeKeyPair } from '../../src/cli/report-key/key-pair.js';
import { plainPassphrase, readKeyFile } from '../../src/domain/report-key.js';
import { expectNoAxeFindings } from '../console/axe.js';
import { launchBrowser, webApp } from '../console/browser.js';
import { type ConsoleFixture, callAs, startConsoleFixture } from '../console/console-fixture.js';
import { NOW, PASSWORD } from '../console/sample.js';
import { openKeysSite } from '../support/keys-site.js';
import { runNetra } from '../support/run-netra.js';
import { testServices, uniqueName } from '../support/test-services.js';

// Whoever holds the database and the disk, and even every key of the server, looks for the name of a reporter who gave it.

const NAME = 'Wulandari Pelapor Karangan';
const CONTACT = '0812-0000-1234-contoh';
const STORY = 'Kepala Dinas Contoh (karangan) mengajak memilih.';
let browser: Browser;
let webDir: string;
let dir: string;
let fixture: ConsoleFixture;
let base: string;
let database: Connection;
let key: MadeKey;
const sent: string[] = [];

beforeAll(async () => {
  [webDir, browser] = await Promise.all([webApp(), launchBrowser()]);
  dir = await mkdtemp(join(tmpdir(), 'netra-keeper-'));
  fixture = await startConsoleFixture({ acts: [], webDir });
  base = await fixture.app.listen({ port: 0, host: '127.0.0.1' });
  database = await createConnection(testServices().mongodbUri, { dbName: fixture.databaseName }).asPromise();
  key = await makeKeyPair();
  const { id, publicKey } = key.file;
  await fixture.storage.reportKeys.takeReportKeyIntoUse({ id, publicKey, madeAt: NOW }, 'system:test');
  await writeFile(join(dir, 'key.json'), JSON.stringify(key.file));
});
afterAll(async () => {
  await browser?.close();
  await database?.close();
  await fixture?.close();
  await rm(dir, { recursive: true, force: true });
});

async function report(page: Page): Promise<void> {
  await page.goto(`${base}/lapor`);
  await page.getByLabel('Apa yang Anda lihat?').fill(STORY);
  for (let n = 0; n < 2; n += 1) await page.getByRole('button', { name: 'Lanjut' }).click();
}

async function giveName(page: Page): Promise<void> {
  await page.getByText('Sebutkan nama Anda').click();
  await page.getByLabel('Nama Anda').fill(NAME);
  await page.getByLabel('Nomor telepon atau surel').fill(CONTACT);
}

async function openPage(): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  return page;
}

/** In any of the spellings in which a name could lie somewhere. */
function spellings(text: string): string[] {
  const bytes = Buffer.from(text);
  // Base64 begins at any of three places of a group.
  const bases = [0, 1, 2].map((skip) => bytes.subarray(skip).toString('base64').slice(0, 12));
  return [text, text.split(' ').slice(0, 2).join(' '), bytes.toString('hex'), encodeURIComponent(text), ...bases];
}

function expectNowhere(haystack: Buffer): void {
  for (const text of [NAME, CONTACT]) {
    for (const spelling of spellings(text)) expect(haystack.includes(spelling), spelling).toBe(false);
  }
}

async function wholeDatabase(): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (const { name } of await database.listCollections()) {
    for await (const document of database.collection(name).find()) {
      parts.push(Buffer.from(mongo.BSON.serialize(document)), Buffer.from(JSON.stringify(document)));
    }
  }
  return Buffer.concat(parts);
}

function wholeDisk(folder: string): Buffer {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  return Buffer.concat(paths.filter((path) => statSync(path).isFile()).map((path) => readFileSync(path)));
}

const latestId = async () => {
  const found = await database.collection<{ _id: string }>('reports').findOne({}, { sort: { _id: 1 } });
  return found!._id;
};

describe('a reporter who gives a name', () => {
  let id: string;
  beforeAll(async () => {
    const page = await openPage();
    await report(page);
    await giveName(page);
    await expectNoAxeFindings(page, 'name');
    await page.reload();
    await page.getByText('Bagian 1 dari 3').waitFor();
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('Wulandari');
    for (let n = 0; n < 2; n += 1) await page.getByRole('button', { name: 'Lanjut' }).click();
    await giveName(page);
    await page.getByRole('button', { name: 'Kirim laporan' }).click();
    await page.getByRole('heading', { name: 'Laporan diterima' }).waitFor();
    await page.context().close();
    id = await latestId();
  });

  it('is in nothing that was sent, in no collection and in no file, in whatever spelling', async () => {
    expect(sent.some((one) => one.includes(STORY))).toBe(true);
    expectNowhere(Buffer.from(sent.join('\n')));
    const all = await wholeDatabase();
    expect(all.includes(id)).toBe(true);
    expectNowhere(all);
    expectNowhere(wholeDisk(fixture.dataDir));
  });

  it('is not named by the server with all of its own keys either: the box opens with the other half alone', async () => {
    const box = (await fixture.storage.reports.findIdentityBox(id))!;
    const sealed = Buffer.from(box.split('.')[1]!, 'base64url');
    const publicKey = Buffer.from(key.file.publicKey, 'base64url');
    for (const byte of [1, 2, 3, 4]) {
      const own = new Uint8Array(32).fill(byte);
      expect(() => sodium.crypto_box_seal_open(sealed, publicKey, own)).toThrow();
      expect(() => sodium.crypto_box_seal_open(sealed, sodium.crypto_scalarmult_base(own), own)).toThrow();
    }
    const lock = sodium.crypto_generichash(
      32,
      plainPassphrase(key.passphrase),
      Buffer.from(key.file.salt, 'base64url'),
    );
    const [nonce, locked] = [key.file.nonce, key.file.locked].map((text) => Buffer.from(text, 'base64url'));
    const privateKey = sodium.crypto_secretbox_open_easy(locked!, nonce!, lock);
    expect(Buffer.from(sodium.crypto_box_seal_open(sealed, publicKey, privateKey)).toString()).toContain(NAME);
  });

  it('has a box of one length, whatever is in it', async () => {
    const lengths = await Promise.all(
      ['A', NAME.repeat(4)].map(async (name) => {
        const page = await openPage();
        await report(page);
        await page.getByText('Sebutkan nama Anda').click();
        await page.getByLabel('Nama Anda').fill(name);
        await page.getByRole('button', { name: 'Kirim laporan' }).click();
        await page.getByRole('heading', { name: 'Laporan diterima' }).waitFor();
        await page.context().close();
      }),
    ).then(async () =>
      (await database.collection('reports').find().toArray()).map(({ identity }) => String(identity).length),
    );
    expect(new Set(lengths).size).toBe(1);
  });

  it('is not asked for a box by anybody but the keeper, and each opening is an entry of the log', async () => {
    for (const role of [undefined, 'admin', 'supervisor', 'reviewer', 'auditor', 'analyst', 'sekda']) {
      const caller = await callAs(fixture.app, role);
      expect((await caller.get(`/api/reports/${id}/identity`)).statusCode, role).toBe(role === undefined ? 401 : 403);
    }
    const keeper = await callAs(fixture.app, 'report_keeper');
    expect((await keeper.get('/api/reports/tidak-ada/identity')).statusCode).toBe(404);
    expect((await keeper.get('/api/flags')).statusCode).toBe(403);
    expect((await keeper.get(`/api/reports/${id}/identity`)).json().box).toMatch(/^[\w-]+\.[\w-]+$/);
    const entries = await fixture.storage.audit.listEntries({ limit: 5 });
    expect(entries).toContainEqual(expect.objectContaining({ action: 'reporter_viewed', subject: id }));
  });

  it('is named in the keeper’s own browser, which sends neither key nor passphrase nor name', async () => {
    const page = await openPage();
    sent.length = 0;
    await page.goto(base);
    await page.getByLabel('Nama pengguna').fill('report_keeper');
    await page.getByLabel('Kata sandi').fill(PASSWORD);
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.getByRole('link', { name: 'Buka halaman identitas pelapor' }).click();
    await page.getByLabel('Berkas kunci').setInputFiles(join(dir, 'key.json'));
    await page.getByLabel('Sandi kunci').fill('salah');
    await page.getByRole('button', { name: 'Uji kunci' }).click();
    await page.getByText('Sandi tidak cocok').waitFor();
    await page.getByLabel('Sandi kunci').fill(key.passphrase.toUpperCase().replaceAll('-', ' '));
    await page.getByRole('button', { name: 'Uji kunci' }).click();
    await page.getByText('Kunci dan sandinya cocok').waitFor();
    await page.getByLabel('Nomor laporan').fill(id);
    await page.getByRole('button', { name: 'Buka identitas' }).click();
    await page.getByText(NAME).waitFor();
    await page.getByText(CONTACT).waitFor();
    await expectNoAxeFindings(page, 'keeper');
    await page.getByRole('button', { name: 'Tutup dan lupakan' }).click();
    expect(await page.content()).not.toContain(NAME);
    const all = sent.join('\n');
    for (const secret of [key.passphrase, plainPassphrase(key.passphrase), key.file.locked, NAME])
      expect(all).not.toContain(secret);
    expectNowhere(await wholeDatabase());
    await page.context().close();
  });
});

describe('netra report-key', () => {
  it('makes two files for the keeper and tells the ceremony, keeps the public half, and never makes a second first key', async () => {
    const site = openKeysSite(uniqueName('reportkey'));
    const out = join(dir, 'out');
    await rm(out, { recursive: true, force: true });
    const run = (...args: string[]) => runNetra(['report-key', ...args], { env: site.env });
    expect((await run('create', '--out', out)).exitCode).toBe(1);
    expect((await run('list')).stdout).toContain('Belum ada kunci');
    const made = await run('create', '--out', dir);
    expect(made.stdout).toMatch(/berdua[\s\S]*shred -u[\s\S]*berita acara/);
    const [keyPath] = made.stdout.match(/\S+kunci-pelapor-\S+\.json/)!;
    const [passphrasePath] = made.stdout.match(/\S+sandi-pelapor-\S+\.txt/)!;
    expect([keyPath, passphrasePath].map((path) => statSync(path).mode & 0o777)).toEqual([0o600, 0o600]);
    const file = readKeyFile(readFileSync(keyPath, 'utf8'))!;
    const passphrase = readFileSync(passphrasePath, 'utf8').trim();
    expect(passphrase).toMatch(/^(?:[2-9a-z]{5}-){5}[2-9a-z]{5}$/);
    const raw = await createConnection(site.env.MONGODB_URI!).asPromise();
    const [stored] = await raw.collection('report_keys').find().toArray();
    expect(stored).toMatchObject({ _id: file.id, publicKey: file.publicKey });
    expect(JSON.stringify(await raw.collection('report_keys').find().toArray())).not.toContain(file.locked);
    expect((await run('create', '--out', dir)).stderr).toContain('sudah ada');
    const rotated = JSON.parse((await run('rotate', '--out', dir, '--json')).stdout);
    expect(rotated).toMatchObject({ former: file.id });
    expect((await run('list')).stdout).toMatch(new RegExp(`^${rotated.id} .* dipakai\n${file.id} .* sebelumnya`));
    const entries = await raw.collection('audit').find({ action: 'report_key_made' }).toArray();
    expect(entries).toHaveLength(2);
    expect(JSON.stringify(entries)).not.toContain(passphrase);
    await raw.dropDatabase();
    await raw.close();
    site.close();
  });
});
