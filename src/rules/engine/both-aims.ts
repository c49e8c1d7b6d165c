import type { Stage } from '../../domain/election.js';
import type { Cleared, Match, Note, Points, ScreenInput, Side, Span } from '../../domain/screening.js';
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

/** The act, and the act as if it shared what it quotes and did nothing else, as far as one aim quotes another. */
export function readingsOf(input: ScreenInput): readonly ScreenInput[] {
  const quoting = quotingPart(input);
  return quoting === undefined ? [input] : [input, ...readingsOf(quoting)];
}

function quotingPart(input: ScreenInput): ScreenInput | undefined {
  const quoted = input.target?.quoted;
  if (quoted === undefined) return undefined;
  // A link's card is shared by a post, and by nobody's account.
  return { ...input, kind: quoted.form === 'link' ? 'post' : 'share', target: quoted };
}

/** All readings in one: a rule that fired in several stands once, with what it found in each. */
export function joinReadings(readings: readonly Findings[]): Findings {
  return readings.reduceRight((quoting, main) => joinFindings(main, quoting));
}

function joinFindings(main: Findings, quoting: Findings): Findings {
  const second = withQuotedSpans(quoting);
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

function withQuotedSpans({ matches, cleared, notes, points, ...found }: Findings): Findings {
  const rename = <T extends { readonly spans: readonly Span[] }>(found: readonly T[]): T[] =>
    found.map((one) => ({ ...one, spans: one.spans.map(inQuoted) }));
  return {
    ...found,
    matches: rename(matches),
    cleared: rename(cleared),
    notes: rename(notes),
    points: points && { ...points, signs: rename(points.signs) },
  };
}

function inQuoted(span: Span): Span {
  return { ...span, field: span.field.replace(/^target\./, 'target.quoted.') };
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
