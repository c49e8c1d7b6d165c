import type { Clock } from '../domain/clock.js';
import type { EvidenceSeal, MissingItem } from '../domain/evidence.js';
import type { RobotsRules } from '../domain/robots.js';
import type { PageDeps } from '../reach/open-page.js';
import type { CaptureLimits } from './capture-limits.js';
import type { EvidenceStore, PackFile } from './evidence-store.js';
import type { Writing } from './save-when-writable.js';

/** One flag to be sealed. `activity` is what the rules saw; no name, no NIP. */
export interface EvidenceRequest {
  readonly flagId: string;
  readonly activityId: string;
  /** Absent for an act that came without an address: then only what was read is sealed. */
  readonly url?: string;
  readonly activity: Record<string, unknown>;
  readonly text: string;
  /** What is sealed beside the page: what was read behind its link, pictures that people brought. */
  readonly beside?: readonly PackFile[] | undefined;
  /** What should stand beside it and is gone. */
  readonly absent?: readonly MissingItem[] | undefined;
  /** The page as it was sealed when its link was brought: it is not asked for again. */
  readonly linkPack?: (EvidenceSeal & { readonly id: string }) | undefined;
  /** The platform lets it be shown, and nothing be taken out of it: pictures alone. */
  readonly isShownOnly?: boolean | undefined;
  /** What still cannot be captured is written down as missing instead of thrown. */
  readonly lastTry?: boolean;
}

/**
 * Seals what a flag rests on before anybody looks. Never logs in, never passes a wall, never reads a page that
 * robots.txt closes. Safe to repeat: a flag that has a pack gets its first seal back.
 */
export interface EvidenceCapturer {
  /** Throws `RetryableError` while another try may show more, until `lastTry`. */
  capture(request: EvidenceRequest, signal: AbortSignal): Promise<EvidenceSeal>;
}

export interface CapturerOptions
  extends Pick<PageDeps, 'browsers' | 'out' | 'userAgent'>,
    Pick<Writing, 'onRefused' | 'betweenMs'> {
  readonly store: EvidenceStore;
  /** Where the packs of links lie; asked for where a request names one. */
  readonly linkStore?: EvidenceStore | undefined;
  readonly robots: RobotsRules;
  readonly clock: Clock;
  readonly netraVersion: string;
  readonly limits?: Partial<CaptureLimits>;
  /** Ids, counts and error classes only. */
  readonly log?: (event: string, details: Readonly<Record<string, string | number | boolean>>) => void;
}
