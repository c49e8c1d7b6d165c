import type { Platform } from '../domain/platform.js';

/** Where a link may lead. More than accounts are registered on: people also bring what nobody here collects. */
export type LinkPlatform = Platform | 'whatsapp';

/**
 * `private`: only those inside see it (a chat, a closed channel, an invitation). `short`: what it leads to is not
 * written on it. `page`: anything else that is neither an act nor an account.
 */
export const LINK_KINDS = ['post', 'comment', 'profile', 'story', 'group_post', 'private', 'short', 'page'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** What a person should know of a link besides what it says. */
export type LinkNote =
  | { readonly code: 'no_link' | 'text_cut' | 'opaque_id' | 'comment_author' }
  | { readonly code: 'more_links'; readonly count: number }
  | { readonly code: 'unwrapped' | 'mirror' | 'look_alike' | 'followed'; readonly host: string }
  | { readonly code: 'not_followed'; readonly why: NotFollowed };

/** Why what a short link leads to was not found out. */
export type NotFollowed =
  | 'too_many_hops'
  | 'leads_nowhere'
  | 'robots'
  | 'not_public'
  | 'gone'
  | 'not_now'
  | 'no_answer';

/** What one link says by itself. */
export interface Reading {
  readonly kind: LinkKind;
  /** Handle without `@`, or the platform's id. Of a comment mostly unknown: its link names whose post it stands under. */
  readonly author?: string | undefined;
  /** The platform's id of the post or comment. */
  readonly id?: string | undefined;
  /** One spelling for one act, however it was pasted; itself a link that reads the same. A name, not a promise to open. */
  readonly canonical: string;
  readonly note?: LinkNote | undefined;
}

export interface Link extends Omit<Reading, 'note'> {
  readonly input: string;
  readonly platform: LinkPlatform;
  /** Empty canonical and `no_link` where the text holds no link: two of these are not one act. */
  readonly notes: readonly LinkNote[];
}

/** How one platform's links are read: one file each, all of them in `platforms.ts`. */
export interface PlatformLinks {
  /** Its own names, subdomains included. */
  readonly hosts: readonly string[];
  /** Names under which others show the same posts. */
  readonly mirrors: readonly string[];
  /** First labels by which a mirror is known wherever it stands: `nitter.contoh.example`. */
  readonly mirrorLabels: readonly string[];
  /** Schemes of its apps. */
  readonly schemes: readonly string[];
  /** What a whole id looks like today: one that is shorter may have been broken over two lines. */
  readonly wholeId?: RegExp;
  /** Total: what is no act and no account is a `page`. */
  read(address: Address): Reading;
}

/** An address taken apart: the parts that platforms look at. */
export interface Address {
  /** `https` for any page; else the app's scheme. */
  readonly scheme: string;
  /** Small ASCII letters, without `www.`; empty for an app. */
  readonly host: string;
  /** As written, only where it is not the usual one: `:8080`. */
  readonly port: string;
  /** Decoded, no empty parts, no slash at either end. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly fragment: string;
  /** Path, query and fragment as they were written: what an archive keeps inside its own. */
  readonly rest: string;
}
