import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountsCsv, brought, OFFICES_CSV, openPlace, type Place } from './place.js';

const WHERE = 'Tanda, bila ada, muncul di konsol setelah buktinya disegel.';
const TWO_IN = `Dikenali: tabel Netra (--as csv)\n2 baris: 2 baru, 0 sudah dikenal, 0 dipotong\n${WHERE}\n`;
let place: Place;

beforeAll(async () => {
  place = openPlace({ redisDatabase: 9 });
  const accounts = place.file(
    'accounts.csv',
    accountsCsv([
      { platform: 'bluesky', handle: 'satu.contoh.test' },
      { platform: 'tiktok', handle: 'dua.contoh' },
    ]),
  );
  const offices = place.file('offices.csv', OFFICES_CSV);
  expect(await place.netra(['registry', 'import', accounts, '--offices', offices])).toMatchObject({ exitCode: 0 });
});
afterAll(() => place.remove());

function line(id: string, changes: Record<string, unknown> = {}): Buffer {
  const act = {
    ...{ id, kind: 'post', text: 'Selamat pagi', publishedAt: '2026-11-01T08:00:00+07:00' },
    ...{ platform: 'bluesky', handle: 'satu.contoh.test', ...changes },
  };
  return Buffer.from(`${JSON.stringify(act)}\n`);
}

