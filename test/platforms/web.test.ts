import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalListener, listenLocally } from '../../src/demo/local-listener.js';
import type { CollectTarget } from '../../src/domain/collecting.js';
import { FileIssuesError } from '../../src/domain/errors.js';
import { loadRecipes } from '../../src/platforms/web/load-recipes.js';
import { type Recipe, recipeSchema } from '../../src/platforms/web/recipe.js';
import { createWebCollector, type WebCollectorOptions } from '../../src/platforms/web/web-collector.js';
import { readYamlFile } from '../../src/rules/files/yaml-file.js';
import { actsOf, cursorOf, describeCollector, skipsOf, visit } from './collector.contract.js';
import { createFaultySwitch } from './faulty-server.js';

const NOW = new Date('2026-11-20T03:00:00Z');
const hoursAgo = (hours: number): Date => new Date(NOW.getTime() - hours * 3_600_000);
const executablePath = execFileSync('which', ['chromium-headless-shell'], { encoding: 'utf8' }).trim();

function aRecipe(more: object = {}): Recipe {
  return recipeSchema.parse({
    id: 'papan-uji',
    title: 'Papan uji (contoh)',
    url: 'http://127.0.0.1:*/papan/*',
    signals: ['posts', 'shares', 'comments'],
    item: 'article',
    kind: { attribute: 'data-jenis', values: { status: 'post', bagikan: 'share', komentar: 'comment', suka: 'like' } },
    fields: {
      url: { select: 'a', attribute: 'href' },
      text: { select: 'p' },
      time: { select: 'time', attribute: 'datetime', format: 'iso' },
      target_text: { select: 'blockquote' },
    },
    media: { select: 'img', attribute: 'alt' },
    empty: '.kosong',
    wall: ['.wajib-masuk'],
    login_urls: ['http://127.0.0.1:*/masuk**'],
    ...more,
  });
}

let items = 0;
function anItem(text: string, at: Date | string, more = ''): string {
  items += 1;
  const time = typeof at === 'string' ? at : at.toISOString();
  return `<article data-jenis="status"><p>${text}</p><a href="/papan/k${items}">#</a><time datetime="${time}"></time>${more}</article>`;
}

const page = (body: string): string => `<!doctype html><meta charset="utf-8"><title>Contoh</title>${body}`;
const html = { 'content-type': 'text/html; charset=utf-8' };

/** A site whose pages a test writes; every request is kept, so that a test can say what was not asked for. */
async function startSite(pages: Record<string, string | RequestListener>) {
  const listener: LocalListener = await listenLocally();
  const faults = createFaultySwitch('text/html; charset=utf-8');
  const seen: string[] = [];
  listener.serve((request, response) => {
    const path = request.url ?? '/';
    seen.push(`${request.method} ${path}`);
    if (faults.spoil(request, response)) return;
    const content = pages[path];
    if (typeof content === 'function') content(request, response);
    else if (content === undefined) response.writeHead(404, html).end(page('tidak ada'));
    else response.writeHead(200, html).end(content);
  });
  return { ...listener, pages, faults, seen };
}

const target = (handle: string, more: Partial<CollectTarget> = {}): CollectTarget => ({
  platform: 'web',
  handle,
  since: new Date('2026-01-01T00:00:00Z'),
  ...more,
});

const timing = { timeoutMs: 3000, settleMs: 300 };
function aCollector(more: Partial<WebCollectorOptions> = {}) {
  const launch = { executablePath };
  return createWebCollector({
    launch,
    recipes: [aRecipe()],
    clock: () => NOW,
    allowPrivateHosts: true,
    ...timing,
    ...more,
  });
}

