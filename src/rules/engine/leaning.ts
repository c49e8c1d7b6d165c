import type { Stance } from '../../domain/screening.js';
import { ANY_ACT, type Scorecard } from '../files/scorecard-schema.js';
import type { Occurrence } from '../scene/occurrence.js';
import type { Scene } from '../scene/scene.js';
import { isOwnWord, WORD } from './act-signs.js';
import type { Fired } from './fired-rules.js';

/** A word list that pulls an act to a side. */
export interface LeaningList {
  readonly id: string;
  readonly set: number;
}

/** What of the own words pulls to a side: the name of the list in the scorecard, and where it stands. */
export interface LeaningWords {
  readonly name: string;
  readonly places: readonly Occurrence[];
}

/** Own words of the lists that lean, each list once. What a ticket calls itself or promises in its slogan is no word of the author's. */
export function leaningWords(scene: Scene, lists: readonly LeaningList[]): LeaningWords[] {
  const named = new Set<number>();
  for (const { first, last } of scene.hits) for (let unit = first; unit <= last; unit++) named.add(unit);
  return lists.flatMap(({ id, set }) => {
    const places = scene.places.of(set).filter(({ first }) => isOwnWord(scene.units, first) && !named.has(first));
    scene.work.steps += places.length;
    const { means } = scene.sets[set]!;
    const told = places.map(({ first, last }) => ({ first, last, tickets: undefined, means }));
    return told.length === 0 ? [] : [{ name: WORD + id, places: told }];
  });
}

type Leans = Readonly<Record<string, number>>;

/** Where an act leans to by its rules and its own words: above nothing to support, below to attack, in points. */
export function leanOf(
  rules: readonly Fired[],
  words: readonly LeaningWords[],
  { leans = {} }: Pick<Scorecard, 'leans'>,
): number {
  const of = (name: string) => leans[name] ?? 0;
  const ruled = rules.reduce((sum, { rule }) => sum + of(`rule.${rule.written.id}`), of(ANY_ACT));
  return words.reduce((sum, { name }) => sum + of(name), ruled);
}

/** The words that pull to a side: what a reader is shown where they turned a mark around. */
export function wordsFor(stance: Stance, words: readonly LeaningWords[], leans: Leans = {}): Occurrence[] {
  const sign = stance === 'support' ? 1 : -1;
  return words.filter(({ name }) => (leans[name] ?? 0) * sign > 0).flatMap(({ places }) => places);
}
