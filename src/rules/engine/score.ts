import { pointsIn, type Scorecard } from '../files/scorecard-schema.js';
import type { ActSign } from './act-signs.js';

/** The points of one act, strongest first, those without weight left out. */
export interface Score {
  readonly total: number;
  readonly signs: readonly (ActSign & { readonly points: number })[];
}

/**
 * Adds up what speaks for marking an act and against it. A rule that the card does not know counts as much as the line:
 * a new rule marks by itself until it is weighed. A frame that the card does not know takes as much away.
 */
export function scoreOf(signs: readonly ActSign[], card: Scorecard): Score {
  const weighed = signs
    .map((sign) => ({ ...sign, points: pointsIn(card, sign.name) ?? sign.unweighed * card.line }))
    .filter(({ points }) => points !== 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || (a.name < b.name ? -1 : 1));
  return { total: weighed.reduce((sum, { points }) => sum + points, 0), signs: weighed };
}
