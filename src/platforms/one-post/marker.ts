import type { PostOutcome } from '../../domain/post-reading.js';
import type { Link } from '../../links/link.js';
import type { Answer, WayName } from './answer.js';

/** What must all be so for a marker to hold. Each looks only where the platform writes, never where people do. */
export interface When {
  readonly status?: readonly number[];
  /** The path of where the page led. */
  readonly path?: RegExp;
  readonly title?: string;
  /** One of these ids of elements. */
  readonly id?: readonly string[];
  readonly noId?: string;
  readonly class?: string;
  /** A part of a class's name. */
  readonly classLike?: string;
  readonly noMeta?: string;
  /** As a script writes it. */
  readonly code?: string;
  /** As a reader sees it: people may write the same, so it counts only where no post was read. */
  readonly words?: string;
  /** Inside an answer that is no page. */
  readonly body?: string;
  readonly header?: readonly [name: string, value: string];
  readonly holds?: (answer: Answer, link: Link) => boolean;
}

/** One line of a platform's table: what is noticed, what it may mean, who says so. */
export interface Marker {
  readonly id: string;
  /** Any way unless told. */
  readonly way?: WayName;
  readonly when: When;
  /** Several where it cannot tell them apart, none where it tells nothing of the post. */
  readonly means: readonly PostOutcome[];
  /** Which section says so, as of when. */
  readonly source: string;
  /** Recalled or derived there, not read in a source: decides nothing alone. */
  readonly isUnverified?: true;
}

/** The survey of platforms that this project keeps (see decision 0054), section 3, as it stood that day. */
export const SECTION_3 = 'platforms.md 3, 2026-11-28';
export const SECTION_2 = 'platforms.md 2, 2026-11-28';
/** Our own conclusion from what sections 2 and 3 say. */
export const DERIVED = 'derived, 2026-11-28';

export function markersIn(answer: Answer, link: Link, markers: readonly Marker[]): readonly Marker[] {
  return markers.filter(({ way, when }) => (way === undefined || way === answer.way) && holds(when, answer, link));
}

function holds(when: When, answer: Answer, link: Link): boolean {
  const { status, path, header, body } = when;
  return (
    (status === undefined || status.includes(answer.status)) &&
    (path === undefined || path.test(answer.url.pathname)) &&
    (header === undefined || String(answer.headers[header[0]] ?? '').toLowerCase() === header[1]) &&
    (body === undefined || answer.text.includes(body)) &&
    holdsOnPage(when, answer) &&
    (when.holds === undefined || when.holds(answer, link))
  );
}

function holdsOnPage(when: When, answer: Answer): boolean {
  const { title, id, noId, class: name, classLike, noMeta, code, words } = when;
  if ([title, id, noId, name, classLike, noMeta, code, words].every((one) => one === undefined)) return true;
  const page = answer.page();
  return (
    (title === undefined || page.title.includes(title)) &&
    (id === undefined || id.some((one) => page.ids.has(one))) &&
    (noId === undefined || !page.ids.has(noId)) &&
    (name === undefined || page.classes.has(name)) &&
    (classLike === undefined || [...page.classes].some((one) => one.includes(classLike))) &&
    (noMeta === undefined || !page.metas.has(noMeta)) &&
    (code === undefined || page.code.includes(code)) &&
    (words === undefined || page.words.includes(words))
  );
}
