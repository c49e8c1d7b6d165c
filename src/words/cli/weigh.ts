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
  signs: {
    id: 'berkas tanda berlabel tanpa teks, satu JSON sebaris',
    en: 'file of labelled signs without texts, one JSON a line',
  },
  write: { id: 'tulis scorecard.yaml', en: 'write scorecard.yaml' },
  json: { id: 'keluaran JSON', en: 'JSON output' },
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
  badLine: { id: '{path} baris {line} tidak berlabel.', en: '{path} line {line} has no label.' },
  badLineHint: {
    id: 'Satu JSON sebaris dengan label support, attack, neutral atau unclear.',
    en: 'One JSON a line with a label of support, attack, neutral or unclear.',
  },
} as const satisfies Catalogue;
