import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { NETWORK, SAMPLE_PAGES } from '../words/demo.js';
import { sayIn } from '../words/say.js';
import { escapeHtml, PAGE_HEADERS, renderPage } from './html.js';

const say = sayIn('id');

const postPage = z.object({
  value: z.object({
    text: z.string(),
    createdAt: z.string(),
    embed: z.object({ images: z.array(z.object({ alt: z.string() })).default([]) }).optional(),
  }),
});

/** A post of the sample network as people see it in a browser, read from the server at each request. */
export async function serveAppView(path: string, service: string, response: ServerResponse): Promise<void> {
  const [, handle = '', rkey = ''] = /^\/profile\/([a-z0-9.:-]{1,253})\/post\/([a-z0-9]{1,32})$/.exec(path) ?? [];
  const url = new URL('/xrpc/com.atproto.repo.getRecord', service);
  url.search = new URLSearchParams({ repo: handle, collection: 'app.bsky.feed.post', rkey }).toString();
  const answer = handle === '' ? undefined : await fetch(url);
  if (answer && answer.status >= 500) throw new Error(say(NETWORK.answered, { status: answer.status }));
  if (!answer?.ok) {
    response.writeHead(404, PAGE_HEADERS).end(renderPage(say(SAMPLE_PAGES.noPost), ''));
    return;
  }
  const { value } = postPage.parse(await answer.json());
  const pictures = (value.embed?.images ?? [])
    .map(({ alt }) => `<figure>${say(SAMPLE_PAGES.picture, { alt: escapeHtml(alt) })}</figure>`)
    .join('');
  const body = `<article><p class="akun">@${escapeHtml(handle)}</p><p class="isi">${escapeHtml(value.text)}</p>${pictures}
<time datetime="${escapeHtml(value.createdAt)}">${escapeHtml(value.createdAt)}</time></article>`;
  response.writeHead(200, PAGE_HEADERS).end(renderPage(say(SAMPLE_PAGES.postOf, { handle }), body));
}
