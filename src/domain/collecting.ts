import type { CollectedActivity } from './activity.js';
import type { NotObservableReason, SkipReason } from './coverage.js';
import { PermanentError, RetryableError } from './errors.js';
import type { Platform, Signal } from './platform.js';

/** What a collector is told about an account: no name, no NIP. `cursor` is what its last visit left, opaque. */
export interface CollectTarget {
  readonly platform: Platform;
  readonly handle: string;
  readonly externalId?: string;
  readonly cursor?: string;
  /** Acts older than this are not wanted; the adapter may stop there. */
  readonly since: Date;
}

export type CollectorEvent =
  | { readonly type: 'seen'; readonly activity: CollectedActivity }
  | { readonly type: 'skipped'; readonly url: string; readonly signal: Signal; readonly reason: SkipReason }
  /** The account's unchanging id and present handle; a new handle under the same id is a rename. */
  | { readonly type: 'identity'; readonly externalId: string; readonly handle: string }
  /** One for each signal, after the last act of it: it was read to its end, or why it could not be seen. */
  | { readonly type: 'signal_read'; readonly signal: Signal }
  | {
      readonly type: 'signal_hidden';
      readonly signal: Signal;
      readonly reason: NotObservableReason;
      readonly detail: string;
    }
  /** Where the next visit goes on. Last event of a visit that reached its end. */
  | { readonly type: 'cursor'; readonly cursor: string };

/**
 * Reads one platform's public pages. Adapters never log in, never store and never judge.
 *
 * Every signal of `SIGNALS` ends in exactly one `signal_read` or `signal_hidden`, so that the digest can state what
 * was not seen. An error thrown instead ends the whole visit: its class says whether to come back.
 */
export interface Collector {
  readonly platform: Platform;
  /** Whom a `RateLimitedError` speaks for: the whole platform, or (`account`) only the site this account lives on. */
  readonly rateLimits: 'platform' | 'account';
  collect(target: CollectTarget, signal: AbortSignal): AsyncIterable<CollectorEvent>;
}

/** The platform asked us to slow down. Costs no attempt: the account is not at fault. */
export class RateLimitedError extends RetryableError {
  /** `host:port` that asked, where it is known. */
  readonly host: string | undefined;
  /** Only the visited account has to wait; else whomever the collector speaks for. */
  readonly isOfAccount: boolean;

  constructor(
    readonly retryAfterMs: number,
    options: ErrorOptions & { readonly host?: string | undefined; readonly isOfAccount?: boolean } = {},
  ) {
    super(
      `Platform meminta jeda ${Math.ceil(retryAfterMs / 1000)} detik`,
      'Tidak perlu tindakan: kunjungan diulang sendiri.',
      options,
    );
    this.host = options.host;
    this.isOfAccount = options.isOfAccount ?? false;
  }
}

/** The account is private, walled, renamed away or gone. Trying again at once cannot help. */
export class TargetUnavailableError extends PermanentError {
  constructor(
    readonly reason: NotObservableReason,
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(
      `Akun tidak dapat diamati (${reason}): ${detail}`,
      'Periksa akun pada registri; alasan ini tercatat di cakupan.',
      options,
    );
  }
}

/** The server failed, timed out or sent garbage. Worth another try later. */
export class PlatformFailureError extends RetryableError {
  constructor(
    readonly reason: NotObservableReason,
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(
      `Platform tidak menjawab dengan benar (${reason}): ${detail}`,
      'Kunjungan diulang sendiri; bila menetap, jalankan: netra doctor',
      options,
    );
  }
}
