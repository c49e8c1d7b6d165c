import { normaliseHandle } from '../../domain/platform.js';
import { altTextsOf } from './alt-texts.js';
import type { Taken } from './format.js';
import { linkTo } from './post-link.js';
import { fromUnix } from './time.js';
import { firstText, idAt, listAt, textAt, valueAt } from './values.js';
import { zeeschuimer } from './zeeschuimer.js';

/**
 * Instagram's item in the forms that its pages use: `taken_at` and `code`, or the older `taken_at_timestamp` and
 * `shortcode`. Items of lists (`_zs_partial`) have no time: they are unreadable, and the post's own page has it.
 */
export const zeeschuimerInstagram = zeeschuimer({
  modules: ['instagram.com'],
  columns: [
    { from: 'data.code', to: 'id', isNeeded: true },
    { from: 'data.user.username', to: 'handle' },
    { from: 'data.user.pk', to: 'authorId' },
    { from: 'data.caption.text', to: 'text' },
    { from: 'data.accessibility_caption', to: 'media' },
    { from: 'data.taken_at', to: 'publishedAt', isNeeded: true },
  ],
  toAct(data) {
    const author = authorOf(data);
    if (isAdvert(data) || author === undefined) return { skip: 'unsupported' };
    const code = firstText(data, ['code', 'shortcode']);
    return {
      act: {
        id: code,
        kind: 'post',
        platform: 'instagram',
        handle: author.name,
        authorId: author.number,
        text: textAt(data, 'caption.text') ?? oldCaption(data) ?? '',
        publishedAt: fromUnix(data.taken_at ?? data.taken_at_timestamp),
        url: code && linkTo('instagram', code),
        media: altTextsOf(data),
      },
    } satisfies Taken;
  },
});

function isAdvert(data: unknown): boolean {
  const link = textAt(data, 'link') ?? '';
  return valueAt(data, 'product_type') === 'ad' || link.startsWith('https://www.facebook.com/ads/ig_redirect');
}

interface Person {
  readonly name: string | undefined;
  readonly number: string | undefined;
}

/**
 * Name and number of one and the same. `user` and `owner` share the one or the other and differ in neither, or nobody
 * knows which of them wrote: then there is no author.
 */
function authorOf(data: unknown): Person | undefined {
  const told = ['user', 'owner'].map((key) => personAt(data, key)).filter((one) => one.name || one.number);
  const [user = { name: undefined, number: undefined }, owner] = told;
  if (owner === undefined) return user;
  const pairs = [
    [user.name && normaliseHandle(user.name), owner.name && normaliseHandle(owner.name)],
    [user.number, owner.number],
  ].filter(([one, other]) => one && other);
  const isSame = pairs.length > 0 && pairs.every(([one, other]) => one === other);
  return isSame ? (told.find((one) => one.name && one.number) ?? user) : undefined;
}

function personAt(data: unknown, key: string): Person {
  return { name: textAt(data, `${key}.username`), number: idAt(data, `${key}.pk`) ?? idAt(data, `${key}.id`) };
}

function oldCaption(data: unknown): string | undefined {
  return textAt(listAt(data, 'edge_media_to_caption.edges')[0], 'node.text');
}
