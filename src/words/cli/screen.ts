import type { Advice, Catalogue } from '../say.js';

/** Why a line cannot be screened. */
export const LINE_FAULTS = {
  not_utf8: {
    message: { id: 'Baris bukan UTF-8', en: 'The line is not UTF-8' },
    hint: { id: 'simpan ulang berkas dengan pengodean UTF-8', en: 'save the file again as UTF-8' },
  },
  utf16: {
    message: { id: 'Masukan memakai pengodean UTF-16', en: 'The input is UTF-16' },
    hint: { id: 'simpan ulang berkas dengan pengodean UTF-8', en: 'save the file again as UTF-8' },
  },
  workbook: {
    message: { id: 'Masukan adalah berkas Excel atau ZIP', en: 'The input is an Excel workbook or a ZIP file' },
    hint: { id: 'satu objek JSON utuh pada satu baris', en: 'one whole JSON object on one line' },
  },
  not_json: {
    message: { id: 'Baris bukan JSON', en: 'The line is not JSON' },
    hint: {
      id: 'satu objek JSON utuh pada satu baris, tanpa koma di ujung',
      en: 'one whole JSON object on one line, without a comma at its end',
    },
  },
  not_object: {
    message: { id: 'Baris bukan objek JSON', en: 'The line is not a JSON object' },
    hint: { id: 'mulai dengan { dan akhiri dengan }', en: 'begin with { and end with }' },
  },
  too_long: {
    message: { id: 'Baris terlalu panjang', en: 'The line is too long' },
    hint: { id: 'paling besar 16 MB; potong teksnya', en: 'at most 16 MB; cut its text' },
  },
  no_id: {
    message: { id: '"id" tidak ada atau bukan teks', en: '"id" is missing or not text' },
    hint: { id: 'beri setiap baris id berupa teks', en: 'give every line an id that is text' },
  },
  bad_kind: {
    message: { id: '"kind" tidak dikenal', en: '"kind" is not known' },
    hint: { id: 'pilihan: {choices}', en: 'one of: {choices}' },
  },
  bad_text: {
    message: { id: '"text" tidak ada atau bukan teks', en: '"text" is missing or not text' },
    hint: { id: 'isi dengan teks unggahan; boleh kosong ("")', en: 'put the post\'s text there; it may be empty ("")' },
  },
  bad_date: {
    message: { id: '"publishedAt" tidak terbaca', en: '"publishedAt" cannot be read' },
    hint: {
      id: 'tulis ISO 8601 dengan zona, misalnya 2026-02-10T08:00:00+07:00',
      en: 'write ISO 8601 with its zone, such as 2026-02-10T08:00:00+07:00',
    },
  },
  bad_account: {
    message: { id: '"account" tidak lengkap', en: '"account" is not complete' },
    hint: { id: 'isi {"id": "…", "region": "35.78"}', en: 'write {"id": "…", "region": "35.78"}' },
  },
  bad_region: {
    message: { id: '"account.region" bukan kode wilayah', en: '"account.region" is no region code' },
    hint: {
      id: 'kode Kemendagri berupa teks, misalnya "35", "35.78" atau "ID"',
      en: 'a Kemendagri code as text, such as "35", "35.78" or "ID"',
    },
  },
  bad_position: {
    message: { id: '"account.position" bukan teks', en: '"account.position" is not text' },
    hint: { id: 'isi jabatan sebagai teks atau hapus', en: 'write the position as text or leave it out' },
  },
  bad_target: {
    message: { id: '"target" bukan objek', en: '"target" is not an object' },
    hint: {
      id: 'isi {"account": {…}, "text": "…"} atau hapus',
      en: 'write {"account": {…}, "text": "…"} or leave it out',
    },
  },
  too_many_targets: {
    message: { id: '"target" memuat lebih dari tiga tujuan', en: '"target" holds more than three targets' },
    hint: {
      id: 'paling banyak yang dibalas, yang dikutip, dan kartu tautan: "quoted" di dalam "quoted"',
      en: 'at most what is answered, what is quoted and a link card: "quoted" inside "quoted"',
    },
  },
  bad_target_text: {
    message: { id: '"target.text" bukan teks', en: '"target.text" is not text' },
    hint: { id: 'isi teks unggahan yang dituju atau hapus', en: "write the target post's text or leave it out" },
  },
  bad_target_account: {
    message: { id: '"target.account" tidak lengkap', en: '"target.account" is not complete' },
    hint: { id: 'isi {"platform": "…", "handle": "…"}', en: 'write {"platform": "…", "handle": "…"}' },
  },
  bad_platform: {
    message: { id: '"target.account.platform" tidak dikenal', en: '"target.account.platform" is not known' },
    hint: { id: 'pilihan: {choices}', en: 'one of: {choices}' },
  },
  bad_media: {
    message: { id: '"media" bukan daftar objek', en: '"media" is not a list of objects' },
    hint: { id: 'isi [{"text": "…"}], paling banyak 50', en: 'write [{"text": "…"}], at most 50' },
  },
} as const satisfies Readonly<Record<string, Advice>>;

export const SCREENED = {
  noStage: {
    id: 'Tidak satu pun tindakan jatuh dalam tahapan pemilihan yang tertulis: tidak ada yang dapat ditandai. Menulis berkasnya: docs/elections.md',
    en: 'No act falls in a stage of an election that is written down: nothing could be marked. How to write one: docs/elections.md',
  },
  cut: {
    id: '{lines} baris memuat teks lebih dari {max} huruf: hanya bagian awalnya yang disaring.',
    en: '{lines} lines hold a text of more than {max} letters: only its beginning was screened.',
  },
  future: {
    id: '{lines} baris bertanggal di masa depan: periksa jam alat atau berkas asalnya.',
    en: '{lines} lines are dated in the future: check the clock, or the file they come from.',
  },
  failed: {
    id: '{lines} baris tidak dapat dibaca; sebabnya tertulis pada tempatnya di keluaran.',
    en: '{lines} lines cannot be read; the reason stands in their place in the output.',
  },
} as const satisfies Catalogue;
