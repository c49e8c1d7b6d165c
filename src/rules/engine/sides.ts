import type { Side, Stance } from '../../domain/screening.js';
import type { Scorecard } from '../files/scorecard-schema.js';
import type { Reason } from './decide.js';
import { type LeaningWords, leanOf } from './leaning.js';
import type { Score } from './score.js';

/** Readings that are nearer than this are not told apart: half as much again and one is right three times in four. */
const NEAR = 10;

/** What is known of a ticket: its id and the contest it stands in. */
export interface KnownTicket {
  readonly id: string;
  readonly contestIndex: number;
}

export interface Heard {
  readonly reasons: readonly Reason[];
  readonly score: Score | undefined;
  readonly card: Scorecard | undefined;
  readonly leaning: readonly LeaningWords[];
  readonly ticketOf: (index: number) => KnownTicket;
}

interface Reading extends KnownTicket {
  readonly stance: Stance;
  /** Points of the rules that speak of this ticket. */
  readonly strength: number;
}

/**
 * Which side a mark takes towards each ticket it speaks of. Where support and attack are near to each other, or two
 * tickets of one contest are spoken for alike, it says `unclear` and leaves it to a person; rules still tell what each
 * of them found.
 */
export function sidesOf({ reasons, score, card, leaning, ticketOf }: Heard): Side[] {
  const points = new Map(score?.signs.map((sign) => [sign.name, sign.points]));
  const tickets = [...new Set(reasons.flatMap(({ fired }) => fired.outcome.tickets))];
  const readings = tickets.map((ticket): Reading => {
    const own = reasons.filter(({ fired }) => fired.outcome.tickets.includes(ticket));
    const { id, contestIndex } = ticketOf(ticket);
    const strength = own.reduce((sum, reason) => sum + (points.get(nameOf(reason)) ?? 0), 0);
    return { id, contestIndex, stance: stanceOf(own, leaning, card), strength };
  });
  return readings
    .map(({ id, ...own }) => ({
      ticket: id,
      stance: isRivalled({ id, ...own }, readings) ? ('unclear' as const) : own.stance,
    }))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
}

/** Sides of two readings of one act: where they differ, nobody knows. */
export function joinSides(one: readonly Side[], other: readonly Side[]): Side[] {
  const stances = new Map(one.map(({ ticket, stance }) => [ticket, stance]));
  for (const { ticket, stance } of other) {
    const before = stances.get(ticket);
    stances.set(ticket, before === undefined || before === stance ? stance : 'unclear');
  }
  return [...stances].map(([ticket, stance]) => ({ ticket, stance })).sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
}

/** The side that is taken; of two, the one that the act leans to by more than a little. */
function stanceOf(reasons: readonly Reason[], leaning: readonly LeaningWords[], card: Scorecard | undefined): Stance {
  const taken = new Set(reasons.map(({ stance }) => stance).filter((stance) => stance !== 'unclear'));
  const [only = 'unclear'] = taken;
  if (taken.size <= 1) return only;
  const fired = reasons.map((reason) => reason.fired);
  const lean = leanOf(fired, leaning, card ?? {});
  if (Math.abs(lean) < NEAR) return 'unclear';
  return lean > 0 ? 'support' : 'attack';
}

/** Another ticket of the contest is spoken for in the same way, and not much less strongly. */
function isRivalled(own: Reading, all: readonly Reading[]): boolean {
  return all.some(
    (other) =>
      other.id !== own.id &&
      other.contestIndex === own.contestIndex &&
      other.stance === own.stance &&
      other.strength > own.strength - NEAR,
  );
}

function nameOf({ fired }: Reason): string {
  return `rule.${fired.rule.written.id}`;
}
