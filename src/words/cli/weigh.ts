import type { Catalogue } from '../say.js';

/** What `netra rules weigh` is asked. */
export const WEIGH_COMMAND = {
  about: {
    id: 'timbang poin tanda menurut korpus berlabel; tanpa --write hanya menunjukkan perubahannya',
    en: 'weigh the points of signs by labelled corpora; without --write only shows what would change',
  },
  dirs: {
    id: 'folder berisi acts.jsonl; berkas pemilihannya di situ atau satu folder di atasnya',
    en: 'folder with acts.jsonl; its election files there or one folder up',
  },
  rules: { id: 'folder aturan', en: 'folder of rules' },
  precision: {
    id: 'bagian tanda yang harus benar pada korpus yang tidak dipakai menimbang',
    en: 'share of marks that must be right on corpora left out of the weighing',
  },
  with: {
    id: 'keputusan sebuah instalasi, dari: netra rules signs > BERKAS',
    en: 'what an installation decided, from: netra rules signs > FILE',
  },
  write: { id: 'tulis scorecard.yaml', en: 'write scorecard.yaml' },
  json: { id: 'keluaran JSON', en: 'JSON output' },
  precisionBounds: { id: 'lebih dari 0, paling tinggi 1', en: 'more than 0, at most 1' },
} as const satisfies Catalogue;

/** What `netra rules weigh` answers. */
export const WEIGH = {
  head: {
    id: '# Poin setiap tanda, untuk dan melawan penandaan; tindakan ditandai bila jumlahnya mencapai "line".\n# Ditulis oleh: netra rules weigh --write. Cara membacanya: rules/README.md',
    en: '# Points of each sign, for and against marking; an act is marked where the sum reaches "line".\n# Written by: netra rules weigh --write. How to read it: rules/README.md',
  },
  weighed: {
    id: '{acts} tindakan berlabel, {told} di antaranya kena sedikitnya satu aturan.',
    en: '{acts} labelled acts, at least one rule fires on {told} of them.',
  },
  curve: {
    id: 'Menurut garis, pada korpus yang tidak dipakai menimbang:',
    en: 'By line, on corpora left out of the weighing:',
  },
  point: {
    id: 'garis {line}: ketepatan {precision}, temuan {recall}, tindakan sah yang tertandai {lawful} %',
    en: 'line {line}: precision {precision}, recall {recall}, lawful acts marked {lawful} %',
  },
  unchanged: { id: 'Tidak ada poin yang berubah.', en: 'No points change.' },
  changes: { id: 'Yang berubah:', en: 'What changes:' },
  written: {
    id: 'scorecard.yaml ditulis. Baca dulu: netra rules backtest',
    en: 'scorecard.yaml is written. Read first: netra rules backtest',
  },
  notWritten: { id: 'Belum ada yang ditulis; tambahkan --write.', en: 'Nothing is written yet; add --write.' },
  marks: {
    id: 'Pada yang ditimbang: {newMarks} tindakan menjadi ditandai ({newRight} di antaranya benar), {lostMarks} tidak lagi ({lostRight} di antaranya benar).',
    en: 'Of what was weighed: {newMarks} acts become marked ({newRight} of them rightly), {lostMarks} no longer are ({lostRight} of them rightly).',
  },
  decided: {
    id: '{lines} keputusan ditimbang di samping korpus, {others} di antaranya dari set aturan lain.',
    en: '{lines} decisions are weighed beside the corpora, {others} of them from another rule set.',
  },
  unknownSigns: {
    id: 'Tidak dikenal set ini dan tidak ditimbang: {signs}',
    en: 'Not known to this set and not weighed: {signs}',
  },
  unreached: {
    id: 'Ketepatan {asked} tidak tercapai pada garis 1 sampai {most}; tidak ada yang ditulis.',
    en: 'No line from 1 to {most} reaches a precision of {asked}; nothing is written.',
  },
  bestLine: {
    id: 'Yang tertinggi {precision}, pada garis {line} (temuan {recall}).',
    en: 'The highest is {precision}, at line {line} (recall {recall}).',
  },
  unreachedHint: {
    id: 'Minta --precision {precision} atau kurang, atau tambahkan korpus berlabel.',
    en: 'Ask for --precision {precision} or less, or add labelled corpora.',
  },
  noMarksHint: {
    id: 'Pada garis mana pun tidak ada tanda yang benar: periksa label dan berkas pemilihan di samping acts.jsonl, atau tambahkan korpus berlabel.',
    en: 'At no line is any mark right: check the labels and the election file beside acts.jsonl, or add labelled corpora.',
  },
  notWeighed: {
    id: 'Tidak ditimbang, karena tidak ada tindakan yang memuatnya; poinnya tetap: {signs}',
    en: 'Not weighed, since no act shows it; its points stay: {signs}',
  },
  badDecision: {
    id: '{path} baris {line} bukan keputusan.',
    en: '{path} line {line} is no decision.',
  },
  badDecisionHint: {
    id: 'Pakai berkas dari netra rules signs: {"signs":[…],"label":"confirmed","ruleset":"sha256:…"} sebaris.',
    en: 'Use a file of netra rules signs: {"signs":[…],"label":"confirmed","ruleset":"sha256:…"} a line.',
  },
  badLine: { id: '{path} baris {line} tidak berlabel.', en: '{path} line {line} has no label.' },
  badLineHint: {
    id: 'Satu JSON sebaris dengan label support, attack, neutral atau unclear.',
    en: 'One JSON a line with a label of support, attack, neutral or unclear.',
  },
} as const satisfies Catalogue;

/** What `netra rules signs` is asked. */
export const SIGNS_COMMAND = {
  about: {
    id: 'tulis keputusan instalasi ini sebagai tanda berlabel: tanpa teks, orang, kantor, waktu atau id',
    en: 'write what this installation decided as labelled signs: no text, person, office, time or id',
  },
  rules: WEIGH_COMMAND.rules,
  json: WEIGH_COMMAND.json,
} as const satisfies Catalogue;

/** What it answers beside the lines. */
export const SIGNS = {
  written: {
    id: '{lines} baris; pada {shortened} di antaranya tanda yang terlalu langka ditinggalkan (sedikitnya {accounts} akun harus berbagi gabungan yang sama).',
    en: '{lines} lines; signs that are too rare were left out of {shortened} of them (at least {accounts} accounts must share a combination).',
  },
  skipped: {
    id: 'Tidak menjadi baris: isi tidak lagi disimpan {contentGone}, belum diputuskan {undecided}, tidak kena aturan sekarang {noRule}, lebih dari lima tindakan satu akun {overAccountLimit}, terlalu langka {tooRare}.',
    en: 'No line became of: content not kept any more {contentGone}, not decided {undecided}, no rule of today {noRule}, more than five acts of one account {overAccountLimit}, too rare {tooRare}.',
  },
  nothing: { id: 'Terlalu sedikit keputusan untuk dibagikan.', en: 'Too few decisions to hand on.' },
  next: {
    id: 'Lihat akibatnya: netra rules weigh KORPUS… --with BERKAS',
    en: 'See what it would change: netra rules weigh CORPUS… --with FILE',
  },
} as const satisfies Catalogue;
