import { ACT_SIGN_TERMS } from '../words/rules/act-signs.js';
import { RULE_FAULTS } from '../words/rules/files.js';
import { SHAPE_HINTS } from '../words/rules/yaml.js';
import { sayIn } from '../words/say.js';
import { type Side, sideOf, signNameOf } from './engine/act-signs.js';
import { nearestWord, quoted } from './files/quoted.js';
import type { Misreference } from './files/rule-references.js';
import { isMarking } from './files/rule-schema.js';
import type { RuleSet } from './files/rule-set.js';
import { sayProblem } from './files/say-problem.js';
import { ANY_ACT } from './files/scorecard-schema.js';

const say = sayIn('id');

export interface CardToCheck {
  readonly found: Pick<RuleSet, 'rules' | 'lexicons' | 'scorecard'>;
  /** Names of files that are there and could not be read: their own faults are told, not who names them. */
  readonly unread: ReadonlySet<string>;
}

type Fault = Omit<Misreference, 'path'>;

/**
 * What a card says that the set does not hold: signs that are not there, that stand on the wrong side or on both. A card
 * with a warning of hoaxes under `for` would count the warning against whoever gives it.
 */
export function scorecardFaults({ found, unread }: CardToCheck): Fault[] {
  const { rules, lexicons, scorecard: card } = found;
  if (card === undefined) return [];
  const lists = lexicons.flatMap(({ id, weighs }) => (weighs === undefined ? [] : [{ id, side: weighs }]));
  const named = rules.map(signNameOf).filter((name) => name !== undefined);
  const known = new Set([...named, ...lists.map(({ id }) => `word.${id}`), ...Object.keys(ACT_SIGN_TERMS)]);
  const isThere = (sign: string) => known.has(sign) || unread.has(idOf(sign));
  const pulling = lexicons.filter(({ leans }) => leans !== undefined).map(({ id }) => `word.${id}`);
  const marking = rules.filter(({ written }) => isMarking(written)).map(({ written }) => `rule.${written.id}`);
  const leaning = new Set([...marking, ...pulling]);
  const missing = (sign: string, at: readonly PropertyKey[]): Fault => {
    const name = quoted(sign);
    const isList = sign.startsWith('word.') && lexicons.some(({ id }) => id === idOf(sign));
    if (isList) return { at, ...sayProblem(RULE_FAULTS.notWeighing, { name }) };
    const meant = nearestWord(sign, [...known]);
    const isPin = at[0] === 'pinned';
    const away = say(isPin ? RULE_FAULTS.noPinHint : RULE_FAULTS.noSignHint);
    return {
      at,
      problem: say(isPin ? RULE_FAULTS.noPin : RULE_FAULTS.noSign, { name }),
      hint: meant === undefined ? away : say(SHAPE_HINTS.meant, { meant }),
    };
  };
  const standing = (side: Side): Fault[] =>
    Object.keys(card[side]).flatMap((sign) => {
      const at = [side, sign];
      if (!isThere(sign)) return [missing(sign, at)];
      const own = sideOf(sign, lists);
      if (own === undefined || own === side) return [];
      return [{ at, ...strayFault(sign, own, Object.hasOwn(card[own], sign)) }];
    });
  return [
    ...standing('for'),
    ...standing('against'),
    ...Object.keys(card.leans ?? {})
      .filter((sign) => sign !== ANY_ACT && !leaning.has(sign) && !unread.has(idOf(sign)))
      .map((sign) => ({ at: ['leans', sign], ...sayProblem(RULE_FAULTS.noLean, { name: quoted(sign) }) })),
    ...(card.pinned ?? []).flatMap((sign, n) => (isThere(sign) ? [] : [missing(sign, ['pinned', n])])),
  ];
}

/** A sign that stands where it may not; `own`: its side. */
function strayFault(sign: string, own: Side, isThereToo: boolean): Omit<Fault, 'at'> {
  const name = quoted(sign);
  if (isThereToo) return sayProblem(RULE_FAULTS.bothSides, { name, side: own });
  const clears = sign.startsWith('frame.') || sign.startsWith('clearing.');
  return clears ? sayProblem(RULE_FAULTS.clearsOnly, { name }) : sayProblem(RULE_FAULTS.otherSide, { name, side: own });
}

/** The file that a sign stands for, by its name. */
function idOf(sign: string): string {
  return sign.slice(sign.indexOf('.') + 1);
}
