import { createHash } from 'node:crypto';
import type { Flag } from './flag.js';
import type { Span } from './screening.js';

/** Of whoever reads it nobody learns which ticket a text speaks of, neither by its words nor by how long they are. */
export interface TicketMask {
  letterOf(ticketId: string): string;
  /** `spans`: of this text; those that show a ticket are hidden whole. */
  hide(text: string, spans?: readonly Span[]): MaskedText;
}

export interface MaskedText {
  readonly text: string;
  /** Where a stretch of the text as it was stands now; what it shares with something hidden it has whole. */
  move<S extends Stretch>(span: S): S;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Hidden extends Stretch {
  readonly letter: string;
}

/** What shows a ticket in a text: a stretch of it. */
export interface TicketSign {
  readonly text: string;
  readonly span: Span;
  readonly tickets: readonly string[];
}

/** Several tickets are meant, or nobody can say which one. */
const SOME = '•';
/** Always as long: the length of a name would tell it. */
const FILL = '···';
const MASK_LENGTH = 1 + FILL.length;
const BETWEEN_NAMES = /^[ \t.,'’-]*$/;
const MIN_WORD = 3;
/** A tag or handle that holds so long a name in one word. */
const MIN_INSIDE = 5;
const LEADS = new Set(['nomor', 'no', 'urut', 'paslon', 'pasangan', 'calon', 'coblos', 'pilih']);
const NO_NAMES = new Set([...LEADS, 'dan']);
const NUMBER_WORDS = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh'];
const WORDS = /[\p{L}\p{M}\p{N}]+/gu;

/** `labels`: `2 · Nama dan Nama` by `contest/number`, of the flag's tickets and those that stand against them. */
export function maskTickets(
  { id }: Pick<Flag, 'id'>,
  labels: ReadonlyMap<string, string>,
  signs: readonly TicketSign[],
): TicketMask {
  const letters = lettersOf(id, [...labels.keys()]);
  const letterOf = (ticket: string) => letters.get(ticket) ?? SOME;
  const words = new Map<string, string>();
  const learn = (word: string, letter: string) =>
    words.set(word, words.has(word) && words.get(word) !== letter ? SOME : letter);
  for (const [ticket, label] of labels) {
    for (const word of namesIn(label)) learn(word, letterOf(ticket));
    const number = Number(ticket.split('/').at(-1));
    if (Number.isInteger(number)) learn(String(number), letterOf(ticket));
  }
  const hidden = new Map<Span, string>();
  for (const { text, span, tickets } of signs) {
    const letter = tickets.length === 1 ? letterOf(tickets[0]!) : SOME;
    hidden.set(span, letter);
    for (const word of namesIn(text.slice(span.start, span.end))) if (!words.has(word)) words.set(word, letter);
  }
  return {
    letterOf,
    hide(text, spans = []) {
      const found = spans.flatMap((span) => {
        const letter = hidden.get(span);
        return letter && span.start < span.end ? [{ start: span.start, end: span.end, letter }] : [];
      });
      return replaced(text, joined(text, [...found, ...hiddenWords(text, words)]));
    },
  };
}

/** By chance, but the same each time: an order by number would tell them. */
function lettersOf(flagId: string, tickets: readonly string[]): ReadonlyMap<string, string> {
  const keyOf = (ticket: string) => createHash('sha256').update(`${flagId} ${ticket}`).digest('hex');
  const order = [...tickets].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return new Map(order.map((ticket, place) => [ticket, String.fromCharCode(65 + (place % 26))]));
}

function namesIn(text: string): string[] {
  const words = text.toLowerCase().match(WORDS) ?? [];
  return words.filter((word) => word.length >= MIN_WORD && !NO_NAMES.has(word) && !/^\d+$/.test(word));
}

function hiddenWords(text: string, words: ReadonlyMap<string, string>): Hidden[] {
  let before = '';
  return [...text.matchAll(WORDS)].flatMap(({ 0: word, index: start }) => {
    const plain = word.toLowerCase();
    const letter = letterFor(plain, { before, words });
    before = plain;
    return letter === undefined ? [] : [{ start, end: start + word.length, letter }];
  });
}

function letterFor(
  word: string,
  { before, words }: { before: string; words: ReadonlyMap<string, string> },
): string | undefined {
  const number = NUMBER_WORDS.indexOf(word);
  if (number >= 0) return LEADS.has(before) ? words.get(String(number)) : undefined;
  if (/^\d{1,2}$/.test(word)) return words.get(String(Number(word)));
  const whole = words.get(word);
  if (whole !== undefined) return whole;
  for (const [name, letter] of words) if (name.length >= MIN_INSIDE && word.includes(name)) return letter;
  return undefined;
}

/** In order, none over another: a name of two words is one, for how many words it has would tell it too. */
function joined(text: string, hidden: readonly Hidden[]): Hidden[] {
  const all: Hidden[] = [];
  for (const next of hidden.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = all.at(-1);
    const isOver = last !== undefined && next.start < last.end;
    const isBeside = last?.letter === next.letter && BETWEEN_NAMES.test(text.slice(last.end, next.start));
    if (!last || !(isOver || isBeside)) all.push(next);
    else {
      const letter = last.letter === next.letter ? last.letter : SOME;
      all[all.length - 1] = { start: last.start, end: Math.max(last.end, next.end), letter };
    }
  }
  return all;
}

function replaced(text: string, hidden: readonly Hidden[]): MaskedText {
  let said = '';
  let done = 0;
  const places = hidden.map(({ start, end, letter }) => {
    said += text.slice(done, start);
    done = end;
    const place = { start, end, now: said.length };
    said += `${letter}${FILL}`;
    return place;
  });
  const moved = (offset: number, side: 'start' | 'end') => {
    const place = places.findLast((one) => (side === 'start' ? one.start <= offset : one.start < offset));
    if (!place) return offset;
    const isInside = side === 'start' ? offset < place.end : offset <= place.end;
    if (isInside) return side === 'start' ? place.now : place.now + MASK_LENGTH;
    return place.now + MASK_LENGTH + (offset - place.end);
  };
  return {
    text: said + text.slice(done),
    move: (span) => ({ ...span, start: moved(span.start, 'start'), end: moved(span.end, 'end') }),
  };
}
