import { MAX_TEXT_LENGTH } from '../../domain/activity.js';
import { readInstant } from '../../domain/instant.js';
import type { PostContent } from '../../domain/post-reading.js';
import type { Link } from '../../links/link.js';
import { readLink } from '../../links/read-link.js';

const MAX_MEDIA = 20;
const MAX_ALT = 5_000;
const MAX_NAME = 300;

export interface Draft {
  readonly kind?: PostContent['kind'];
  readonly text: string;
  readonly id?: string | undefined;
  readonly handle?: string | undefined;
  /** With its zone, or it is not kept: nobody knows on which side of midnight it lies. */
  readonly publishedAt?: string | undefined;
  readonly media?: readonly (string | undefined | null)[] | undefined;
}

/** Whatever the platform said, within bounds. */
export function contentOf({ kind = 'post', text, id, handle, publishedAt = '', media = [] }: Draft): PostContent {
  return {
    kind,
    text: text.slice(0, MAX_TEXT_LENGTH),
    author: { id: id?.slice(0, MAX_NAME), handle: handle?.slice(0, MAX_NAME) },
    publishedAt: readInstant(publishedAt.slice(0, 40))?.toISOString(),
    media: media.slice(0, MAX_MEDIA).flatMap((alt) => (alt ? [{ text: alt.slice(0, MAX_ALT) }] : [])),
  };
}

/** Whether an address in an answer is of the post that was asked for. A number may be hidden behind `pfbid…`. */
export function isOfLink(address: string | undefined, link: Link): boolean {
  if (address === undefined) return false;
  const told = readLink(address);
  return told.canonical !== '' && told.canonical === link.canonical;
}

/** The account that an address names. */
export function handleIn(address: string | undefined): string | undefined {
  return address === undefined ? undefined : readLink(address.slice(0, 2_000)).author;
}
