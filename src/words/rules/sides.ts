import { isEmptyBox } from '../../domain/election.js';
import type { Side, Stance } from '../../domain/screening.js';
import type { Language } from '../language.js';
import { capital, say } from '../say.js';
import { STANCE_TERMS, type Terms } from '../terms.js';

/** The empty box of a contest, which is no pair: in a sentence and as a label. */
export const EMPTY_BOX = { id: 'kotak kosong', en: 'the empty box' } as const;

/** To choose the box is to take a side, but nobody's support. */
export const BOX_STANCE_TERMS = {
  support: { id: 'memilih kotak kosong', en: 'for the empty box' },
  attack: { id: 'menolak kotak kosong', en: 'against the empty box' },
  unclear: STANCE_TERMS.unclear,
} as const satisfies Terms<Stance>;

const TOWARDS = {
  support: { id: 'mendukung {ticket}', en: 'support of {ticket}' },
  attack: { id: 'menyerang {ticket}', en: 'an attack on {ticket}' },
  unclear: { id: 'belum jelas terhadap {ticket}', en: 'unclear towards {ticket}' },
} as const;

/** The stance of a rule that speaks of these tickets. */
export function stanceTerms(tickets: readonly string[]): Terms<Stance> {
  return areBoxes(tickets) ? BOX_STANCE_TERMS : STANCE_TERMS;
}

/** A rule's title where it speaks of these tickets: rules say *pasangan calon*, which the empty box is not. */
export function titleFor(title: string, tickets: readonly string[]): string {
  if (!areBoxes(tickets)) return title;
  return title.replaceAll('pasangan calon', EMPTY_BOX.id).replace(/^Pasangan calon/, capital(EMPTY_BOX.id));
}

function areBoxes(tickets: readonly string[]): boolean {
  return tickets.length > 0 && tickets.every(isEmptyBox);
}

/** `mendukung 1 · Nama dan Nama`; `memilih kotak kosong`. */
export function saySide({ ticket, stance }: Side, label: string, language: Language): string {
  if (isEmptyBox(ticket) && stance !== 'unclear') return BOX_STANCE_TERMS[stance][language];
  return say(TOWARDS[stance], language, { ticket: label });
}
