import { altTextsOf } from './alt-texts.js';
import { linkTo } from './post-link.js';
import { fromUnix } from './time.js';
import { idAt, isObject, textAt, valueAt } from './values.js';
import { zeeschuimer } from './zeeschuimer.js';

const INFO = 'text_post_app_info';

/**
 * A post of Threads. That it answers, quotes or repeats another stands in `text_post_app_info`: these keys are known by
 * what the page sends and not from a document; where they are missing the act is a post.
 */
export const zeeschuimerThreads = zeeschuimer({
  modules: ['threads.net', 'threads.com'],
  columns: [
    { from: 'data.code', to: 'id', isNeeded: true },
    { from: 'data.user.username', to: 'handle' },
    { from: 'data.user.pk', to: 'authorId' },
    { from: 'data.caption.text', to: 'text' },
    { from: 'data.carousel_media', to: 'media' },
    { from: 'data.taken_at', to: 'publishedAt', isNeeded: true },
    { from: `data.${INFO}.reply_to_author.username`, to: 'targetHandle' },
  ],
  toAct(data) {
    const code = textAt(data, 'code');
    const shared = valueAt(data, `${INFO}.share_info.reposted_post`) ?? valueAt(data, `${INFO}.share_info.quoted_post`);
    const answered = textAt(data, `${INFO}.reply_to_author.username`);
    const quoted = isObject(shared) ? targetOf(shared) : undefined;
    return {
      act: {
        id: code,
        kind: answered ? 'comment' : quoted ? 'share' : 'post',
        platform: 'threads',
        handle: textAt(data, 'user.username'),
        authorId: idAt(data, 'user.pk') ?? idAt(data, 'user.id'),
        text: textAt(data, 'caption.text') ?? '',
        publishedAt: fromUnix(data.taken_at),
        url: code && linkTo('threads', code),
        target: answered ? { account: { platform: 'threads', handle: answered }, quoted } : quoted,
        media: altTextsOf(data),
      },
    };
  },
});

function targetOf(post: unknown) {
  const [code, handle] = [textAt(post, 'code'), textAt(post, 'user.username')];
  return {
    account: handle ? { platform: 'threads', handle } : undefined,
    text: textAt(post, 'caption.text'),
    url: code && linkTo('threads', code),
  };
}