describe('netra import', () => {
  it('names each bad line with its number, reason and next step, and takes in the others', async () => {
    const path = place.file(
      'campur.ndjson',
      Buffer.concat([
        line('baik-1'),
        Buffer.from('{"id": salah\n'),
        Buffer.concat([Buffer.from('{"id":"latin","text":"caf'), Buffer.from([0xe9]), Buffer.from('"}\n')]),
        line('sepuluh-mb', { text: 'A'.repeat(10_000_000) }),
        line('nanti', { publishedAt: '2099-01-01T00:00:00+07:00' }),
        line('asing', { platform: 'friendster' }),
        line('kendali', { handle: 'sa\u0007tu.contoh.test' }),
        line('tanpa-zona', { publishedAt: '2026-11-01T08:00:00' }),
        Buffer.from('["bukan objek"]\n'),
        line('tak-terdaftar', { handle: 'orang.lain.test' }),
        line('baik-2'),
        line('terpotong').subarray(0, 60),
      ]),
    );
    const run = await place.netra(['import', path]);
    expect(run.stdout.split('\n')).toEqual([
      'Dikenali: NDJSON Netra (--as ndjson)',
      '12 baris: 3 baru, 0 sudah dikenal, 1 dipotong',
      '  dilewati, tidak terbaca: 7',
      '  dilewati, bertanggal di masa depan: 1',
      '  dilewati, akun tidak terdaftar: 1',
      '  baris 2: Baris ini bukan JSON yang sah.',
      '    langkah berikut: Satu objek JSON utuh pada satu baris; periksa tanda kutip, koma, dan kurung.',
      '  baris 3: Baris ini bukan UTF-8 yang sah (mungkin Latin-1 atau Windows-1252).',
      '    langkah berikut: Simpan ulang berkas sebagai UTF-8, lalu impor lagi; baris yang sudah masuk tidak menjadi ganda.',
      '  baris 5: Waktu "publishedAt" ada di masa depan.',
      '    langkah berikut: Periksa tahun dan zona waktunya.',
      '  baris 6: Platform tidak dikenal: "friendster".',
      '    langkah berikut: Pakai salah satu dari: bluesky, web, facebook, instagram, threads, tiktok, x, youtube, telegram, mastodon.',
      '  baris 7: Nama akun pada "handle" memuat karakter yang tidak boleh ada, atau panjangnya bukan 1 sampai 300.',
      '    langkah berikut: Ketik ulang nama akun; karakter kendali tak terlihat sering ikut saat menyalin.',
      '  baris 8: Waktu "publishedAt" tidak dapat dibaca.',
      '    langkah berikut: Tulis dengan zona waktu, misalnya 2026-11-20T08:30:00+07:00.',
      '  baris 9: Baris ini bukan objek JSON.',
      '    langkah berikut: Tulis {"id":…,"kind":…,"text":…,"publishedAt":…,"platform":…,"handle":…}.',
      '  baris 12: Baris terakhir terpotong di tengah.',
      '    langkah berikut: Berkas mungkin belum selesai disalin: salin ulang, lalu impor lagi.',
      WHERE,
      '',
    ]);
    expect(run).toMatchObject({ exitCode: 2, stderr: '' });

    const again = await place.netra(['import', path, '--json']);
    expect(again.exitCode).toBe(2);
    expect(JSON.parse(again.stdout)).toMatchObject({ newActivities: 0, knownActivities: 3 });
  });

  it('keeps a formula as the text that somebody wrote, and names the open quotation mark', async () => {
    const path = place.file(
      'rumus.csv',
      [
        'id,kind,text,publishedAt,platform,handle',
        `r1,post,"=cmd|' /C calc'!A0",2026-11-01T08:00:00+07:00,bluesky,satu.contoh.test`,
        'r2,post,satu,dua,2026-11-01T08:00:00+07:00,bluesky,satu.contoh.test',
        'r3,post,"tidak ditutup,2026-11-01T08:00:00+07:00,bluesky,satu.contoh.test',
        '',
      ].join('\n'),
    );
    const run = await place.netra(['import', path]);
    expect(run.exitCode).toBe(2);
    expect(run.stdout).toBe(
      [
        'Dikenali: tabel Netra (--as csv)',
        '3 baris: 1 baru, 0 sudah dikenal, 0 dipotong',
        '  dilewati, tidak terbaca: 2',
        '  baris 3: Baris ini mempunyai 7 sel, judulnya 6.',
        '    langkah berikut: Teks yang memuat koma harus diapit tanda kutip.',
        '  baris 4: Tanda kutip yang dibuka pada baris ini tidak pernah ditutup.',
        '    langkah berikut: Tutup tanda kutipnya; tanda kutip di dalam teks ditulis dua kali ("").',
        WHERE,
        '',
      ].join('\n'),
    );
  });

  it('reads an act file whose lines end with CR alone', async () => {
    const run = await place.netra(['import', brought('b15-carriage-returns/activities.csv')]);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.stdout).toBe(TWO_IN);
  });

  it.each(['UTC', 'Asia/Jakarta', 'Asia/Jayapura'])('reads every spelling of a zone, on a server in %s', async (TZ) => {
    const run = await place.netra(['import', brought('b06-offset-without-colon/activities.ndjson'), '--json'], {
      env: { TZ },
    });
    expect(JSON.parse(run.stdout)).toMatchObject({ lines: 5, skipped: {}, faults: [] });
    const withoutZone = place.file('tanpa-zona.ndjson', line('tanpa-zona', { publishedAt: '2026-11-01T08:00:00' }));
    const refused = await place.netra(['import', withoutZone], { env: { TZ } });
    expect(refused.exitCode).toBe(2);
    expect(refused.stdout).toContain('Tulis dengan zona waktu, misalnya 2026-11-20T08:30:00+07:00.');
  });

  it('reads what Excel with Indonesian settings writes, and names the columns that it does not read', async () => {
    const path = place.file(
      'excel.csv',
      [
        '\uFEFFid;kind;text;publishedAt;platform;handle;suka;url;;',
        'x1;post;"Selamat pagi; semua";2026-11-01T08:00:00+07:00;bluesky;\u00A0satu.contoh.test;12;;;',
        ';;;;;;;;;',
        'x2;Post;Terima kasih;2026-11-01T08:05:00+07:00;Bluesky\u00A0;satu.contoh.test;3',
        '',
      ].join('\r\n'),
    );
    const run = await place.netra(['import', path]);
    expect(run.stderr).toBe(
      'Kolom yang tidak dibaca: suka.\n  langkah berikut: Yang dibaca hanya: id, kind, text, publishedAt, platform, handle, targetHandle, targetText, targetUrl, url. Ganti judulnya bila isinya diperlukan.\n',
    );
    expect(run).toMatchObject({ exitCode: 0, stdout: TWO_IN });
  });

  it.each([
    ['an empty file', '', ''],
    ['nothing but a header', 'id,kind,text,publishedAt,platform,handle\n,,,,,\n', 'Dikenali: tabel Netra (--as csv)\n'],
  ])('says that nothing was read: %s', async (_what, content, said) => {
    const path = place.file('kosong.csv', content);
    const run = await place.netra(['import', path]);
    expect(run).toMatchObject({ exitCode: 2, stdout: `${said}0 baris: 0 baru, 0 sudah dikenal, 0 dipotong\n` });
    expect(run.stderr).toContain(`Tidak ada satu baris pun yang terbaca dari ${path}.\n  langkah berikut: `);
  });

  it('tells a file in UTF-16 as one', async () => {
    const run = await place.netra(['import', place.file('utf16.ndjson', Buffer.from(line('u').toString(), 'utf16le'))]);
    expect(run.exitCode).toBe(2);
    expect(run.stdout).toContain('Berkas disimpan sebagai UTF-16, bukan UTF-8.');
    expect(run.stdout).toContain('Simpan ulang sebagai "CSV UTF-8" atau "UTF-8", lalu impor lagi.');
  });

  it('says what a capture was taken for and what each key became; a trial stores nothing of it', async () => {
    const video = (id: string, uniqueId: string) => ({
      ...{ nav_index: '1:2:0', item_id: id, timestamp_collected: 1, source_platform: 'tiktok.com' },
      ...{ source_platform_url: 'https://contoh.test', source_url: 'https://contoh.test', user_agent: 'contoh' },
      data: { id, desc: 'Selamat pagi', createTime: 1_793_500_000, author: { id: '68012345', uniqueId } },
    });
    const videos = [video('7301234567890123456', 'dua.contoh'), video('7301234567890123457', 'orang.lain')];
    const path = place.file('tanpa-akhiran', videos.map((one) => `${JSON.stringify(one)}\n`).join(''));
    const said = [
      'Dikenali: Zeeschuimer, TikTok (--as zeeschuimer-tiktok)',
      '  data.id menjadi id',
      '  data.author.uniqueId menjadi handle',
      '  data.author.id menjadi authorId',
      '  data.desc menjadi text',
      '  data.createTime menjadi publishedAt',
      '2 baris: 1 baru, 0 sudah dikenal, 0 dipotong',
      '  dilewati, akun tidak terdaftar: 1',
      '',
    ].join('\n');
    const tried = await place.netra(['import', path, '--dry-run']);
    expect(tried).toMatchObject({ exitCode: 0, stderr: '' });
    expect(tried.stdout).toBe(`Percobaan: tidak ada yang disimpan, aturan tidak dijalankan.\n${said}`);
    expect(await place.netra(['import', path])).toMatchObject({ exitCode: 0, stdout: `${said}${WHERE}\n`, stderr: '' });
  });

  it.each([
    ['/tidak/ada.ndjson', 'Berkas /tidak/ada.ndjson tidak dapat dibuka.', 'Periksa nama dan hak baca berkasnya.'],
    ['/tmp', '/tmp bukan berkas.', 'Tulis nama satu berkas, bukan folder.'],
  ])('says what to do where %s is no file that it can read', async (path, message, hint) => {
    const run = await place.netra(['import', path]);
    expect(run).toMatchObject({ exitCode: 1, stdout: '' });
    expect(run.stderr).toBe(`netra: ${message}\n  langkah berikut: ${hint}\n`);
  });
});
