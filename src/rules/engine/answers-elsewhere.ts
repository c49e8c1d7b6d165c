import { type Scene, TARGET_FIELD } from '../scene/scene.js';

const TIED = ['ballot', 'contest', 'date'] as const;

/** What is answered or shared speaks of no ticket and of no election: a number in the answer is hardly a ballot's. */
export function answersElsewhere({ units, hits, targetTickets, anchors }: Scene): boolean {
  const isTarget = ({ first }: { first: number }) => units.field[first] === TARGET_FIELD;
  if (targetTickets.length > 0 || units.count === 0 || units.field[units.count - 1] !== TARGET_FIELD) return false;
  return !hits.some(isTarget) && !TIED.some((kind) => anchors.of(kind).some(isTarget));
}