describeCollector('web', async () => {
  const body = [
    anItem('kendali\u001b contoh\u0085', hoursAgo(20)),
    anItem('tengah', hoursAgo(10)),
    anItem('akhir', hoursAgo(5)),
    anItem('esok', new Date(NOW.getTime() + 3_600_000)),
    anItem('tanpa waktu', 'kemarin'),
  ];
  const site = await startSite({});
  const write = () => {
    site.pages['/papan/salim'] = page(body.join(''));
  };
  write();
  const collector = aCollector({ maxBytes: 3_000_000 });
  return {
    collector,
    timeoutMs: timing.timeoutMs,
    target: target(`${site.url}/papan/salim`),
    offered: ['posts', 'shares', 'comments'],
    async addPost(text) {
      body.unshift(anItem(text, hoursAgo(1)));
      write();
    },
    break: (fault) => site.faults.set(fault, '/papan'),
    broken: () => site.faults.nextSpoilt(),
    mend: () => site.faults.set(),
    async stop() {
      await collector.close();
      await site.stop();
    },
  };
});

describe('the web collector', () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  const collector = aCollector();
  beforeAll(async () => {
    site = await startSite({ '/robots.txt': 'User-agent: *\nDisallow: /papan/dilarang\n' });
  });
  afterAll(async () => {
    await collector.close();
    await site.stop();
  });

  const read = async (name: string, content: string | RequestListener, from = collector) => {
    site.pages[`/papan/${name}`] = content;
    return visit(from, target(`${site.url}/papan/${name}`));
  };
  const reasonsOf = (events: Awaited<ReturnType<typeof visit>>) => [
    ...new Set(events.flatMap((e) => (e.type === 'signal_hidden' && e.reason !== 'not_offered' ? [e.reason] : []))),
  ];

  it('reads items with kind, permalink, quoted text and what pictures are said to show', async () => {
    const share = anItem('Ayo<br>semua', hoursAgo(3), '<blockquote>Coblos</blockquote><img alt="Foto baliho">');
    const acts = actsOf(await read('jenis', page(share.replace('status', 'bagikan'))));
    expect(acts).toEqual([
      {
        kind: 'share',
        externalId: `${site.url}/papan/k${items}`,
        text: 'Ayo\nsemua',
        publishedAt: hoursAgo(3),
        url: `${site.url}/papan/k${items}`,
        target: { text: 'Coblos' },
        media: [{ text: 'Foto baliho' }],
      },
    ]);
  });

  it('reads what a page builds by script', async () => {
    const script = `<script>setTimeout(() => document.body.innerHTML = ${JSON.stringify(anItem('tumbuh', hoursAgo(2)))}, 50)</script>`;
    expect(actsOf(await read('skrip', page(script))).map((act) => act.text)).toEqual(['tumbuh']);
  });

  it('never takes text for markup, nor an address that is no web address', async () => {
    const evil = anItem('&lt;script&gt;alert(1)&lt;/script&gt;', hoursAgo(2)).replace(
      /href="[^"]*"/,
      'href="javascript:1"',
    );
    const [act] = actsOf(await read('jahat', page(evil)));
    expect(act?.text).toBe('<script>alert(1)</script>');
    expect(act?.url).toBe(`${site.url}/papan/jahat`);
    expect(act?.externalId).toMatch(/\/papan\/jahat#[\w-]{16}$/);
  });

  it('takes a page that says it is empty for read, and one that says nothing for changed', async () => {
    expect(reasonsOf(await read('kosong', page('<p class="kosong">Belum ada</p>')))).toEqual([]);
    expect(reasonsOf(await read('berubah', page('<div class="baru">Halo</div>')))).toEqual(['drift']);
  });

  it('takes a page most of whose items cannot be read for changed', async () => {
    const body = [anItem('a', 'x'), anItem('b', 'y'), anItem('c', hoursAgo(1))].join('');
    const events = await read('ganjil', page(body));
    expect(reasonsOf(events)).toEqual(['drift']);
    expect(skipsOf(events)).toEqual(['unreadable', 'unreadable']);
  });

  it('records a log-in wall and types nothing into it', async () => {
    site.pages['/masuk?ke=papan'] = page(
      '<form method="post" action="/masuk"><input name="u"><input type="password"></form>',
    );
    const moved: RequestListener = (_request, response) =>
      response.writeHead(302, { location: '/masuk?ke=papan' }).end();
    expect(reasonsOf(await read('tertutup', moved))).toEqual(['login_wall']);
    expect(reasonsOf(await read('tirai', page('<div class="wajib-masuk">Masuk dulu</div>')))).toEqual(['login_wall']);
    expect(reasonsOf(await read('sandi', page('<input type="password">')))).toEqual(['login_wall']);
    expect(site.seen.filter((line) => !line.startsWith('GET '))).toEqual([]);
  });

  it('keeps what it read of a page that never ends, and says that there may be more', async () => {
    const slow: RequestListener = (_request, response) =>
      void response.writeHead(200, html).write(page(anItem('sempat', hoursAgo(1))) + ' '.repeat(2000));
    const events = await read('lambat', slow);
    expect(actsOf(events).map((act) => act.text)).toEqual(['sempat']);
    expect(reasonsOf(events)).toEqual(['timeout']);
  });

  it('tears down a page whose script never pauses', async () => {
    const quick = aCollector({ timeoutMs: 700, settleMs: 100 });
    const stuck = page('<script>for (;;) {}</script>');
    expect(reasonsOf(await read('macet', stuck, quick))).toEqual(['timeout']);
    expect(actsOf(await read('sesudah', page(anItem('pulih', hoursAgo(1))), quick))).toHaveLength(1);
    await quick.close();
  });

  it('does not open what robots.txt forbids', async () => {
    const events = await read('dilarang', page(anItem('rahasia', hoursAgo(1))));
    expect(reasonsOf(events)).toEqual(['robots']);
    expect(site.seen).not.toContain('GET /papan/dilarang');
  });

  it('starts each visit without anything from the last', async () => {
    const cookies: (string | undefined)[] = [];
    const setter: RequestListener = (request, response) => {
      cookies.push(request.headers.cookie);
      response.writeHead(200, { ...html, 'set-cookie': 'kunjungan=1' }).end(page('<p class="kosong">-</p>'));
    };
    await read('kue', setter);
    await read('kue', setter);
    expect(cookies).toEqual([undefined, undefined]);
  });

  it('says who it is, and leaves pictures alone', async () => {
    let agent: string | undefined;
    const body = page(`${anItem('a', hoursAgo(1))}<img src="/gambar.png">`);
    await read('siapa', (request, response) => {
      agent = request.headers['user-agent'];
      response.writeHead(200, html).end(body);
    });
    expect(agent).toMatch(/^NetraBot\//);
    expect(site.seen).not.toContain('GET /gambar.png');
  });

  it('is not led into our own network', async () => {
    const careful = aCollector({ allowPrivateHosts: false });
    await expect(visit(careful, target(`${site.url}/papan/jenis`))).rejects.toMatchObject({ reason: 'not_public' });
    await careful.close();
  });

  it('reads an item again when its words have changed', async () => {
    const item = anItem('sebelum', hoursAgo(2));
    const first = await read('sunting', page(item));
    site.pages['/papan/sunting'] = page(item.replace('sebelum', 'sesudah'));
    const again = await visit(collector, target(`${site.url}/papan/sunting`, { cursor: cursorOf(first) }));
    expect(actsOf(again)).toMatchObject([{ text: 'sesudah', externalId: actsOf(first)[0]?.externalId }]);
  });

  it('says so where no recipe fits the address', async () => {
    expect(reasonsOf(await visit(collector, target(`${site.url}/lain`)))).toEqual(['no_collector']);
  });
});

describe('recipes', () => {
  it('of the repository can be read', () => {
    const path = 'rules/recipes/papan-warga-contoh.yaml';
    const [recipe] = loadRecipes([{ path, source: readFileSync(path) }], readYamlFile);
    expect(recipe?.id).toBe('papan-warga-contoh');
  });

  it('name every fault with its place', () => {
    const source = `id: Salah Id\ntitle: t\nurl: x\nsignals: [likes]\nitm: article\n`;
    try {
      loadRecipes([{ path: 'rules/recipes/x.yaml', source }], readYamlFile);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(FileIssuesError);
      const places = (error as FileIssuesError).issues.map((issue) => `${issue.line}:${issue.column}`);
      expect(places).toEqual(expect.arrayContaining(['1:5', '4:11', '5:1']));
      expect((error as FileIssuesError).message).toContain('rules/recipes/x.yaml:5:1');
    }
  });
});
