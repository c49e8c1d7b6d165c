import type { Scorecard } from '../../../rules/files/scorecard-schema.js';
import type { MarksChanged } from '../../../study/weigh/changes.js';
import type { changesOf, LinePoint, Weighing } from '../../../study/weigh/weigh.js';
import { WEIGH } from '../../../words/cli/weigh.js';
import { sayIn } from '../../../words/say.js';
import type { Decisions } from './read-decisions.js';

const say = sayIn('id');

export interface Weighed {
  readonly weighing: Weighing;
  readonly changes: ReturnType<typeof changesOf>;
  readonly marks: MarksChanged;
  readonly decisions: Decisions | undefined;
  readonly unknown: readonly string[];
}

/** What was weighed, how each line would do, and what would change. */
export function weighingLines({ weighing, changes, marks, decisions, unknown }: Weighed): string[] {
  const { card, notWeighed, curve, acts, told } = weighing;
  const shown = curve.filter(({ line }) => Math.abs(line - card.line) <= 12 && (line - card.line) % 3 === 0);
  return [
    say(WEIGH.weighed, { acts, told }),
    ...(decisions === undefined
      ? []
      : [say(WEIGH.decided, { lines: decisions.examples.length, others: decisions.others })]),
    ...(unknown.length === 0 ? [] : [say(WEIGH.unknownSigns, { signs: unknown.join(', ') })]),
    ...(notWeighed.length === 0 ? [] : [say(WEIGH.notWeighed, { signs: notWeighed.join(', ') })]),
    say(WEIGH.curve),
    ...shown.map((point) => lineOf(point, card.line)),
    ...(changes.length === 0 ? [say(WEIGH.unchanged)] : [say(WEIGH.changes)]),
    ...changes.map(({ sign, before, after }) => `  ${sign}: ${before ?? '-'} → ${after ?? '-'}`),
    say(WEIGH.marks, { ...marks }),
  ];
}

function lineOf({ line, precision, recall, lawfulMarked }: LinePoint, chosen: number): string {
  const shares = {
    precision: precision.toFixed(3),
    recall: recall.toFixed(3),
    lawful: (100 * lawfulMarked).toFixed(1),
  };
  return `${line === chosen ? '▸' : ' '} ${say(WEIGH.point, { line, ...shares })}`;
}

/** The card as it is reviewed: strongest first on each side. */
export function cardText({ line, for: forIt, against, leans = {}, pinned }: Scorecard): string {
  const side = (signs: Readonly<Record<string, number>>) => Object.entries(signs).map(([sign, n]) => `  ${sign}: ${n}`);
  return [
    ...say(WEIGH.head).split('\n'),
    `line: ${line}`,
    'for:',
    ...side(forIt),
    'against:',
    ...side(against),
    ...(Object.keys(leans).length === 0 ? [] : ['leans:', ...side(leans)]),
    ...(pinned === undefined ? [] : [`pinned: [${pinned.join(', ')}]`]),
    '',
  ].join('\n');
}
