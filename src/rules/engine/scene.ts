import type { Stage } from '../../domain/election.js';
import type { ScreenInput } from '../../domain/screening.js';
import { UNIT, type Units } from '../../text/units.js';
import { SIGN_TERMS } from '../../words/rules.js';
import type { Scope, StyleName } from '../files/rule-schema.js';
import type { Style } from '../files/style.js';
import type { TicketHit } from '../tickets/ticket-finder.js';
import type { CompiledSelection } from './compile-rules.js';
import {
  EVERYWHERE,
  isAsked,
  isInTag,
  isNegated,
  isQuoted,
  type NegationWords,
  type Occurrence,
  type Work,
} from './occurrence.js';
import type { TermSet } from './term-sets.js';

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
  /** Whether every ticket of a contest of three or more is named. Worked out when asked for. */
  readonly namesEveryTicket: () => boolean;
  readonly negation: NegationWords;
  /** What selections were found to be, by their keys: many rules ask for the same. */
  readonly known: (Found | undefined)[];
  readonly work: Work;
}

export interface Found {
  readonly holds: boolean;
  /** Sorted. */
  readonly places: readonly Occurrence[];
}

export const ABSENT: Found = { holds: false, places: [] };
const HOLDS_AS_WHOLE: Found = { holds: true, places: [] };

/** Where a selection holds by itself, before its relations to others are looked at. */
export function findSelection(scene: Scene, selection: CompiledSelection): Found {
  const known = scene.known[selection.key];
  if (known !== undefined) return known;
  const found = look(scene, selection);
  scene.known[selection.key] = found;
  return found;
}

/** The same without remembering: for selections that no rule asks for. */
export function look(scene: Scene, selection: CompiledSelection): Found {
  const isPlaced = selection.sets.length > 0 || selection.signKinds !== undefined;
  if (!isPlaced) return holdsAsWhole(scene, selection) ? HOLDS_AS_WHOLE : ABSENT;
  const isThere = selection.signKinds !== undefined || selection.sets.some((set) => scene.places[set]!.length > 0);
  if (!isThere || !holdsAsWhole(scene, selection)) return ABSENT;
  const places: Occurrence[] = [];
  addTicketPlaces(scene, selection, places);
  addTermPlaces(scene, selection, places);
  if (places.length === 0) return ABSENT;
  return { holds: true, places: places.length === 1 ? places : places.sort(byPlace) };
}

function byPlace(a: Occurrence, b: Occurrence): number {
  return a.first - b.first || a.last - b.last;
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
  return styles.every((style) =>
    style === 'every_ticket' ? scene.namesEveryTicket() : hasStyle(scene.style(), style),
  );
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

function hasStyle(style: Style, name: Exclude<StyleName, 'every_ticket'>): boolean {
  switch (name) {
    case 'news':
      return style.isNews;
    case 'reported':
      return style.isReported;
    case 'headline':
      return style.isHeadline;
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

function addTicketPlaces(scene: Scene, selection: CompiledSelection, to: Occurrence[]): void {
  const { signKinds } = selection;
  if (signKinds === undefined) return;
  scene.work.steps += scene.hits.length;
  for (const { first, last, kind, candidates } of scene.hits) {
    if (!signKinds.has(kind) || !isWanted(scene, selection, first)) continue;
    to.push({ first, last, tickets: candidates, means: SIGN_TERMS[kind].id });
  }
  // An answer or reaction that names nobody speaks of whom it is aimed at.
  const speaksOfTarget = selection.takesTarget && scene.input.kind !== 'post';
  if (to.length > 0 || !speaksOfTarget || !signKinds.has('account')) return;
  const tickets = scene.targetTickets.length > 0 ? scene.targetTickets : ticketsInTarget(scene);
  if (tickets.length > 0) to.push({ first: EVERYWHERE, last: EVERYWHERE, tickets, means: SIGN_TERMS.account.id });
}

function ticketsInTarget({ hits, units }: Scene): readonly number[] {
  const named = hits.filter((h) => units.field[h.first] === TARGET_FIELD).flatMap((h) => h.candidates);
  return [...new Set(named)];
}

function addTermPlaces(scene: Scene, selection: CompiledSelection, to: Occurrence[]): void {
  for (const set of selection.sets) {
    const { means, except } = scene.sets[set]!;
    scene.work.steps += scene.places[set]!.length;
    for (const { first, last } of scene.places[set]!) {
      const id = scene.units.words[first]!.id;
      if (id !== 0 && first === last && (except.has(id) || selection.except.has(id))) continue;
      if (!isWanted(scene, selection, first) || isPartOfSign(scene, first, last)) continue;
      to.push({ first, last, tickets: undefined, means: selection.means ?? means });
    }
  }
}

/** "Perjuangan" in a party's name and "maju" in a slogan say nothing of their own. */
function isPartOfSign({ units }: Scene, first: number, last: number): boolean {
  return (units.flags[first]! & UNIT.sign) !== 0 && (units.flags[last]! & UNIT.sign) !== 0;
}

function isWanted(scene: Scene, selection: CompiledSelection, first: number): boolean {
  const field = scene.units.field[first]!;
  if (!selection.fields.has(field === 0 ? 'text' : field === TARGET_FIELD ? 'target' : 'media')) return false;
  if (selection.isTagOnly && !isInTag(scene.units, first)) return false;
  for (const scope of selection.unless) if (isInScope(scene, scope, first)) return false;
  for (const scope of selection.only) if (!isInScope(scene, scope, first)) return false;
  return true;
}

export function isInScope({ units, negation }: Scene, scope: Scope, first: number): boolean {
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
