import { PermanentError } from '../../domain/errors.js';
import type { Stance } from '../../domain/screening.js';
import { ANY_ACT, pointsIn, type Scorecard } from '../../rules/files/scorecard-schema.js';
import { WEIGH } from '../../words/cli/weigh.js';
import { sayIn } from '../../words/say.js';
import { type Example, type Fit, type FitOptions, fitPoints } from './fit-points.js';

const say = sayIn('id');

export interface WeighOptions {
  readonly sideOf: FitOptions['sideOf'];
  /** The stance that a rule is written with or a word list leans to; `undefined` for what is neither. */
  readonly stanceOf: (sign: string) => Stance | undefined;
  /** The card in force: its pinned signs keep their points, and its rules stay listed. */
  readonly present: Scorecard | undefined;
  /** Of ten marks, so many must be right on acts that the points were not fitted to. */
  readonly precision: number;
}

/** How a line does on acts of groups that were left out of the fit. */
export interface LinePoint {
  readonly line: number;
  readonly precision: number;
  readonly recall: number;
  readonly lawfulMarked: number;
}

export interface Weighing {
  /** The present card with what was weighed changed. */
  readonly card: Scorecard;
  /** Signs of the present card that no act shows: they keep their points. Sorted. */
  readonly notWeighed: readonly string[];
  /** The whole curve, on points fitted without the group that is tried. */
  readonly curve: readonly LinePoint[];
  readonly acts: number;
  /** Acts that some rule would mark. */
  readonly told: number;
}

/** A logit of 1 is ten points: whole numbers that a person can add up. */
const POINTS_A_LOGIT = 10;
const SPARSITY = 0.3;
/** A smaller pull of the whole than this would let acts be marked by nothing. */
const MOST_INTERCEPT = -1;
/** Three points: what the law names never counts for nothing. */
const LEAST_OF_A_RULE = 0.3;
const MAX_LINE = 60;

/**
 * Points for the signs of labelled acts. Each group is tried on points fitted without it, and the line is the lowest
 * where the marks are right as often as asked; a single group is tried on itself. Throws where no line is.
 */
export function weigh(examples: readonly Example[], options: WeighOptions): Weighing {
  const { sideOf, stanceOf, present, precision } = options;
  const pinned = new Map(
    (present?.pinned ?? []).map((sign) => [sign, (pointsIn(present!, sign) ?? 0) / POINTS_A_LOGIT]),
  );
  const floorOf = (sign: string) => (sign.startsWith('rule.') ? LEAST_OF_A_RULE : 0);
  const fitting = { sideOf, pinned, floorOf, sparsity: SPARSITY, mostIntercept: MOST_INTERCEPT };
  const fit = fitPoints(examples, fitting);
  const curve = curveOf(examples, fitting, fit);
  const line = curve.find((point) => point.precision >= precision)?.line;
  if (line === undefined) throw unreached(curve, precision);
  const notWeighed = keptOf(present, fit, sideOf);
  return {
    card: {
      ...cardOf(fit, { line, sideOf, present, notWeighed }),
      leans: leansOf(examples, { stanceOf, sideOf, before: present?.leans ?? {} }),
    },
    notWeighed,
    curve,
    acts: examples.length,
    told: examples.filter(({ signs }) => signs.length > 0).length,
  };
}

/** A card at some other line would mark less rightly than was asked, and nobody would see it. */
function unreached(curve: readonly LinePoint[], asked: number): PermanentError {
  const best = curve.reduce((one, other) => (other.precision > one.precision ? other : one));
  // Rounded down: asked for again, it is reached.
  const precision = (Math.floor(best.precision * 1000) / 1000).toFixed(3);
  const message = say(WEIGH.unreached, { asked, most: MAX_LINE });
  if (best.precision === 0) return new PermanentError(message, say(WEIGH.noMarksHint));
  const found = say(WEIGH.bestLine, { precision, line: best.line, recall: best.recall.toFixed(3) });
  return new PermanentError(`${message} ${found}`, say(WEIGH.unreachedHint, { precision }));
}

/** `whole`: fitted to all of them. */
function curveOf(examples: readonly Example[], options: FitOptions, whole: Fit): LinePoint[] {
  const groups = [...new Set(examples.map(({ group }) => group))].sort();
  const tried = groups.flatMap((group) => {
    const others = groups.length === 1 ? examples : examples.filter((example) => example.group !== group);
    const { weights, intercept } = others === examples ? whole : fitPoints(others, options);
    const total = roundedTotal(weights);
    return examples
      .filter((example) => example.group === group)
      .map((example) => ({ example, points: total(example) + Math.round(intercept * POINTS_A_LOGIT) }));
  });
  const asked = examples.filter(({ isMarkedByPeople }) => isMarkedByPeople).length;
  const intercept = Math.round(whole.intercept * POINTS_A_LOGIT);
  return Array.from({ length: MAX_LINE }, (_, i) => i + 1).map((line) => {
    // The line of a card counts from nothing, the tried points from their own intercept.
    const marked = tried.filter(({ example, points }) => example.signs.length > 0 && points - intercept >= line);
    const right = marked.filter(({ example }) => example.isMarkedByPeople).length;
    return {
      line,
      precision: marked.length === 0 ? 0 : right / marked.length,
      recall: right / (asked || 1),
      lawfulMarked: (marked.length - right) / (examples.length - asked || 1),
    };
  });
}

