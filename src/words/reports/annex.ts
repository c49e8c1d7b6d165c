import type { Catalogue } from '../say.js';

/** The annex of Bawaslu's Form A: what a patrol officer found. Its own paper, in the language of the office. */
export const ANNEX = {
  title: { id: 'Lampiran Formulir Model A', en: 'Annex of Form Model A' },
  subtitle: { id: 'Laporan hasil pengawasan media sosial', en: 'Report of the supervision of social media' },
  supervisor: { id: 'Pelaksana tugas pengawasan', en: 'Supervising officer' },
  officer: { id: 'Nama', en: 'Name' },
  taskLetter: { id: 'Nomor surat tugas', en: 'Number of the task letter' },
  written: { id: 'Dicatat pada', en: 'Noted at' },
  activity: { id: 'Kegiatan pengawasan', en: 'Supervised activity' },
  kind: { id: 'Bentuk tindakan', en: 'Kind of act' },
  channel: { id: 'Saluran', en: 'Channel' },
  platform: { id: 'Platform', en: 'Platform' },
  address: { id: 'Alamat', en: 'Address' },
  seenAt: { id: 'Waktu dilihat', en: 'Time seen' },
  place: { id: 'Tempat', en: 'Place' },
  account: { id: 'Akun yang dicatat', en: 'Account noted' },
  holder: { id: 'Pemilik terdaftar', en: 'Registered holder' },
  position: { id: 'Jabatan dan OPD', en: 'Position and office' },
  handle: { id: 'Nama akun', en: 'Handle' },
  notTied: { id: 'belum terhubung ke akun terdaftar', en: 'not tied to a registered account yet' },
  description: { id: 'Uraian singkat', en: 'Short description' },
  words: { id: 'Isi yang terlihat', en: 'Words seen' },
  evidence: { id: 'Daftar bukti', en: 'List of evidence' },
  file: { id: 'Berkas', en: 'File' },
  digest: { id: 'Sidik SHA-256 dari berkas yang dibawa', en: 'SHA-256 of the file as brought' },
  noFiles: { id: 'Tidak ada berkas.', en: 'No files.' },
  clock: { id: 'Tenggat', en: 'Deadline' },
  clockSays: {
    id: 'Diketahui pertama kali {day}. Temuan atau laporan resmi ke Bawaslu paling lambat {last} ({days} hari sejak diketahui; hari pertama tidak dihitung).',
    en: 'First known {day}. A finding or a formal report to Bawaslu at the latest on {last} ({days} days from knowing; the first day is not counted).',
  },
  clockMeans: {
    id: 'Netra menghitung hari kalender. Untuk Pemilu sebagian tenggat dihitung dalam hari kerja: periksa aturan yang berlaku.',
    en: 'Netra counts calendar days. Some deadlines of a general election are counted in working days: check the rules in force.',
  },
  unproven: {
    id: 'Catatan ini belum diuji kebenarannya dan bukan tuduhan.',
    en: 'What is noted here is not checked yet, and accuses nobody.',
  },
  signature: { id: 'Tanda tangan', en: 'Signature' },
  number: { id: 'Nomor catatan', en: 'Number of the note' },
} as const satisfies Catalogue;
