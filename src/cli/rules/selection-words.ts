import { relationsOf, type Scope, type Selection, type StyleName } from '../../rules/files/rule-schema.js';

const TICKETS: Record<string, string> = {
  any: 'tanda pasangan calon apa pun',
  person: 'tanda pasangan calon, tanpa partai',
};
const STYLES: Record<StyleName, string> = {
  news: 'berbentuk berita',
  reported: 'berita dengan penutur atau media',
  headline: 'judul berita',
  formal: 'bergaya resmi',
  bare: 'hanya nama, tagar dan tautan',
  sarcasm: 'ada tawa atau ejekan',
  own_words: 'ada kata sendiri',
  no_own_words: 'tanpa kata sendiri',
  every_ticket: 'semua pasangan dari satu kontes disebut',
};
const SCOPES: Record<Scope, string> = {
  negated: 'diingkari',
  quoted: 'dikutip',
  question: 'ditanyakan',
  hashtag: 'di dalam tagar',
};
const SIDES = { within: 'paling jauh', before: 'di depan, paling jauh', after: 'di belakang, paling jauh' } as const;
/** Long lists are read in their files. */
const SHOWN_WORDS = 8;

/** What a selection looks for and where, as an analyst says it. */
export function selectionInWords(selection: Selection): string {
  return [...soughtIn(selection), ...placesOf(selection)].join('; ');
}

function soughtIn(selection: Selection): string[] {
  const { ticket, lexicon, author, source, target, style, stage } = selection;
  const listed = (what: string, words: readonly string[] | undefined) => {
    if (words === undefined) return [];
    const more = words.length > SHOWN_WORDS ? ` … (${words.length})` : '';
    return [`${what} ${words.slice(0, SHOWN_WORDS).join(', ')}${more}`];
  };
  return [
    ...(ticket === undefined ? [] : [TICKETS[String(ticket)] ?? `tanda pasangan calon: ${[ticket].flat().join(', ')}`]),
    ...listed('daftar', lexicon),
    ...listed('kata', selection.words),
    ...listed('kata berdasar', selection.stem),
    ...listed('rangkaian', selection.phrase),
    ...listed('kata dalam tagar', selection.hashtag),
    ...listed('emoji', selection.emoji),
    ...listed('jabatan memuat', author),
    ...listed('akun tujuan memuat', source),
    ...(target === undefined ? [] : [`tujuan: ${target}`]),
    ...(style === undefined
      ? []
      : [
          [style]
            .flat()
            .map((name) => STYLES[name])
            .join(', '),
        ]),
    ...listed('tahap', stage),
  ];
}

function placesOf(selection: Selection): string[] {
  const relations = relationsOf(selection).map(({ side, to, reach }) =>
    reach === undefined ? `dekat ${to}` : `${SIDES[side]} ${reach} kata dari ${to}`,
  );
  const { at_least: least, unless, only } = selection;
  return [
    ...(least === undefined ? [] : [`sedikitnya ${least} kata berbeda`]),
    ...relations,
    ...(unless === undefined ? [] : [`kecuali ${unless.map((scope) => SCOPES[scope]).join(' atau ')}`]),
    ...(only === undefined ? [] : [`hanya bila ${only.map((scope) => SCOPES[scope]).join(' dan ')}`]),
  ];
}
