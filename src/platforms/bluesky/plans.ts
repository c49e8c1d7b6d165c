import type { Signal } from '../../domain/platform.js';
import { type RecordReader, readFollow, readLike, readPost, readRepost } from './read-record.js';

export interface CollectionPlan {
  readonly collection: string;
  readonly read: RecordReader;
  /** What an unreadable item of it counts under. */
  readonly signal: Signal;
  readonly feeds: readonly Signal[];
  /** The signals that have nothing more to come once the collection is read. */
  readonly closes: readonly Signal[];
}

/** What a visit reads, in order. */
export const PLANS: readonly CollectionPlan[] = [
  // A quote is a share, so shares wait for two collections.
  {
    collection: 'app.bsky.feed.post',
    read: readPost,
    signal: 'posts',
    feeds: ['posts', 'comments', 'shares'],
    closes: ['posts', 'comments'],
  },
  { collection: 'app.bsky.feed.repost', read: readRepost, signal: 'shares', feeds: ['shares'], closes: ['shares'] },
  { collection: 'app.bsky.feed.like', read: readLike, signal: 'likes', feeds: ['likes'], closes: ['likes'] },
  { collection: 'app.bsky.graph.follow', read: readFollow, signal: 'follows', feeds: ['follows'], closes: ['follows'] },
];
