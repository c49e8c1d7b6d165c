import { normaliseHandle, type Platform } from '../../domain/platform.js';
import type { TableFormat } from './format.js';
import { mappedTable } from './mapped-table.js';
import type { Mapping } from './mapping.js';
import { readPostLink } from './post-link.js';

const PREFIX = 'search_data_fields';
const PLATFORMS: Readonly<Record<string, Platform>> = { twitter: 'x', 'twitter/x': 'x' };
const MAPPING: Mapping = {
  platform: { column: `${PREFIX}.platform_name`, values: PLATFORMS },
  kind: 'post',
  columns: {
    id: 'post_uid',
    link: 'url',
    handle: `${PREFIX}.channel_data.channel_name`,
    text: `${PREFIX}.description`,
    time: 'published_at',
  },
  time: { format: 'iso' },
};

/**
 * Posts of Junkipedia as a table. Its documents name no columns: these are the fields of its API as programs that
 * read it flatten them, `unverified`. A channel's name may be what it is called and not its handle, so that only a row
 * whose link names the same author is taken: a link of YouTube names nobody.
 */
export const junkipedia: TableFormat = mappedTable(
  MAPPING,
  {
    status: 'unverified',
    marks: ['post_uid', 'published_at', `${PREFIX}.platform_name`],
    foreign: [],
    leftAlone: ['id', 'type', 'engagement', 'thumbnail_url', `${PREFIX}.channel_name`, `${PREFIX}.post_title`],
  },
  (act) => {
    const written = readPostLink(act.url, act.platform)?.author;
    const isAsWritten = act.handle === undefined || (written !== undefined && isSame(written, act.handle));
    return isAsWritten ? act : { skip: 'unsupported' };
  },
);

function isSame(one: string, other: string): boolean {
  return normaliseHandle(one) === normaliseHandle(other);
}
