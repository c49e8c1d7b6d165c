import { createHash } from 'node:crypto';
import type { AuditEntry, AuditEvent } from './audit.js';
import type { ChainBreak, ChainProblem } from './audit-break.js';

/** A part of the log that did not hold when a named person went on after it. */
export interface BrokenStretch {
  readonly from: number;
  readonly problem: ChainProblem;
  /** The entry that names it. What is broken ends before. */
  readonly resumedAt: number;
  readonly by: string;
  readonly reason: string;
  readonly at: Date;
}

/** `isAsFound`: what stands there is what that person found there, byte for byte. */
export interface CheckedStretch extends BrokenStretch {
  readonly isAsFound: boolean;
}

export interface Resuming {
  readonly by: string;
  readonly reason: string;
  readonly at: Date;
}

/** `digest` is of all that stands from the break on: nobody mends, removes or adds anything there afterwards. */
export function resumeEvent(
  found: ChainBreak,
  { digest, documents }: { digest: string; documents: number },
  { by, reason, at }: Resuming,
): AuditEvent {
  const details = { brokenAt: found.seq, problem: found.problem, documents, digest, reason };
  return { at, actor: `operator:${by}`, action: 'log_resumed', subject: 'log', details };
}

/** What an entry names as broken, whose own seal is known to hold. */
export function stretchOf({ seq, at, actor, action, details }: AuditEntry): Named | undefined {
  const { brokenAt, problem, digest, reason } = details;
  if (action !== 'log_resumed' || typeof brokenAt !== 'number' || typeof digest !== 'string') return undefined;
  const by = actor.replace(/^operator:/, '');
  return { from: brokenAt, problem: problem as ChainProblem, resumedAt: seq, by, reason: String(reason), at, digest };
}

type Named = BrokenStretch & { readonly digest: string };

/** Of documents in the order of their places. */
export function createDigest() {
  const hash = createHash('sha256');
  let documents = 0;
  return {
    add(bytes: Uint8Array): void {
      documents += 1;
      hash.update(bytes);
    },
    result: () => ({ digest: hash.copy().digest('hex'), documents }),
  };
}

/** Holds what stands in the named stretches against what was found there. Give it each document, in order. */
export function createStretchCheck(named: readonly Named[]) {
  const running = named.map((stretch) => ({ stretch, digest: createDigest() }));
  return {
    /** Whether a person has gone on after a break at this place. */
    isNamed: (seq: number): boolean => named.some(({ from, resumedAt }) => from <= seq && seq <= resumedAt),
    document(seq: unknown, toBytes: () => Uint8Array): void {
      if (typeof seq !== 'number') return;
      const inside = running.filter(({ stretch: { from, resumedAt } }) => from <= seq && seq < resumedAt);
      if (inside.length === 0) return;
      const bytes = toBytes();
      for (const { digest } of inside) digest.add(bytes);
    },
    result(): { stretches: readonly CheckedStretch[]; open: ChainBreak | undefined } {
      const stretches = running.map(({ stretch: { digest: asFound, ...stretch }, digest }) => ({
        ...stretch,
        isAsFound: digest.result().digest === asFound,
      }));
      return { stretches, open: firstChanged(stretches) };
    },
  };
}

export type StretchCheck = ReturnType<typeof createStretchCheck>;

/** One that was changed after it was named, and was not named again as it is now. */
function firstChanged(stretches: readonly CheckedStretch[]): ChainBreak | undefined {
  const covers = (late: CheckedStretch, early: CheckedStretch) =>
    late.isAsFound && late.from <= early.from && early.resumedAt < late.resumedAt;
  const changed = stretches
    .filter((one) => !one.isAsFound && !stretches.some((late) => covers(late, one)))
    .map(({ from }) => from);
  return changed.length > 0 ? { seq: Math.min(...changed), problem: 'stretch_changed' } : undefined;
}

/** The first of breaks that were found in different ways; of two at one place the one that was given first. */
export function firstBreak(...found: readonly (ChainBreak | undefined)[]): ChainBreak | undefined {
  return found.reduce((first, one) => (one && (!first || one.seq < first.seq) ? one : first), undefined);
}