/**
 * How far each rule and word list leans to support, below nothing to attack: told by the acts whose side people named.
 * What none of them shows leans as it did `before`.
 */
function leansOf(
  examples: readonly Example[],
  { stanceOf, sideOf, before }: Omit<WeighOptions, 'present' | 'precision'> & { before: Record<string, number> },
): Record<string, number> {
  const sided = examples
    .filter(({ side }) => side !== undefined)
    .map(({ leaning = [], ...told }) => ({
      ...told,
      signs: told.signs.length === 0 ? [] : [...told.signs, ...leaning],
    }));
  const { weights, intercept } = fitPoints(sided, {
    sideOf: (sign) => (({ support: 'for', attack: 'against', unclear: 'either' }) as const)[stanceOf(sign)!],
    pinned: new Map(),
    floorOf: () => 0,
    sparsity: SPARSITY,
    mostIntercept: Number.POSITIVE_INFINITY,
    isWanted: ({ side }) => side === 'support',
  });
  // Acts without a side, such as what an installation decided, say nothing of where an act leans.
  const told = sided.length === 0 ? weights : new Map([...weights, [ANY_ACT, intercept]]);
  const isList = (sign: string) => sign.startsWith('word.');
  const isKnown = (sign: string) => sign === ANY_ACT || (isList(sign) ? stanceOf(sign) : sideOf(sign)) !== undefined;
  const points = [
    ...Object.entries(before).filter(([sign]) => !told.has(sign) && isKnown(sign)),
    ...[...told].map(([sign, weight]) => [sign, Math.round(weight * POINTS_A_LOGIT)] as const),
  ];
  return Object.fromEntries(points.filter(([, lean]) => lean !== 0).sort(([, one], [, two]) => two - one));
}

function roundedTotal(weights: ReadonlyMap<string, number>): (example: Example) => number {
  return ({ signs }) => signs.reduce((sum, sign) => sum + Math.round((weights.get(sign) ?? 0) * POINTS_A_LOGIT), 0);
}

/**
 * The present card, changed where the corpora have something to say. What they gave no points is left out, but for rules:
 * a rule that is not listed marks by itself.
 */
function cardOf(
  fit: Fit,
  given: Pick<WeighOptions, 'sideOf' | 'present'> & Pick<Weighing, 'notWeighed'> & { line: number },
): Scorecard {
  const { line, sideOf, present, notWeighed } = given;
  const kept = notWeighed.map((sign) => [sign, Math.abs(pointsIn(present!, sign)!)] as const);
  const fitted = [...fit.weights]
    .map(([sign, weight]) => [sign, Math.round(Math.abs(weight) * POINTS_A_LOGIT)] as const)
    .filter(([sign, points]) => points > 0 || sign.startsWith('rule.'));
  const side = (wanted: 'for' | 'against') =>
    Object.fromEntries(
      [...kept, ...fitted]
        .filter(([sign]) => sideOf(sign) === wanted)
        .sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1)),
    );
  return { line, for: side('for'), against: side('against'), pinned: present?.pinned };
}

/** What the present card gives points to and no act shows, as far as the set still knows it. */
function keptOf(present: Scorecard | undefined, { weights }: Fit, sideOf: FitOptions['sideOf']): string[] {
  const listed = present === undefined ? [] : [...Object.keys(present.for), ...Object.keys(present.against)];
  return listed.filter((sign) => !weights.has(sign) && sideOf(sign) !== undefined).sort();
}

/** Signs whose points differ between two cards. */
export function changesOf(
  before: Scorecard | undefined,
  after: Scorecard,
): { sign: string; before?: number; after?: number }[] {
  const all = (card: Scorecard | undefined) =>
    new Map(
      card === undefined
        ? []
        : [...Object.keys(card.for), ...Object.keys(card.against)].map(
            (sign) => [sign, pointsIn(card, sign) ?? 0] as const,
          ),
    );
  const [from, to] = [all(before), all(after)];
  return [...new Set([...from.keys(), ...to.keys()])]
    .filter((sign) => from.get(sign) !== to.get(sign))
    .sort()
    .map((sign) => ({ sign, before: from.get(sign), after: to.get(sign) }));
}
