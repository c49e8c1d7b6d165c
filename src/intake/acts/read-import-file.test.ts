import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_READ_LENGTH } from '../../domain/activity.js';
import type { ImportFormat } from '../../domain/import-format.js';
import type { ImportLine } from '../../domain/import-line.js';
import { readImportFile } from './read-import-file.js';

const clock = () => new Date('2026-11-20T00:00:00Z');
const ACT = {
  id: 'a1',
  kind: 'post',
  text: 'Selamat pagi 🌅',
  publishedAt: '2026-11-19T08:00:00+07:00',
  platform: 'instagram',
  handle: 'wati.contoh',
};
const HEADER = 'id,kind,text,publishedAt,platform,handle,targetHandle,targetText,targetUrl,url';

async function read(content: string | Uint8Array, format: ImportFormat = 'ndjson', chunkSize = 7) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize);
  }
  const lines: ImportLine[] = [];
  for await (const line of readImportFile(chunks(), { clock, format })) lines.push(line);
  return lines;
}

const json = (...acts: object[]) => `${acts.map((act) => JSON.stringify(act)).join('\n')}\n`;
const errorsOf = (lines: readonly ImportLine[]) =>
  lines.flatMap((l) => ('error' in l ? [`${l.line} ${l.reason}: ${l.error} | ${l.hint}`] : []));
const idsOf = (lines: readonly ImportLine[]) => lines.flatMap((l) => ('activity' in l ? [l.activity.externalId] : []));

