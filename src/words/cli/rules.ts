import type { Catalogue } from '../say.js';

export const RULE_TESTS = {
  checked: { id: '{rules} aturan diperiksa, tidak ada kesalahan.', en: '{rules} rules checked, no fault.' },
  elections: {
    id: '{elections} pemilihan, {inForce} sedang berlangsung.',
    en: '{elections} elections, {inForce} in force.',
  },
  noElection: {
    id: 'Tidak ada pemilihan yang sedang berlangsung: tidak ada yang akan ditandai. Menulis berkasnya: docs/elections.md',
    en: 'No election is in force: nothing will be flagged. How to write its file: docs/elections.md',
  },
  notRead: {
    id: '{file}: tidak dibaca; yang dibaca hanya .yaml atau .yml di tempatnya',
    en: '{file}: not read; only .yaml or .yml in its place is read',
  },
  passedOver: { id: '{file}: dilewati, bukan resep', en: '{file}: passed over, not a recipe' },
  tested: { id: '{rules} aturan, {samples} contoh: {outcome}', en: '{rules} rules, {samples} samples: {outcome}' },
  allHold: { id: 'semua sesuai.', en: 'all hold.' },
  someFail: { id: '{faults} tidak sesuai.', en: '{faults} do not hold.' },
  wanted: {
    match: { id: 'harus kena, tetapi diam', en: 'must fire, but does not' },
    no_match: { id: 'tidak boleh kena, tetapi kena', en: 'must not fire, but does' },
  },
} as const satisfies Catalogue;

export const NO_SUCH_RULE = {
  message: { id: 'Tidak ada aturan "{rule}"', en: 'There is no rule "{rule}"' },
  hint: {
    id: 'aturan yang ada: {known}; untuk menilai teks, tulis dengan spasi di antara tanda kutip',
    en: 'rules there are: {known}; to judge a text, write it with spaces between quotation marks',
  },
} as const;

/** What a question about a text may not say. */
export const WRONG_QUESTION = {
  at: {
    message: { id: 'Waktu {value} tidak terbaca.', en: 'The time {value} cannot be read.' },
    hint: {
      id: 'Tulis harinya, 2024-10-01, atau waktu dengan zonanya, 2024-10-01T08:00:00+07:00.',
      en: 'Write the day, 2024-10-01, or a time with its zone, 2024-10-01T08:00:00+07:00.',
    },
  },
  region: {
    message: { id: 'Wilayah {value} tidak dikenal.', en: 'The region {value} is not known.' },
    hint: {
      id: 'Tulis kode Kemendagri: 35, 35.78, atau ID untuk seluruh negara.',
      en: 'Write the Kemendagri code: 35, 35.78, or ID for the whole nation.',
    },
  },
} as const;

/** A rule as an analyst reads it. */
export const RULE_CARD = {
  appliesTo: { id: 'Berlaku untuk: {kinds}', en: 'Applies to: {kinds}' },
  shadow: {
    id: 'Dihitung, tidak tampak: tidak mengubah tanda apa pun. Hitungannya: netra rules feedback',
    en: 'Counted, not shown: changes no flag. The counts: netra rules feedback',
  },
  wrongWhen: { id: 'Bisa keliru bila:', en: 'May be wrong when:' },
  weak: {
    id: 'Masih lemah (diukur pada korpus sendiri):',
    en: 'Still weak (measured on our own corpora):',
  },
  samples: { id: 'Contoh: {match} kena, {noMatch} tidak', en: 'Samples: {match} fire, {noMatch} do not' },
  conditions: { id: 'Syarat:', en: 'Conditions:' },
  condition: {
    all: { id: 'Semua', en: 'All of' },
    any: { id: 'Salah satu', en: 'Any of' },
    none: { id: 'Tidak satu pun', en: 'None of' },
  },
  clears: { id: 'Meringankan: {rules} ({effect})', en: 'Clears: {rules} ({effect})' },
  weakWhen: { id: '; hanya melemahkan bila: {names}', en: '; only weakens where: {names}' },
  note: {
    id: 'Catatan edukasi: tidak pernah menandai, bukan tanda, hanya dalam tahapan',
    en: 'Education note: never flags, is no flag, only in a stage',
  },
  stance: { id: 'Arah: {stance}', en: 'Direction: {stance}' },
  unclearWhen: { id: '; belum jelas bila ada: {names}', en: '; unclear where there is: {names}' },
  beforeDetermined: { id: 'Sebelum penetapan:', en: 'Before tickets are determined:' },
  fromDetermined: { id: 'Sejak penetapan:', en: 'Once tickets are determined:' },
} as const satisfies Catalogue;

