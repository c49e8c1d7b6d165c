import type { AuditEntry } from './audit.js';
import { type AuditMac, isSameMac, PLAIN_GENESIS, plainHashOf } from './audit-mac.js';

/** What can be wrong at one place of the log. */
const CHAIN_PROBLEMS = [
  'gap',
  'previous_hash',
  'hash',
  'not_keyed',
  'not_begun',
  'head_missing',
  'head_forged',
  'head_behind',
  'head_outside',
] as const;
export type ChainProblem = (typeof CHAIN_PROBLEMS)[number];

/** One place where the log does not hold. */
export interface ChainBreak {
  readonly seq: number;
  readonly problem: ChainProblem;
}

/** Where the chain breaks first, or how far it holds. Of `entries`, the first `plainEntries` have no key. */
export type ChainVerdict =
  | { readonly ok: true; readonly entries: number; readonly plainEntries: number; readonly headMac: string }
  | ({ readonly ok: false } & ChainBreak);

/** Checks link after link. */
export interface ChainCheck {
  /** Entries in order of `seq`. After a break it goes on from what stands there, so that each break is told once. */
  step(entry: AuditEntry): ChainBreak | undefined;
  result(): ChainVerdict;
}

interface Place {
  readonly seq: number;
  readonly mac: string;
  readonly isKeyed: boolean;
}

export function createChainCheck(mac: AuditMac): ChainCheck {
  const links = stepsFrom({ seq: 0, mac: PLAIN_GENESIS, isKeyed: false }, mac);
  let plainEntries = 0;
  let first: ChainBreak | undefined;
  const told = (found: ChainBreak | undefined) => {
    first ??= found;
    return found;
  };
  return {
    step(entry) {
      const found = links.step(entry);
      if (!entry.isKeyed) plainEntries += 1;
      return told(found ?? formerBreakIn(entry));
    },
    result() {
      if (first) return { ok: false, ...first };
      const { seq: entries, mac: headMac } = links.end();
      return { ok: true, entries, plainEntries, headMac };
    },
  };
}

/** The same from a place in the keyed part on, whose own link is known to hold; up to the first break. */
export function createLinkCheck(
  mac: AuditMac,
  from: { readonly seq: number; readonly mac: string },
): (entry: AuditEntry) => ChainBreak | undefined {
  return stepsFrom({ seq: from.seq, mac: from.mac, isKeyed: true }, mac).step;
}

/** What is wrong with each link after the one before it, whatever that one was. */
function stepsFrom(begin: Place, mac: AuditMac) {
  let end = begin;
  return {
    step(entry: AuditEntry): ChainBreak | undefined {
      const problem = faultOf(entry, end, mac);
      const found = problem && { seq: end.seq + 1, problem };
      end = entry;
      return found;
    },
    end: () => end,
  };
}

function faultOf(entry: AuditEntry, end: Place, mac: AuditMac): ChainProblem | undefined {
  if (entry.seq !== end.seq + 1) return 'gap';
  if (!isWellShaped(entry)) return 'hash';
  if (!entry.isKeyed) return plainFaultOf(entry, end);
  // The very first link follows a random number that the log began with; its own seal covers that.
  const isFirst = end.seq === 0;
  if (!isFirst && entry.previous !== end.mac) return 'previous_hash';
  if (!isSameMac(mac.ofEntry(entry.seq, entry.previous, entry), entry.mac)) return 'hash';
  return isFirst || end.isKeyed || fixesPlainPart(entry, end) ? undefined : 'not_begun';
}

/** What was sealed is of these kinds; a value of another kind cannot even be written down for the seal. */
function isWellShaped({ at, actor, action, subject, details, of = '' }: AuditEntry): boolean {
  const isInstant = at instanceof Date && !Number.isNaN(at.getTime());
  const hasTexts = [actor, action, subject, of].every((text) => typeof text === 'string');
  if (!isInstant || !hasTexts || typeof details !== 'object' || details === null) return false;
  return Object.values(details).every(
    (value) => ['string', 'boolean'].includes(typeof value) || Number.isFinite(value),
  );
}

/** After the first keyed link a plain one is somebody's without the key. */
function plainFaultOf(entry: AuditEntry, end: Place): ChainProblem | undefined {
  if (end.isKeyed) return 'not_keyed';
  if (entry.previous !== end.mac) return 'previous_hash';
  return plainHashOf(entry.seq, end.mac, entry) === entry.mac ? undefined : 'hash';
}

function fixesPlainPart({ action, details }: AuditEntry, end: Place): boolean {
  return action === 'log_keyed' && details.plainEntries === end.seq;
}

/** What did not hold when the log was given its key, or was gone on with by a person, and would look whole today. */
function formerBreakIn({ isKeyed, action, details }: AuditEntry): ChainBreak | undefined {
  const { brokenAt: seq } = details;
  if (!isKeyed || (action !== 'log_keyed' && action !== 'log_resumed') || typeof seq !== 'number') return undefined;
  const problem = CHAIN_PROBLEMS.find((one) => one === details.problem);
  return problem && { seq, problem };
}
