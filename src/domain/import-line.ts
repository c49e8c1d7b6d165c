import type { CollectedActivity } from './activity.js';
import type { SkipReason } from './coverage.js';
import type { Platform } from './platform.js';

/** One line of an import file: an act that names its account, why the line cannot be read, or what it is instead. */
export type ImportLine =
  | {
      /** 1-based. */
      readonly line: number;
      readonly platform: Platform;
      /** `id:` and the platform's number where the file names its author by that alone. */
      readonly handle: string;
      /** The platform's own number of the author, where the file has one. */
      readonly authorId?: string;
      readonly activity: CollectedActivity;
      /** Its id says which act it is: what a program tells around the text, another leaves away or words otherwise. */
      readonly isNamed?: boolean;
      /** A text was longer than is kept. */
      readonly wasCut?: boolean;
    }
  | { readonly line: number; readonly error: string; readonly hint: string; readonly reason: SkipReason }
  | { readonly line: number; readonly reason: SkipReason };

/**
 * What makes two readings of an imported act the same. Where its id names it, its text is enough: captures and tables of
 * one post differ in alt texts, in what it answers, and in whether they know that it does. Of an edited text a new act.
 */
export function identityOf({ activity, isNamed }: Extract<ImportLine, { activity: CollectedActivity }>) {
  if (!isNamed) return activity;
  const { externalId, publishedAt, text } = activity;
  return { externalId, publishedAt, kind: 'post', text: text.replace(/\s+/g, ' ').trim() } as const;
}
