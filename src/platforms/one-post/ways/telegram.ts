import type { PostContent } from '../../../domain/post-reading.js';
import type { Link } from '../../../links/link.js';
import type { Answer } from '../answer.js';
import { walkHtml } from '../html-events.js';
import { textInside } from '../html-text.js';
import { telegramMarkers } from '../markers/telegram.js';
import { contentOf } from '../post-content.js';
import type { PostPlatform } from '../way.js';

export const telegram: PostPlatform = {
  by: 'read',
  markers: telegramMarkers,
  ways: [
    {
      name: 'embed',
      accept: 'html',
      find: ({ author, id }) => new URL(`https://t.me/${author}/${id}?embed=1&mode=tme`),
      read: readEmbed,
    },
    { name: 'list', accept: 'html', find: ({ author, id }) => new URL(`https://t.me/s/${author}/${id}`) },
  ],
};

/** The widget of one message. Its text may be missing: a picture may stand alone. */
function readEmbed({ status, text: html, page }: Answer, { author, id }: Link): PostContent | undefined {
  if (status !== 200) return undefined;
  const post = [...page().posts].find((one) => one.toLowerCase() === `${author}/${id}`);
  if (post === undefined) return undefined;
  const classes = (value: string | undefined) => value?.split(/\s+/) ?? [];
  const text = textInside(html, (_name, at) => classes(at.get('class')).includes('tgme_widget_message_text'));
  return contentOf({ text: text ?? '', handle: post.split('/')[0]?.toLowerCase(), publishedAt: timeIn(html) });
}

/** The last one: the time of the message stands below those of what it answers or forwards. */
function timeIn(html: string): string | undefined {
  let time: string | undefined;
  walkHtml(html, {
    open(name, attributes) {
      if (name === 'time') time = attributes.get('datetime') ?? time;
    },
  });
  return time;
}
