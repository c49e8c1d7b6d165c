import type { Election } from '../../../domain/election.js';
import { EXPLANATION } from '../../../words/cli/rules.js';
import { sayIn } from '../../../words/say.js';
import { STAGE_TERMS } from '../../../words/terms.js';
import { type Asked, exampleQuestion } from './asked.js';

const say = sayIn('id');

/** Which election and stage answered, when and where; or that none did, and how to ask. */
export function askedLines({ at, region, isRegionChosen, elections }: Asked, loaded: readonly Election[]): string[] {
  const place = say(isRegionChosen ? EXPLANATION.chosenRegion : EXPLANATION.region, { region });
  const question = say(EXPLANATION.judged, { at, place });
  if (elections.length > 0) {
    return [
      question,
      ...elections.map(({ id, stage }) => say(EXPLANATION.election, { id, stage: say(STAGE_TERMS[stage]) })),
    ];
  }
  const example = exampleQuestion(loaded);
  const flags = example === undefined ? '' : ` --at ${example.at} --region ${example.region}`;
  return [question, say(EXPLANATION.noElection), say(EXPLANATION.howToAsk, { flags })];
}
