import { DAY_MS } from './days.js';
import type { Platform } from './platform.js';
import { instantOf, type RegionCode, type TimeZone, timeZoneOf } from './region.js';

/** How often an office is written to: each day about the day before, or on Mondays about the week before. */
export const DIGEST_RHYTHMS = ['daily', 'weekly'] as const;
export type DigestRhythm = (typeof DIGEST_RHYTHMS)[number];

/** An OPD. `timeZone` follows from the province of its region. */
export interface Office {
  readonly code: string;
  readonly name: string;
  readonly region: RegionCode;
  readonly timeZone: TimeZone;
  readonly parentCode?: string;
  /** Who gets this office's digest; no digest without one. */
  readonly digestTo?: string;
  /** Daily where nothing is said. */
  readonly digestEvery?: DigestRhythm;
}

/** The decree that allows watching, and its first and last local day. */
export interface Mandate {
  readonly decree: string;
  readonly office: string;
  readonly from: string;
  readonly to: string;
}

/**
 * How we know that the account is this person's. `claimed`: written in the list by the office; `proven`: the holder
 * answered a challenge or signed for it; `disputed`: the holder says it is not theirs.
 */
export const PROOF_STATES = ['unproven', 'claimed', 'proven', 'disputed'] as const;
export type ProofState = (typeof PROOF_STATES)[number];

/** One public social-media account registered to one ASN. The NIP is sealed; only `nipMasked` is ever shown. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly nipMasked: string;
  readonly position: string;
  readonly officeCode: string;
  readonly region: RegionCode;
  readonly platform: Platform;
  readonly handle: string;
  /** The platform's own unchanging id (a DID); known after the first visit. */
  readonly externalId?: string;
  readonly mandate: Mandate;
  readonly proof: ProofState;
  /** Handles seen before the present one. */
  readonly formerHandles: readonly string[];
}

/** The mandate's local days as instants, in milliseconds. */
export interface MandateTime {
  readonly from: number;
  /** The first instant after the last day. */
  readonly until: number;
}

/** Acts before or after these days are none of our business, whenever they are found. */
export function mandateTimeOf({ mandate: { from, to }, region }: Pick<Account, 'mandate' | 'region'>): MandateTime {
  const zone = timeZoneOf(region);
  return { from: instantOf(from, 0, zone).getTime(), until: instantOf(to, 0, zone).getTime() + DAY_MS };
}

export function isInMandate({ from, until }: MandateTime, instant: Date): boolean {
  return instant.getTime() >= from && instant.getTime() < until;
}

/** Why an account may not be watched now; `undefined` when it may. Only a proven account is ever watched. */
export type NotWatchable = 'unproven' | 'no_mandate';
export function whyNotWatchable(proof: ProofState, mandate: MandateTime, now: Date): NotWatchable | undefined {
  if (proof !== 'proven') return 'unproven';
  return isInMandate(mandate, now) ? undefined : 'no_mandate';
}

/** `19800101 ****** ***5 67` shows too much; the last three digits are enough to tell two people apart. */
export function maskNip(nip: string): string {
  return `${'•'.repeat(Math.max(0, nip.length - 3))}${nip.slice(-3)}`;
}
