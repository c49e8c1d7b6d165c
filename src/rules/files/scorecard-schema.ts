import { z } from 'zod';
import { RULE_FAULTS } from '../../words/rules/files.js';
import { sayInSchema } from './say-problem.js';

/** `rule.call-to-vote`, `frame.official-duty`, `anchor.date`: what a sign is called in the scorecard. */
const sign = z.string().regex(/^[a-z]+\.[a-z][a-z0-9_-]*$/, sayInSchema(RULE_FAULTS.badSign));
/** Where an act leans to whatever is found in it. */
export const ANY_ACT = 'act.any';

const points = z.int().min(0).max(1000);

/**
 * Points of signs, for and against marking an act; an act is marked where the sum reaches the line. A sign stands on one
 * side only, so that a warning of a hoax can never count against anybody.
 */
export const scorecardSchema = z.strictObject({
  line: z.int().min(1).max(1000),
  for: z.record(sign, points),
  against: z.record(sign, points),
  /**
   * How far a rule or a word list leans to support, below nothing to attack: decides where both sides are found, and turns
   * what is praise or scorn by its words alone.
   */
  leans: z.record(sign, z.int().min(-1000).max(1000)).optional(),
  /** Signs whose points a person has set: weighing leaves them as they are. */
  pinned: z.array(sign).optional(),
});
export type Scorecard = z.output<typeof scorecardSchema>;

/** A sign with the points it has in a card, taken off where it stands against. */
export function pointsIn({ for: forIt, against }: Scorecard, name: string): number | undefined {
  const given = Object.hasOwn(forIt, name) ? forIt[name] : undefined;
  const taken = Object.hasOwn(against, name) ? against[name] : undefined;
  return given === undefined && taken === undefined ? undefined : (given ?? 0) - (taken ?? 0);
}
