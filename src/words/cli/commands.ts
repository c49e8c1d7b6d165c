import type { Catalogue } from '../say.js';

/** What `--help` says of each command. */
export const ABOUT = {
  netra: {
    id: 'Netra: aturan mengusulkan, orang bernama yang memutuskan.',
    en: 'Netra: a rule proposes, a named person decides.',
  },
  demo: {
    id: 'dari nol ke antrean terisi, pada jejaring contoh yang nyata',
    en: 'from nothing to a filled queue, on a real sample network',
  },
  up: { id: 'layanan, pekerja, jadwal, dan konsol', en: 'services, workers, schedule and console' },
  doctor: {
    id: 'apa yang terpasang, terjangkau, kurang, dan perintah yang memperbaikinya',
    en: 'what is installed, reachable, missing, and the command that mends it',
  },
  collect: {
    id: 'kunjungi akun yang jatuh tempo, atau satu akun, sekarang',
    en: 'visit the accounts that are due, or one account, now',
  },
  import: {
    id: 'masukkan tindakan dari berkas ekspor (docs/impor.md)',
    en: 'take in acts from an exported file (docs/impor.md)',
  },
  screen: {
    id: 'nilai tindakan dari masukan standar, satu JSON tiap baris; tanpa layanan apa pun',
    en: 'judge acts from standard input, one JSON a line; needs no service',
  },
  link: {
    id: 'baca tautan yang ditempel orang, satu JSON tiap teks; tanpa layanan dan tanpa jaringan',
    en: 'read links that people paste, one JSON a text; needs no service and no network',
  },
  picture: {
    id: 'baca tulisan pada gambar, dan kenali gambar kampanye yang terdaftar, satu JSON tiap berkas; tanpa layanan dan tanpa jaringan',
    en: 'read what is written in pictures, and know registered campaign pictures, one JSON a file; needs no service and no network',
  },
  keys: {
    id: 'kunci NIP: menggantinya, dan membuang yang lama',
    en: 'the key of NIPs: change it, drop the former one',
  },
  keysRotate: {
    id: 'kunci NIP baru, dan semua NIP disegel ulang dengannya; ulangi bila terputus',
    en: 'a new key of NIPs, and every NIP sealed again with it; repeat where it was cut off',
  },
  keysForget: {
    id: 'membuang kunci NIP yang lama, bila tidak ada lagi yang disegel dengannya',
    en: 'drop the former key of NIPs, where nothing is sealed with it any more',
  },
  reportKey: {
    id: 'kunci yang menyandikan nama pelapor; bagian rahasianya tidak pernah disimpan server',
    en: 'the key that seals reporters’ names; its private half is never kept by the server',
  },
  reportKeyCreate: {
    id: 'kunci pertama: dua berkas untuk penjaga kunci, dan upacaranya',
    en: 'the first key: two files for the keeper, and the ceremony',
  },
  reportKeyRotate: {
    id: 'kunci baru; yang lama tetap membuka yang sudah disandikan dengannya',
    en: 'a new key; the former one still opens what it sealed',
  },
  reportKeyList: { id: 'semua kunci dan mana yang dipakai', en: 'all keys and which is in use' },
  digest: { id: 'lihat atau kirim rekap harian', en: 'show or send the daily digest' },
  registry: { id: 'akun, OPD, dan mandatnya', en: 'accounts, offices and their mandates' },
  registryImport: {
    id: 'masukkan daftar akun; satu salah, tidak ada yang masuk',
    en: 'take in the list of accounts; with one fault nothing goes in',
  },
  registryCheck: { id: 'periksa tanpa menulis', en: 'check without writing' },
  evidence: { id: 'paket bukti', en: 'packs of evidence' },
  evidenceVerify: { id: 'hitung ulang sidik setiap paket bukti', en: 'compute the hashes of every pack again' },
  audit: { id: 'catatan audit berantai', en: 'the chained audit log' },
  auditVerify: {
    id: 'cari perubahan pada catatan audit, keputusan, tanda dan segel bukti',
    en: 'look for changes in audit log, verdicts, flags and seals of evidence',
  },
  rules: { id: 'periksa, uji, dan jelaskan aturan', en: 'check, test and explain rules' },
  rulesCheck: {
    id: 'semua kesalahan berkas aturan dan pemilihan, sekali jalan',
    en: 'all faults of rule and election files in one go',
  },
  rulesTest: { id: 'jalankan contoh di samping setiap aturan', en: 'run the samples beside each rule' },
  rulesExplain: {
    id: 'isi satu aturan, atau mengapa sebuah teks ditandai atau tidak',
    en: 'what a rule says, or why a text is flagged or not',
  },
  rulesDiff: {
    id: 'apa yang berubah antara dua folder aturan; tanpa layanan apa pun',
    en: 'what changed between two folders of rules; needs no service',
  },
  rulesBacktest: {
    id: 'apa yang akan berubah pada tindakan tersimpan dan keputusan lama bila folder ini berlaku',
    en: 'what would change for stored acts and past verdicts if this folder were in force',
  },
  rulesReplay: {
    id: 'hitung ulang satu tanda dengan aturan saat itu; bita demi bita',
    en: 'judge one flag again by the rules of its time; byte for byte',
  },
  rulesFeedback: {
    id: 'ketepatan tiap aturan menurut keputusan; usulan saja, tidak mengubah apa pun',
    en: 'how often verdicts agree with each rule; a proposal, it changes nothing',
  },
  user: {
    id: 'pengguna konsol; setiap perubahan mengakhiri sesi mereka',
    en: 'users of the console; every change ends their sessions',
  },
  userCreate: {
    id: 'buat pengguna; kata sandi dibaca dari masukan standar',
    en: 'create a user; the password is read from standard input',
  },
  userList: {
    id: 'semua pengguna, perannya, OPD-nya dan sesi yang terbuka',
    en: 'all users, their roles, offices and open sessions',
  },
  userDisable: {
    id: 'tutup akun: tidak dapat masuk, sesinya berakhir',
    en: 'close an account: no log-in, its sessions end',
  },
  userEnable: { id: 'buka lagi akun yang ditutup', en: 'open a closed account again' },
  userPassword: { id: 'kata sandi baru, dibaca dari masukan standar', en: 'a new password, read from standard input' },
  userRole: { id: 'peran baru', en: 'a new role' },
  userOffice: {
    id: 'OPD yang boleh dilihat, menggantikan yang sebelumnya',
    en: 'offices that may be seen, in place of those before',
  },
  userSecondStep: {
    id: 'apakah ia masuk dengan langkah kedua; --reset mencabutnya',
    en: 'whether they log in with a second step; --reset takes it off',
  },
  userOpenId: {
    id: 'dikenal layanan masuk instansi? --untie melepasnya',
    en: "known to the house's own log-in? --untie ends it",
  },
  userSessions: {
    id: 'sesi yang terbuka, semua atau milik satu orang; --end mengakhirinya',
    en: 'open sessions, all or those of one person; --end ends them',
  },
  auditRole: {
    id: 'batasi pengguna basis data Netra: jejak audit hanya dapat ditambah; tanpa --admin hanya mencetak perintahnya',
    en: 'narrow the database user of Netra: the audit log can only be added to; without --admin only prints the commands',
  },
  auditTimestamp: {
    id: 'minta cap waktu dari luar untuk ujung catatan audit sekarang',
    en: 'have the end of the audit log stamped by an authority outside',
  },
  auditResume: {
    id: 'lanjutkan catatan audit yang putus, dengan nama dan alasan; yang putus tetap disebut selamanya',
    en: 'go on with a broken audit log, with a name and a reason; what broke stays named for ever',
  },
} as const satisfies Catalogue;

