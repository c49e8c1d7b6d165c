import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountsCsv, OFFICES_CSV, openPlace, type Place } from './place.js';

let place: Place;
let offices: string;

beforeAll(() => {
  place = openPlace({ redisDatabase: 10 });
  offices = place.file('offices.csv', OFFICES_CSV);
});
afterAll(() => place.remove());

const GOOD = accountsCsv([{ platform: 'bluesky', handle: 'satu.contoh.test' }]);
const LAST_LINE = '1 kesalahan; tidak ada yang diimpor.';

describe('netra registry', () => {
  it('names every fault of a row with row, column, reason and next step, and imports nothing', async () => {
    const bad = `${GOOD}=1+1,Contoh\u0007 Dua,Guru,OPD-9,friendster,sa\u200btu,SK|x|y,yakin\n`;
    const path = place.file('buruk.csv', bad);
    for (const command of ['check', 'import']) {
      const run = await place.netra(['registry', command, path, '--offices', offices]);
      expect(run).toMatchObject({ exitCode: 2, stderr: '' });
      expect(run.stdout.trimEnd().split('\n')).toEqual([
        'buruk.csv baris 3, kolom nip: Isi "=1+1" diawali tanda rumus (=, +, -, @, tab). Langkah: Hapus tanda di awal; sel rumus tidak diterima karena dapat dijalankan oleh lembar kerja.',
        'buruk.csv baris 3, kolom name: Isi "Contoh\\u0007 Dua" memuat karakter tersembunyi. Langkah: Ketik ulang isinya; jangan menyalin dari peramban.',
        'buruk.csv baris 3, kolom office_code: OPD "OPD-9" tidak dikenal. Langkah: Maksudnya OPD-1? Daftarkan OPD-nya lebih dulu: netra registry import accounts.csv --offices offices.csv',
        'buruk.csv baris 3, kolom platform: Platform "friendster" tidak dikenal. Langkah: Pilih salah satu: bluesky, web, facebook, instagram, threads, tiktok, x, youtube, telegram, mastodon.',
        'buruk.csv baris 3, kolom handle: Isi "sa\\u200btu" memuat karakter tersembunyi. Langkah: Ketik ulang isinya; jangan menyalin dari peramban.',
        'buruk.csv baris 3, kolom mandate: "x" bukan tanggal. Langkah: Tulis: nomor keputusan|YYYY-MM-DD|YYYY-MM-DD, misalnya SK-12/2024|2024-08-01|2025-01-31.',
        'buruk.csv baris 3, kolom proof: Status bukti "yakin" tidak dikenal. Langkah: Pilih salah satu: unproven, claimed, proven, disputed, belum, diakui, terbukti, disanggah.',
        '7 kesalahan; tidak ada yang diimpor.',
      ]);
    }
    const after = await place.netra([
      'registry',
      'check',
      place.file('baik.csv', GOOD),
      '--offices',
      offices,
      '--json',
    ]);
    expect(JSON.parse(after.stdout).accounts).toMatchObject({ created: 1, updated: 0, unchanged: 0 });
  });

  it.each([
    {
      what: 'in Windows-1252',
      name: 'latin.csv',
      bytes: Buffer.from(GOOD.replace('Contoh Pegawai 1', 'André'), 'latin1'),
      says: 'latin.csv baris 2: Berkas bukan UTF-8 (tampaknya Windows-1252 atau Latin-1), mulai baris 2. Langkah: Simpan ulang dari Excel sebagai "CSV UTF-8 (Comma delimited)".',
    },
    {
      what: 'that is half-written',
      name: 'separuh.csv',
      bytes: Buffer.from(GOOD).subarray(0, GOOD.length - 12),
      says: 'separuh.csv baris 2: Baris terakhir terpotong: 7 dari 8 kolom. Langkah: Berkas belum selesai ditulis atau disalin; simpan atau salin ulang.',
    },
  ])('tells a file $what by its place', async ({ name, bytes, says }) => {
    const run = await place.netra(['registry', 'check', place.file(name, bytes), '--offices', offices]);
    expect(run.stdout.trimEnd().split('\n')).toEqual([says, LAST_LINE]);
    expect(run).toMatchObject({ exitCode: 2, stderr: '' });
  });

  it('says what to do where the file is not there', async () => {
    const run = await place.netra(['registry', 'check', '/tidak/ada.csv']);
    expect(run).toMatchObject({ exitCode: 1, stdout: '' });
    expect(run.stderr).toBe(
      'netra: Berkas /tidak/ada.csv tidak dapat dibuka.\n  langkah berikut: Periksa nama dan hak baca berkasnya.\n',
    );
  });
});
