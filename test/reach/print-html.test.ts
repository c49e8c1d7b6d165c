import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chromiumOf } from '../../src/app/reading.js';
import { type BrowserHost, createBrowserHost } from '../../src/reach/browser-host.js';
import { printHtml } from '../../src/reach/print-html.js';

let host: BrowserHost;
let server: Server;
const asked: string[] = [];

beforeAll(async () => {
  host = createBrowserHost({ executablePath: chromiumOf(undefined) });
  server = createServer((request, response) => {
    asked.push(String(request.url));
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await host.close();
  await new Promise((resolve) => server.close(resolve));
});

it('prints a page of ours on A4, and runs and fetches nothing that stands on it', async () => {
  const own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const html = `<h1>Lampiran contoh</h1><img src="${own}/gambar"><script>fetch('${own}/skrip')</script>
    <link rel="stylesheet" href="${own}/gaya"><iframe src="${own}/bingkai"></iframe><iframe src="file:///etc/hostname"></iframe>`;
  const pdf = await printHtml(host, html);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  // 210 by 297 mm in points.
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45][^ ]* 84[12]/);
  expect(asked).toEqual([]);
});

it('prints the same page to the same bytes in every browser process, and one sign more to others', async () => {
  const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
  const page = (words: string) =>
    `<title>Contoh</title><h1>Berkas</h1><p>${words} <mark>tanda</mark> 😊</p><img src="data:image/png;base64,${dot}">`;
  const first = await printHtml(host, page('(D:20260101)'));
  const other = createBrowserHost({ executablePath: chromiumOf(undefined) });
  const again = await printHtml(other, page('(D:20260101)'));
  await other.close();
  expect(again.equals(first)).toBe(true);
  expect(first.toString('latin1')).not.toMatch(/CreationDate|ModDate/);
  expect((await printHtml(host, page('(D:20260102)'))).equals(first)).toBe(false);
});
