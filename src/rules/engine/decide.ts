import type { Stance } from '../../domain/screening.js';
import type { MarkingRule } from '../files/rule-schema.js';
import { ANY_ACT, type Scorecard } from '../files/scorecard-schema.js';
import type { ActSign } from './act-signs.js';
import type { Fired } from './fired-rules.js';
import { type Score, scoreOf } from './score.js';

/** A rule that marks, with the side it takes after all rules were heard. */
export interface Reason {
  readonly fired: Fired;
  readonly stance: Stance;
}

export interface Decision {
  /** Empty where the act is not marked. */
  readonly reasons: readonly Reason[];
  /** Missing without a scorecard: then every rule that fires marks. */
  readonly score: Score | undefined;
}

/**
 * Decides one reading of an act: whether its points reach the line, which rules are its reasons, and which side each of
 * them takes. A rule without points is no reason; of two sides of one ticket the one that the rules lean to is kept.
 */
export function decide(
  marking: readonly Fired[],
  signs: () => readonly ActSign[],
  card: Scorecard | undefined,
): Decision {
  const heard = marking.map((fired) => ({ fired, stance: writtenStance(fired) }));
  if (card === undefined || marking.length === 0) return { reasons: heard, score: undefined };
  const score = scoreOf(signs(), card);
  if (score.total < card.line) return { reasons: [], score };
  const points = new Map(score.signs.map((sign) => [sign.name, sign.points]));
  const telling = heard.filter(({ fired }) => (points.get(nameOf(fired)) ?? 0) > 0);
  return { reasons: oneSided(telling, card.leans ?? {}), score };
}

/** Below this the two sides of a ticket are too near to drop one. */
const CLEAR_LEAN = 20;

type Leans = Readonly<Record<string, number>>;

function nameOf({ rule }: Fired): string {
  return `rule.${rule.written.id}`;
}

function writtenStance({ rule, outcome }: Fired): Stance {
  return outcome.isUnclear ? 'unclear' : (rule.written as MarkingRule).stance;
}

function oneSided(reasons: readonly Reason[], leans: Leans): Reason[] {
  const tickets = new Set(reasons.flatMap(({ fired }) => fired.outcome.tickets));
  const sides = new Map([...tickets].map((ticket) => [ticket, sideOf(ticket, reasons, leans)]));
  return reasons.flatMap((reason) => {
    const found = reason.fired.outcome.tickets.map((ticket) => sides.get(ticket));
    if (reason.stance === 'unclear') return [taught(reason, found)];
    return found.includes(reason.stance) || found.includes('unclear') ? [reason] : [];
  });
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
 * The side of one ticket: where only one is found, that one; where both are, the one that the rules clearly lean to, else
 * `unclear`: a person then reads both. `undefined` where no rule takes a side.
 */
function sideOf(ticket: number, reasons: readonly Reason[], leans: Leans): Stance | undefined {
  const own = reasons.filter(({ fired }) => fired.outcome.tickets.includes(ticket));
  const stances = new Set(own.map(({ stance }) => stance).filter((stance) => stance !== 'unclear'));
  if (stances.size <= 1) return [...stances][0];
  const lean = own.reduce((sum, { fired }) => sum + (leans[nameOf(fired)] ?? 0), leans[ANY_ACT] ?? 0);
  if (Math.abs(lean) < CLEAR_LEAN) return 'unclear';
  return lean > 0 ? 'support' : 'attack';
}
