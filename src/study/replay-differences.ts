import diff from 'microdiff';

/** One place where two results part: `matches.0.stance`. A missing side is `undefined`. */
export interface Difference {
  readonly path: string;
  readonly stored: unknown;
  readonly recomputed: unknown;
}

/** The first ones tell the story; a changed text moves every span after it. */
const MAX_DIFFERENCES = 20;

/** Where two results differ, leaf by leaf, in order of the first one. Equal leaves in another order differ too. */
export function differencesOf(stored: object, recomputed: object): Difference[] {
  const found = diff(stored, recomputed, { cyclesFix: false }).map((one) => ({
    path: one.path.join('.'),
    stored: one.type === 'CREATE' ? undefined : one.oldValue,
    recomputed: one.type === 'REMOVE' ? undefined : one.value,
  }));
  // A key without a value is dropped where results are stored: it is no difference.
  const real = found.filter((one) => one.stored !== one.recomputed);
  if (real.length === 0 && JSON.stringify(stored) !== JSON.stringify(recomputed)) {
    return [{ path: '(urutan)', stored: Object.keys(stored), recomputed: Object.keys(recomputed) }];
  }
  return real.slice(0, MAX_DIFFERENCES);
}
