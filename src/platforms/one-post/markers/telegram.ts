import { DERIVED, type Marker, SECTION_3 } from '../marker.js';

export const telegramMarkers: readonly Marker[] = [
  {
    id: 'telegram_not_found',
    way: 'embed',
    when: { class: 'tgme_widget_message_error', words: 'Post not found' },
    means: ['gone'],
    source: SECTION_3,
  },
  { id: 'telegram_no_preview', way: 'list', when: { path: /^\/(?!s\/)/ }, means: ['private'], source: SECTION_3 },
  {
    id: 'telegram_in_list',
    way: 'list',
    when: { holds: (answer, { author, id }) => hasPost(answer.page().posts, `${author}/${id}`) },
    means: ['seen'],
    source: DERIVED,
    isUnverified: true,
  },
  {
    id: 'telegram_not_in_list',
    way: 'list',
    when: {
      holds: (answer, { author, id }) => hasNeighbours(answer.page().posts, `${author}/`, Number(id)),
    },
    means: ['gone'],
    source: DERIVED,
    isUnverified: true,
  },
];

function hasPost(posts: ReadonlySet<string>, wanted: string): boolean {
  return [...posts].some((post) => post.toLowerCase() === wanted);
}

/** The list shows the channel's posts on both sides of where it would stand, and not it. */
function hasNeighbours(posts: ReadonlySet<string>, channel: string, id: number): boolean {
  const own = [...posts].filter((post) => post.toLowerCase().startsWith(channel));
  const ids = own.map((post) => Number(post.slice(channel.length)));
  return ids.some((one) => one < id) && ids.some((one) => one > id) && !ids.includes(id);
}
