import type { ActivityKind, Platform } from '../../domain/platform.js';
import type { ZoneName } from './time.js';

/** What a column says by words of its own; small letters, compared without regard to capitals. */
export interface Told<T extends string> {
  readonly column: string;
  readonly values: Readonly<Record<string, T>>;
}

/** How one kind of table is read: built in, or written by an officer in `rules/recipes/imports`. */
export interface Mapping {
  /** Of an officer's mapping. */
  readonly id?: string | undefined;
  readonly platform: Platform | Told<Platform>;
  readonly kind: ActivityKind | Told<ActivityKind>;
  readonly columns: {
    readonly id?: string | undefined;
    readonly link?: string | undefined;
    readonly handle?: string | undefined;
    readonly author_id?: string | undefined;
    readonly text?: string | undefined;
    readonly time: string;
    readonly target_handle?: string | undefined;
    readonly target_text?: string | undefined;
    readonly target_link?: string | undefined;
  };
  /** `iso` has a zone of its own, or it is refused: nobody knows on whose clock it was written. */
  readonly time: { readonly format: 'unix' | 'iso' } | { readonly format: 'local'; readonly zone: ZoneName };
}

/** An act as `toImportLine` takes it, before it is checked. */
export interface MappedAct {
  readonly id: string | undefined;
  readonly kind: string | undefined;
  readonly platform: string | undefined;
  readonly handle: string | undefined;
  readonly authorId: string | undefined;
  readonly text: string;
  readonly publishedAt: string | undefined;
  readonly url: string | undefined;
  readonly target?: object | undefined;
  readonly media?: readonly { readonly text: string }[] | undefined;
}
