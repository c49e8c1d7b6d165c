import type { Catalogue, Message } from '../say.js';

/** What a confirmed flag is handed over as: a paper in the language of the office. */
export const DOSSIER = {
  title: { id: 'Berkas tanda yang dikonfirmasi', en: 'Dossier of a confirmed flag' },
  copy: {
    full: {
      id: 'Salinan lengkap: berisi data pribadi, hanya untuk yang memeriksa perkara ini.',
      en: 'Full copy: holds personal data, only for those who examine this case.',
    },
    masked: {
      id: 'Salinan samaran: nama, akun, dan orang lain disamarkan dengan titik; berkas bukti tidak disertakan.',
      en: 'Masked copy: names, accounts and other people are hidden by dots; evidence files are left out.',
    },
  },
  meaning: {
    id: 'Aturan hanya mengusulkan; orang bernama yang memutuskan. Berkas ini bukan sanksi dan tidak menilai orangnya.',
    en: 'A rule only proposes; a named person decides. This is no sanction, and no judgement of the person.',
  },
  flag: { id: 'Nomor tanda', en: 'Number of the flag' },
  office: { id: 'OPD', en: 'Office' },
  kind: { id: 'Bentuk tindakan', en: 'Kind of act' },
  platform: { id: 'Platform', en: 'Platform' },
  actedAt: { id: 'Waktu tindakan', en: 'Time of the act' },
  stage: { id: 'Tahapan waktu itu', en: 'Stage at that time' },
  decided: { id: 'Diputuskan', en: 'Decided' },
  decidedBy: {
    id: '{verdict}, {time}; memutuskan: {people} orang',
    en: '{verdict}, {time}; decided by {people} people',
  },
  account: { id: 'Pemilik akun', en: 'Holder of the account' },
  holder: { id: 'Nama', en: 'Name' },
  position: { id: 'Jabatan', en: 'Position' },
  handle: { id: 'Akun', en: 'Account' },
  former: { id: 'Nama akun sebelumnya', en: 'Former handles' },
  proof: { id: 'Pembuktian akun', en: 'Proof of account' },
  mandate: { id: 'Mandat', en: 'Mandate' },
  mandateSays: { id: '{decree}, {from} sampai {to}', en: '{decree}, {from} to {to}' },
  hidden: { id: 'disamarkan', en: 'hidden' },
  gone: { id: 'sudah keluar dari registri', en: 'has left the registry' },
  act: { id: 'Tindakan dan kata yang ditandai', en: 'The act and the marked words' },
  place: {
    own: { id: 'Kata sendiri', en: 'Own words' },
    picture: { id: 'Tulisan pada gambar', en: 'Words in a picture' },
    answered: { id: 'Yang dituju', en: 'What it is aimed at' },
    quoted: { id: 'Yang dikutip', en: 'What it quotes' },
    linked: { id: 'Yang ditautkan', en: 'What it links to' },
  },
  noWords: { id: 'Tindakan ini tanpa kata.', en: 'This act has no words.' },
  aim: { id: 'Akun yang dituju', en: 'Account aimed at' },
  address: { id: 'Alamat', en: 'Address' },
  legend: { id: 'Arti tanda', en: 'What the marks mean' },
  speaksFor: { id: 'Kata yang memberatkan', en: 'Words for marking' },
  speaksAgainst: { id: 'Kata yang meringankan', en: 'Words against marking' },
  rules: { id: 'Aturan dan butir yang dirujuk, seperti berlaku saat itu', en: 'Rules and clauses as they stood then' },
  clause: { id: 'Butir {item}: {text} ({status})', en: 'Clause {item}: {text} ({status})' },
  stance: { id: 'Arah', en: 'Direction' },
  oftenWrong: { id: 'Sering keliru pada', en: 'Often wrong on' },
  ruleText: { id: 'Bunyi berkas aturan', en: 'The rule file' },
  weighing: { id: 'Yang memberatkan dan yang meringankan', en: 'What speaks for and against' },
  points: { id: 'Poin', en: 'Points' },
  pointsSay: {
    id: 'jumlah {total}, ditandai mulai {line}; hanya tentang tulisan ini, bukan tentang orangnya',
    en: '{total} in all, marked from {line}; about this text alone, not about the person',
  },
  cleared: { id: 'Yang berbicara sebaliknya', en: 'What speaks against it' },
  nothing: { id: 'tidak ada yang ditemukan aturan', en: 'nothing that the rules found' },
  note: { id: 'Catatan edukasi', en: 'Education note' },
  reviews: { id: 'Keputusan', en: 'Decisions' },
  reviewBy: { id: 'Oleh', en: 'By' },
  reason: { id: 'Alasan', en: 'Reason' },
  weighed: { id: 'Ditimbang', en: 'Weighed' },
  brought: { id: 'Dibawa oleh orang', en: 'Brought by people' },
  broughtSays: { id: '{door}, {time}', en: '{door}, {time}' },
  evidence: { id: 'Bukti tersegel', en: 'Sealed evidence' },
  sealedAt: { id: 'Disegel', en: 'Sealed' },
  manifest: { id: 'SHA-256 manifes', en: 'SHA-256 of the manifest' },
  item: { id: 'Berkas', en: 'File' },
  digest: { id: 'SHA-256', en: 'SHA-256' },
  missing: { id: 'Tidak terekam', en: 'Not captured' },
  picture: { id: 'Tampilan saat disegel', en: 'As it looked when sealed' },
  custody: { id: 'Siapa menyentuh bukti dan tanda ini', en: 'Who handled this evidence and flag' },
  custodyMeans: {
    id: 'Dari jejak audit, sampai keputusan terakhir. Yang sesudahnya ada di konsol.',
    en: 'From the audit log, up to the last verdict. What came later stands in the console.',
  },
  custodyCut: { id: 'Hanya {n} catatan terakhir.', en: 'Only the last {n} entries.' },
  custodyNone: {
    id: 'Jejak audit tidak memuat keputusan atas tanda ini.',
    en: 'The audit log holds no verdict on this flag.',
  },
  seq: { id: 'No.', en: 'No.' },
  time: { id: 'Waktu', en: 'Time' },
  actor: { id: 'Siapa', en: 'Who' },
  what: { id: 'Apa', en: 'What' },
  coverage: { id: 'Yang terlihat dari akun ini pada {day}', en: 'What could be seen of this account on {day}' },
  seen: { id: '{state} ({n})', en: '{state} ({n})' },
  notSeen: { id: '{state}: {reason}', en: '{state}: {reason}' },
  noCoverage: { id: 'Tidak ada kunjungan yang tercatat pada hari itu.', en: 'No visit is noted on that day.' },
  silence: {
    id: 'Yang tidak terlihat tidak berarti bersih atau bersalah.',
    en: 'What was not seen means neither innocence nor guilt.',
  },
  verify: { id: 'Cara memeriksa berkas ini', en: 'How to verify this dossier' },
  verifyFiles: {
    id: 'Di folder hasil buka ZIP: sha256sum -c SHA256SUMS',
    en: 'In the folder of the opened ZIP: sha256sum -c SHA256SUMS',
  },
  verifyManifest: {
    id: 'SHA-256 dari bukti/manifest.json harus {manifest}; manifes itu menyebut SHA-256 setiap berkas bukti.',
    en: 'The SHA-256 of bukti/manifest.json must be {manifest}; it names the SHA-256 of every evidence file.',
  },
  verifyServer: { id: 'Di server Netra:', en: 'On the server of Netra:' },
  verifyAgain: {
    id: 'Berkas yang diunduh lagi dari data yang sama, dengan versi Netra dan peramban yang sama, sama sampai bita terakhir. Sidik setiap unduhan tercatat di jejak audit.',
    en: 'Downloaded again from the same data, with the same Netra and browser, it is the same to the last byte. The digest of every download stands in the audit log.',
  },
  hashes: { id: 'Set aturan, berkas pemilihan, mesin', en: 'Rule set, election files, engine' },
  head: { id: 'Ujung jejak audit pada keputusan terakhir', en: 'End of the audit log at the last verdict' },
} as const satisfies Catalogue;

/** A person in a masked copy. */
export const ANONYMOUS = { id: 'Petugas {n}', en: 'Officer {n}' } as const satisfies Message;

/** On the page of a flag. */
export const HAND_OVER = {
  title: { id: 'Serahkan', en: 'Hand over' },
  means: {
    id: 'Berkas lengkap untuk yang memeriksa perkara; salinan samaran untuk yang lain. Setiap unduhan tercatat.',
    en: 'The full dossier is for those who examine the case, the masked copy for others. Every download is logged.',
  },
  copy: {
    full: { id: 'Berkas lengkap', en: 'Full dossier' },
    masked: { id: 'Salinan samaran', en: 'Masked copy' },
  },
} as const satisfies Catalogue;
