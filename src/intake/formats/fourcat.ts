import { tidyCode } from '../files/cells.js';
import { namesIn, type TableFormat } from './format.js';
import { mappedTable } from './mapped-table.js';
import { linkTo } from './post-link.js';
import { mediaOf } from './values.js';

/**
 * Tables of 4CAT (MPL-2.0), and of Zeeschuimer's own CSV, which has the same columns: `map_item` of
 * `datasources/*\/search_*.py`, read in 2026. `timestamp` is written on the clock of whoever ran 4CAT, so only
 * `unix_timestamp` is read. Counts, addresses of pictures and whom else a post names are left alone.
 */
const MADE = ['collected_from_url', 'thread_id', 'timestamp', 'author_fullname', 'author_avatar_url', 'hashtags'];
const TIME = { format: 'unix' } as const;
const fourcat = { status: 'verified', foreign: [] } as const;

export const fourcatTiktok: TableFormat = mappedTable(
  {
    platform: 'tiktok',
    kind: 'post',
    columns: { id: 'id', link: 'tiktok_url', handle: 'author', text: 'body', time: 'unix_timestamp' },
    time: TIME,
  },
  {
    ...fourcat,
    marks: ['tiktok_url', 'music_id', 'is_duet'],
    leftAlone: [
      ...MADE,
      ...namesIn(`
        author_full author_followers author_likes author_videos author_avatar is_duet is_ad is_paid_partnership
        is_sensitive is_photosensitive music_name music_id music_url stickers music_thumbnail music_author video_url
        thumbnail_url likes comments shares plays challenges diversification_labels location_created effects warning
      `),
    ],
  },
  (act, { stickers = '' }) => ({ ...act, media: mediaOf(stickers.split('\n')) }),
);

export const fourcatTiktokComments: TableFormat = mappedTable(
  {
    platform: 'tiktok',
    kind: 'comment',
    columns: { id: 'id', handle: 'author', text: 'body', time: 'unix_timestamp', target_link: 'post_url' },
    time: TIME,
  },
  {
    ...fourcat,
    marks: ['post_id', 'comment_url', 'is_comment_on_comment'],
    leftAlone: [
      ...MADE,
      ...namesIn(`
        author_full likes replies post_id post_body comment_url is_liked_by_post_author is_sticky
        is_comment_on_comment language_guess
      `),
    ],
  },
  (act, { id = '', post_id = '', author = '' }) => {
    // `@` and a number: 4CAT's own name for an author without a handle.
    const number = /^@(\d+)$/.exec(author)?.[1];
    return {
      ...act,
      // TikTok's number of the comment, as the capture has it too.
      id: tidyCode(id),
      handle: number === undefined ? act.handle : undefined,
      authorId: number ?? act.authorId,
      target: /^\d+$/.test(post_id) ? { url: linkTo('tiktok', post_id) } : act.target,
    };
  },
);

export const fourcatInstagram: TableFormat = mappedTable(
  {
    platform: 'instagram',
    kind: 'post',
    columns: {
      id: 'id',
      link: 'url',
      handle: 'author',
      author_id: 'author_id',
      text: 'body',
      time: 'unix_timestamp',
    },
    time: TIME,
  },
  {
    ...fourcat,
    marks: ['num_media', 'media_type', 'usertags', 'location_latlong'],
    leftAlone: [
      ...MADE,
      ...namesIn(`
        collected_from_view partial_item parent_id verified coauthors coauthor_fullnames coauthor_ids media_type
        num_media image_urls media_urls usertags play_count likes_hidden num_likes num_comments location_name
        location_id location_latlong location_city missing_media
      `),
    ],
  },
);

export const fourcatThreads: TableFormat = mappedTable(
  {
    platform: 'threads',
    kind: 'post',
    columns: { id: 'id', link: 'url', handle: 'author', text: 'body', time: 'unix_timestamp' },
    time: TIME,
  },
  {
    ...fourcat,
    marks: ['author_is_verified', 'is_paid_partnership', 'reposts', 'quotes', 'link_thumbnail_url'],
    leftAlone: [
      ...MADE,
      ...namesIn(`
        author_is_verified author_avatar image_url video_url audio_url link_url link_thumbnail_url
        is_paid_partnership likes reposts replies quotes
      `),
    ],
  },
);
