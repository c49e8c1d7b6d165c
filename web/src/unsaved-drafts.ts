import type { Verdict } from './api.js';

/** What is on the page: the choice, the reason, the ticks, and of whom a question is asked. */
export interface Typed {
  readonly verdict: Verdict | null;
  readonly reason: string;
  readonly weighed: readonly string[];
  readonly asked: { readonly to: string; readonly day: string } | null;
}

export const NOTHING_TYPED: Typed = { verdict: null, reason: '', weighed: [], asked: null };

export interface Unsaved {
  readonly typed: Typed;
  /** By this machine's clock, which only ever measures how long ago it was. */
  readonly at: number;
  /** `typedAt` of the kept draft that was in sight. */
  readonly basedOn: string | null;
}

/**
 * What the server has not taken yet, by person and flag. It outlives the flag's page, so that an ended session costs no
 * word; it lies in memory alone, so that a shared machine keeps none.
 */
const unsaved = new Map<string, Unsaved>();

export interface UnsavedDraft {
  find(): Unsaved | undefined;
  keep(typed: Typed, basedOn: string | null): void;
  /** What was typed after this one stays. */
  drop(sent?: Unsaved): void;
}

export function unsavedDraft(username: string, flagId: string): UnsavedDraft {
  const key = `${username} ${flagId}`;
  return {
    find: () => unsaved.get(key),
    keep: (typed, basedOn) => void unsaved.set(key, { typed, basedOn, at: Date.now() }),
    drop(sent) {
      if (sent === undefined || unsaved.get(key) === sent) unsaved.delete(key);
    },
  };
}

export function isSameTyped(a: Typed, b: Typed): boolean {
  const ticks = (typed: Typed) => [...typed.weighed].sort().join('\n');
  const isSameAsked = a.asked?.to === b.asked?.to && a.asked?.day === b.asked?.day;
  return a.verdict === b.verdict && a.reason === b.reason && ticks(a) === ticks(b) && isSameAsked;
}
