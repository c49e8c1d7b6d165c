import { pointsIn, type Scorecard } from '../../rules/files/scorecard-schema.js';
import type { Example } from './fit-points.js';

/** Acts that one of two cards marks and the other does not, and how many of them people mark. */
export interface MarksChanged {
  readonly newMarks: number;
  readonly newRight: number;
  readonly lostMarks: number;
  readonly lostRight: number;
}

/** What another card would do to the acts that were weighed. */
export function marksChanged(
  examples: readonly Example[],
  before: Scorecard | undefined,
  after: Scorecard,
): MarksChanged {
  const found = examples.map((example) => ({
    isRight: example.isMarkedByPeople,
    was: isMarkedBy(before, example),
    is: isMarkedBy(after, example),
  }));
  const added = found.filter(({ was, is }) => is && !was);
  const lost = found.filter(({ was, is }) => was && !is);
  const right = (some: typeof found) => some.filter(({ isRight }) => isRight).length;
  return { newMarks: added.length, newRight: right(added), lostMarks: lost.length, lostRight: right(lost) };
}

/** Without a card each rule marks by itself, and an act without signs is one that no rule would mark. */
function isMarkedBy(card: Scorecard | undefined, { signs }: Example): boolean {
  if (signs.length === 0) return false;
  if (card === undefined) return true;
  const unweighed = (sign: string) => (sign.startsWith('rule.') ? card.line : 0);
  return signs.reduce((sum, sign) => sum + (pointsIn(card, sign) ?? unweighed(sign)), 0) >= card.line;
}
