import { settles, type Verdict } from './verdict.js';

/**
 * What a flag's reviews come to, told from them alone. `one`: a single person's verdict; `agreed`: two people, each by
 * themselves; `settled`: of two contrary ones, by a third person. `contrary`: two verdicts that say no to each other, and
 * neither is in force.
 */
export type Standing =
  | { readonly as: 'none' | 'contrary' }
  | { readonly as: 'one' | 'agreed' | 'settled'; readonly verdict: Verdict };

interface Given {
  readonly verdict: Verdict;
  readonly reviewerId: string;
}

/** Being last settles nothing: a verdict against another person's makes the flag contrary, whoever gave it and when. */
export function standingOf(reviews: readonly Given[]): Standing {
  const everyone = new Set<string>();
  let stand = new Map<string, Verdict>();
  let overruled = new Map<string, Verdict>();
  let isSettled = false;
  for (const { verdict, reviewerId } of reviews) {
    const isContrary = new Set(stand.values()).size > 1;
    if (!settles(verdict)) {
      if (isContrary) [overruled, stand] = [new Map(), new Map()];
      continue;
    }
    // Whoever settled it and says the contrary later has settled nothing: those between whom it was stand again.
    if ((stand.get(reviewerId) ?? verdict) !== verdict) stand = new Map([...overruled, ...stand]);
    isSettled = isContrary && !everyone.has(reviewerId);
    if (isSettled) [overruled, stand] = [stand, new Map()];
    stand.set(reviewerId, verdict);
    everyone.add(reviewerId);
  }
  const [verdict, ...others] = new Set(stand.values());
  if (verdict === undefined) return { as: 'none' };
  if (others.length > 0) return { as: 'contrary' };
  return { as: isSettled ? 'settled' : stand.size > 1 ? 'agreed' : 'one', verdict };
}

/** Whoever gave a verdict, each once, in the order of their first. */
export function decidersOf(reviews: readonly Given[]): string[] {
  return [...new Set(reviews.filter(({ verdict }) => settles(verdict)).map(({ reviewerId }) => reviewerId))];
}
