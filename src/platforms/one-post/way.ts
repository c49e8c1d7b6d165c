import type { PostContent } from '../../domain/post-reading.js';
import type { Link } from '../../links/link.js';
import type { HttpReader } from '../../reach/http-reader.js';
import type { Answer, WayName } from './answer.js';
import type { Marker } from './marker.js';

/** One open way to a post: asked in order, until one has seen it. */
export interface Way {
  readonly name: WayName;
  readonly accept: 'json' | 'html';
  /** Its host is anybody's: that it does not answer is not our fault. */
  readonly isElsewhere?: true;
  /** Where to ask; nothing where the link does not say enough; a marker where looking for it has shown one. */
  find(link: Link, looking: Looking): Promise<URL | Marker | undefined> | URL | undefined;
  /** The very post asked for; nothing where it is not in the answer, or is not ours to read. */
  read?(answer: Answer, link: Link): PostContent | undefined;
}

/** For ways whose place has to be looked up first. */
export interface Looking {
  readonly reader: HttpReader;
  readonly bluesky: { readonly service: URL; readonly plcDirectory: URL };
  readonly signal: AbortSignal;
}

/** How posts of one platform are looked at. */
export interface PostPlatform {
  /** `shown`: nothing of an answer is read or kept but which markers it holds. */
  readonly by: 'read' | 'shown';
  readonly ways: readonly Way[];
  readonly markers: readonly Marker[];
}
