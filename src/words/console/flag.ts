import type { Catalogue } from '../say.js';

export const FLAG = {
  title: { id: 'Tanda', en: 'Flag' },
  unproven: { id: 'Belum terbukti', en: 'Unproven' },
  stance: { id: 'arah: {stance}', en: 'direction: {stance}' },
  act: { id: 'Tindakan yang ditandai', en: 'The marked act' },
  actedAt: { id: 'Waktu tindakan', en: 'Time of the act' },
  waitingSince: { id: 'menunggu {time}', en: 'waiting {time}' },
  stageIs: { id: 'Tahap: {stage}', en: 'Stage: {stage}' },
  accountGone: { id: 'Akun ini sudah keluar dari registri.', en: 'This account has left the registry.' },
  contentGone: { id: 'Isi tindakan ini tidak lagi disimpan.', en: 'The content of this act is no longer kept.' },
  noOwnText: { id: 'Tanpa kata sendiri.', en: 'No own words.' },
  target: {
    post: { id: 'Membalas unggahan', en: 'In reply to' },
    share: { id: 'Membagikan unggahan', en: 'Sharing' },
    like: { id: 'Menyukai unggahan', en: 'Liking' },
    follow: { id: 'Mengikuti akun', en: 'Following' },
    comment: { id: 'Membalas unggahan', en: 'In reply to' },
  },
  targetForm: {
    link: { id: 'Membagikan tautan', en: 'Sharing a link' },
    feed: { id: 'Dituju: feed (kumpulan kiriman)', en: 'Aimed at: feed' },
    list: { id: 'Dituju: daftar akun', en: 'Aimed at: list of accounts' },
    starter_pack: { id: 'Dituju: paket pemula', en: 'Aimed at: starter pack' },
    labeler: { id: 'Dituju: layanan pelabel', en: 'Aimed at: labeling service' },
    other: { id: 'Dituju: isi jenis lain', en: 'Aimed at: content of another kind' },
  },
  quoting: { id: 'Sekaligus mengutip unggahan', en: 'Also quoting' },
  timeSource: {
    key: {
      id: 'menurut kunci rekaman; tanggal yang tertulis tidak dapat dipercaya',
      en: 'by the record key; the date written on it cannot be believed',
    },
    first_seen: {
      id: 'saat pertama terlihat; tanggal yang tertulis tidak mungkin',
      en: 'when it was first seen; the date written on it is impossible',
    },
  },
  mediaText: { id: 'Keterangan gambar', en: 'Picture description' },
  address: { id: 'Alamat', en: 'Address' },
  addressHint: {
    id: 'Sengaja tidak dapat diklik: membuka akun sambil masuk dapat meninggalkan jejak.',
    en: 'Not clickable on purpose: opening it while logged in may leave a trace.',
  },
  nip: { id: 'NIP', en: 'NIP' },
  mandate: { id: 'Mandat', en: 'Mandate' },
  proof: { id: 'Pembuktian akun', en: 'Proof of account' },
  marksLegend: { id: 'Kata yang ditandai', en: 'Marked words' },
  hiddenChar: { id: 'karakter tersembunyi {code}', en: 'hidden character {code}' },
  proposal: { id: 'Usulan aturan', en: 'What the rule proposes' },
  clause: { id: 'Butir {item}', en: 'Clause {item}' },
  tickets: { id: 'Pasangan calon', en: 'Ticket' },
  source: {
    verified: { id: 'bunyi terverifikasi', en: 'wording verified' },
    verified_official: { id: 'terverifikasi di situs resmi', en: 'verified at an official site' },
    recalled: { id: 'dari ingatan, belum dicocokkan', en: 'recalled, not compared yet' },
    inferred: { id: 'hasil penalaran', en: 'inferred' },
    disputed: { id: 'diperdebatkan ahli hukum', en: 'disputed among lawyers' },
  },
  falsePositives: { id: 'Sering keliru pada', en: 'Often wrong on' },
  against: { id: 'Yang berbicara sebaliknya', en: 'What speaks against it' },
  againstNone: {
    id: 'Aturan tidak menemukan hal yang meringankan. Tetap baca daftar "sering keliru" di bawah.',
    en: 'The rules found nothing that clears. Still read "often wrong on" below.',
  },
  againstTick: {
    id: 'Centang setelah ditimbang; wajib sebelum "Dikonfirmasi".',
    en: 'Tick once weighed; needed before "Confirmed".',
  },
  notes: { id: 'Catatan edukasi', en: 'Education notes' },
  notesMeaning: {
    id: 'bukan tanda, tidak ikut ditimbang dalam keputusan.',
    en: 'no flag, and no part of the decision.',
  },
  blindReview: {
    id: 'Tinjauan kedua: sudah ada keputusan. Isi, alasan dan namanya terlihat setelah Anda memutuskan sendiri.',
    en: 'Second review: there is a decision. What it says, why and whose it is, you see once you have decided yourself.',
  },
  nameHidden: { id: 'nama disembunyikan', en: 'name hidden' },
  bothVisible: {
    id: 'Keputusan Anda tersimpan. Keputusan sebelumnya kini terlihat di bawah "Usulan aturan".',
    en: 'Your decision is saved. The earlier one is now in sight below "What the rule proposes".',
  },
  earlier: { id: 'Keputusan sebelumnya', en: 'Earlier decisions' },
} as const satisfies Catalogue;

