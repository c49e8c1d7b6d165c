import { readLink } from '../../src/links/read-link.js';
import { type Answer, answerOf } from '../../src/platforms/one-post/answer.js';
import { proofsIn } from '../../src/platforms/one-post/proofs.js';
import type { PostPlatform, Way } from '../../src/platforms/one-post/way.js';
import { POST_PLATFORMS } from '../../src/platforms/one-post/ways/index.js';
import { LINKS } from '../platforms/one-post/shapes.js';

const WAYS = Object.entries(LINKS).flatMap(([name, link]) => {
  const platform = POST_PLATFORMS[name as keyof typeof LINKS] as PostPlatform;
  return platform.ways.map((way) => ({ link: readLink(link), platform, way }));
});

function answerIn(text: string, { name }: Way, status: number): Answer {
  const url = new URL('https://contoh.test/s/a');
  return answerOf(name, { status, url, isLedAway: false, headers: {}, text, family: 'ipv4' });
}

/** As every platform's every way reads an answer of that kind, and all its markers look into it. */
function read(accept: Way['accept'], text: string): unknown[] {
  return WAYS.filter(({ way }) => way.accept === accept).flatMap(({ link, platform, way }) => [
    way.read?.(answerIn(text, way, 200), link),
    proofsIn(answerIn(text, way, 200), link, platform),
    proofsIn(answerIn(text, way, 400), link, platform),
  ]);
}

export const POST_PARSERS = {
  'page of a post': (text: string) => read('html', text),
  'message of a channel': (text: string) =>
    read('html', `<div data-post="kanalcontoh/25"><div class="tgme_widget_message_text">${text}`),
  'JSON of a post': (text: string) => read('json', text),
  'words of a post in JSON': (text: string) =>
    read(
      'json',
      JSON.stringify({ id: '112233445566778899', title: text, author_url: text, content: text, account: { id: text } }),
    ),
} as const;
