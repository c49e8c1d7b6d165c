import type { ScreenInput } from '../../domain/screening.js';
import type { RuleScreener } from '../../rules/engine/screener.js';
import type { Example } from './fit-points.js';

/** An act that people have judged: `unclear` ones teach nothing. */
export interface LabelledAct extends ScreenInput {
  readonly label: 'support' | 'attack' | 'neutral' | 'unclear';
}

/** What a scorecard may learn from acts: their signs and what people said of them, no text and no person. */
export function examplesOf(acts: readonly LabelledAct[], screener: RuleScreener, group: string): Example[] {
  return acts
    .filter(({ label }) => label !== 'unclear')
    .map((act) => {
      const names = screener.signsOf(act).flatMap((signs) => signs.map(({ name }) => name));
      const side = act.label === 'support' || act.label === 'attack' ? act.label : undefined;
      const leaning = [...new Set(screener.leaningOf(act))].sort();
      return { signs: [...new Set(names)].sort(), leaning, isMarkedByPeople: side !== undefined, side, group };
    });
}
