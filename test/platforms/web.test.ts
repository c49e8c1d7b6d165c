import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalListener, listenLocally } from '../../src/demo/local-listener.js';
import type { Collector, CollectTarget } from '../../src/domain/collecting.js';
import { readCursor } from '../../src/platforms/web/cursor.js';
import { loadRecipes } from '../../src/platforms/web/load-recipes.js';
import { type Recipe, recipeSchema } from '../../src/platforms/web/recipe.js';
import { createWebCollector, type WebCollectorOptions } from '../../src/platforms/web/web-collector.js';
import { createBrowserHost } from '../../src/reach/browser-host.js';
import { createRobots } from '../../src/reach/robots.js';
import { DEFAULT_USER_AGENT } from '../../src/reach/user-agent.js';
import type { LookupAll } from '../../src/reach/way-out.js';
import { readYamlFile } from '../../src/rules/files/yaml-file.js';
import { startInnerService } from '../reach/inner-service.js';
import { actsOf, cursorOf, describeCollector, skipsOf, visit } from './collector.contract.js';
import { createFaultySwitch } from './faulty-server.js';
import { hostsOf } from './local-hosts.js';

const NOW = new Date('2026-11-20T03:00:00Z');
const hoursAgo = (hours: number): Date => new Date(NOW.getTime() - hours * 3_600_000);
const executablePath = execFileSync('which', ['chromium-headless-shell'], { encoding: 'utf8' }).trim();
const browsers = createBrowserHost({ executablePath });
afterAll(() => browsers.close());

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
    pictures: { select: 'img[src]', attribute: 'src' },
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

// Pages that never end wait for all of it; those that do must never reach it, however slow the machine.
const timing = { timeoutMs: 10_000, settleMs: 300 };
const clock = () => NOW;
function aCollector(allowPrivateHosts: readonly string[], more: Partial<WebCollectorOptions> = {}) {
  const userAgent = DEFAULT_USER_AGENT;
  const out = { allowPrivateHosts };
  const robots = createRobots({ ...out, userAgent, clock });
  const recipes = [{ recipe: aRecipe() }];
  return createWebCollector({ browsers, out, userAgent, robots, recipes, clock, ...timing, ...more });
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
  const collector = aCollector(hostsOf(site.url), { maxBytes: 3_000_000 });
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
    stop: () => site.stop(),
  };
});

