import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { type Connection, createConnection } from 'mongoose';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { receiptOf } from '../../src/domain/receipt.js';
import { pngOf } from '../attacks/hostile-files.js';
import { testServices, uniqueName } from '../support/test-services.js';
import { type ConsoleFixture, startConsoleFixture } from './console-fixture.js';
import { challengeIn, freshToken, receiptIn, sendForm, solved, tokenIn } from './lapor.js';
import { NOW } from './sample.js';

const LIMITS = { softPerHour: 3, hardPerHour: 9, wrongReceiptsPerHour: 3, firstBits: 8 };
const STORY = 'Lurah Contoh (karangan) mengajak memilih pasangan "Contoh" di grup <b>RT</b> & WA.';
let fixture: ConsoleFixture;
let database: Connection;
const queuePrefix = uniqueName('lapor');

beforeAll(async () => {
  fixture = await startConsoleFixture({ acts: [], reportLimits: LIMITS, queuePrefix });
  database = await createConnection(testServices().mongodbUri, { dbName: fixture.databaseName }).asPromise();
});
afterAll(async () => {
  await database.close();
  await fixture.close();
});
let hour = 0;
beforeEach(() => {
  hour += 1; // Every test finds the budgets of an hour of its own.
  fixture.setNow(new Date(NOW.getTime() + hour * 3_600_000));
});

const reports = () => database.collection<{ _id: string; files: unknown[] }>('reports');
const send = async (
  values: Parameters<typeof sendForm>[1]['values'],
  options: Partial<Parameters<typeof sendForm>[1]> = {},
) => sendForm(fixture.app, { values: { token: await freshToken(fixture.app), ...values }, ...options });
const open = (receipt: string, from?: string) =>
  sendForm(fixture.app, { url: '/lapor/buka', values: { receipt }, from });
const wordsIn = (page: string) => /role="alert"[^>]*>([\s\S]*?)<\/div>/.exec(page)?.[1]?.replace(/<[^>]+>/g, ' ') ?? '';

