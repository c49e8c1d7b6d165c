import type { ServerResponse } from 'node:http';
import { SAMPLE_PAGES } from '../words/demo.js';
import { sayIn } from '../words/say.js';
import { MEMBERS } from './content/cast.js';
import { escapeHtml, PAGE_HEADERS, renderPage } from './html.js';
import { BULLETIN_ACTS, type ScriptedAct } from './script.js';
import { publishedAt } from './tid-at.js';

const say = sayIn('id');

const KIND_WORD = { post: 'status', share: 'bagikan', comment: 'komentar', like: '', follow: '' } as const;

/** Path of one page of the bulletin; an account of platform `web` is such a page. */
export function bulletinPath(key: string): string {
  return `/warga/${key}`;
}

export function itemPath(act: ScriptedAct): string {
  return `${bulletinPath(act.by)}/k${BULLETIN_ACTS.indexOf(act) + 1}`;
}

/** The village bulletin, with one page behind a log-in, one that never ends and one that is gone. */
export function serveBulletin(path: string, anchor: Date, response: ServerResponse): void {
  if (path === '/robots.txt') {
    response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nDisallow: /pengurus\n');
    return;
  }
  if (path === '/masuk') {
    response.writeHead(200, PAGE_HEADERS).end(renderPage(say(SAMPLE_PAGES.logIn), LOGIN_FORM));
    return;
  }
  const [, key = '', item = ''] = /^\/warga\/([a-z-]{1,40})(?:\/(k\d{1,4}))?$/.exec(path) ?? [];
  if (key === 'tertutup') response.writeHead(302, { location: '/masuk' }).end();
  else if (key === 'lambat')
    response
      .writeHead(200, PAGE_HEADERS)
      .write(`<!doctype html><title>${say(SAMPLE_PAGES.loading)}</title><p>${say(SAMPLE_PAGES.loading)}`);
  else sendPage(key, item, { anchor, response });
}

const LOGIN_FORM = `<form class="masuk"><label>${say(SAMPLE_PAGES.password)} <input type="password" name="sandi"></label></form>`;

function sendPage(key: string, item: string, { anchor, response }: { anchor: Date; response: ServerResponse }): void {
  const member = MEMBERS.find((m) => m.key === key && m.platform === 'web');
  const acts = BULLETIN_ACTS.filter((act) => act.by === key && (item === '' || itemPath(act).endsWith(`/${item}`)));
  if (!member || key === 'hilang' || (acts.length === 0 && key !== 'kosong')) {
    response.writeHead(404, PAGE_HEADERS).end(renderPage(say(SAMPLE_PAGES.noPage), ''));
    return;
  }
  const items = acts.map((act) => renderItem(act, anchor)).join('\n');
  const body = acts.length === 0 ? `<p class="kosong">${say(SAMPLE_PAGES.nothingYet)}</p>` : items;
  response.writeHead(200, PAGE_HEADERS).end(renderPage(say(SAMPLE_PAGES.boardOf, { name: member.name }), body));
}

function renderItem(act: ScriptedAct, anchor: Date): string {
  const at = publishedAt(anchor, act).toISOString();
  const picture = act.picture === '' ? '' : `<figure><img alt="${escapeHtml(act.picture)}"></figure>`;
  return `<article class="kiriman" data-jenis="${KIND_WORD[act.kind]}">
<p class="isi">${escapeHtml(act.text)}</p>${picture}<a class="tautan" href="${itemPath(act)}"><time datetime="${at}">${at}</time></a>
</article>`;
}
