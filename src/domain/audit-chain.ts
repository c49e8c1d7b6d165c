import type { AuditEntry, AuditEvent } from './audit.js';
import { CHAIN_PROBLEMS, type ChainBreak, type ChainProblem } from './audit-break.js';
import { type AuditMac, isSameMac, PLAIN_GENESIS, plainHashOf } from './audit-mac.js';
import type { CheckedStretch, StretchCheck } from './audit-stretch.js';

/** How far it holds: up to the place `entries`, of which the first `plainEntries` have no key. */
interface ChainEnd {
  readonly entries: number;
  readonly plainEntries: number;
  readonly headMac: string;
}

/**
 * Where the chain breaks first, or how far it holds. A log that was broken and gone on with by a named person is never
 * `ok` again: `resumed` says since which entry it holds, where nothing else is broken.
 */
export type ChainVerdict =
  | ({ readonly ok: true } & ChainEnd)
  | ({
      readonly ok: false;
      readonly resumed?: (ChainEnd & { readonly since: number }) | undefined;
      readonly stretches?: readonly CheckedStretch[] | undefined;
    } & ChainBreak);

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

/** Breaks that a person has gone on after are told as they are passed, and are not the result. */
export function createChainCheck(
  mac: AuditMac,
  { isNamed }: Pick<StretchCheck, 'isNamed'> = { isNamed: () => false },
): ChainCheck {
  const links = stepsFrom({ seq: 0, mac: PLAIN_GENESIS, isKeyed: false }, mac);
  let plainEntries = 0;
  let hasKey = false;
  let first: ChainBreak | undefined;
  const told = (found: ChainBreak | undefined) => {
    if (found && !isNamed(found.seq)) first ??= found;
    return found;
  };
  return {
    step(entry) {
      const found = links.step(entry);
      hasKey ||= entry.isKeyed;
      if (!hasKey) plainEntries += 1;
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
      // What stands at no place is passed over: the next entry follows the one before it.
      if (Number.isFinite(entry.seq)) end = entry;
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
export function isWellShaped(entry: AuditEntry): boolean {
  const { seq, previous, mac } = entry;
  const isLink = Number.isSafeInteger(seq) && typeof previous === 'string' && typeof mac === 'string';
  return isLink && isWellShapedEvent(entry);
}

export function isWellShapedEvent({ at, actor, action, subject, details, of = '' }: AuditEvent): boolean {
  const isInstant = at instanceof Date && !Number.isNaN(at.getTime());
  const hasTexts = [actor, action, subject, of].every((text) => typeof text === 'string');
  if (!isInstant || !hasTexts || typeof details !== 'object' || details === null) return false;
  // Dates and numbers of other kinds are objects without fields of their own.
  if (Object.getPrototypeOf(details) !== Object.prototype) return false;
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

/** What did not hold when the log was given its key, and would look whole today. */
function formerBreakIn({ isKeyed, action, details }: AuditEntry): ChainBreak | undefined {
  const { brokenAt: seq } = details;
  if (!isKeyed || action !== 'log_keyed' || typeof seq !== 'number') return undefined;
  const problem = CHAIN_PROBLEMS.find((one) => one === details.problem);
  return problem && { seq, problem };
}
