import type { NotObservableReason } from './coverage.js';
import { PLATFORMS, type Platform, SIGNALS, type Signal } from './platform.js';

/**
 * How acts of one kind on one platform come here: `machine` reads them without a log-in; `people` see them and bring
 * them (reports, findings, files); `nobody`: the platform shows them to the account alone.
 */
export const SIGNAL_WAYS = ['machine', 'people', 'nobody'] as const;
export type SignalWay = (typeof SIGNAL_WAYS)[number];
export type WayOf = (platform: Platform, signal: Signal) => SignalWay;

/** What the ledger says of a signal on a platform that no machine reads. What was brought is seen all the same. */
export function unreadReason(way: SignalWay): NotObservableReason {
  return way === 'nobody' ? 'shown_to_nobody' : 'no_collector';
}

/** The signals of one platform, each under its way, in the order of `SIGNALS`. */
export type PlatformWays = Readonly<Record<SignalWay, readonly Signal[]>> & { readonly platform: Platform };

/** Each platform once, in the order of `PLATFORMS`. */
export function waysOf(platforms: readonly Platform[], wayOf: WayOf): PlatformWays[] {
  return PLATFORMS.filter((platform) => platforms.includes(platform)).map((platform) => {
    const along = (way: SignalWay) => SIGNALS.filter((signal) => wayOf(platform, signal) === way);
    return { platform, machine: along('machine'), people: along('people'), nobody: along('nobody') };
  });
}
