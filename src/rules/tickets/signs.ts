import type { Contest, Sign, Ticket } from '../../domain/election.js';
import { fold } from '../../text/fold.js';
import { COMMON_NAMES } from './common-names.js';
import {
  ADDRESS_WORDS,
  HONORIFICS,
  JOINING_WORDS,
  LOCAL_COLOURS,
  LOCAL_NUMBERS,
  SKIPPED_IN_NAMES,
} from './ticket-words.js';

export const SIGN_KINDS = [
  'name',
  'alias',
  'pair',
  'hashtag',
  'slogan',
  'party',
  'number',
  'sum',
  'finger',
  'position',
  'colour',
  'incumbent',
  'empty_box',
  'mention',
  'account',
  'team',
  'poster',
  'unnamed',
] as const;
export type SignKind = (typeof SIGN_KINDS)[number];

/**
 * Another sign of the same ticket, a word that speaks of an election, or that or a form of address before it. `act`:
 * anything that ties the act to an election; `ballot`: the paper itself, which has a left and a right; `rare`: a name that
 * hardly anybody else has; `title`: what a candidate is called that others are called too (`Pak Wali`); `slogan`: a ballot's place shown, or what ties the act to an election; `pointed`: one word of a
 * slogan, which only a finger of its ticket makes one; `chant`: a number said again and again;
 * `honorific`: what a candidate is called by (`Bundo`, `Datuk`), where the act speaks of that candidate or of the ballot;
 * `colour`: what ties the act to an election, and a finger, number or slogan of the ticket or a word of choosing before it.
 */
export type Company =
  | 'ticket'
  | 'title'
  | 'rare'
  | 'slogan'
  | 'election'
  | 'address'
  | 'act'
  | 'ballot'
  | 'pointed'
  | 'chant'
  | 'honorific'
  | 'colour';

/** One way in which a ticket shows in text: a sequence of plain words. */
export interface WordSign {
  readonly words: readonly string[];
  readonly kind: SignKind;
  /** What must stand beside it before it counts; nothing for a sign that only this ticket has. */
  readonly needs: Company | undefined;
  /** Written in capitals in the election file: in capitals it is hardly the everyday word. */
  readonly isAcronym?: boolean;
  /** Counts for accounts outside the contest's region too. */
  readonly isKnownAnywhere: boolean;
}

