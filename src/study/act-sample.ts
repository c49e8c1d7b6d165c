import type { Election, Ticket } from '../domain/election.js';
import type { MissedAct } from '../domain/missed.js';
import { MISSED } from '../words/console/missed.js';
import { say } from '../words/say.js';

/** Shorter signs stand inside ordinary words, and a part of a name of three letters is many people's. */
const MIN_SIGN = 4;
/** A number counts as a ballot's only behind one of these; which rules know more words is theirs to say. */
const NUMBERED =
  /(?<![\p{L}\p{N}])((?:nomor|nomer|no\.?|urut|paslon|pasangan|calon|coblos|pilih)\s*0?)(\d{1,2})(?!\p{N})/giu;
const WHO = ['ticket', 'other', 'third'] as const;

interface Found {
  readonly start: number;
  readonly end: number;
  readonly ticket: Ticket;
  readonly what: string;
}

/**
 * An act as one line of a rule's `samples.yaml` (a flow mapping, which is JSON): who stands in it is written as
 * `{ticket.…}`, `{other.…}`, `{third.…}` in order of their first sign, since no rule file names a candidate. A person
 * still reads it: nicknames that the election file does not know stay.
 */
export function sampleLine({ kind, text, targetText }: MissedAct, elections: readonly Election[]): string {
  const tickets = elections.flatMap(({ contests }) => contests).flatMap((contest) => contest.tickets);
  const signs = tickets.flatMap(signsOf).sort((a, b) => b.text.length - a.text.length);
  const texts = [text, targetText ?? ''];
  const found = texts.map((one) => findSigns(one, signs));
  const order = [...new Set(found.flat().map(({ ticket }) => ticket))].slice(0, WHO.length);
  const [own = '', target = ''] = texts.map((one, i) => numbered(replaced(one, found[i]!, order), order));
  const note = say(MISSED.sampleNote, 'id');
  // JSON leaves out what is undefined.
  const sample = { note, kind, text: own || undefined, target: target ? { text: target } : undefined };
  return `- ${JSON.stringify(sample)}`;
}

interface TicketSign {
  readonly ticket: Ticket;
  readonly text: string;
  readonly what: string;
}

function signsOf(ticket: Ticket): TicketSign[] {
  const parts = ticket.names.flatMap((name) => name.split(/\s+/));
  const named: readonly (readonly [string, readonly string[]])[] = [
    ['name', ticket.names],
    ['pair', ticket.aliases.map(({ text }) => text)],
    ['hashtag', ticket.hashtags.map(({ text }) => text)],
    ['slogan', ticket.slogans.map(({ text }) => text)],
    ['party', ticket.parties.map(({ text }) => text)],
    ['handle', [...ticket.accounts, ...(ticket.teams ?? [])].map(({ handle }) => handle)],
    // Names last: of two readings of one stretch the first of equal length is taken.
    ['name', parts.filter((part) => part.length >= MIN_SIGN)],
  ];
  return named.flatMap(([what, texts]) =>
    texts.filter((text) => text.length >= MIN_SIGN || what === 'pair').map((text) => ({ ticket, text, what })),
  );
}

/** In order of the text, none over another; longer signs first, so that a pair is not read as its first half. */
function findSigns(text: string, signs: readonly TicketSign[]): Found[] {
  const lower = text.toLowerCase();
  // What changes its length in small letters has no such places.
  if (lower.length !== text.length) return [];
  const found: Found[] = [];
  const isFree = (start: number, end: number) => found.every((one) => end <= one.start || start >= one.end);
  for (const { ticket, text: sign, what } of signs) {
    const wanted = sign.toLowerCase();
    for (let start = lower.indexOf(wanted); start >= 0; start = lower.indexOf(wanted, start + 1)) {
      const end = start + wanted.length;
      if (isWord(lower, start, end) && isFree(start, end)) found.push({ start, end, ticket, what });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function isWord(text: string, start: number, end: number): boolean {
  // Two units each way hold the one character that decides.
  const [before, behind] = [text.slice(Math.max(0, start - 2), start), text.slice(end, end + 2)];
  return !/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(behind);
}

function replaced(text: string, found: readonly Found[], order: readonly Ticket[]): string {
  let [said, at] = ['', 0];
  for (const { start, end, ticket, what } of found) {
    const who = WHO[order.indexOf(ticket)];
    // A fourth one on the ballot has no word in samples: it is left out, not named.
    said += `${text.slice(at, start)}${who === undefined ? '…' : `{${who}.${what}}`}`;
    at = end;
  }
  return said + text.slice(at);
}

/** The numbers of those who stand in the act; where nobody is named, each number is one of them, in order. */
function numbered(text: string, order: readonly Ticket[]): string {
  const numbers = order.map(({ number }) => String(number));
  return text.replace(NUMBERED, (whole, lead: string, digits: string) => {
    if (order.length === 0 && !numbers.includes(digits)) numbers.push(digits);
    const who = WHO[numbers.indexOf(digits)];
    return who === undefined ? whole : `${lead}{${who}.number}`;
  });
}
