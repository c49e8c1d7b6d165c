import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runNetra } from '../support/run-netra.js';
import { brought } from './place.js';

/** The acts of these tests fall in its stages: what is said where none does is said elsewhere. */
const env = { NETRA_ELECTIONS_DIR: resolve('rules/example') };

const line = (id: string, changes: Record<string, unknown> = {}) =>
  Buffer.from(
    `${JSON.stringify({
      ...{ id, kind: 'post', text: 'Selamat pagi', publishedAt: '2026-11-01T08:00:00+07:00' },
      ...{ account: { id: 'contoh', region: '35.78' }, ...changes },
    })}\n`,
  );

describe('netra screen', () => {
  it.each(['UTC', 'Asia/Jakarta', 'Asia/Jayapura'])('reads every spelling of a zone alike, in %s', async (TZ) => {
    const input = readFileSync(brought('b06-offset-without-colon/screen.ndjson'));
    const run = await runNetra(['screen'], { env: { TZ }, input });
    const answers = run.stdout
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text) as { id: string });
    expect(answers.map(({ id, ...answer }) => ({ ...answer, error: undefined }))).toEqual(
      answers.map(() => ({ ...answers[0], id: undefined })),
    );
    expect(answers.map(({ id }) => id)).toEqual(['f0', 'f1', 'f2', 'f3', 'f4']);
    expect(run.exitCode).toBe(0);
  });

  it('reads lines that end with CR alone, and tells a file in UTF-16 as one', async () => {
    const [one, two] = [line('satu').toString().trimEnd(), line('dua').toString().trimEnd()];
    const run = await runNetra(['screen'], { env, input: `\uFEFF${one}\r\r${two}\r` });
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(
      run.stdout
        .trimEnd()
        .split('\n')
        .map((text) => (JSON.parse(text) as { id: string }).id),
    ).toEqual(['satu', 'dua']);
    const wide = await runNetra(['screen'], { env, input: Buffer.from(`${one}\n${two}\n`, 'utf16le') });
    expect(wide).toMatchObject({
      exitCode: 2,
      stdout: '{"id":null,"error":"Masukan memakai pengodean UTF-16 (simpan ulang berkas dengan pengodean UTF-8)"}\n',
    });
  });

  it('answers each bad line on its place with reason and next step, and screens the others', async () => {
    const target = { account: { platform: 'friendster', handle: 'a' } };
    const input = Buffer.concat([
      line('baik-1'),
      Buffer.from('{"id": salah\n'),
      Buffer.concat([Buffer.from('{"id":"latin'), Buffer.from([0xe9]), Buffer.from('"}\n')]),
      line('nanti', { publishedAt: '2099-01-01T00:00:00+07:00' }),
      line('asing', { kind: 'like', target }),
      line('tanpa-zona', { publishedAt: '2026-11-01T08:00:00' }),
      line('sepuluh-mb', { text: 'Ayo '.repeat(2_500_000) }),
      line('kendali', { text: 'Selamat\u0007 pagi\u0000' }),
      line('raksasa', { text: 'A'.repeat(17 * 1024 * 1024) }),
      line('baik-2'),
      line('terpotong').subarray(0, 40),
    ]);
    const run = await runNetra(['screen'], { env, input });
    const answers = run.stdout
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text) as { id: string | null; error?: string; flagged?: boolean });
    expect(answers.map(({ id, error, flagged }) => error ?? `${id}: ${flagged}`)).toEqual([
      'baik-1: false',
      'Baris bukan JSON (satu objek JSON utuh pada satu baris, tanpa koma di ujung)',
      'Baris bukan UTF-8 (simpan ulang berkas dengan pengodean UTF-8)',
      'nanti: false',
      '"target.account.platform" tidak dikenal: "friendster" (pilihan: bluesky, web, facebook, instagram, threads, tiktok, x, youtube, telegram, mastodon)',
      '"publishedAt" tidak terbaca: "2026-11-01T08:00:00" (tulis ISO 8601 dengan zona, misalnya 2026-02-10T08:00:00+07:00)',
      'sepuluh-mb: false',
      'kendali: false',
      'Baris terlalu panjang (paling besar 16 MB; potong teksnya)',
      'baik-2: false',
      'Baris bukan JSON (satu objek JSON utuh pada satu baris, tanpa koma di ujung)',
    ]);
    expect(answers.map(({ id }) => id)).toEqual([
      ...['baik-1', null, null, 'nanti', 'asing', 'tanpa-zona', 'sepuluh-mb', 'kendali', null, 'baik-2', null],
    ]);
    expect(run.stderr.trimEnd().split('\n')).toEqual([
      '1 baris memuat teks lebih dari 100000 huruf: hanya bagian awalnya yang disaring.',
      '1 baris bertanggal di masa depan: periksa jam alat atau berkas asalnya.',
      '6 baris tidak dapat dibaca; sebabnya tertulis pada tempatnya di keluaran.',
    ]);
    expect(run.exitCode).toBe(2);
  });
});
