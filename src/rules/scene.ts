import type { Stage } from '../domain/election.js';
import type { ScreenInput } from '../domain/screening.js';
import { UNIT, type Units } from '../text/units.js';
import type { CompiledSelection } from './compile-rules.js';
import { SIGN_MEANINGS } from './messages.js';
import {
  EVERYWHERE,
  isAsked,
  isInTag,
  isNegated,
  isQuoted,
  type NegationWords,
  type Occurrence,
} from './occurrence.js';
import type { Scope } from './rule-schema.js';
import type { Style } from './style.js';
import type { TermSet } from './term-sets.js';
import type { TicketHit } from './tickets/ticket-finder.js';

/** Fields get numbers: 0 the text, 1… the media, this one the target's text. */
export const TARGET_FIELD = 255;

/** One activity, read: all that rules ask about. */
export interface Scene {
  readonly input: ScreenInput;
  readonly units: Units;
  readonly stage: Stage | null;
  /** Places of terms by set. */
  readonly places: readonly (readonly { first: number; last: number }[])[];
  readonly sets: readonly TermSet[];
  readonly hits: readonly TicketHit[];
  /** Tickets to whom the target's account is registered. */
  readonly targetTickets: readonly number[];
  /** Worked out when a rule first asks for it. */
  readonly style: () => Style;
  readonly negation: NegationWords;
}

export interface Found {
  readonly holds: boolean;
  readonly places: Occurrence[];
}

/** Where a selection holds by itself, before its relations to others are looked at. */
export function findSelection(scene: Scene, selection: CompiledSelection): Found {
  if (!holdsAsWhole(scene, selection)) return { holds: false, places: [] };
  const isPlaced = selection.sets.length > 0 || selection.signKinds !== undefined;
  if (!isPlaced) return { holds: true, places: [] };
  const places = [...ticketPlaces(scene, selection), ...termPlaces(scene, selection)];
  return { holds: places.length > 0, places: places.sort((a, b) => a.first - b.first || a.last - b.last) };
}

function holdsAsWhole(scene: Scene, selection: CompiledSelection): boolean {
  const { account, target } = scene.input;
  const { author, source, stages, styles } = selection;
  if (author !== undefined && !hasWordOf(account.position ?? '', author)) return false;
  if (source !== undefined) {
    const handle = target?.account?.handle.toLowerCase() ?? '';
    if (!source.some((part) => handle.includes(part))) return false;
  }
  if (stages !== undefined && (scene.stage === null || !stages.includes(scene.stage))) return false;
  if (selection.target !== undefined && !hasTarget(scene, selection.target)) return false;
  return styles.every((style) => hasStyle(scene.style(), style));
}

function hasWordOf(text: string, words: ReadonlySet<string>): boolean {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => words.has(word));
}

function hasTarget(scene: Scene, target: NonNullable<CompiledSelection['target']>): boolean {
  const hasAccount = scene.input.target?.account !== undefined;
  if (target === 'ticket_account') return scene.targetTickets.length > 0;
  if (target === 'other_account') return hasAccount && scene.targetTickets.length === 0;
  return scene.hits.some((hit) => scene.units.field[hit.first] === TARGET_FIELD);
}

function hasStyle(style: Style, name: CompiledSelection['styles'][number]): boolean {
  switch (name) {
    case 'news':
      return style.isNews;
    case 'reported':
      return style.isReported;
    case 'formal':
      return style.isFormal;
    case 'bare':
      return style.isBare;
    case 'sarcasm':
      return style.isSarcastic;
    case 'own_words':
      return style.hasOwnWords;
    case 'no_own_words':
      return !style.hasOwnWords;
  }
}

function ticketPlaces(scene: Scene, selection: CompiledSelection): Occurrence[] {
  const { signKinds } = selection;
  if (signKinds === undefined) return [];
  const places: Occurrence[] = scene.hits
    .filter((hit) => signKinds.has(hit.kind) && isWanted(scene, selection, hit.first))
    .map(({ first, last, candidates, kind }) => ({ first, last, tickets: candidates, means: SIGN_MEANINGS[kind] }));
  // An answer or reaction that names nobody speaks of whom it is aimed at.
  const speaksOfTarget = selection.takesTarget && scene.input.kind !== 'post';
  if (places.length > 0 || !speaksOfTarget || !signKinds.has('account')) return places;
  const named = scene.hits.filter((h) => scene.units.field[h.first] === TARGET_FIELD).flatMap((h) => h.candidates);
  const tickets = scene.targetTickets.length > 0 ? scene.targetTickets : [...new Set(named)];
  return tickets.length > 0 ? [{ first: EVERYWHERE, last: EVERYWHERE, tickets, means: SIGN_MEANINGS.account }] : places;
}

function termPlaces(scene: Scene, selection: CompiledSelection): Occurrence[] {
  const found: Occurrence[] = [];
  for (const set of selection.sets) {
    const { means, except } = scene.sets[set]!;
    for (const { first, last } of scene.places[set]!) {
      const id = scene.units.words[first]!.id;
      if (id !== 0 && first === last && (except.has(id) || selection.except.has(id))) continue;
      if (!isWanted(scene, selection, first) || isPartOfSign(scene, first, last)) continue;
      found.push({ first, last, tickets: undefined, means: selection.means ?? means });
    }
  }
  return found;
}

/** "Perjuangan" in a party's name and "maju" in a slogan say nothing of their own. */
function isPartOfSign({ units }: Scene, first: number, last: number): boolean {
  return (units.flags[first]! & UNIT.sign) !== 0 && (units.flags[last]! & UNIT.sign) !== 0;
}

function isWanted(scene: Scene, selection: CompiledSelection, first: number): boolean {
  const field = scene.units.field[first]!;
  if (!selection.fields.has(field === 0 ? 'text' : field === TARGET_FIELD ? 'target' : 'media')) return false;
  if (selection.isTagOnly && !isInTag(scene.units, first)) return false;
  return (
    selection.unless.every((scope) => !isInScope(scene, scope, first)) &&
    selection.only.every((scope) => isInScope(scene, scope, first))
  );
}

function isInScope({ units, negation }: Scene, scope: Scope, first: number): boolean {
  switch (scope) {
    case 'negated':
      return isNegated(units, first, negation);
    case 'quoted':
      return isQuoted(units, first);
    case 'question':
      return isAsked(units, first);
    case 'hashtag':
      return isInTag(units, first);
  }
}
