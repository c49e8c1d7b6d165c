import type { Catalogue } from './say.js';

/** What `netra demo` says of each stage. */
export const ROUND = {
  registry: {
    id: '[3/7] Registri: memeriksa dan memasukkan daftar akun contoh …',
    en: '[3/7] Registry: checking and taking in the sample accounts …',
  },
  workers: {
    id: '[4/7] Pekerja: mengunjungi akun Bluesky dan halaman situs, membaca berkas impor …',
    en: '[4/7] Workers: visiting Bluesky accounts and pages of the site, reading the import file …',
  },
  digests: {
    id: '[6/7] Rekap: mengirim rekap hari ini untuk tiap OPD, seperti besok pagi, ke server surel contoh …',
    en: "[6/7] Digests: sending today's digest of each office, as tomorrow morning, to the sample mail server …",
  },
  done: { id: '[7/7] Selesai.', en: '[7/7] Done.' },
  visits: {
    id: '[5/7] Kunjungan: {visits} akun; menunggu kunjungan, penilaian aturan, dan penyegelan bukti …',
    en: '[5/7] Visits: {visits} accounts; waiting for visits, rules and sealed evidence …',
  },
  left: {
    id: '      menunggu {visits} kunjungan, {flags} bukti',
    en: '      waiting for {visits} visits, {flags} packs of evidence',
  },
  services: {
    id: '[1/7] Layanan: menunggu MongoDB dan Redis …',
    en: '[1/7] Services: waiting for MongoDB and Redis …',
  },
  network: {
    id: '[2/7] Jejaring contoh: menunggu server Bluesky dan situs setempat …',
    en: '[2/7] Sample network: waiting for the Bluesky server and the local site …',
  },
} as const satisfies Catalogue;

/** What it says of the sample network. */
export const NETWORK = {
  starting: { id: 'Menyalakan server Bluesky contoh', en: 'Starting the sample Bluesky server' },
  serves: { id: 'Situs contoh melayani di {url}', en: 'The sample site serves at {url}' },
  filling: {
    id: 'Mengisi akun dan kiriman contoh (sekali saja)',
    en: 'Filling in sample accounts and posts (once only)',
  },
  failed: {
    id: 'Situs contoh gagal melayani {path}: {problem}',
    en: 'The sample site failed to serve {path}: {problem}',
  },
  answered: { id: 'Server contoh menjawab {status}.', en: 'The sample server answers {status}.' },
} as const satisfies Catalogue;

/** Who somebody that logs in to the demo is. */
export const DEMO_ROLES = {
  reviewer: { id: 'peninjau: memutuskan tanda di semua OPD', en: 'reviewer: decides flags of all offices' },
  reviewerEast: { id: 'peninjau kedua, hanya Jawa Timur', en: 'a second reviewer, of Jawa Timur only' },
  patrol: {
    id: 'petugas patroli: mencatat temuan dan mencetak lampiran Formulir A',
    en: 'patrol officer: notes findings and prints the annex of Form A',
  },
  supervisor: {
    id: 'penyelia: memutuskan dan meninjau ulang di semua OPD',
    en: 'supervisor: decides and reviews again, in all offices',
  },
  supervisorThird: {
    id: 'penyelia kedua: menyelesaikan dua pendapat yang berlawanan',
    en: 'second supervisor: settles two contrary opinions',
  },
  analyst: { id: 'analis aturan', en: 'analyst of rules' },
  sekda: {
    id: 'sekretaris daerah: daftar tanpa nama, cakupan',
    en: 'regional secretary: lists without names, coverage',
  },
  keeper: {
    id: 'penjaga kunci: membuka nama pelapor yang mau disebut, tidak melihat apa pun yang lain',
    en: 'keeper of the key: opens names that reporters gave, sees nothing else',
  },
  auditor: { id: 'auditor: catatan audit, tanpa isi', en: 'auditor: the audit log, no content' },
  admin: { id: 'admin: pengguna dan registri, tanpa isi', en: 'admin: users and registry, no content' },
} as const satisfies Catalogue;

/** What the pages of the sample network show beside the invented acts. */
export const SAMPLE_PAGES = {
  noPost: { id: 'Kiriman tidak ditemukan', en: 'Post not found' },
  postOf: { id: 'Kiriman @{handle}', en: 'Post of @{handle}' },
  picture: { id: 'Gambar: {alt}', en: 'Picture: {alt}' },
  logIn: { id: 'Masuk', en: 'Log in' },
  noPage: { id: 'Halaman tidak ditemukan', en: 'Page not found' },
  boardOf: { id: 'Papan warga: {name}', en: 'Board of: {name}' },
  loading: { id: 'Memuat', en: 'Loading' },
  password: { id: 'Sandi', en: 'Password' },
  nothingYet: { id: 'Belum ada kiriman.', en: 'No post yet.' },
  invented: {
    id: 'Jaringan contoh: semua orang dan peristiwa di sini karangan.',
    en: 'Sample network: all people and events here are invented.',
  },
} as const satisfies Catalogue;
