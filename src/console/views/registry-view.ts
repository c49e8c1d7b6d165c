import { type Account, isInMandate, mandateTimeOf, type Office } from '../../domain/account.js';
import type { CoverageEntry } from '../../domain/coverage.js';
import { SIGNALS } from '../../domain/platform.js';
import { REASON_ACTORS } from '../../domain/reason-actors.js';
import { GAP_ACTORS, gapsOf } from '../../domain/registry-gap.js';
import type { WayOf } from '../../domain/signal-way.js';
import type { Registered, RegisteredAccount } from './registry-schemas.js';

interface Seen {
  readonly offices: readonly Office[];
  readonly now: Date;
  readonly wayOf: WayOf;
}

export function viewRegistered(account: Account, { offices, now, wayOf }: Seen): Registered {
  const { id, name, nipMasked, position, officeCode, platform, handle, proof, mandate } = account;
  const office = offices.find(({ code }) => code === officeCode);
  return {
    id,
    name,
    nipMasked,
    position,
    platform,
    handle,
    proof,
    office: { code: officeCode, name: office?.name ?? officeCode },
    mandate: { decree: mandate.decree, office: mandate.office, from: mandate.from, to: mandate.to },
    isInMandate: isInMandate(mandateTimeOf(account), now),
    gaps: gapsOf(account, now, wayOf).map((gap) => ({ gap, actor: GAP_ACTORS[gap] })),
  };
}

/** What was seen of it on one day, each kind of act once. */
export function viewSignals(
  { platform }: Account,
  lines: readonly CoverageEntry[],
  wayOf: WayOf,
): RegisteredAccount['signals'] {
  return SIGNALS.map((signal) => {
    const observation = lines.find((line) => line.signal === signal)?.observation;
    const reason = observation?.state === 'not_observable' ? observation.reason : null;
    return {
      signal,
      way: wayOf(platform, signal),
      state: observation?.state ?? null,
      count: observation?.state === 'seen' ? observation.count : null,
      reason,
      actor: reason === null ? null : (REASON_ACTORS[reason] ?? 'operator'),
    };
  });
}
