import type { BallotPlace } from '../../domain/election.js';
import type { Candidate } from './ballot.js';
import { FINGERS, LOCAL_NUMBERS, NUMBER_WORDS, POSITIONS, ROWS } from './ticket-words.js';

const MAX_NUMBER = 40;

/** A word that points to a ticket by its place on the ballot. */
export interface NumberWord {
  readonly as: 'number' | 'finger' | 'position';
  /** `02` or a keycap: people write ballot numbers so; a plain `2` or `dua` needs "nomor" before it. */
  readonly isBallotLike: boolean;
  readonly isDigits: boolean;
  /** Up or down: said of everything, so a word must lead to it or another place stand beside it. */
  readonly isRow?: boolean;
  /** Whether it can mean a ticket, `all` being the tickets of its contest by number. */
  readonly fits: (candidate: Candidate, all: readonly Candidate[]) => boolean;
}

/** Every such word by its number in the vocabulary; up and down only where some ballot paper has rows. */
export function numberWords(id: (word: string) => number, hasRows: boolean): Map<number, NumberWord> {
  const words = new Map<number, NumberWord>();
  const add = (word: string, number: number, spelling: Pick<NumberWord, 'isBallotLike' | 'isDigits'>) =>
    words.set(id(word), { as: 'number', ...spelling, fits: (candidate) => candidate.number === number });
  for (const [word, number] of Object.entries(LOCAL_NUMBERS))
    add(word, number, { isBallotLike: false, isDigits: false });
  for (let n = 1; n <= MAX_NUMBER; n++) {
    add(String(n), n, { isBallotLike: false, isDigits: true });
    if (n < 10) for (const word of [`0${n}`, `keycap${n}`]) add(word, n, { isBallotLike: true, isDigits: true });
    const word = NUMBER_WORDS[n];
    if (word !== undefined) add(word, n, { isBallotLike: false, isDigits: false });
  }
  for (const [emoji, count] of Object.entries(FINGERS)) {
    const fits = (candidate: Candidate) => candidate.number === count;
    words.set(id(emoji), { as: 'finger', isBallotLike: false, isDigits: false, fits });
  }
  for (const [word, place] of Object.entries(hasRows ? { ...POSITIONS, ...ROWS } : POSITIONS)) {
    const fits = (candidate: Candidate, all: readonly Candidate[]) => isAt(place, candidate, all);
    words.set(id(word), { as: 'position', isBallotLike: false, isDigits: false, isRow: place in ROW_PLACES, fits });
  }
  return words;
}

const ROW_PLACES = { top: true, bottom: true } as const;

/** As the election file says; else columns stand in the order of their numbers, as the law lays the paper out. */
function isAt(place: BallotPlace, candidate: Candidate, all: readonly Candidate[]): boolean {
  if (all.length < 2 || all.some(({ number }) => number === 0)) return false;
  const written = candidate.ticket?.places;
  if (written !== undefined) return written.includes(place);
  const column = all.findIndex(({ index }) => index === candidate.index);
  if (place === 'middle') return all.length === 3 && column === 1;
  if (place in ROW_PLACES) return false;
  return column === (place === 'left' ? 0 : all.length - 1);
}
