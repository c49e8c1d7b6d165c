import { type Activity, aimsOf } from './activity.js';
import type { Flag } from './flag.js';
import { plainWords, sameWords } from './same-words.js';

type Act = Pick<Activity, 'kind' | 'text' | 'media' | 'target'>;

/**
 * What an act has in common with others of the same post, as a text that only a keyed hash of may be kept: the words that it
 * says, else those in its pictures, else the picture itself, else the words of what it is aimed at, else where that stands. So a share without words of its
 * own is of one family with the post it shares, and with a copy of it. `undefined`: too little to tell.
 */
export function familyOf(act: Act): string | undefined {
  const said = sameWords(act.text) ?? sameWords(wordsInPictures(act));
  if (said) return `words ${said}`;
  const picture = act.media?.find((one) => one.picture)?.picture;
  if (picture) return `picture ${picture.sha256}`;
  // Whom somebody follows is no post.
  if (act.kind === 'follow') return undefined;
  const aims = aimsOf(act.target);
  const aimed = aims.map(({ text }) => sameWords(text)).find((words) => words !== undefined);
  if (aimed) return `words ${aimed}`;
  const url = aims.find((aim) => aim.url !== undefined)?.url;
  return url && `link ${url.trim().replace(/#.*$/s, '')}`;
}

function wordsInPictures({ media = [] }: Pick<Act, 'media'>): string {
  return media.map(({ text = '' }) => text).join('\n');
}

/** In what one act of a family may differ from another: each can turn a decision around. */
export const DIFFERENCES = ['kind', 'words', 'picture', 'original', 'rules', 'tickets', 'clears'] as const;
export type Difference = (typeof DIFFERENCES)[number];

interface Marked {
  readonly flag: Pick<Flag, 'kind' | 'matches' | 'cleared'>;
  /** `undefined`: its content is no longer kept. */
  readonly act: Act | undefined;
}

/** Spelling, signs and spaces apart. Of content that is gone nothing is known to be the same. */
export function differencesOf(one: Marked, other: Marked): Difference[] {
  return DIFFERENCES.filter((difference) => TOLD_BY[difference](one) !== TOLD_BY[difference](other));
}

const TOLD_BY: Readonly<Record<Difference, (marked: Marked) => string | symbol>> = {
  kind: ({ flag }) => flag.kind,
  words: ({ act }) => (act ? plainWords(act.text) : Symbol('gone')),
  picture: ({ act }) => (act ? lookOf(act) : Symbol('gone')),
  original: ({ act }) =>
    aimsOf(act?.target)
      .map(({ text }) => plainWords(text ?? ''))
      .join('\n'),
  rules: ({ flag }) => setOf(flag.matches.map(({ rule, stance }) => `${rule} ${stance}`)),
  tickets: ({ flag }) => setOf(flag.matches.flatMap(({ tickets }) => tickets)),
  clears: ({ flag }) => setOf(flag.cleared.map(({ reason }) => reason)),
};

/** Each upload of a picture is another file: where it says something, that is what counts. */
function lookOf(act: Act): string {
  const { media = [] } = act;
  const said = plainWords(wordsInPictures(act));
  return `${media.length} ${said || media.map(({ picture }) => picture?.sha256 ?? '').join(' ')}`;
}

function setOf(names: readonly string[]): string {
  return [...new Set(names)].sort().join('\n');
}
