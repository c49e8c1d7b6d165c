import { createHash } from 'node:crypto';
import type { AuditEntry, AuditHead } from './audit.js';
import type { ChainBreak } from './audit-break.js';
import type { StretchCheck } from './audit-stretch.js';

/**
 * A head as it leaves the house: place, the first 160 bits of its seal, and four signs by which a slip in copying is
 * told from a rewritten log. 160 bits, since whoever holds key and database may choose what is written.
 */
export interface OutsideHead {
  readonly seq: number;
  readonly macStart: string;
}

const MAC_DIGITS = 40;
const CHECK_DIGITS = 4;
const SHAPE = /^(\d{1,15})-([0-9a-f]{40})-([0-9a-f]{4})$/;

export function formatHead({ seq, mac }: AuditHead): string {
  const text = `${seq}-${mac.slice(0, MAC_DIGITS)}`;
  return `${text}-${checkOf(text)}`;
}

/** `undefined`: it is no head, or was copied wrongly. */
export function parseHead(text: string): OutsideHead | undefined {
  const [, seq = '', macStart = '', check] = SHAPE.exec(text.trim().toLowerCase()) ?? [];
  if (!seq || checkOf(`${seq}-${macStart}`) !== check) return undefined;
  return { seq: Number(seq), macStart };
}

function checkOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, CHECK_DIGITS);
}

/** Up to where the log is what it was when a head left the house. */
export interface Proven {
  readonly seq: number;
  /** When that entry was written. */
  readonly at: Date;
}

/**
 * Holds the log against heads that left it: give it every entry, in order. Where a person went on after a break, heads
 * of the time before may contradict; those after it prove the log again.
 */
export function createOutsideCheck(
  heads: readonly OutsideHead[],
  { isNamed }: Pick<StretchCheck, 'isNamed'> = { isNamed: () => false },
) {
  const waiting = heads.toSorted((a, b) => a.seq - b.seq);
  let proven: Proven | undefined;
  let found: ChainBreak | undefined;
  const contradicted = (seq: number) => {
    if (!isNamed(seq)) found ??= { seq, problem: 'head_outside' };
  };
  return {
    entry({ seq, mac, at }: Pick<AuditEntry, 'seq' | 'mac' | 'at'>): void {
      for (; waiting[0] && waiting[0].seq <= seq; waiting.shift()) {
        const head = waiting[0];
        if (head.seq < seq || !String(mac).startsWith(head.macStart)) contradicted(head.seq);
        else if (!found) proven = { seq, at };
      }
    },
    result(): { proven: Proven | undefined; found: ChainBreak | undefined } {
      for (const { seq } of waiting) contradicted(seq);
      return { proven, found };
    },
  };
}