/** What `--help` says of their options and arguments. */
export const OPTIONS = {
  reportKeyOut: {
    id: 'folder untuk kedua berkas; sebaiknya media yang dibawa pergi',
    en: 'folder for both files; best a medium that is carried away',
  },
  lost: {
    id: 'kunci sebelumnya hilang: yang disegel dengannya dilepas',
    en: 'the key before is lost: what it sealed is given up',
  },
  posters: {
    id: 'folder gambar kampanye: <pemilihan>/<kontes>/<nomor>/<nama>.jpg (docs/gambar.md)',
    en: 'folder of campaign pictures: <election>/<contest>/<number>/<name>.jpg (docs/gambar.md)',
  },
  follow: {
    id: 'ikuti tautan pendek lewat jaringan, paling banyak lima pengalihan',
    en: 'follow short links over the network, five redirects at the most',
  },
  read: {
    id: 'lihat satu unggahan lewat jaringan, sejauh boleh dibaca tanpa masuk; tautan pendek diikuti dahulu',
    en: 'look at one post over the network, as far as it may be read without a log-in; short links are followed first',
  },
  help: { id: '(tambahkan --help untuk petunjuk)', en: '(add --help for instructions)' },
  once: {
    id: 'satu putaran tanpa konsol, lalu satu baris JSON',
    en: 'one round without console, then one line of JSON',
  },
  prepare: { id: 'hanya isi jejaring contoh', en: 'only fill the sample network' },
  workersOnly: { id: 'tanpa konsol', en: 'without console' },
  consoleOnly: { id: 'tanpa pekerja', en: 'without workers' },
  queues: { id: 'hanya antrean ini, dipisah koma', en: 'only these queues, separated by commas' },
  json: { id: 'keluaran JSON', en: 'JSON output' },
  importAs: {
    id: 'format berkas, bila tidak dapat dikenali sendiri',
    en: 'format of the file, where it cannot be recognised',
  },
  importDryRun: { id: 'laporan yang sama tanpa menyimpan apa pun', en: 'the same report, and nothing is stored' },
  account: { id: 'hanya akun ini', en: 'only this account' },
  elections: { id: 'folder berkas pemilihan', en: 'folder of election files' },
  rules: { id: 'folder aturan', en: 'folder of rules' },
  explain: {
    id: 'jawaban menyebut poin setiap tanda dari tindakan yang ditandai',
    en: 'answers say the points of each sign of a marked act',
  },
  office: { id: 'hanya OPD ini', en: 'only this office' },
  day: { id: 'hari yang direkap, YYYY-MM-DD', en: 'the day of the digest, YYYY-MM-DD' },
  send: { id: 'kirim; tanpa ini hanya ditampilkan', en: 'send; else it is only shown' },
  force: { id: 'kirim ulang walau sudah ada tanda terima', en: 'send again although there is a receipt' },
  offices: { id: 'daftar OPD', en: 'list of offices' },
  head: {
    id: 'kepala yang disalin dari surel rekap; boleh lebih dari satu',
    en: 'a head copied from a digest mail; may be several',
  },
  heads: { id: 'berkas berisi kepala, satu per baris', en: 'a file of heads, one a line' },
  region: { id: 'kode wilayah akun', en: 'region code of the account' },
  at: { id: 'waktu tindakan, ISO 8601', en: 'time of the act, ISO 8601' },
  after: { id: 'folder sesudah perubahan', en: 'folder after the change' },
  before: { id: 'folder sebelum perubahan', en: 'folder before the change' },
  proposed: { id: 'folder aturan yang diusulkan', en: 'the proposed folder of rules' },
  against: {
    id: 'folder pembanding; biasanya yang berlaku',
    en: 'the folder to compare with; by default the one in force',
  },
  electionsOfBoth: { id: 'folder berkas pemilihan untuk keduanya', en: 'folder of election files for both' },
  since: { id: 'hanya tindakan sejak hari ini, YYYY-MM-DD', en: 'only acts since this day, YYYY-MM-DD' },
  corpus: { id: 'berkas NDJSON berformat netra screen', en: 'an NDJSON file in the format of netra screen' },
  noStored: { id: 'hanya berkas; tanpa layanan apa pun', en: 'the file only; needs no service' },
  flag: { id: 'id tanda', en: 'id of the flag' },
  fullName: { id: 'nama lengkap', en: 'full name' },
  seenOffices: {
    id: 'OPD yang boleh dilihat, beserta bawahannya',
    en: 'offices that may be seen, with those below them',
  },
  resetSecondStep: {
    id: 'cabut: telepon dan kode pemulihannya hilang',
    en: 'take it off: telephone and recovery codes are lost',
  },
  untieOpenId: { id: 'lepas kaitannya; sesinya berakhir', en: 'untie them; their sessions end' },
  jsonUsers: { id: 'keluaran JSON, satu pengguna sebaris', en: 'JSON output, one user a line' },
  lastAdmin: { id: 'juga bila tidak ada admin lain yang aktif', en: 'also where no other admin is active' },
  noOffices: { id: 'tanpa OPD', en: 'no office' },
  end: { id: 'akhiri semua sesi orang ini', en: 'end all sessions of this person' },
  jsonSessions: { id: 'keluaran JSON, satu sesi sebaris', en: 'JSON output, one session a line' },
  brokenAt: {
    id: 'catatan putus yang disebut audit verify; tanpa ini hanya melihat',
    en: 'the broken entry that audit verify names; without it this only looks',
  },
  resumedBy: { id: 'siapa yang melanjutkan', en: 'who goes on with it' },
  resumeReason: { id: 'mengapa, dan apa yang sudah diperiksa', en: 'why, and what was checked' },
  roleDatabase: { id: 'nama basis data', en: 'name of the database' },
  roleUser: { id: 'pengguna yang dipakai Netra', en: 'the user that Netra is' },
  roleAdmin: {
    id: 'berkas berisi alamat MongoDB pengelola; dijalankan langsung, migrasi dulu',
    en: 'file with the address of a keeper of MongoDB; done at once, migrations first',
  },
  keyLost: { id: 'NETRA_AUDIT_KEY yang lama hilang untuk selamanya', en: 'the old NETRA_AUDIT_KEY is lost for ever' },
} as const satisfies Catalogue;