describe('the web collector', () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  let collector: Collector;
  beforeAll(async () => {
    site = await startSite({ '/robots.txt': 'User-agent: *\nDisallow: /papan/dilarang\n' });
    collector = aCollector(hostsOf(site.url));
  });
  afterAll(() => site.stop());

  const read = async (name: string, content: string | RequestListener, from: Collector = collector) => {
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

  it('tells where pictures lie, each once and as addresses of the web alone, and asks for none of them', async () => {
    const shown =
      '<img src="/foto/a.jpg"><img src="/foto/a.jpg"><img src="data:image/png;base64,AA"><img src="javascript:1">';
    const [first, second] = actsOf(
      await read('bergambar', page(anItem('', hoursAgo(3), shown) + anItem('', hoursAgo(3), '<img src="b.png">'))),
    );
    expect(first).toMatchObject({ text: '', pictures: [`${site.url}/foto/a.jpg`] });
    expect(first).not.toHaveProperty('media.0');
    expect(second?.pictures).toEqual([`${site.url}/papan/b.png`]);
    expect(site.seen.filter((line) => /foto|png/.test(line))).toEqual([]);
  });

  it('knows two pictures of one moment without a word or a permalink apart', async () => {
    const bare = (src: string) => anItem('', hoursAgo(3), `<img src="${src}">`).replace(/<a .*?<\/a>/, '');
    const acts = actsOf(await read('polos', page(bare('a.jpg') + bare('b.jpg'))));
    expect(new Set(acts.map(({ externalId }) => externalId)).size).toBe(2);
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
    const quick = aCollector(hostsOf(site.url), { timeoutMs: 700, settleMs: 100 });
    const stuck = page('<script>for (;;) {}</script>');
    expect(reasonsOf(await read('macet', stuck, quick))).toEqual(['timeout']);
    expect(actsOf(await read('sesudah', page(anItem('pulih', hoursAgo(1))), quick))).toHaveLength(1);
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

  it('resolves links as the page itself does, by its <base href>', async () => {
    const based = page(
      `<base href="/arsip/2026/">${anItem('arsip', hoursAgo(1)).replace(/href="[^"]*"/, 'href="k7"')}`,
    );
    const [act] = actsOf(await read('dasar', based));
    expect(act).toMatchObject({ url: `${site.url}/arsip/2026/k7`, externalId: `${site.url}/arsip/2026/k7` });
  });

  it('reads all of a page that holds more than one visit takes, over as many visits as it needs', async () => {
    const many = Array.from({ length: 612 }, (_, i) =>
      anItem(`kiriman ke-${i}`, new Date(hoursAgo(2000).getTime() + i * 60_000)),
    );
    const first = await read('panjang', page(many.join('')));
    expect(actsOf(first)).toHaveLength(500);
    expect(reasonsOf(first)).toEqual(['interrupted']);
    expect(first.filter((event) => event.type === 'signal_read')).toEqual([]);
    const next = (cursor: string) => visit(collector, target(`${site.url}/papan/panjang`, { cursor }));
    const second = await next(cursorOf(first));
    expect(actsOf(second).map((act) => act.text)).toEqual(many.slice(500).map((_, i) => `kiriman ke-${i + 500}`));
    expect(reasonsOf(second)).toEqual([]);
    const third = await next(cursorOf(second));
    expect([actsOf(third), reasonsOf(third)]).toEqual([[], []]);
  });

  it('says so where a page holds more items than are looked at', async () => {
    const script = `<body><script>document.body.innerHTML = ${JSON.stringify(anItem('ulang', hoursAgo(1)))}.repeat(5001)</script>`;
    expect(reasonsOf(await read('tak-habis', page(script)))).toEqual(['interrupted']);
  });

  it.each(['UTC', 'Asia/Jayapura'])(
    'reads times that the page writes in the zone of the browser, on a server in %s',
    async (zone) => {
      const before = process.env.TZ;
      process.env.TZ = zone;
      const abroad = createBrowserHost({ executablePath });
      try {
        const recipe = aRecipe({
          fields: { text: { select: 'p' }, time: { select: 'time', format: 'tanggal' } },
          kind: 'post',
        });
        const script = `<article><p>sahur</p><time></time></article><script>document.querySelector('time').textContent =
        new Date('2026-11-19T20:30:00Z').toLocaleString('id-ID', { dateStyle: 'full', timeStyle: 'medium' })</script>`;
        const there = aCollector(hostsOf(site.url), { browsers: abroad, recipes: [{ recipe }] });
        const [act] = actsOf(await read('zona', page(script), there));
        expect(act?.publishedAt.toISOString()).toBe('2026-11-19T20:30:00.000Z');
      } finally {
        if (before === undefined) delete process.env.TZ;
        else process.env.TZ = before;
        await abroad.close();
      }
    },
  );

  it('is not led into our own network', async () => {
    const careful = aCollector([]);
    await expect(visit(careful, target(`${site.url}/papan/jenis`))).rejects.toMatchObject({ reason: 'not_public' });
  });

  it('reads an item again when its words have changed, and keeps no mark of what is shown no more', async () => {
    const item = anItem('sebelum', hoursAgo(2));
    const first = await read('sunting', page(item));
    site.pages['/papan/sunting'] = page(item.replace('sebelum', 'sesudah'));
    const again = await visit(collector, target(`${site.url}/papan/sunting`, { cursor: cursorOf(first) }));
    expect(actsOf(again)).toMatchObject([{ text: 'sesudah', externalId: actsOf(first)[0]?.externalId }]);
    const [before, after] = [first, again].map((events) => readCursor(cursorOf(events)));
    expect([before?.size, after?.size]).toEqual([1, 1]);
    expect([...after!]).not.toEqual([...before!]);
  });

  it('says so where no recipe fits the address', async () => {
    expect(reasonsOf(await visit(collector, target(`${site.url}/lain`)))).toEqual(['no_collector']);
  });
});

describe('what a page with a recipe can reach', () => {
  it('is never our own network: redirects, windows, pictures, frames, scripts, fetches, web sockets', async () => {
    const inner = await startInnerService();
    const attack = page(`${anItem('tetap terbaca', hoursAgo(1))}
      <link rel="stylesheet" href="${inner.url}/css"><iframe src="${inner.url}/bingkai"></iframe>
      <iframe src="/papan/belok"></iframe><script src="${inner.url}/js"></script>
      <img src="${inner.url}/img"><script>
        window.open('${inner.url}/jendela');
        fetch('${inner.url}/ambil', { mode: 'no-cors' }).catch(() => {});
        fetch('http://localhost:${inner.port}/nama', { mode: 'no-cors' }).catch(() => {});
        navigator.sendBeacon('${inner.url}/suar', 'x');
        new WebSocket('ws://${inner.host}/soket').onerror = () => fetch('/selesai');
      </script>`);
    const site = await startSite({
      '/papan/serang': attack,
      '/papan/belok': (_request, response) => void response.writeHead(302, { location: `${inner.url}/belok` }).end(),
      '/papan/pergi': (_request, response) => void response.writeHead(302, { location: `${inner.url}/pergi` }).end(),
    });
    const collector = aCollector(hostsOf(site.url));
    const acts = actsOf(await visit(collector, target(`${site.url}/papan/serang`)));
    expect(acts.map((act) => act.text)).toEqual(['tetap terbaca']);
    const led = await visit(collector, target(`${site.url}/papan/pergi`));
    expect(led.flatMap((e) => (e.type === 'signal_hidden' ? [e.reason] : []))).toContain('not_public');
    expect(site.seen).toContain('GET /selesai');
    expect(inner.connections).toBe(0);
    await Promise.all([site.stop(), inner.stop()]);
  });

  it('is not a name that answers public first and private from then on', async () => {
    const inner = await startInnerService();
    let lookups = 0;
    const lookup: LookupAll = (_host, _options, done) => {
      lookups += 1;
      // First a documentation address, where nobody answers.
      done(null, [{ address: lookups === 1 ? '203.0.113.7' : '127.0.0.1', family: 4 }]);
    };
    const recipes = [{ recipe: aRecipe({ url: 'http://contoh.test:*/papan/*' }) }];
    const out = { allowPrivateHosts: [], lookup };
    const collector = aCollector([], { out, robots: async () => true, recipes, timeoutMs: 1000 });
    const there = target(`http://contoh.test:${inner.port}/papan/a`);
    await visit(collector, there).catch(() => undefined); // However it ends where nobody answers.
    const later = await visit(collector, there);
    expect(later).toContainEqual(expect.objectContaining({ type: 'signal_hidden', reason: 'not_public' }));
    expect(lookups).toBeGreaterThan(1);
    expect(inner.connections).toBe(0);
    await inner.stop();
  });
});

describe('recipes', () => {
  it('of the repository can be read', () => {
    const path = 'rules/recipes/papan-warga-contoh.yaml';
    expect(loadRecipes([{ path, source: readFileSync(path) }], readYamlFile)).toMatchObject([
      { recipe: { id: 'papan-warga-contoh' } },
    ]);
  });

  it('name every fault with its place', () => {
    const source = `id: Salah Id\ntitle: t\nurl: x\nsignals: [likes]\nitm: article\n`;
    const [loaded] = loadRecipes([{ path: 'rules/recipes/x.yaml', source }], readYamlFile);
    const issues = loaded && 'broken' in loaded ? loaded.broken.issues : [];
    expect(issues.map((issue) => issue.path)).toEqual(issues.map(() => 'rules/recipes/x.yaml'));
    const places = issues.map((issue) => `${issue.line}:${issue.column}`);
    expect(places).toEqual(expect.arrayContaining(['1:5', '4:11', '5:1']));
  });
});