/** Why a text is flagged or not. */
export const EXPLANATION = {
  flagged: { id: 'DITANDAI untuk diperiksa orang.', en: 'FLAGGED for a person to look at.' },
  notFlagged: { id: 'Tidak ditandai.', en: 'Not flagged.' },
  judged: { id: 'Dinilai untuk {at}, {place}', en: 'Judged for {at}, {place}' },
  region: { id: 'wilayah {region}', en: 'region {region}' },
  chosenRegion: {
    id: 'wilayah {region} (dipilih; yang lain: --region KODE)',
    en: 'region {region} (chosen; another: --region CODE)',
  },
  election: { id: 'Pemilihan: {id}, {stage}', en: 'Election: {id}, {stage}' },
  noElection: {
    id: 'Tidak ada pemilihan yang berlangsung di sana pada waktu itu: tidak ada yang dapat ditandai.',
    en: 'No election is in force there at that time: nothing can be flagged.',
  },
  howToAsk: {
    id: 'Tanyakan hari dan wilayah lain{flags}, atau pemilihan lain: --elections FOLDER (karangan: rules/example)',
    en: 'Ask for another day and region{flags}, or other elections: --elections DIR (invented: rules/example)',
  },
  stage: { id: 'Tahap: {stage}', en: 'Stage: {stage}' },
  noStage: { id: 'di luar tahapan', en: 'outside every stage' },
  tickets: { id: 'Pasangan calon: {tickets}', en: 'Tickets: {tickets}' },
  noTickets: { id: 'tidak ada', en: 'none' },
  side: { id: 'Arah: {side}', en: 'Side: {side}' },
  points: { id: 'Poin: {total}, garis {line}', en: 'Points: {total}, line {line}' },
  cleared: { id: '○ Meringankan: {reason} {quotes}', en: '○ Clears: {reason} {quotes}' },
  note: { id: '◇ Catatan edukasi, bukan tanda: {title} ({rule})', en: '◇ Education note, no flag: {title} ({rule})' },
  shadow: {
    id: '◌ Aturan shadow yang akan kena (dihitung, tidak tampak): {rule}',
    en: '◌ Shadow rule that would fire (counted, not shown): {rule}',
  },
  nearest: { id: 'Aturan terdekat yang tidak kena:', en: 'The nearest rules that do not fire:' },
  because: {
    absent: { id: '"{missing}" tidak ditemukan', en: '"{missing}" is not found' },
    excluded: { id: 'dihalangi oleh "{missing}"', en: 'kept off by "{missing}"' },
    no_ticket: { id: 'tidak ada pasangan calon yang disebut di dekatnya', en: 'no ticket is named near it' },
    other_kind: { id: 'tidak berlaku untuk jenis tindakan ini', en: 'does not apply to this kind of act' },
  },
  almost: { id: '{quotes} ada, tetapi {because}', en: '{quotes} is there, but {because}' },
  butIs: {
    negated: { id: 'diingkari', en: 'negated' },
    quoted: { id: 'dikutip, jadi ucapan orang lain', en: 'quoted, hence said by somebody else' },
    question: { id: 'ditanyakan', en: 'asked' },
    hashtag: { id: 'di dalam tagar', en: 'inside a hashtag' },
    broken: { id: 'ditulis dengan huruf terpisah atau angka', en: 'written with letters apart or digits' },
    far: { id: 'tidak di tempat yang diminta', en: 'not where it is asked for' },
  },
} as const satisfies Catalogue;
