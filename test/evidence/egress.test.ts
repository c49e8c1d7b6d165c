import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { html, type LocalSite, redirect, startLocalSite } from '../reach/local-site.js';
import { aRequest, LAUNCH, readJson, startCapturer, type TestCapturer } from './test-capturer.js';

const signal = new AbortController().signal;

/** The site may be read; the other one stands for our own services on the same machine. */
let site: LocalSite;
let inner: LocalSite;
let parts: TestCapturer;

beforeAll(async () => {
  inner = await startLocalSite({ '/': html('rahasia kantor'), '/x': html('rahasia kantor') });
  const port = inner.host.split(':')[1];
  site = await startLocalSite({
    '/attack': html(`Ayo coblos nomor 2 (contoh)
      <img src="${inner.url('/img')}"><iframe src="${inner.url('/frame')}"></iframe>
      <link rel="stylesheet" href="${inner.url('/css')}"><script src="${inner.url('/js')}"></script>
      <img src="/hop"><img src="http://localhost:${port}/name"><img src="http://[::ffff:127.0.0.1]:${port}/mapped">
      <script>
        fetch('${inner.url('/fetch')}', { mode: 'no-cors' }).catch(() => {});
        navigator.sendBeacon('${inner.url('/beacon')}', 'x');
        new WebSocket('ws://${inner.host}/socket').onerror = () => fetch('/attack-done');
      </script>`),
    '/hop': redirect(inner.url('/hop-target')),
    '/attack-done': html('selesai'),
    '/lead-in': redirect(inner.url('/')),
    '/script-in': html(`<script>location = '${inner.url('/x')}'</script>Ayo coblos nomor 2 (contoh)`),
    '/big': (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.write('Ayo coblos nomor 2 (contoh)<!--');
      const more = () => response.write('x'.repeat(65_536), () => !response.destroyed && more());
      more();
    },
  });
  parts = await startCapturer({ allowPrivateHosts: [site.host], limits: { loadMs: 4_000 } });
});

afterAll(async () => {
  await parts.close();
  await Promise.all([site.close(), inner.close()]);
});

describe('what a page can reach', () => {
  it('is never our own network: pictures, frames, scripts, redirects, names, fetch, beacons, web sockets', async () => {
    const request = aRequest({ url: site.url('/attack') });
    const seal = await parts.capturer.capture(request, signal);
    expect(seal.missing).toEqual([]);
    expect(site.asked).toContain('/attack-done');
    expect(inner.asked).toEqual([]);
    const { refused } = await readJson(parts.store, request.flagId, 'response.json');
    expect(refused).toContain(inner.host);
    expect(refused).toContain(`localhost:${inner.host.split(':')[1]}`);
  });

  it('refuses a page that leads to a private address, and says so at the first try', async () => {
    const seal = await parts.capturer.capture(aRequest({ url: site.url('/lead-in') }), signal);
    expect(seal.missing[0]).toMatchObject({ reason: 'failed', detail: 'alamat jaringan dalam tidak dibuka' });
    expect(inner.asked).toEqual([]);
  });

  it.each([
    'http://127.0.0.1:8099/',
    'http://localhost:8099/',
    'http://[::1]:8099/',
    'http://169.254.169.254/',
    'http://2130706433/',
  ])('never opens %s', async (url) => {
    const seal = await parts.capturer.capture(aRequest({ url }), signal);
    expect(seal.missing[0]).toMatchObject({ reason: 'failed', detail: 'alamat jaringan dalam tidak dibuka' });
  });

  it('stays outside when the script of the page leads inside later', async () => {
    await parts.capturer.capture(aRequest({ url: site.url('/script-in'), lastTry: true }), signal);
    expect(inner.asked).toEqual([]);
  });

  it('ends at the download limit', async () => {
    const small = await startCapturer({
      allowPrivateHosts: [site.host],
      limits: { downloadBytes: 2_000_000, loadMs: 2_000 },
    });
    const request = aRequest({ url: site.url('/big'), lastTry: true });
    await small.capturer.capture(request, signal);
    const { isDownloadCut, bytesIn } = await readJson(small.store, request.flagId, 'response.json');
    expect(isDownloadCut).toBe(true);
    expect(bytesIn).toBeLessThan(10_000_000);
    await small.close();
  });
});

describe('https', () => {
  it('goes through the gate unopened, and the certificate is written down', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'netra-tls-'));
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const subject = ['-subj', '/CN=contoh.test', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const files = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-keyout', key, '-out', cert];
    execFileSync('openssl', ['req', '-x509', '-nodes', '-days', '2', ...files, ...subject], { stdio: 'ignore' });
    const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_request, response) => {
      response.end('Ayo coblos nomor 2 (contoh)');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    // The certificate signs itself; what is tested is that it gets into the pack.
    const launch = { ...LAUNCH, args: ['--ignore-certificate-errors'] };
    const secure = await startCapturer({ allowPrivateHosts: [host], launch });
    const request = aRequest({ url: `https://${host}/` });
    await secure.capturer.capture(request, signal);
    const { tls, remoteAddress, status } = await readJson(secure.store, request.flagId, 'response.json');
    expect({ remoteAddress, status }).toEqual({ remoteAddress: '127.0.0.1', status: 200 });
    expect(tls).toMatchObject({ protocol: 'TLS 1.3', subject: 'contoh.test', issuer: 'contoh.test' });
    expect(Date.parse(tls.validTo) - Date.parse(tls.validFrom)).toBe(2 * 86_400_000);

    const strict = await startCapturer({ allowPrivateHosts: [host] });
    await expect(strict.capturer.capture(aRequest({ url: `https://${host}/` }), signal)).rejects.toMatchObject({
      reason: 'unreachable',
      detail: 'ERR_CERT_AUTHORITY_INVALID',
    });
    await Promise.all([secure.close(), strict.close()]);
    server.close();
    rmSync(folder, { recursive: true });
  });
});
