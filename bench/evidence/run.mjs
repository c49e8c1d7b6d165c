// Sealed packs a minute beside bare Playwright on the same pages in the same run, and how fast packs are verified.
// Run after a build: node bench/evidence/run.mjs. Ends within 40 s; prints one JSON object. What it means: README.md.
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';

/** @param {string} file */
const ours = (file) => import(new URL(`../../dist/src/${file}`, import.meta.url).href);
const { createEvidenceCapturer } = await ours('evidence/create-evidence-capturer.js');
const { createFolderStore } = await ours('evidence/folder-store.js');
const { verifyAll } = await ours('evidence/verify-all.js');
const { verifyPack } = await ours('evidence/verify-pack.js');
const { createBrowserHost } = await ours('reach/browser-host.js');

const TABS = 3;
const ROUNDS = 2;
const ROUND_MS = 3_000;
const LAUNCH = {
  executablePath: execFileSync('which', ['chromium-headless-shell'], { encoding: 'utf8' }).trim(),
};

const post = `<article><h2>Akun contoh</h2><p>Ayo coblos nomor 2 (contoh). ${'Kalimat pengisi contoh. '.repeat(20)}</p>
  <img src="/gambar.svg" width="600" height="400"></article>`;
const page = `<!doctype html><html lang="id"><title>Contoh</title><link rel="stylesheet" href="/gaya.css">
  <body>${post.repeat(6)}<script>document.title = 'Contoh (siap)'</script></body></html>`;
const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 400"><rect width="600" height="400" fill="teal"/>
  ${Array.from({ length: 60 }, (_, i) => `<circle cx="${i * 10}" cy="${(i * 37) % 400}" r="20" fill="orange"/>`).join('')}</svg>`;
const site = createServer((request, response) => {
  const path = request.url ?? '/';
  if (path === '/gaya.css')
    response.setHeader('content-type', 'text/css').end('article{margin:2em;font:16px sans-serif}');
  else if (path === '/gambar.svg') response.setHeader('content-type', 'image/svg+xml').end(picture);
  else response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
});
await new Promise((resolve) => site.listen(0, '127.0.0.1', () => resolve(undefined)));
const { port } = /** @type {import('node:net').AddressInfo} */ (site.address());
const url = `http://127.0.0.1:${port}/`;

const dir = await mkdtemp(join(tmpdir(), 'netra-bench-'));
const store = await createFolderStore(dir);
const browsers = createBrowserHost(LAUNCH);
const capturer = createEvidenceCapturer({
  store,
  browsers,
  robots: async () => true,
  clock: () => new Date(),
  userAgent: 'Netra/contoh',
  out: { allowPrivateHosts: [`127.0.0.1:${port}`] },
  netraVersion: 'bench',
});
const browser = await chromium.launch({ ...LAUNCH, args: ['--no-sandbox'] });

/** @type {{ flagId: string, manifestSha256: string, bytes: number }[]} */
const sealed = [];

/** @param {(open: import('playwright').Page) => Promise<unknown>} work */
async function bare(work) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const open = await context.newPage();
  await open.goto(url, { waitUntil: 'load' });
  await work(open);
  await context.close();
}

/** @type {Record<string, () => Promise<void>>} */
const VARIANTS = {
  bareText: () => bare((open) => open.evaluate('document.body.innerText')),
  bareScreenshot: () => bare((open) => open.screenshot()),
  bareAll: () =>
    bare(async (open) => {
      const devtools = await open.context().newCDPSession(open);
      await open.evaluate('document.body.innerText');
      await open.screenshot();
      await devtools.send('Page.captureSnapshot', { format: 'mhtml' });
      await open.screenshot({ fullPage: true });
    }),
  sealedPack: async () => {
    const flagId = `tanda-${sealed.length}-${Math.random().toString(36).slice(2)}`;
    const text = 'Ayo coblos nomor 2 (contoh)';
    const request = { flagId, activityId: flagId, url, activity: { kind: 'post', text }, text };
    const seal = await capturer.capture(request, new AbortController().signal);
    if (seal.missing.length > 0) throw new Error(`missing: ${JSON.stringify(seal.missing)}`);
    const bytes = seal.items.reduce((/** @type {number} */ sum, /** @type {any} */ item) => sum + item.bytes, 0);
    sealed.push({ flagId, manifestSha256: seal.manifestSha256, bytes });
  },
};

/** @type {Record<string, number>} */
const done = {};
/** @type {Record<string, number>} */
const spentMs = {};
for (const work of Object.values(VARIANTS)) await work(); // Both browsers are warm before the first round.
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, work] of Object.entries(VARIANTS)) {
    const start = performance.now();
    const tab = async () => {
      for (; performance.now() - start < ROUND_MS; done[name] = (done[name] ?? 0) + 1) await work();
    };
    await Promise.all(Array.from({ length: TABS }, tab));
    spentMs[name] = (spentMs[name] ?? 0) + performance.now() - start;
  }
}
await Promise.all([browsers.close(), browser.close()]);
site.close();

const verifyStart = performance.now();
let intact = 0;
const passes = 5;
async function* flags() {
  for (let pass = 0; pass < passes; pass += 1) yield* sealed;
}
for await (const { problems } of verifyAll(flags(), (/** @type {any} */ seal) => verifyPack(store, seal)))
  intact += problems.length === 0 ? 1 : 0;
const verifySeconds = (performance.now() - verifyStart) / 1000;
await rm(dir, { recursive: true, force: true });

const verified = sealed.length * passes;
if (intact !== verified) throw new Error(`${verified - intact} packs not intact`);
const perMinute = Object.fromEntries(
  Object.keys(VARIANTS).map((name) => [name, Math.round((60_000 * (done[name] ?? 0)) / (spentMs[name] ?? 1))]),
);
const rate = (/** @type {string} */ name) => perMinute[name] ?? Number.NaN;
const round2 = (/** @type {number} */ value) => Math.round(value * 100) / 100;
const result = {
  tabs: TABS,
  perMinute,
  sealedToBareScreenshot: round2(rate('sealedPack') / rate('bareScreenshot')),
  sealedToBareAll: round2(rate('sealedPack') / rate('bareAll')),
  packKb: Math.round(sealed.reduce((sum, { bytes }) => sum + bytes, 0) / sealed.length / 1024),
  verify: {
    packs: sealed.length,
    passes,
    packsPerSecond: Math.round(verified / verifySeconds),
    scaledTo10000Seconds: round2((10_000 * verifySeconds) / verified),
  },
};
process.stdout.write(`${JSON.stringify(result)}\n`);