export const EVIDENCE = {
  title: { id: 'Bukti tersegel', en: 'Sealed evidence' },
  none: { id: 'Tidak ada paket bukti.', en: 'There is no evidence pack.' },
  sealedAt: { id: 'disegel {time}', en: 'sealed {time}' },
  hash: {
    match: { id: 'cocok dengan segel', en: 'matches the seal' },
    mismatch: { id: 'BERUBAH sejak disegel', en: 'CHANGED since sealing' },
    gone: { id: 'berkas HILANG', en: 'file GONE' },
    withheld: { id: 'tidak ditampilkan', en: 'not shown' },
    checking: { id: 'memeriksa…', en: 'checking…' },
  },
  broken: {
    id: 'Paket ini tidak sama dengan saat disegel; isinya tidak ditampilkan.',
    en: 'This pack is not as it was sealed; nothing of it is shown.',
  },
  brokenNext: {
    id: 'Jangan memutuskan; beri tahu admin (netra evidence verify).',
    en: 'Do not decide; tell an admin (netra evidence verify).',
  },
  openPicture: { id: 'Perbesar {name}', en: 'Enlarge {name}' },
  download: { id: 'unduh', en: 'download' },
  textOfActivity: { id: 'Teks dari platform (bukan dari halaman)', en: 'Text from the platform (not the page)' },
  missing: { id: 'Tidak terekam', en: 'Not captured' },
  provenance: { id: 'Asal-usul dan sidik digital', en: 'Provenance and hashes' },
  ruleset: { id: 'Set aturan', en: 'Rule set' },
  elections: { id: 'Berkas pemilihan', en: 'Election files' },
  engine: { id: 'Mesin', en: 'Engine' },
  manifest: { id: 'Manifes bukti', en: 'Evidence manifest' },
  hiddenThird: { id: 'Pihak ketiga disamarkan dengan titik.', en: 'Third parties are hidden by dots.' },
} as const satisfies Catalogue;

export const VERDICT = {
  title: { id: 'Keputusan Anda', en: 'Your decision' },
  reason: { id: 'Alasan (wajib)', en: 'Reason (required)' },
  reasonHint: {
    id: 'Apa yang Anda lihat, apa yang Anda timbang, mengapa.',
    en: 'What you saw, what you weighed, why.',
  },
  submitNext: { id: 'Simpan & berikutnya', en: 'Save & next' },
  toDo: { id: 'Sebelum menyimpan:', en: 'Before saving:' },
  toDoVerdict: { id: 'pilih keputusan', en: 'choose a decision' },
  toDoReason: { id: 'tulis alasan', en: 'write a reason' },
  toDoWeigh: { id: 'centang {n} hal yang berbicara sebaliknya', en: 'tick {n} thing(s) that speak against it' },
  saved: { id: 'Keputusan sebelumnya tersimpan.', en: 'The decision before was saved.' },
  youHold: { id: 'Anda pegang sampai {time}', en: 'You hold it until {time}' },
  heldBy: {
    id: 'Sedang ditinjau {name} sampai {time}. Anda dapat membaca, belum dapat memutuskan.',
    en: '{name} is reviewing this until {time}. You can read, not decide.',
  },
  decidedAlready: { id: 'Sudah diputuskan.', en: 'Already decided.' },
  readDecision: { id: 'Muat ulang tanda ini', en: 'Reload this flag' },
  nextFlag: { id: 'Tanda berikutnya', en: 'Next flag' },
  keys: {
    id: '1 / 2 / 3: pilih keputusan · r: tulis alasan · c: ke daftar "sebaliknya" · Ctrl+Enter: simpan & berikutnya · Esc: kembali',
    en: '1 / 2 / 3: choose · r: write the reason · c: to the "against" list · Ctrl+Enter: save & next · Esc: back',
  },
} as const satisfies Catalogue;