describe('the form at /lapor', () => {
  it('asks for nothing but to be read: no cookie, no script of a page, nothing of another host, whole without script', async () => {
    const page = await fixture.app.inject({ url: '/lapor' });
    expect([page.statusCode, page.headers['set-cookie']]).toEqual([200, undefined]);
    expect(page.headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(page.headers['content-security-policy']).not.toMatch(
      /unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|https?:/,
    );
    expect(page.body).not.toMatch(
      /<script(?![^>]*src="\/lapor\/form\.js")|\son\w+=|style=|(?:src|href)="(?:https?:)?\/\//,
    );
    expect(page.body).toContain('<html lang="id">');
    expect((page.body.match(/<fieldset>/g) ?? []).length).toBe(3);
    expect((await fixture.app.inject({ url: '/lapor?bahasa=en' })).body).toContain('Report a breach of neutrality');
  });

  it('says before sending what happens next, how long, the days of a formal report, and what is not for it', async () => {
    const { body } = await fixture.app.inject({ url: '/lapor' });
    for (const said of [
      'tanda terima 16 angka',
      'dalam 2 hari',
      'dalam 5 hari',
      'memerlukan nama Anda',
      '7 hari',
      'lapor.go.id',
    ]) {
      expect(body).toContain(said);
    }
  });

  it('takes a report, shows its receipt once, and opens the thread by it', async () => {
    const page = await send({ story: STORY, name: 'Nama Contoh', office: 'Kelurahan Contoh', seenOn: '2026-11-18' });
    expect(page.statusCode, page.body).toBe(200);
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.body).toContain('25 November 2026');
    const receipt = receiptIn(page.body);
    const thread = await open(receipt);
    expect(thread.body).toContain('sedang mencari tahu akun siapa');
    expect(thread.body).not.toMatch(/Nama Contoh|Lurah Contoh/);
    expect(JSON.stringify(await reports().find().toArray())).not.toContain(receipt);
  });

  it('ties what it can, and knows a picture by its digest and not by its name', async () => {
    const picture = await sharp(pngOf(30, 20, 20))
      .jpeg()
      .withExif({ IFD0: { Artist: 'Pelapor Contoh' } })
      .toBuffer();
    const token = await freshToken(fixture.app);
    const page = await send({
      token,
      story: STORY,
      files: [new Blob([new Uint8Array(picture)]), new Blob(['%PDF-1.7 contoh'], { type: 'application/pdf' })],
    });
    expect(page.statusCode, page.body).toBe(200);
    const saved = (await reports().findOne({}, { sort: { broughtAt: -1 } }))!;
    expect(saved.files).toMatchObject([{ type: 'image/jpeg' }, { type: 'application/pdf' }]);
    expect(JSON.stringify(saved)).not.toMatch(/tangkapan|berkas\.pdf/);
    const [kept] = saved.files as { id: string }[];
    const bytes = await fixture.broughtFiles.readFile(kept!.id);
    expect(bytes.includes('Pelapor')).toBe(false);
  });

  it('sent twice at once, and once more after the answer was lost, is one report with one receipt', async () => {
    const before = await reports().countDocuments();
    const token = await freshToken(fixture.app);
    const pages = await Promise.all([1, 2, 3].map(() => send({ token, story: STORY })));
    pages.push(await send({ token, story: `${STORY} (diulang)` }));
    expect(new Set(pages.map(({ body }) => receiptIn(body))).size).toBe(1);
    expect(pages.at(-1)!.body).toContain('sudah kami terima sebelumnya');
    expect(await reports().countDocuments()).toBe(before + 1);
  });

  it.each([
    ['nothing', {}, 'Isi paling sedikit satu'],
    ['a day to come', { story: 'x', seenOn: '2031-01-01' }, 'Tanggal itu tidak ada'],
    ['no day', { story: 'x', seenOn: '2026-02-30' }, 'Tanggal itu tidak ada'],
    ['too much', { story: 'x'.repeat(10_001) }, 'terlalu panjang'],
    ['a box that is none', { story: 'x', identity: 'nama terbuka' }, 'tidak sampai utuh'],
    ['a form from the day before', { story: 'x', token: 'old' }, 'terlalu lama terbuka'],
    [
      'a form of somebody else',
      { story: 'x', token: 'k3j9.aaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbb' },
      'terlalu lama terbuka',
    ],
  ])(
    'that brings %s comes back in plain words with all that was typed',
    async (_what, given: Record<string, string>, said) => {
      const values: Record<string, string> = {
        name: '"><script>alert(1)</script>',
        place: "Kota 'Contoh'",
        channel: 'private',
        ...given,
      };
      if (given.token === 'old') {
        fixture.setNow(new Date(NOW.getTime() - 40 * 3_600_000));
        values.token = await freshToken(fixture.app);
        fixture.setNow(NOW);
      }
      const before = await reports().countDocuments();
      const page = await send(values);
      expect(page.statusCode).toBe(422);
      expect(wordsIn(page.body)).toContain(said);
      expect(page.body).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
      expect(page.body).toContain('value="Kota &#39;Contoh&#39;"');
      expect(page.body).toMatch(/value="private" checked/);
      expect(page.body).not.toContain('<script>alert');
      expect(tokenIn(page.body)).not.toBe('');
      expect(await reports().countDocuments()).toBe(before);
    },
  );

  it.each([
    ['svg', new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>'], { type: 'image/png' }), 'bukan gambar'],
    ['empty file', new Blob([], { type: 'image/png' }), 'kosong'],
    ['eleven files', Array.from({ length: 11 }, () => new Blob(['x'])), 'Paling banyak 8 berkas'],
  ])('that brings an %s comes back too, and nothing of it is kept', async (_what, files, said) => {
    const page = await send({ story: STORY, files });
    expect(page.statusCode).toBe(422);
    expect(wordsIn(page.body)).toContain(said);
    expect(page.body).toContain('Pilih berkasnya sekali lagi');
    expect(page.body).toContain('Lurah Contoh (karangan)');
  });

  it('is not sent from a foreign page, and not as anything but a form', async () => {
    const foreign = await send({ story: STORY }, { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(foreign.statusCode).toBe(403);
    for (const type of [
      'application/json',
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const answer = await fixture.app.inject({
        method: 'POST',
        url: '/lapor',
        payload: '{"story":"x"}',
        headers: { 'content-type': type },
      });
      expect(answer.statusCode, type).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode, type).toBeLessThan(500);
    }
  });
});

describe('what a form is lost in', () => {
  const part = (name: string, value: string, more = '') =>
    `--B\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
  const raw = async (rest: string, end = '--B--\r\n') =>
    fixture.app.inject({
      method: 'POST',
      url: '/lapor',
      payload: part('token', await freshToken(fixture.app)) + part('name', 'Nama Contoh') + rest + end,
      headers: { 'content-type': 'multipart/form-data; boundary=B' },
      remoteAddress: '192.0.2.60',
    });
  const expectBack = (page: Awaited<ReturnType<typeof raw>>, status: number, said: string) => {
    expect([page.statusCode, page.headers['content-type']], page.body.slice(0, 200)).toEqual([
      status,
      'text/html; charset=utf-8',
    ]);
    expect(wordsIn(page.body)).toContain(said);
    expect(page.body).toContain('value="Nama Contoh"');
    expect(tokenIn(page.body)).not.toBe('');
  };

  it('gives back what was read of it: too many files or parts, a part too long, an end that is missing', async () => {
    const file = part('files', 'x', '; filename="a.png"\r\nContent-Type: image/png');
    for (const count of [9, 33, 60]) expectBack(await raw(file.repeat(count)), 422, 'Paling banyak 8 berkas');
    expectBack(await raw(part('x', 'y').repeat(200)), 422, 'tidak sampai utuh');
    expectBack(await raw(part('story', 'contoh'), ''), 422, 'tidak sampai utuh');
    expectBack(await raw(part('n'.repeat(5_000), 'x') + part('seenOn', '2099-01-01')), 422, 'Isi paling sedikit satu');
  });

  it('comes back too where files cannot be written, and an operator is told', async () => {
    const told: string[] = [];
    const own = await startConsoleFixture({ acts: [], tell: (where) => told.push(where) });
    const folder = join(own.dataDir, 'reports');
    await rm(folder, { recursive: true });
    await writeFile(folder, 'x');
    const files = new Blob([new Uint8Array(pngOf(3, 3, 3))], { type: 'image/png' });
    const page = await sendForm(own.app, {
      values: { token: await freshToken(own.app), name: 'Nama Contoh', story: 'x', files },
    });
    expectBack(page, 503, 'belum dapat disimpan');
    expect(told).toEqual(['report-form']);
    await own.close();
  });

  it('takes no file from a place that has to work first, and takes it with the work', async () => {
    const from = '192.0.2.61';
    for (let n = 0; n < 3; n += 1) await send({ story: STORY }, { from });
    const files = new Blob([new Uint8Array(pngOf(5, 5, 5))], { type: 'image/png' });
    const held = await send({ story: STORY, files }, { from });
    expect([held.statusCode, challengeIn(held.body) !== '']).toEqual([429, true]);
    // A browser's script puts the work before the files.
    const taken = await send({ proof: solved(challengeIn(held.body)), story: STORY, files }, { from });
    expect(taken.statusCode, taken.body).toBe(200);
    const saved = await fixture.storage.reports.findReportByReceipt(receiptIn(taken.body));
    expect(saved?.files).toHaveLength(1);
  });
});

describe('a flood', () => {
  it('from one place has to work, each piece of work counts once, and then it has to wait; other places go on', async () => {
    const from = '198.51.100.20';
    for (let n = 0; n < 3; n += 1) expect((await send({ story: STORY }, { from })).statusCode).toBe(200);
    const held = await send({ story: STORY }, { from });
    expect([held.statusCode, wordsIn(held.body)]).toEqual([429, expect.stringContaining('menit lagi')]);
    const proof = solved(challengeIn(held.body));
    expect((await send({ story: STORY, proof }, { from })).statusCode).toBe(200);
    expect((await send({ story: STORY, proof }, { from })).statusCode).toBe(429);
    const forged = proof.replace(/^([^.]+\.[^.]+)\.\d+/, '$1.0');
    expect((await send({ story: STORY, proof: forged }, { from })).statusCode).toBe(429);
    for (let n = 0; n < 2; n += 1) await send({ story: STORY }, { from });
    const over = await send({ story: STORY, proof: solved(challengeIn(held.body)) }, { from });
    expect([over.statusCode, challengeIn(over.body)]).toEqual([429, '']);
    expect((await send({ story: STORY }, { from: '198.51.100.21' })).statusCode).toBe(200);
    fixture.setNow(new Date(NOW.getTime() + (hour + 0.99) * 3_600_000 + 3_600_000));
    expect((await send({ story: STORY }, { from })).statusCode).toBe(200);
  });

  it('is counted under names that say no address, and none is kept anywhere', async () => {
    const from = '198.51.100.77';
    await send({ story: STORY }, { from });
    const redis = new Redis(testServices().redisUrl);
    const keys = (await redis.keys(`${queuePrefix}*`)).join('\n');
    redis.disconnect();
    expect(keys).not.toBe('');
    const all = await Promise.all(
      (await database.listCollections()).map(({ name }) => database.collection(name).find().toArray()),
    );
    expect(keys + JSON.stringify(all)).not.toContain(from);
  });
});

describe('a thread', () => {
  let receipt: string;
  beforeEach(async () => {
    receipt = receiptIn((await send({ story: STORY }, { from: '192.0.2.1' })).body);
  });

  it('is opened by the receipt however it is spaced, and says a typing fault without counting it', async () => {
    const spaced = receipt.replace(/(....)/g, '$1 - ');
    expect((await open(spaced)).statusCode).toBe(200);
    const wrong = `${receipt.slice(0, 15)}${(Number(receipt[15]) + 1) % 10}`;
    for (let n = 0; n < 5; n += 1) expect(wordsIn((await open(wrong)).body)).toContain('salah ketik');
    expect((await open('12 34')).statusCode).toBe(422);
    expect((await open(receipt)).statusCode).toBe(200);
  });

  it('is not found by guessing: after a few misses a place waits, with the right receipt too, and others do not', async () => {
    const from = '198.51.100.9';
    for (const guess of ['0000000000000098', '0000000000000195', '0000000000000292']) {
      expect((await open(guess, from)).statusCode).toBe(404);
    }
    const held = await open(receipt, from);
    expect([held.statusCode, wordsIn(held.body)]).toEqual([429, expect.stringContaining('menit lagi')]);
    expect((await open(receipt, '198.51.100.10')).statusCode).toBe(200);
  });

  it('is not found by many guesses at once either, and one that opens costs nothing', async () => {
    const from = '198.51.100.11';
    for (let n = 0; n < 8; n += 1) expect((await open(receipt, from)).statusCode).toBe(200);
    const guesses = await Promise.all(Array.from({ length: 40 }, () => open(receiptOf(randomBytes(8)), from)));
    expect(guesses.filter(({ statusCode }) => statusCode === 404)).toHaveLength(3);
    expect(guesses.filter(({ statusCode }) => statusCode === 429)).toHaveLength(37);
  });

  it('loses no reply: to a mistyped receipt, while it has to wait, by the same form with other words, or when it is full', async () => {
    const page = await open(receipt);
    const token = tokenIn(page.body);
    const reply = (text: string, given: { receipt?: string; from?: string; token?: string } = {}) =>
      sendForm(fixture.app, { url: '/lapor/balas', from: given.from, values: { receipt, token, text, ...given } });
    const mistyped = await reply('Tidak boleh hilang', { receipt: '1234 5678' });
    expect(mistyped.statusCode).toBe(422);
    expect(mistyped.body).toContain('Tidak boleh hilang</textarea>');
    expect(mistyped.body).toContain('value="1234 5678"');
    expect((await reply('Sesudah dibetulkan', { token: tokenIn(mistyped.body) })).body).toContain('Terkirim.');
    const from = '198.51.100.12';
    for (let n = 0; n < 4; n += 1) await open('0000000000000098', from);
    const held = await reply('Menunggu dulu', { from });
    expect([held.statusCode, held.body.includes('Menunggu dulu</textarea>')]).toEqual([429, true]);
    for (const text of ['Yang pertama', 'Yang kedua', 'Yang kedua'])
      expect((await reply(text)).body).toContain('Terkirim.');
    const { body } = await open(receipt);
    for (const text of ['Yang pertama', 'Yang kedua']) expect(body.match(new RegExp(text, 'g'))).toHaveLength(1);
    const { id, messages } = (await fixture.storage.reports.findReportByReceipt(receipt))!;
    for (let n = messages.length; n < 50; n += 1) {
      await fixture.storage.reports.saveMessageOnce(id, { id: `penuh-${n}`, from: 'reporter', text: 'x', at: NOW });
    }
    const full = await reply('Yang tidak muat');
    expect([full.statusCode, full.body.includes('Yang tidak muat</textarea>')]).toEqual([422, true]);
  });

  it('carries questions and answers both ways, each once, and nobody of the office by name', async () => {
    const page = await open(receipt);
    const reply = (text: string, token = tokenIn(page.body)) =>
      sendForm(fixture.app, { url: '/lapor/balas', values: { receipt, token, text } });
    const { _id } = (await reports().find().sort({ broughtAt: -1 }).toArray()).at(0)!;
    const id = (await fixture.storage.reports.findReportByReceipt(receipt))!.id;
    expect([_id, id].every(Boolean)).toBe(true);
    const question = {
      id: 'pesan-contoh',
      from: 'office',
      text: 'Di <i>grup</i> mana?',
      at: NOW,
      by: 'petugas-contoh',
    } as const;
    await fixture.storage.reports.saveMessageOnce(id, question);
    await Promise.all([reply('Grup RT contoh.'), reply('Grup RT contoh.')]);
    const { body } = await open(receipt);
    expect(body).toContain('Di &lt;i&gt;grup&lt;/i&gt; mana?');
    expect(body.match(/Grup RT contoh\./g)).toHaveLength(1);
    expect(body).not.toContain('petugas-contoh');
    expect(wordsIn((await reply('  ')).body)).toContain('masih kosong');
    const stale = await reply('Tidak hilang', 'k3j9.aaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbb');
    expect(stale.body).toContain('Tidak hilang');
  });

  it('never stands in an address', async () => {
    const { body, headers } = await open(receipt);
    expect(body).not.toMatch(new RegExp(`(?:href|action)="[^"]*${receipt}`));
    expect([headers['cache-control'], headers['referrer-policy']]).toEqual(['no-store', 'same-origin']);
    expect((await fixture.app.inject({ url: `/lapor/buka?receipt=${receipt}` })).body).not.toContain(receipt);
  });
});
