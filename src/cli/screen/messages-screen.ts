import { ACTIVITY_KINDS, PLATFORMS } from '../../domain/platform.js';

const FAULTS = {
  not_utf8: ['Baris bukan UTF-8', 'simpan ulang berkas dengan pengodean UTF-8'],
  not_json: ['Baris bukan JSON', 'satu objek JSON utuh pada satu baris, tanpa koma di ujung'],
  not_object: ['Baris bukan objek JSON', 'mulai dengan { dan akhiri dengan }'],
  too_long: ['Baris terlalu panjang', 'paling besar 16 MB; potong teksnya'],
  no_id: ['"id" tidak ada atau bukan teks', 'beri setiap baris id berupa teks'],
  bad_kind: ['"kind" tidak dikenal', `pilihan: ${ACTIVITY_KINDS.join(', ')}`],
  bad_text: ['"text" tidak ada atau bukan teks', 'isi dengan teks unggahan; boleh kosong ("")'],
  bad_date: ['"publishedAt" tidak terbaca', 'tulis ISO 8601 dengan zona, misalnya 2026-02-10T08:00:00+07:00'],
  bad_account: ['"account" tidak lengkap', 'isi {"id": "…", "region": "35.78"}'],
  bad_region: ['"account.region" bukan kode wilayah', 'kode Kemendagri berupa teks, misalnya "35", "35.78" atau "ID"'],
  bad_position: ['"account.position" bukan teks', 'isi jabatan sebagai teks atau hapus'],
  bad_target: ['"target" bukan objek', 'isi {"account": {…}, "text": "…"} atau hapus'],
  bad_target_text: ['"target.text" bukan teks', 'isi teks unggahan yang dituju atau hapus'],
  bad_target_account: ['"target.account" tidak lengkap', 'isi {"platform": "…", "handle": "…"}'],
  bad_platform: ['"target.account.platform" tidak dikenal', `pilihan: ${PLATFORMS.join(', ')}`],
  bad_media: ['"media" bukan daftar objek', 'isi [{"text": "…"}], paling banyak 50'],
} as const;

export type LineFault = keyof typeof FAULTS;

const MAX_SHOWN = 40;

/** What is wrong with a line and how to mend it, with the value that was found; never the post's own words. */
export function lineFault(fault: LineFault, value?: unknown): string {
  const [problem, hint] = FAULTS[fault];
  const isShown =
    value !== undefined && (typeof value !== 'object' || value === null) && !String(fault).endsWith('text');
  const shown = isShown ? `: ${JSON.stringify(String(value).slice(0, MAX_SHOWN))}` : '';
  return `${problem}${shown} (${hint})`;
}

export const SCREEN_NOTES = {
  cut: (lines: number, max: number) =>
    `${lines} baris memuat teks lebih dari ${max} huruf: hanya bagian awalnya yang disaring.`,
  future: (lines: number) => `${lines} baris bertanggal di masa depan: periksa jam alat atau berkas asalnya.`,
  failed: (lines: number) => `${lines} baris tidak dapat dibaca; sebabnya tertulis pada tempatnya di keluaran.`,
};
