import type { CollectedActivity } from './activity.js';
import type { SkipReason } from './coverage.js';
import type { Platform } from './platform.js';

/** One line of an import file: an act that names its account, or why the line cannot be read. */
export type ImportLine =
  | {
      /** 1-based. */
      readonly line: number;
      readonly platform: Platform;
      readonly handle: string;
      readonly activity: CollectedActivity;
      /** A text was longer than is kept. */
      readonly wasCut?: boolean;
    }
  | { readonly line: number; readonly error: string; readonly hint: string; readonly reason: SkipReason };
