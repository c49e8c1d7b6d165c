import { type Cells, namesIn, type TableFormat } from './format.js';
import { mappedTable } from './mapped-table.js';
import type { MappedAct } from './mapping.js';
import { linkTo } from './post-link.js';

/** X in 4CAT's table (`datasources/twitter-import/search_twitter.py`, read in 2026): three columns say what kind it is. */
export const fourcatX: TableFormat = mappedTable(
  {
    platform: 'x',
    kind: 'post',
    columns: { id: 'id', handle: 'author', author_id: 'author_id', text: 'body', time: 'unix_timestamp' },
    time: { format: 'unix' },
  },
  {
    status: 'verified',
    marks: ['is_retweet', 'retweeted_user', 'is_quote_tweet', 'is_reply'],
    foreign: [],
    leftAlone: namesIn(`
        collected_from_url thread_id timestamp link author_fullname author_avatar_url verified author_banner_url
        source language_guess possibly_sensitive retweet_count reply_count like_count quote_count impression_count
        is_retweet retweeted_user is_quote_tweet quote_tweet_id quote_author quote_body quote_images quote_videos
        is_quote_withheld is_reply replied_author is_withheld hashtags urls images videos mentions long_lat
        place_name
      `),
  },
  (act, cells) => ({ ...act, ...sortOf(act, cells), url: act.id && linkTo('x', act.id) }),
);

/** Programs that opened the table write `TRUE` or a word of their language; whose post it is stands there all the same. */
const isYes = (cell: string | undefined, whose: string | undefined) =>
  cell?.trim().toLowerCase() === 'yes' || Boolean(whose?.trim());
const named = (handle: string | undefined) => (handle?.trim() ? { platform: 'x', handle: handle.trim() } : undefined);

function sortOf(act: MappedAct, cells: Cells): Pick<MappedAct, 'kind' | 'text' | 'target'> {
  if (isYes(cells.is_retweet, cells.retweeted_user)) {
    // 4CAT writes "RT @name: " before the words of somebody else.
    const text = act.text.replace(/^RT @\w+:? /, '');
    return { kind: 'share', text: '', target: { account: named(cells.retweeted_user), text } };
  }
  const quoted = isYes(cells.is_quote_tweet, cells.quote_author) ? quotedOf(cells) : undefined;
  if (!isYes(cells.is_reply, cells.replied_author))
    return { kind: quoted ? 'share' : 'post', text: act.text, target: quoted };
  const account = named(cells.replied_author);
  return { kind: 'comment', text: act.text, target: account || quoted ? { account, quoted } : undefined };
}

function quotedOf({ quote_author, quote_body, quote_tweet_id }: Cells) {
  const id = /^\d+$/.test(quote_tweet_id ?? '') ? quote_tweet_id : undefined;
  return { account: named(quote_author), text: quote_body || undefined, url: id && linkTo('x', id) };
}
