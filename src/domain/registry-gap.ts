import { type Account, isInMandate, mandateTimeOf, PROOF_STATES, type ProofState } from './account.js';
import { PLATFORMS, type Platform, SIGNALS } from './platform.js';
import type { Actor } from './reason-actors.js';
import type { WayOf } from './signal-way.js';

/**
 * Why nothing is seen of a registered account, where somebody can change that. `unproven`: nobody has shown that it is
 * this person's; `disputed`: the person says it is not; `no_mandate`: no decree in force allows watching; `no_reader`:
 * no machine reads its platform, acts are brought by people.
 */
export const REGISTRY_GAPS = ['unproven', 'disputed', 'no_mandate', 'no_reader'] as const;
export type RegistryGap = (typeof REGISTRY_GAPS)[number];

/** Whose work it is. */
export const GAP_ACTORS: Readonly<Record<RegistryGap, Actor>> = {
  unproven: 'registry',
  disputed: 'registry',
  no_mandate: 'registry',
  no_reader: 'bringer',
};

/** Which accounts a list of the registry holds; what is not given narrows nothing. */
export interface RegistryFilter {
  /** Already with those below; `undefined` means all. */
  readonly officeCodes?: readonly string[] | undefined;
  readonly platforms?: readonly Platform[] | undefined;
  readonly proofs?: readonly ProofState[] | undefined;
  /** Those alone that have no mandate in force on this day. */
  readonly noMandateOn?: string | undefined;
  /** As a person looks for somebody; offices all of whose accounts fit as well. */
  readonly query?: { readonly text: string; readonly anyOf: readonly string[] } | undefined;
}

const NOT_PROVEN: readonly ProofState[] = PROOF_STATES.filter((proof) => proof !== 'proven' && proof !== 'disputed');

export function gapsOf(
  account: Pick<Account, 'proof' | 'mandate' | 'region' | 'platform'>,
  now: Date,
  wayOf: WayOf,
): RegistryGap[] {
  const has: Record<RegistryGap, boolean> = {
    unproven: NOT_PROVEN.includes(account.proof),
    disputed: account.proof === 'disputed',
    no_mandate: !isInMandate(mandateTimeOf(account), now),
    no_reader: !isRead(account.platform, wayOf),
  };
  return REGISTRY_GAPS.filter((gap) => has[gap]);
}

/** The list of the accounts with this gap, out of a list that is narrowed already. `day`: the local one, for mandates. */
export function withGap(
  filter: RegistryFilter,
  gap: RegistryGap,
  { day, wayOf }: { readonly day: string; readonly wayOf: WayOf },
): RegistryFilter {
  const of = <T>(given: readonly T[] | undefined, wanted: readonly T[]) =>
    given === undefined ? wanted : wanted.filter((one) => given.includes(one));
  switch (gap) {
    case 'unproven':
      return { ...filter, proofs: of(filter.proofs, NOT_PROVEN) };
    case 'disputed':
      return { ...filter, proofs: of(filter.proofs, ['disputed']) };
    case 'no_mandate':
      return { ...filter, noMandateOn: day };
    case 'no_reader': {
      const unread = PLATFORMS.filter((platform) => !isRead(platform, wayOf));
      return { ...filter, platforms: of(filter.platforms, unread) };
    }
  }
}

function isRead(platform: Platform, wayOf: WayOf): boolean {
  return SIGNALS.some((signal) => wayOf(platform, signal) === 'machine');
}