describe('reading an import file', () => {
  it('reads NDJSON acts with their account, target and pictures', async () => {
    const account = { platform: 'instagram', handle: 'bramsekar' };
    const quoted = { account, text: 'Simak', quoted: { url: 'https://kabar.test/1' } };
    const target = { account, text: 'Coblos', url: 'https://x.test/1', quoted };
    const lines = await read(json({ ...ACT, target, media: [{ text: 'foto' }], account: { id: 'x', region: '35' } }));
    expect(lines).toEqual([
      {
        line: 1,
        platform: 'instagram',
        handle: 'wati.contoh',
        activity: {
          kind: 'post',
          externalId: 'a1',
          text: 'Selamat pagi 🌅',
          publishedAt: new Date('2026-11-19T01:00:00Z'),
          target,
          media: [{ text: 'foto' }],
        },
      },
    ]);
  });

  it('reads CSV acts, with commas, quotation marks and line ends in their text', async () => {
    const row = `a1,share,"Kata dia ""ayo"",⏎baris dua",2026-11-19T01:00:00Z,facebook,slamet,kabar.contoh,Judul,,https://x.test/2`;
    const lines = await read(`\uFEFF${HEADER}\r\n${row.replace('⏎', '\r\n')}\r\n${row.replace('a1', 'a2')}\r\n`, 'csv');
    expect(lines).toMatchObject([
      {
        line: 2,
        activity: {
          text: 'Kata dia "ayo",\nbaris dua',
          target: { account: { platform: 'facebook', handle: 'kabar.contoh' }, text: 'Judul' },
          url: 'https://x.test/2',
        },
      },
      { line: 4, activity: { externalId: 'a2' } },
    ]);
  });

  it('reads texts that an export escaped as HTML as their author wrote them, and leaves addresses alone', async () => {
    const target = { text: '&#35;Tagar &amp;quot;ya&amp;quot;', url: 'https://x.test/?a=1&amp;b=2' };
    const act = { ...ACT, text: 'kata &quot;ayo&quot;', target, media: [{ text: 'A &amp; B' }] };
    expect(await read(json(act))).toMatchObject([
      {
        activity: {
          text: 'kata "ayo"',
          target: { text: '#Tagar "ya"', url: 'https://x.test/?a=1&amp;b=2' },
          media: [{ text: 'A & B' }],
        },
      },
    ]);
  });

  it('keeps a formula as the text that somebody wrote', async () => {
    const lines = await read(`${HEADER}\na1,post,"=HYPERLINK(""http://x"")",2026-11-19T01:00:00Z,x,u,,,,\n`, 'csv');
    expect(lines).toMatchObject([{ activity: { text: '=HYPERLINK("http://x")' } }]);
  });

  it('names each line it cannot read, with reason and remedy, and goes on', async () => {
    const bad = [
      '{"id": "rusak"',
      '[1]',
      JSON.stringify({ ...ACT, platform: 'friend\u0007ster' }),
      JSON.stringify({ ...ACT, handle: 'wati\u202econtoh' }),
      JSON.stringify({ ...ACT, kind: 'dukung' }),
      JSON.stringify({ ...ACT, publishedAt: '2026-11-19 08:00' }),
      JSON.stringify({ ...ACT, publishedAt: '2027-01-01T00:00:00Z' }),
      JSON.stringify({ ...ACT, url: 'javascript:alert(1)' }),
      JSON.stringify({ ...ACT, id: undefined }),
      JSON.stringify({ ...ACT, text: 12 }),
    ];
    const lines = await read(`${bad.join('\n')}\n\n${JSON.stringify(ACT)}\n`);
    expect(errorsOf(lines)).toEqual([
      '1 unreadable: Baris ini bukan JSON yang sah. | Satu objek JSON utuh pada satu baris; periksa tanda kutip, koma, dan kurung.',
      '2 unreadable: Baris ini bukan objek JSON. | Tulis {"id":…,"kind":…,"text":…,"publishedAt":…,"platform":…,"handle":…}.',
      '3 unreadable: Platform tidak dikenal: "friend\uFFFDster". | Pakai salah satu dari: bluesky, web, facebook, instagram, threads, tiktok, x, youtube, telegram, mastodon.',
      '4 unreadable: Nama akun pada "handle" memuat karakter yang tidak boleh ada, atau panjangnya bukan 1 sampai 300. | Ketik ulang nama akun; karakter kendali tak terlihat sering ikut saat menyalin.',
      '5 unreadable: Kolom "kind" tidak dapat dibaca: harus salah satu dari post, share, like, comment, follow. | Perbaiki kolom itu; contoh lengkap ada di docs/collectors.md.',
      '6 unreadable: Waktu "publishedAt" tidak dapat dibaca. | Tulis dengan zona waktu, misalnya 2026-11-20T08:30:00+07:00.',
      '7 in_future: Waktu "publishedAt" ada di masa depan. | Periksa tahun dan zona waktunya.',
      '8 unreadable: Alamat pada "url" bukan alamat http atau https. | Tulis alamat lengkap yang dimulai dengan https://, atau kosongkan.',
      '9 unreadable: Kolom "id" tidak dapat dibaca: tidak ada. | Perbaiki kolom itu; contoh lengkap ada di docs/collectors.md.',
      '10 unreadable: Kolom "text" tidak dapat dibaca: jenis nilainya salah. | Perbaiki kolom itu; contoh lengkap ada di docs/collectors.md.',
    ]);
    expect(lines.at(-1)).toMatchObject({ line: 12, activity: { externalId: 'a1' } });
  });

  it('names a line whose values are no text and cannot be made one, and goes on', async () => {
    const odd = { toString: 1, valueOf: [] };
    const fields = ['id', 'kind', 'text', 'publishedAt', 'platform', 'handle', 'url', 'target', 'media'];
    const lines = await read(json(...fields.map((field) => ({ ...ACT, [field]: odd })), { ...ACT, id: [odd] }, ACT));
    expect(errorsOf(lines)).toHaveLength(fields.length);
    expect(idsOf(lines)).toEqual(['a1', 'a1']);
  });

  it('cuts a text of 10 MB and says so', async () => {
    const [line] = await read(json({ ...ACT, text: 'a'.repeat(10_000_000) }), 'ndjson', 65_536);
    expect(line).toMatchObject({ wasCut: true });
    expect((line as { activity: { text: string } }).activity.text).toHaveLength(MAX_READ_LENGTH);
  });

  it('passes over a line too long to hold, and reads the next', async () => {
    const lines = await read(`"${'a'.repeat(17 * 1024 * 1024)}"\n${json(ACT)}`, 'ndjson', 1_000_000);
    expect(errorsOf(lines)).toEqual([expect.stringMatching(/^1 too_large: Baris ini lebih dari 16 MB\./)]);
    expect(idsOf(lines)).toEqual(['a1']);
  });

  it('tells a UTF-16 file as one, and a Latin-1 line as one line', async () => {
    expect(errorsOf(await read(Buffer.from(`\uFEFF${json(ACT)}`, 'utf16le')))).toEqual([
      expect.stringContaining('UTF-16'),
    ]);
    const latin = Buffer.concat([Buffer.from('{"text":"caf\xe9"}\n', 'latin1'), Buffer.from(json(ACT))]);
    const lines = await read(latin);
    expect(errorsOf(lines)).toEqual([expect.stringMatching(/^1 unreadable: Baris ini bukan UTF-8/)]);
    expect(idsOf(lines)).toEqual(['a1']);
  });

  it('says that the last line was cut off, and takes a whole one without a line end', async () => {
    expect(errorsOf(await read(`${json(ACT)}{"id":"a2","te`))).toEqual([
      expect.stringMatching(/^2 unreadable: Baris terakhir terpotong/),
    ]);
    expect(idsOf(await read(JSON.stringify(ACT)))).toEqual(['a1']);
  });

  it('loses only the line whose quotation mark stays open', async () => {
    const row = (id: string, text: string) => `${id},post,${text},2026-11-19T01:00:00Z,x,u,,,,`;
    const content = [HEADER, row('a1', '"terbuka'), row('a2', 'biasa'), row('a3', '"dua\nbaris"'), row('a4', 'x,y')];
    const lines = await read(`${content.join('\n')}\n`, 'csv');
    expect(errorsOf(lines)).toEqual([
      expect.stringMatching(/^2 unreadable: Tanda kutip yang dibuka/),
      expect.stringMatching(/^6 unreadable: Baris ini mempunyai 11 sel, judulnya 10\./),
    ]);
    expect(idsOf(lines)).toEqual(['a2', 'a3']);
  });

  it('says which columns a CSV header lacks', async () => {
    expect(errorsOf(await read('id,teks\n1,halo\n', 'csv'))).toEqual([
      expect.stringContaining('tidak memuat kolom: kind, text, publishedAt, platform, handle'),
    ]);
  });

  it('takes control characters out of text', async () => {
    expect(await read(json({ ...ACT, text: 'a\u0000b\u001bc\nd' }))).toMatchObject([{ activity: { text: 'abc\nd' } }]);
  });

  it('never throws and never loses a whole line, whatever bytes stand around it', async () => {
    const noise = fc.uint8Array({ maxLength: 60 }).map((bytes) => bytes.filter((b) => b !== 0x0a && b !== 0));
    await fc.assert(
      fc.asyncProperty(fc.array(noise, { maxLength: 5 }), fc.integer({ min: 1, max: 50 }), async (parts, size) => {
        const first = Buffer.from(JSON.stringify({ ...ACT, id: 'mula' }));
        const bytes = Buffer.concat([first, ...parts.map((p) => Buffer.concat([Buffer.from('\n'), p]))]);
        const lines = await read(Buffer.concat([bytes, Buffer.from(`\n${json(ACT)}`)]), 'ndjson', size);
        expect(idsOf(lines)).toEqual(['mula', 'a1']);
      }),
    );
  });
});
