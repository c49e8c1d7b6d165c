import { linkTo, tiktokPostOf } from './post-link.js';
import { fromUnix } from './time.js';
import { firstText, idAt, idsAt, listAt, mediaOf, textAt } from './values.js';
import { zeeschuimer } from './zeeschuimer.js';

/** TikTok's item as its web page reads it; `author` is an object in an answer and a name in the page's own JSON. */
export const zeeschuimerTiktok = zeeschuimer({
  modules: ['tiktok.com'],
  columns: [
    { from: 'data.id', to: 'id', isNeeded: true },
    { from: 'data.author.uniqueId', to: 'handle' },
    { from: 'data.author.id', to: 'authorId' },
    { from: 'data.desc', to: 'text' },
    { from: 'data.stickersOnItem', to: 'media' },
    { from: 'data.createTime', to: 'publishedAt', isNeeded: true },
    { from: 'data.duetInfo.duetFromId', to: 'targetUrl' },
  ],
  toAct(data) {
    const numbers = idsAt(data, ['author.id', 'authorId']);
    if (numbers.length > 1) return { skip: 'unsupported' };
    const id = idAt(data, 'id');
    const handle = firstText(data, ['author.uniqueId', 'author']);
    const duetFrom = idAt(data, 'duetInfo.duetFromId');
    return {
      act: {
        id,
        kind: 'post',
        platform: 'tiktok',
        handle,
        authorId: numbers[0],
        text: textAt(data, 'desc') ?? '',
        publishedAt: fromUnix(data.createTime),
        url: id && tiktokPostOf(handle, id),
        target: duetFrom && { url: linkTo('tiktok', duetFrom) },
        media: stickersOf(data),
      },
    };
  },
});

/** What is written on the picture: each sticker is a list of lines. */
function stickersOf(data: unknown) {
  const stickers = listAt(data, 'stickersOnItem').map((sticker) => listAt(sticker, 'stickerText'));
  return mediaOf(stickers.map((lines) => lines.filter((line) => typeof line === 'string').join(' ')));
}
