export const VICTIMS = ['collect', 'capture-evidence', 'schedule', 'redis', 'mongodb', 'import'] as const;
export type Victim = (typeof VICTIMS)[number];

/** Kill `victim` once this many acts are judged and stored. */
export interface Moment {
  readonly victim: Victim;
  readonly acts: number;
}

/** Each victim once, the rest at random; the same seed gives the same moments. */
export function randomMoments(seed: number, { kills, acts }: { kills: number; acts: number }): Moment[] {
  const random = seeded(seed);
  const victims = Array.from(
    { length: kills },
    (_, i) => VICTIMS[i] ?? VICTIMS[Math.floor(random() * VICTIMS.length)]!,
  );
  // Early enough that an import or a visit that is to be killed is still under way.
  return victims
    .map((victim) => ({ victim, acts: 1 + Math.floor(random() * acts * 0.7) }))
    .sort((a, b) => a.acts - b.acts);
}

/** mulberry32: small, and good enough to spread ten moments. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}
