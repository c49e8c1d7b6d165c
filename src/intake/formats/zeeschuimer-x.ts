import { linkTo } from './post-link.js';
import { fromEnglish } from './time.js';
import { firstText, idAt, idsAt, isObject, listAt, mediaOf, textAt, valueAt } from './values.js';
import { zeeschuimer } from './zeeschuimer.js';

const USER = 'core.user_results.result';
const NAMES = [`${USER}.core.screen_name`, `${USER}.legacy.screen_name`, 'user.screen_name'];

/** A post of X as its pages read it: in `legacy`, long texts in `note_tweet`, what it repeats or quotes beside it. */
export const zeeschuimerX = zeeschuimer({
  modules: ['twitter.com', 'x.com'],
  columns: [
    { from: 'data.rest_id', to: 'id' },
    { from: `data.${USER}.core.screen_name`, to: 'handle' },
    { from: 'data.legacy.user_id_str', to: 'authorId' },
    { from: 'data.legacy.full_text', to: 'text' },
    { from: 'data.legacy.extended_entities.media', to: 'media' },
    { from: 'data.legacy.created_at', to: 'publishedAt', isNeeded: true },
    { from: 'data.legacy.in_reply_to_screen_name', to: 'targetHandle' },
    { from: 'data.legacy.retweeted_status_result', to: 'targetText' },
    { from: 'data.quoted_status_result', to: 'targetText' },
  ],
  toAct(data) {
    const post = innerPost(data);
    const numbers = idsAt(post, ['legacy.user_id_str', `${USER}.rest_id`]);
    if (numbers.length > 1) return { skip: 'unsupported' };
    const id = idOf(post);
    const repeated = resultAt(post, 'legacy.retweeted_status_result');
    const quoted = resultAt(post, 'quoted_status_result');
    const answered = answeredBy(post, quoted ? targetOf(quoted) : undefined);
    return {
      act: {
        id,
        kind: repeated ? 'share' : answered ? 'comment' : quoted ? 'share' : 'post',
        platform: 'x',
        handle: firstText(post, NAMES),
        authorId: numbers[0],
        // The text of a repost is "RT @name: …", cut: whose words they are stands in the target.
        text: repeated ? '' : textOf(post),
        publishedAt: fromEnglish(textAt(post, 'legacy.created_at')),
        url: id && linkTo('x', id),
        target: repeated ? targetOf(repeated) : (answered ?? (quoted ? targetOf(quoted) : undefined)),
        media: pictureTexts(post),
      },
    };
  },
});

function idOf(post: unknown): string | undefined {
  return idAt(post, 'rest_id') ?? idAt(post, 'legacy.id_str');
}

/** `{"tweet": {…}}` where the author chose who may answer. */
function innerPost(post: unknown): unknown {
  const inner = valueAt(post, 'tweet');
  return isObject(inner) ? inner : post;
}

/** What is repeated or quoted; one that is withheld has neither text nor author, only perhaps a number. */
function resultAt(post: unknown, path: string): unknown {
  const result = valueAt(post, `${path}.result`);
  return isObject(result) ? innerPost(result) : undefined;
}

/** Texts of more than 280 letters are cut in `full_text`. */
function textOf(post: unknown): string {
  return firstText(post, ['note_tweet.note_tweet_results.result.text', 'legacy.full_text']) ?? '';
}

function targetOf(post: unknown) {
  const [id, handle] = [idOf(post), firstText(post, NAMES)];
  return {
    account: handle ? { platform: 'x', handle } : undefined,
    text: textOf(post) || undefined,
    url: id && linkTo('x', id),
  };
}

function answeredBy(post: unknown, quoted: ReturnType<typeof targetOf> | undefined) {
  const handle = textAt(post, 'legacy.in_reply_to_screen_name');
  const id = idAt(post, 'legacy.in_reply_to_status_id_str');
  if (handle === undefined && id === undefined) return undefined;
  return { account: handle ? { platform: 'x', handle } : undefined, url: id && linkTo('x', id), quoted };
}

function pictureTexts(post: unknown) {
  return mediaOf(listAt(post, 'legacy.extended_entities.media').flatMap((one) => textAt(one, 'ext_alt_text') ?? []));
}
