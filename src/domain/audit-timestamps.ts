import { createHash } from 'node:crypto';
import type { AuditEntry, AuditEvent } from './audit.js';

/** Why a time-stamp is none, or proves nothing. */
export const TIMESTAMP_PROBLEMS = [
  'unreachable',
  'refused',
  'unreadable',
  'imprint',
  'nonce',
  'signature',
  'clock',
  'missing',
] as const;
export type TimestampProblem = (typeof TIMESTAMP_PROBLEMS)[number];

/** What an authority outside of the house (RFC 3161) signed: that the head at `seq` was there at that time. */
export interface KeptTimestamp {
  readonly seq: number;
  /** The head as it leaves the house: what was stamped is exactly this text. */
  readonly head: string;
  readonly at: Date;
  readonly token: Buffer;
}

/** What came of checking the kept ones. */
export interface TimestampReport {
  readonly good: number;
  /** Nobody was named whose signature is believed. */
  readonly unchecked: number;
  readonly latest?: { readonly seq: number; readonly at: Date } | undefined;
  readonly problems: readonly { readonly seq: number; readonly problem: TimestampProblem }[];
}

export function sha256Of(data: string | Buffer): Buffer {
  return createHash('sha256').update(data).digest();
}

export interface Stamped {
  readonly seq: number;
  readonly tokenHash: string;
}

/** So that a token that is taken away is missed. */
export function timestampEvent({ seq, token }: KeptTimestamp, at: Date): AuditEvent {
  const details = { token: sha256Of(token).toString('hex') };
  return { at, actor: 'system:audit', action: 'head_timestamped', subject: String(seq), details };
}

export function stampedBy({ action, subject, details }: AuditEntry): Stamped | undefined {
  if (action !== 'head_timestamped' || typeof details.token !== 'string') return undefined;
  return { seq: Number(subject), tokenHash: details.token };
}
