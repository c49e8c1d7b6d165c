import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBrowserHost } from '../../src/reach/browser-host.js';
import { type OpenPage, withOpenPage } from '../../src/reach/open-page.js';
import { html, type LocalSite, startLocalSite } from '../reach/local-site.js';
import { until } from '../support/until.js';
import { type InnerNetwork, startInnerNetwork } from './inner-network.js';
import { WAYS_OUT } from './ways-out.js';

const executablePath = execFileSync('which', ['chromium-headless-shell'], { encoding: 'utf8' }).trim();
const browsers = createBrowserHost({ executablePath });
let inner: InnerNetwork;
afterAll(async () => {
  await browsers.close();
  await inner.stop();
});
beforeAll(async () => {
  inner = await startInnerNetwork();
});

/** Gives each attack its time: the page says that it is over by a picture that no attack can hold up. */
const over = `<script>setTimeout(() => { new Image().src = '/selesai' }, 600)</script>`;

async function attack(body: string, allowed: readonly string[], then: (site: LocalSite, open: OpenPage) => void) {
  const isLeaving = /refresh|location\.href/.test(body);
  const site = await startLocalSite({ '/': html(over + body), '/sw.js': html(''), '/terlarang': html('terlarang') });
  const out = { allowPrivateHosts: [site.host, ...allowed] };
  const robots = async (url: URL) => url.pathname !== '/terlarang';
  const deps = { browsers, out, robots, userAgent: 'NetraBot/contoh', downloadBytes: 1e8 };
  const work = async (open: OpenPage) => {
    await open.page.goto(site.url('/'), { waitUntil: 'commit' });
    // One that leaves is no page any more: it has arrived somewhere, or been refused.
    const hasLeft = () => open.gate.refused.size + inner.contacts.length > 0;
    await (isLeaving ? until(hasLeft) : site.whenAsked('/selesai'));
    then(site, open);
  };
  await withOpenPage(deps, work, new AbortController().signal).finally(() => site.close());
}

describe('a page that reaches for our own network', () => {
  it.each(Object.entries(WAYS_OUT))('gets nowhere by %s', async (_name, write) => {
    await attack(write(inner.host), [], (site) => {
      expect(inner.contacts).toEqual([]);
      expect(site.asked.filter((path) => path === '/terlarang' || path === '/sw.js')).toEqual([]);
    });
  });

  it('would get there by many of them if it were let, so that the above says something', async () => {
    const isTaken = (name: string) => /ahead|frame|pings|sockets|script/.test(name);
    const bodies = Object.entries(WAYS_OUT).filter(([name]) => isTaken(name));
    for (const [, write] of bodies) await attack(write(inner.host), [inner.host], () => {});
    expect(inner.contacts.length).toBeGreaterThan(bodies.length);
    expect(inner.contacts.filter((line) => line.startsWith('POST /kirim'))).toEqual([]);
  });
});
