import type { Stance } from '../../domain/screening.js';
import type { MarkingRule } from '../files/rule-schema.js';
import type { Scorecard } from '../files/scorecard-schema.js';
import type { Occurrence } from '../scene/occurrence.js';
import type { ActSign } from './act-signs.js';
import type { Fired } from './fired-rules.js';
import { type LeaningWords, leanOf, wordsFor } from './leaning.js';
import { type Score, scoreOf } from './score.js';

/** A rule that marks, with the side it takes after all rules were heard. */
export interface Reason {
  readonly fired: Fired;
  readonly stance: Stance;
  /** Words of the act that turned it around: "Hebat ya, …" praises by its words alone. */
  readonly turnedBy?: readonly Occurrence[];
}

/** What an act says besides what its rules found, asked only where it is needed. */
export interface Said {
  readonly signs: () => readonly ActSign[];
  readonly leaning: () => readonly LeaningWords[];
}

export interface Decision {
  /** Empty where the act is not marked. */
  readonly reasons: readonly Reason[];
  /** Missing without a scorecard: then every rule that fires marks. */
  readonly score: Score | undefined;
  /** Own words that pull to a side; none where the act is not marked. */
  readonly leaning: readonly LeaningWords[];
}

/**
 * Decides one reading of an act: whether its points reach the line, which rules are its reasons, and which side each of
 * them takes. A rule without points is no reason; of two sides of one ticket the one that the act leans to is kept, and a
 * single side that all else speaks against is turned around.
 */
export function decide(marking: readonly Fired[], { signs, leaning }: Said, card: Scorecard | undefined): Decision {
  const heard = marking.map((fired) => ({ fired, stance: writtenStance(fired) }));
  if (card === undefined || marking.length === 0) return { reasons: heard, score: undefined, leaning: [] };
  const score = scoreOf(signs(), card);
  if (score.total < card.line) return { reasons: [], score, leaning: [] };
  const points = new Map(score.signs.map((sign) => [sign.name, sign.points]));
  const telling = heard.filter(({ fired }) => (points.get(nameOf(fired)) ?? 0) > 0);
  const said = leaning();
  return { reasons: oneSided(telling, said, card), score, leaning: said };
}

/** Below this the two sides of a ticket are too near to drop one. */
const CLEAR_LEAN = 30;
/** An act that leans so far away from the only side that its rules take means the other one. */
const CLEAR_TURN = 14;

function nameOf({ rule }: Fired): string {
  return `rule.${rule.written.id}`;
}

function writtenStance({ rule, outcome }: Fired): Stance {
  return outcome.isUnclear ? 'unclear' : (rule.written as MarkingRule).stance;
}

function oneSided(reasons: readonly Reason[], words: readonly LeaningWords[], card: Scorecard): Reason[] {
  const turned = turnedAround(reasons, words, card);
  if (turned !== undefined) return turned;
  const tickets = new Set(reasons.flatMap(({ fired }) => fired.outcome.tickets));
  const sides = new Map([...tickets].map((ticket) => [ticket, sideOf(ticket, reasons, { words, card })]));
  return reasons.flatMap((reason) => {
    const found = reason.fired.outcome.tickets.map((ticket) => sides.get(ticket));
    if (reason.stance === 'unclear') return [taught(reason, found)];
    return found.includes(reason.stance) || found.includes('unclear') ? [reason] : [];
  });
}

/**
 * Where every rule takes one side and the act leans clearly to the other, or none takes one and the act leans clearly: all
 * of them, turned. Without words that pull there nothing is turned: what rules alone lean to is told by which of them fired.
 */
function turnedAround(
  reasons: readonly Reason[],
  words: readonly LeaningWords[],
  card: Scorecard,
): Reason[] | undefined {
  const taken = new Set(reasons.map(({ stance }) => stance).filter((stance) => stance !== 'unclear'));
  const [side] = taken;
  if (taken.size > 1) return undefined;
  const lean = leanOf(
    reasons.map(({ fired }) => fired),
    words,
    card,
  );
  const stance = lean > 0 ? 'support' : 'attack';
  if (stance === side || Math.abs(lean) < CLEAR_TURN) return undefined;
  const turnedBy = wordsFor(stance, words, card.leans);
  return turnedBy.length === 0 ? undefined : reasons.map(({ fired }) => ({ fired, stance, turnedBy }));
}

/** A comment below a campaign's post says no side by itself; what else is found in it may. */
function taught(reason: Reason, found: readonly (Stance | undefined)[]): Reason {
  const isOpen = (reason.fired.rule.written as MarkingRule).stance === 'unclear';
  const [side] = found;
  return isOpen && side !== undefined && side !== 'unclear' && found.every((other) => other === side)
    ? { ...reason, stance: side }
    : reason;
}

/**
 * The side of one ticket: where only one is found, that one; where both are, the one that the act clearly leans to, else
 * `unclear`: a person then reads both. `undefined` where no rule takes a side.
 */
function sideOf(
  ticket: number,
  reasons: readonly Reason[],
  { words, card }: { words: readonly LeaningWords[]; card: Scorecard },
): Stance | undefined {
  const own = reasons.filter(({ fired }) => fired.outcome.tickets.includes(ticket));
  const stances = new Set(own.map(({ stance }) => stance).filter((stance) => stance !== 'unclear'));
  if (stances.size <= 1) return [...stances][0];
  const lean = leanOf(
    own.map(({ fired }) => fired),
    words,
    card,
  );
  if (Math.abs(lean) < CLEAR_LEAN) return 'unclear';
  return lean > 0 ? 'support' : 'attack';
}
