import type { DigestReceipt } from '../domain/digest.js';

export interface DigestRepository {
  /** Takes the right to send one office's day; of several workers exactly one gets it. A stale claim (crash) may be taken over after `staleAfterMs`. */
  claimOnce(options: {
    officeCode: string;
    day: string;
    recipient: string;
    now: Date;
    staleAfterMs: number;
  }): Promise<boolean>;
  /** `sending` must be written before the SMTP dialogue, the outcome after it. */
  record(receipt: DigestReceipt): Promise<void>;
  find(officeCode: string, day: string): Promise<DigestReceipt | undefined>;
  list(options: { day?: string; limit: number }): Promise<DigestReceipt[]>;
}