/** Lower-case words of a name, alias or slogan, as the reader would see them. */
export function plainWords(text: string): string[] {
  return fold(text)
    .text.replace(/['`’]/g, '')
    .split(/[^a-z0-9\p{L}]+/u)
    .filter((w) => w !== '');
}

/** A name without titles and degrees: what people use of it. */
export function nameWords(name: string): string[] {
  const words = plainWords(name.split(',')[0]!);
  const kept = words.filter((w) => !SKIPPED_IN_NAMES.has(w) && w.length > 1);
  return kept.length > 0 ? kept : words;
}

const EVERYDAY_WORDS = 2;
const MIN_NAME = 4;

/** Every sign of a ticket that is made of words: as written in the election file, and the usual variants of names. */
export function signsOf(ticket: Ticket): WordSign[] {
  const names = ticket.names.map(nameWords);
  const declared = (signs: readonly Sign[], kind: SignKind): WordSign[] =>
    signs.map((s) => {
      const words = plainWords(s.text);
      const isPair = kind === 'alias' && words.filter((w) => !SKIPPED_IN_NAMES.has(w)).length > 1;
      // "Indonesia maju" is also what any office writes on its wall.
      const isEveryday = kind === 'slogan' && words.length <= EVERYDAY_WORDS;
      const isTitle = kind === 'alias' && words.length > 1;
      const needs = s.ambiguous ? (isTitle ? 'title' : 'ticket') : isEveryday ? 'election' : undefined;
      const isAcronym = words.length === 1 && kind === 'alias' && isCapitals(s.text);
      return { words, kind: isPair ? 'pair' : kind, needs, isKnownAnywhere: false, isAcronym };
    });
  return distinct([
    ...declared(ticket.aliases, 'alias'),
    ...declared(ticket.aliases, 'alias').flatMap(addressedOtherwise),
    ...declared(ticket.slogans, 'slogan'),
    ...declared(ticket.slogans, 'slogan').flatMap(fragmentsOf),
    ...names.flatMap(nameSigns),
    ...pairSigns(names),
    ...ticket.parties.flatMap(partySigns),
    ...(ticket.colours ?? []).flatMap(colourSigns),
    ...declared(ticket.aliases, 'alias').flatMap(honorificOf),
    ...declared(ticket.slogans, 'slogan').flatMap(wordsOf),
    ...ticket.accounts.flatMap(({ handle }) => accountSigns(handle)),
  ]);
}

function isCapitals(text: string): boolean {
  return text.length > 2 && text === text.toUpperCase() && text !== text.toLowerCase();
}

/** "Cak Imin" is also "Gus Imin" and "Pak Imin": the name alone needs some form of address before it. */
function addressedOtherwise({ words, needs }: WordSign): WordSign[] {
  const [address, name] = words;
  const isAddressed = words.length === 2 && needs === undefined && ADDRESS_WORDS.has(address!);
  if (!isAddressed || name!.length < MIN_NAME) return [];
  return [{ words: [name!], kind: 'alias', needs: 'address', isKnownAnywhere: false }];
}

/** "Bundo El" is also just "Bundo", to those who speak of her anyway. */
function honorificOf({ words: [first, second] }: WordSign): WordSign[] {
  if (second === undefined || !HONORIFICS.has(first!)) return [];
  return [{ words: [first!], kind: 'alias', needs: 'honorific', isKnownAnywhere: false }];
}

function nameSigns(words: readonly string[]): WordSign[] {
  const sign = (w: readonly string[], isAmbiguous: boolean, isKnownAnywhere = false): WordSign => ({
    words: w,
    kind: isAmbiguous ? 'alias' : 'name',
    needs: isAmbiguous ? (isRare(w) ? 'rare' : 'ticket') : undefined,
    isKnownAnywhere,
  });
  if (words.length === 1) return [sign(words, true)];
  const [first, last] = [words[0]!, words.at(-1)!];
  const inside = words.slice(0, -1).map((w, i) => [w, words[i + 1]!]);
  return [
    sign(words, false, true),
    sign([...words].reverse(), false),
    sign([last, ...words.slice(0, -1)], false),
    sign([first, last], false),
    ...inside.map((two) => sign(two, false)),
    // "Budi" alone is any Budi; beside the partner's name, or "cagub", it is the candidate.
    ...[...words].filter((w) => w.length >= 3).map((w) => sign([w], true)),
  ];
}

const MIN_RARE = 5;

function isRare(words: readonly string[]): boolean {
  return words.length === 1 && words[0]!.length >= MIN_RARE && !COMMON_NAMES.has(words[0]!);
}

/** Two words of a longer slogan, for those who leave the rest to be guessed. */
function fragmentsOf({ words, kind, needs }: WordSign): WordSign[] {
  if (kind !== 'slogan' || words.length < 3 || needs === 'ticket') return [];
  const pairs = words.slice(0, -1).map((word, i) => [word, words[i + 1]!]);
  return (
    pairs
      // "Kerja dulu baru cerita": "dulu baru" is what everybody says of everything.
      .filter((pair) => pair.join('').length >= MIN_FRAGMENT && !pair.every((word) => JOINING_WORDS.has(word)))
      .map((pair) => ({ words: pair, kind, needs: 'slogan' as const, isKnownAnywhere: false }))
  );
}

const MIN_FRAGMENT = 7;

const MIN_ACCOUNT = 8;

/** `@budi_kudus` is also written without its mark, as one word. */
function accountSigns(handle: string): WordSign[] {
  const word = plainWords(handle).join('');
  return word.length < MIN_ACCOUNT
    ? []
    : [{ words: [word], kind: 'mention', needs: undefined, isKnownAnywhere: false }];
}

/** Each longer word of a slogan, for those who write it beside a finger. */
function wordsOf({ words, kind }: WordSign): WordSign[] {
  const isTelling = (word: string) => !JOINING_WORDS.has(word) && !Object.hasOwn(LOCAL_NUMBERS, word);
  const telling = words.filter((word) => word.length >= MIN_RARE && isTelling(word));
  return telling.map((word) => ({ words: [word], kind, needs: 'pointed' as const, isKnownAnywhere: false }));
}

/** `Nama-Wakil`, in either order; a joining word between them is skipped by the reader. */
function pairSigns(names: readonly (readonly string[])[]): WordSign[] {
  if (names.length !== 2) return [];
  const [first, second] = names as [readonly string[], readonly string[]];
  // A full name is a sign by itself; only single words of both names need each other.
  const single = (words: readonly string[]) => words.filter((w) => w.length >= 3);
  return single(first).flatMap((a) =>
    single(second).flatMap((b) =>
      [
        [a, b],
        [b, a],
      ].map((words) => ({ words, kind: 'pair' as const, needs: undefined, isKnownAnywhere: false })),
    ),
  );
}

/** A party's name alone is many things (a bird, a pan, the United Nations); after "partai" it is the party. */
function partySigns(party: Sign): WordSign[] {
  const written = plainWords(party.text);
  const words = written[0] === 'partai' ? written.slice(1) : written;
  const kind = 'party' as const;
  return [
    { words, kind, needs: 'election', isKnownAnywhere: false },
    { words: ['partai', ...words], kind, needs: party.ambiguous ? 'election' : undefined, isKnownAnywhere: false },
  ];
}

/** A colour in the words of every language that people write in. */
function colourSigns(colour: string): WordSign[] {
  const words = plainWords(colour);
  const local = LOCAL_COLOURS[words.join(' ')] ?? [];
  return [words, ...local.map((word) => [word])].map((one) => ({
    words: one,
    kind: 'colour',
    needs: 'colour',
    isKnownAnywhere: false,
  }));
}

function distinct(signs: readonly WordSign[]): WordSign[] {
  const found = new Map<string, WordSign>();
  for (const sign of signs) {
    if (sign.words.length === 0) continue;
    const key = sign.words.join(' ');
    // What the election file says of a sign stands before what we make of a name.
    if (!found.has(key)) found.set(key, sign);
  }
  return [...found.values()];
}

/** In a contest with one ticket the empty box is the other side; its ticket number is 0. */
export function hasEmptyBox(contest: Pick<Contest, 'tickets'>): boolean {
  return contest.tickets.length === 1;
}
