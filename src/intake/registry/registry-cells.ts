import { PROOF_STATES, type ProofState } from '../../domain/account.js';
import { isDay } from '../../domain/days.js';
import { isPlatform, isValidHandle, PLATFORMS, type Platform } from '../../domain/platform.js';
import { nearestWord, quoted } from '../../rules/files/quoted.js';
import { CELL_FAULTS, PROOF_CELLS } from '../../words/intake/registry.js';
import { sayError, sayIn } from '../../words/say.js';
import { tidyCell, tidyCode, withoutTextMark } from '../files/cells.js';
import { bad, good, type Read } from './registry-issue.js';

const say = sayIn('id');

/** Longest name, position, code or decree; the longest official titles have about 150 letters. */
const MAX_CELL_LENGTH = 300;

// Control, format (zero-width, bidirectional), surrogate, private and line-separating characters.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;
const FORMULA = /^[=+\-@\t\r]/;

/** Any cell: nothing hidden, nothing that a spreadsheet would run, not too long. Comes back without outer spaces. */
export function readPlain(cell: string): Read<string> {
  const text = tidyCell(cell);
  if (FORMULA.test(cell) || FORMULA.test(text)) {
    return bad(...sayError(CELL_FAULTS.formula, 'id', { value: quoted(cell) }));
  }
  if (HIDDEN.test(text)) {
    return bad(...sayError(CELL_FAULTS.hidden, 'id', { value: quoted(text) }));
  }
  if (text.includes('\ufffd')) {
    return bad(...sayError(CELL_FAULTS.broken, 'id', { value: quoted(text) }));
  }
  if (text.length > MAX_CELL_LENGTH) {
    return bad(...sayError(CELL_FAULTS.tooLong, 'id', { length: text.length, limit: MAX_CELL_LENGTH }));
  }
  return good(text.normalize('NFC'));
}

/** A code, a number or a word of a closed list: what a paste or Excel put into it is taken out, not refused. */
export function readCode(cell: string): Read<string> {
  return readPlain(tidyCode(cell));
}

export function readRequiredCode(cell: string): Read<string> {
  return readRequired(tidyCode(cell));
}

export function readRequired(cell: string): Read<string> {
  const read = readPlain(cell);
  return 'value' in read && read.value === '' ? bad(...sayError(CELL_FAULTS.empty, 'id')) : read;
}

export function readPlatform(cell: string): Read<Platform> {
  const read = readRequiredCode(cell);
  if ('fault' in read) return read;
  const name = read.value.toLowerCase();
  if (isPlatform(name)) return good(name);
  const meant = nearestWord(name, PLATFORMS) ?? (name === 'twitter' ? 'x' : undefined);
  const known = say(CELL_FAULTS.chooseOne, { choices: PLATFORMS.join(', ') });
  const reason = say(CELL_FAULTS.unknownPlatform, { value: quoted(read.value) });
  return bad(reason, meant ? say(CELL_FAULTS.meant, { meant, hint: known }) : known);
}

/** A leading `@` is how people write handles: it is taken off, not taken for a formula. */
export function readHandle(cell: string, platform: Platform | undefined): Read<string> {
  const read = readRequired(withoutTextMark(cell).replace(/^@/, ''));
  if ('fault' in read) return read;
  if (!isValidHandle(read.value)) {
    return bad(...sayError(CELL_FAULTS.badHandle, 'id', { value: quoted(read.value) }));
  }
  if (platform !== 'web' && read.value.includes('/')) {
    return bad(...sayError(CELL_FAULTS.isAddress, 'id', { value: quoted(read.value) }));
  }
  return good(read.value);
}

const PROOF_WORDS: Readonly<Record<string, ProofState>> = {
  ...Object.fromEntries(PROOF_STATES.map((state) => [PROOF_CELLS[state].en, state])),
  ...Object.fromEntries(PROOF_STATES.map((state) => [PROOF_CELLS[state].id, state])),
};

export function readProof(cell: string): Read<ProofState> {
  const read = readRequiredCode(cell);
  if ('fault' in read) return read;
  const words = Object.keys(PROOF_WORDS);
  const state = words.includes(read.value.toLowerCase()) ? PROOF_WORDS[read.value.toLowerCase()] : undefined;
  if (state) return good(state);
  return bad(
    say(CELL_FAULTS.unknownProof, { value: quoted(read.value) }),
    say(CELL_FAULTS.chooseOne, { choices: words.join(', ') }),
  );
}

/** Word writes some of these for a hyphen. */
const DASH = /[\u2010-\u2015\u2212]/g;
/** 01/02/2026 is the first of February to its writer, and the second of January to Excel. */
const NUMBERS = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/;

/** `<decree>|<from>|<to>`, inclusive local days. */
export function readMandate(cell: string): Read<{ decree: string; from: string; to: string }> {
  const read = readRequired(withoutTextMark(cell));
  if ('fault' in read) return read;
  const shape = say(CELL_FAULTS.mandateShape);
  const order = say(CELL_FAULTS.dayOrder);
  const parts = read.value.split('|').map((part) => part.trim());
  const [decree, from, to] = parts;
  if (parts.length !== 3 || !decree || !from || !to) {
    return bad(say(CELL_FAULTS.mandateParts, { value: quoted(read.value) }), shape);
  }
  const days = [from, to].map((day) => day.replaceAll(DASH, '-'));
  const wrongDay = days.find((day) => !isDay(day));
  if (wrongDay !== undefined)
    return bad(say(CELL_FAULTS.noDay, { value: quoted(wrongDay) }), NUMBERS.test(wrongDay) ? order : shape);
  const [first, last] = days as [string, string];
  if (first > last) return bad(...sayError(CELL_FAULTS.mandateOrder, 'id', { last, first }));
  return good({ decree, from: first, to: last });
}
