export const VICTIMS = ['screen', 'capture-evidence', 'schedule', 'redis', 'mongodb', 'import'] as const;
export type Victim = (typeof VICTIMS)[number];

/** Kill `victim` once this many steps are done; one act stored is a step, and one act screened. */
export interface Moment {
  readonly victim: Victim;
  readonly steps: number;
}

/** Each victim once, the rest at random; the same seed gives the same moments. */
export function randomMoments(seed: number, { kills, acts }: { kills: number; acts: number }): Moment[] {
  const random = seeded(seed);
  const victims = Array.from(
    { length: kills },
    (_, i) => VICTIMS[i] ?? VICTIMS[Math.floor(random() * VICTIMS.length)]!,
  );
  // An import can only be killed while it runs: with so few steps it cannot have stored all of its acts.
  const lastOf = (victim: Victim) => (victim === 'import' ? acts * 0.6 : acts * 1.95);
  return victims
    .map((victim) => ({ victim, steps: 1 + Math.floor(random() * lastOf(victim)) }))
    .sort((a, b) => a.steps - b.steps);
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
