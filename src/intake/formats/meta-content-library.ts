import { tidyCode } from '../files/cells.js';
import { namesIn, type TableFormat } from './format.js';
import { mappedTable } from './mapped-table.js';

/**
 * Downloads of the Meta Content Library, by its public data dictionary (fields with dots, times in ISO 8601). The
 * dictionary names fields, not the columns of a download, so both are `unverified`. Its numbers are the library's own:
 * they are kept apart from Facebook's by `mcl:`, and its number of an author is nobody's on the platform.
 */
const COLUMNS = { id: 'id', handle: 'post_owner.username', text: 'text', time: 'creation_time' } as const;
const LEFT_ALONE = namesIn(`
    mcl_url modified_time lang hashtags is_branded_content match_type multimedia views post_owner.type post_owner.id
    post_owner.name statistics.like_count statistics.comment_count statistics.share_count statistics.views
    statistics.views_date_last_refreshed content_type
  `);
const FACEBOOK_ONLY = ['statistics.angry_count', 'surface.type'];

export const mclFacebook: TableFormat = mappedTable(
  { platform: 'facebook', kind: 'post', columns: COLUMNS, time: { format: 'iso' } },
  {
    status: 'unverified',
    marks: ['creation_time', 'post_owner.username', ...FACEBOOK_ONLY],
    foreign: [],
    leftAlone: [
      ...LEFT_ALONE,
      ...FACEBOOK_ONLY,
      ...namesIn(`
        surface.id surface.name surface.username shared_post_id link_attachment.caption link_attachment.description
        link_attachment.link link_attachment.name statistics.care_count statistics.haha_count statistics.love_count
        statistics.reaction_count statistics.sad_count statistics.wow_count
      `),
    ],
  },
  (act, { id = '', shared_post_id }) => ({
    ...act,
    id: libraryId(id),
    kind: shared_post_id?.trim() && shared_post_id.trim() !== '0' ? 'share' : 'post',
  }),
);

export const mclInstagram: TableFormat = mappedTable(
  { platform: 'instagram', kind: 'post', columns: COLUMNS, time: { format: 'iso' } },
  {
    status: 'unverified',
    marks: ['creation_time', 'post_owner.username'],
    foreign: FACEBOOK_ONLY,
    leftAlone: [...LEFT_ALONE, 'media_type', 'product_type'],
  },
  (act, { id = '' }) => ({ ...act, id: libraryId(id) }),
);

function libraryId(cell: string): string | undefined {
  const id = tidyCode(cell);
  return id ? `mcl:${id}` : undefined;
}
