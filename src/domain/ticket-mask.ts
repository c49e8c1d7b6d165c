import { createHash } from 'node:crypto';
import type { Flag } from './flag.js';
import type { Span } from './screening.js';

/** Of whoever reads it nobody learns which ticket a text speaks of. Each text keeps its length, so that spans go on fitting. */
export interface TicketMask {
  letterOf(ticketId: string): string;
  /** `spans`: of this text; those that show a ticket are hidden whole. */
  hide(text: string, spans?: readonly Span[]): string;
}

/** What shows a ticket in a text: a stretch of it. */
export interface TicketSign {
  readonly text: string;
  readonly span: Span;
  readonly tickets: readonly string[];
}

/** Several tickets are meant, or nobody can say which one. */
const SOME = '•';
const FILL = '·';
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
      let said = text;
      for (const span of spans) {
        const letter = hidden.get(span);
        if (letter) said = said.slice(0, span.start) + filled(letter, span.end - span.start) + said.slice(span.end);
      }
      return hideWords(said, words);
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

function hideWords(text: string, words: ReadonlyMap<string, string>): string {
  let before = '';
  return text.replace(WORDS, (word) => {
    const plain = word.toLowerCase();
    const letter = letterFor(plain, { before, words });
    before = plain;
    return letter === undefined ? word : filled(letter, word.length);
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

function filled(letter: string, length: number): string {
  return length === 0 ? '' : letter + FILL.repeat(length - 1);
}
