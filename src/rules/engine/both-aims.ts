import type { Stage } from '../../domain/election.js';
import type { Cleared, Match, Note, Points, ScreenInput, ScreenMedia, Side, Span } from '../../domain/screening.js';
import type { ReadInput } from '../scene/scene.js';
import { joinSides } from './sides.js';

/** What the rules found in one reading of an act. */
export interface Findings {
  readonly stage: Stage | null;
  readonly matches: readonly Match[];
  readonly cleared: readonly Cleared[];
  readonly notes: readonly Note[];
  readonly sides: readonly Side[];
  readonly points: Points | undefined;
}

/** The act as rules read it once. */
export interface Reading {
  readonly input: ReadInput;
  /** Where a place of this reading stands in the act itself. */
  readonly fieldOf: (field: string) => string;
}

/**
 * The act; then as if it shared what it quotes and did nothing else, as far as one aim quotes another; then as if it
 * shared what each picture says that a machine read.
 */
export function readingsOf(input: ScreenInput): readonly Reading[] {
  const { media } = input;
  if (!media?.some(isRead)) return aimsRead(input, 0);
  const own = { ...input, media: media.map((one) => (isRead(one) ? {} : one)) };
  const pictures = media.flatMap((one, place) => (isRead(one) ? (pictureRead(own, one, place) ?? []) : []));
  return [...aimsRead(own, 0), ...pictures.slice(0, MAX_PICTURES)];
}

/** Each is read with all of the own words: a hostile line may bring a hundred. */
const MAX_PICTURES = 10;

function aimsRead(input: ScreenInput, depth: number): Reading[] {
  const quoted = input.target?.quoted;
  const prefix = `target${'.quoted'.repeat(depth)}.`;
  const main = { input, fieldOf: (field: string) => (depth === 0 ? field : field.replace(/^target\./, prefix)) };
  if (quoted === undefined) return [main];
  // A link's card is shared by a post, and by nobody's account.
  const kind = quoted.form === 'link' ? 'post' : 'share';
  return [main, ...aimsRead({ ...input, kind, target: quoted }, depth + 1)];
}

function isRead({ picture }: ScreenMedia): boolean {
  return picture !== undefined;
}

function pictureRead(own: ScreenInput, { text = '', picture }: ScreenMedia, place: number): Reading | undefined {
  const { poster } = picture!;
  if (text.trim() === '' && poster === undefined) return undefined;
  const input = { ...own, kind: 'share' as const, target: { text }, media: undefined, poster };
  return { input, fieldOf: (field) => (field === 'target.text' ? `media.${place}.text` : field) };
}

/** All readings in one: a rule that fired in several stands once, with what it found in each. */
export function joinReadings(found: readonly { readonly reading: Reading; readonly findings: Findings }[]): Findings {
  return found
    .map(({ reading, findings }) => inAct(findings, reading))
    .reduceRight((later, main) => joinFindings(main, later));
}

function joinFindings(main: Findings, second: Findings): Findings {
  return {
    stage: main.matches.length > 0 || second.matches.length === 0 ? main.stage : second.stage,
    matches: joinOnce([...main.matches, ...second.matches], (match) => match.rule, joinMatches).sort(byRule),
    cleared: joinOnce([...main.cleared, ...second.cleared], (clearing) => clearing.reason, withSpansOf),
    notes: joinOnce([...main.notes, ...second.notes], (note) => note.rule, withSpansOf).sort(byRule),
    sides: joinSides(main.sides, second.sides),
    points: strongerOf(main.points, second.points),
  };
}

/** Either alone would have marked the act: the one that says it more clearly is told. */
function strongerOf(a: Points | undefined, b: Points | undefined): Points | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return b.total > a.total ? b : a;
}

function inAct(findings: Findings, { fieldOf }: Reading): Findings {
  const rename = <T extends { readonly spans: readonly Span[] }>(found: readonly T[]): T[] =>
    found.map((one) => ({ ...one, spans: one.spans.map((span) => ({ ...span, field: fieldOf(span.field) })) }));
  const { matches, cleared, notes, points, ...rest } = findings;
  return {
    ...rest,
    matches: rename(matches),
    cleared: rename(cleared),
    notes: rename(notes),
    points: points && { ...points, signs: rename(points.signs) },
  };
}

function joinOnce<T>(found: readonly T[], keyOf: (one: T) => string, join: (a: T, b: T) => T): T[] {
  const joined = new Map<string, T>();
  for (const one of found) {
    const before = joined.get(keyOf(one));
    joined.set(keyOf(one), before === undefined ? one : join(before, one));
  }
  return [...joined.values()];
}

function joinMatches(a: Match, b: Match): Match {
  return {
    ...withSpansOf(a, b),
    basis: joinSorted(a.basis, b.basis),
    tickets: joinSorted(a.tickets, b.tickets),
    stance: a.stance === b.stance ? a.stance : 'unclear',
  };
}

function withSpansOf<T extends { readonly spans: readonly Span[] }>(a: T, b: T): T {
  const known = new Set(a.spans.map((span) => JSON.stringify(span)));
  return { ...a, spans: [...a.spans, ...b.spans.filter((span) => !known.has(JSON.stringify(span)))] };
}

function joinSorted(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])].sort();
}

function byRule(a: { readonly rule: string }, b: { readonly rule: string }): number {
  return a.rule < b.rule ? -1 : 1;
}
