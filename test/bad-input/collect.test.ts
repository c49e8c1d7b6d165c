import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalListener, listenLocally } from '../../src/demo/local-listener.js';
import { accountsCsv, OFFICES_CSV, openPlace, type Place } from './place.js';

let place: Place;
let site: LocalListener;

beforeAll(async () => {
  site = await listenLocally();
  site.serve(answer);
});
afterAll(() => site.stop());
beforeEach(() => {
  place = openPlace({ redisDatabase: 11 });
});
afterEach(() => place.remove());

const GOOD_PAGE = `<!doctype html><article class="kiriman" data-jenis="status"><p class="isi">Selamat pagi</p>
<a class="tautan" href="/warga/baik/k1"><time datetime="2026-11-01T01:00:00Z">1 November</time></a></article>`;

/** `/warga/<status>` answers with it; a word says how else a page can go wrong. */
function answer(request: IncomingMessage, response: ServerResponse): void {
  const name = (request.url ?? '').split('/').at(-1)!;
  if (request.url === '/robots.txt') response.writeHead(404).end();
  else if (/^\d{3}$/.test(name)) response.writeHead(Number(name), { 'retry-after': '600' }).end('<p>tidak</p>');
  else if (name === 'sampah') response.writeHead(200, { 'content-type': 'text/html' }).end('\u0000<<<[sampah');
  else if (name === 'abadi') response.writeHead(200, { 'content-type': 'text/html' }).write('<p>Memuat');
  else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(GOOD_PAGE);
}

async function collectFrom(names: readonly string[]) {
  const pages = names.map((name) => ({ platform: 'web', handle: `${site.url}/warga/${name}` }));
  const accounts = place.file('accounts.csv', accountsCsv(pages));
  const offices = place.file('offices.csv', OFFICES_CSV);
  const env = { NETRA_ALLOW_PRIVATE_HOSTS: new URL(site.url).host, NETRA_PAGE_TIMEOUT_SECONDS: '2' };
  expect(await place.netra(['registry', 'import', accounts, '--offices', offices])).toMatchObject({ exitCode: 0 });
  return place.netra(['collect'], { env });
}

describe('netra collect', () => {
  it('says why each page could not be seen, and reads the one that can be', async () => {
    const run = await collectFrom(['401', '403', '404', '500', 'sampah', 'abadi', 'baik']);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    const [visits, signals, ...reasons] = run.stdout.trimEnd().split('\n');
    expect(visits).toBe('7 akun dikunjungi; 0 tanda menunggu keputusan.');
    // Three of five signals are on offer on each page; the good one has a post, no share and no comment.
    expect(signals).toBe('  sinyal hari ini: 1 terlihat, 2 nihil, 32 tidak dapat diamati');
    expect(reasons.sort()).toEqual([
      '    akun tidak ada lagi: 3', // 404
      '    bentuk halaman berubah: 3', // garbage
      '    server terlalu lambat: 3', // never ends
      '    server tidak terjangkau: 5', // 500, after three tries
      '    terhalang halaman masuk: 3', // 401
      '    tidak dibuka untuk umum: 3', // 403
      '    tidak disediakan platform: 12',
    ]);
  });

  it('lets a site that wants a long pause wait alone, and reads the others meanwhile', async () => {
    const run = await collectFrom(['429', 'baik']);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.stdout).toContain('2 akun dikunjungi');
    expect(run.stdout).toContain('  sinyal hari ini: 1 terlihat');
    expect(run.stdout).toContain('    platform meminta jeda: 5');
  });
});
