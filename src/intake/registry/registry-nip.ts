import { isDay } from '../../domain/days.js';
import { NIP_FAULTS } from '../../words/intake/registry.js';
import { sayError, sayIn } from '../../words/say.js';
import { readRequiredCode } from './registry-cells.js';
import { bad, good, type Read } from './registry-issue.js';

const say = sayIn('id');

const MIN_AGE = 17;
/** The highest retirement age of any civil servant is 70. */
const MAX_AGE = 71;

/**
 * A NIP (PNS) or NI PPPK: 18 digits, of which the first eight are the date of birth and the last three a running
 * number from 001. Spaces of any width, and the apostrophe that keeps Excel from counting, are taken off. The value
 * itself is in no message: lists of faults are passed on by mail.
 */
export function readNip(cell: string, now: Date): Read<string> {
  const read = readRequiredCode(cell);
  if ('fault' in read) return read;
  const digits = read.value.replaceAll(/[ .]/g, '');
  const asText = say(NIP_FAULTS.asText);
  if (/^\d[.,]?\d*e\+?\d+$/i.test(read.value.replaceAll(' ', ''))) {
    return bad(say(NIP_FAULTS.exponent), asText);
  }
  if (!/^\d*$/.test(digits)) return bad(...sayError(NIP_FAULTS.notDigits, 'id'));
  if (digits.length !== 18) return bad(...sayError(NIP_FAULTS.length, 'id', { length: digits.length }));
  if (!isPlausibleBirth(digits.slice(0, 8), now)) {
    return bad(...sayError(NIP_FAULTS.birth, 'id'));
  }
  if (digits.endsWith('000')) return bad(say(NIP_FAULTS.rounded), asText);
  return good(digits);
}

function isPlausibleBirth(date: string, now: Date): boolean {
  const day = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`;
  if (!isDay(day)) return false;
  const yearsAgo = (years: number) =>
    new Date(Date.UTC(now.getUTCFullYear() - years, now.getUTCMonth(), now.getUTCDate())).toISOString().slice(0, 10);
  return day <= yearsAgo(MIN_AGE) && day >= yearsAgo(MAX_AGE);
}
