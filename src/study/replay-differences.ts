/** One place where two results part: `matches.0.stance`. A missing side is `undefined`. */
export interface Difference {
  readonly path: string;
  readonly stored: unknown;
  readonly recomputed: unknown;
}

/** The first ones tell the story; a changed text moves every span after it. */
const MAX_DIFFERENCES = 20;

/** Where two plain values differ, leaf by leaf, in order of the first one. Equal leaves in another order differ too. */
export function differencesOf(stored: unknown, recomputed: unknown): Difference[] {
  const found: Difference[] = [];
  collect('', { stored, recomputed }, found);
  if (found.length === 0 && JSON.stringify(stored) !== JSON.stringify(recomputed)) {
    found.push({ path: '(urutan)', stored: keysOf(stored), recomputed: keysOf(recomputed) });
  }
  return found.slice(0, MAX_DIFFERENCES);
}

function collect(path: string, { stored, recomputed }: Omit<Difference, 'path'>, found: Difference[]): void {
  if (found.length >= MAX_DIFFERENCES || JSON.stringify(stored) === JSON.stringify(recomputed)) return;
  if (!isTree(stored) || !isTree(recomputed)) {
    found.push({ path, stored, recomputed });
    return;
  }
  for (const key of new Set([...Object.keys(stored), ...Object.keys(recomputed)])) {
    const inner = { stored: stored[key], recomputed: recomputed[key] };
    collect(path === '' ? key : `${path}.${key}`, inner, found);
  }
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function keysOf(value: unknown): string[] {
  return isTree(value) ? Object.keys(value) : [];
}
