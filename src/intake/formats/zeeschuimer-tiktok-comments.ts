import { linkTo } from './post-link.js';
import { fromUnix } from './time.js';
import { idAt, textAt } from './values.js';
import { zeeschuimer } from './zeeschuimer.js';

/**
 * Comments under a video, whoever wrote them. Whose video it is does not stand there, only its number; the title in
 * `share_info` is left alone, since nobody documents whose words it repeats.
 */
export const zeeschuimerTiktokComments = zeeschuimer({
  modules: ['tiktok-comments'],
  columns: [
    { from: 'data.cid', to: 'id', isNeeded: true },
    { from: 'data.user.unique_id', to: 'handle' },
    { from: 'data.user.uid', to: 'authorId' },
    { from: 'data.text', to: 'text' },
    { from: 'data.create_time', to: 'publishedAt', isNeeded: true },
    { from: 'data.aweme_id', to: 'targetUrl', isNeeded: true },
  ],
  toAct(data) {
    const id = idAt(data, 'cid');
    const video = idAt(data, 'aweme_id');
    const target = video && linkTo('tiktok', video);
    return {
      act: {
        id,
        kind: 'comment',
        platform: 'tiktok',
        handle: textAt(data, 'user.unique_id'),
        authorId: idAt(data, 'user.uid'),
        text: textAt(data, 'text') ?? '',
        publishedAt: fromUnix(data.create_time),
        url: target && id && `${target}?share_comment_id=${encodeURIComponent(id)}`,
        target: target && { url: target },
      },
    };
  },
});
