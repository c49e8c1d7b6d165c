// How long two people sit at it: a citizen from the form to the receipt on a telephone of 360 px, an officer on patrol from
// a like seen on TikTok to a stored finding. A scripted browser goes by keyboard; letters, keys, decisions and words read
// are counted and priced by published measures, the machine's own time is measured. Run after a build:
// node bench/door/by-hand.mjs [RUNS]. Prints one JSON object. What it means: ../README.md.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { chromium } from 'playwright';
import { load, openSite, ours } from '../open-site.mjs';

const { ensureUsers } = await ours('src/console/access/create-user.js');
const { locateChromium, viewMachine } = await ours('src/services/locate.mjs');

const RUNS = Number(process.argv[2] ?? 3);
const PASSWORD = 'Jembatan gantung 7 di hulu (contoh)';
const TIKTOK = 'https://www.tiktok.com/@pasangan.contoh/video/7412345678901234511?is_from_webapp=1';

/**
 * Milliseconds. A letter: 36 words a minute on a telephone (Palin et al. 2019), 52 at a desk (Dhakal et al. 2018). A key
 * that moves, and making up one's mind before a field or a button: Card, Moran and Newell 1980. Reading: 238 words a minute
 * (Brysbaert 2019).
 */
const PRICE = { letterPhone: 333, letterDesk: 231, key: 280, decision: 1_350, word: 252 };

/** @param {import('playwright').Page} page @param {number} letterMs */
function aPerson(page, letterMs) {
  const did = { letters: 0, keys: 0, decisions: 0, words: 0 };
  const started = performance.now();
  return {
    /** @param {string} text */
    async type(text) {
      did.decisions += 1;
      did.letters += text.length;
      await page.keyboard.type(text);
    },
    /** What was copied elsewhere. @param {string} text */
    async paste(text) {
      did.decisions += 1;
      did.keys += 2;
      await page.keyboard.insertText(text);
    },
    /** @param {string} key */
    async press(key) {
      did.keys += key.split('+').length;
      await page.keyboard.press(key);
    },
    /** By Tab alone. @param {import('playwright').Locator} to */
    async moveTo(to) {
      did.decisions += 1;
      for (let n = 0; n < 40 && !(await to.evaluate((one) => one === document.activeElement)); n += 1) {
        did.keys += 1;
        await page.keyboard.press('Tab');
      }
      if (!(await to.evaluate((one) => one === document.activeElement))) throw new Error('no way by keyboard');
    },
    /** Everything that stands there, once. @param {import('playwright').Locator} what */
    async read(what) {
      // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not read.
      did.words += (await what.innerText()).split(/\s+/).length;
    },
    /** As many as the system's own dialogue of files takes: a folder, a picture, "open". @param {number} decisions */
    decide(decisions) {
      did.decisions += decisions;
    },
    told() {
      const machineMs = Math.round(performance.now() - started);
      const handMs = did.letters * letterMs + did.keys * PRICE.key + did.decisions * PRICE.decision;
      const readingMs = did.words * PRICE.word;
      return { ...did, machineMs, handMs, readingMs, allMs: machineMs + handMs + readingMs };
    },
  };
}

const loadBefore = load();
const site = await openSite();
await site.register(1);
const { storage, clock } = site.core;
const mandate = { decree: 'SK-1/CONTOH', office: 'OPD-1', from: '2026-01-01', to: '2035-12-31' };
const person = { nip: '199001012099000001', name: 'Contoh Pegawai', position: 'Pelaksana', officeCode: 'OPD-1' };
const place = { region: '35.78', platform: 'tiktok', handle: 'camat.contoh', proof: 'proven' };
await storage.accounts.saveAccounts([{ ...person, ...place, mandate }]);
await ensureUsers(
  { users: storage.users, offices: storage.offices, audit: storage.audit, clock, actor: 'system:bench' },
  [{ username: 'patroli', displayName: 'Patroli Contoh', role: 'patrol', officeCodes: ['OPD-1'], password: PASSWORD }],
);
const netra = spawn(process.execPath, [resolve('bin/netra.js'), 'up', '--json'], {
  env: { ...site.env, NETRA_CONSOLE_PORT: '0', NETRA_LOG_LEVEL: 'error' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const [first] = await once(netra.stdout, 'data');
const base = JSON.parse(String(first)).console;
const browser = await chromium.launch({ executablePath: locateChromium(viewMachine(process.env)) });

async function report() {
  const context = await browser.newContext({ viewport: { width: 360, height: 700 } });
  const page = await context.newPage();
  const hand = aPerson(page, PRICE.letterPhone);
  const part = page.locator('form > fieldset:visible');
  const next = page.getByRole('button', { name: 'Lanjut' });
  await page.goto(`${base}/lapor`);
  await hand.read(page.locator('main'));
  await hand.moveTo(page.getByLabel('Tautan'));
  await hand.paste(TIKTOK);
  await hand.moveTo(page.getByLabel('Apa yang Anda lihat?'));
  await hand.type('Camat menyukai video kampanye pasangan nomor 1 (contoh) kemarin malam.');
  await hand.moveTo(next);
  await hand.press('Enter');
  await hand.read(part);
  await hand.moveTo(page.getByLabel('Nama orang'));
  await hand.type('Contoh Pegawai');
  await hand.moveTo(next);
  await hand.press('Enter');
  await hand.read(part);
  await hand.moveTo(page.getByLabel('Kapan Anda melihatnya?'));
  await hand.type('11/29/2026');
  await hand.moveTo(page.getByRole('button', { name: 'Kirim laporan' }));
  await hand.press('Enter');
  await page.getByRole('heading', { name: 'Laporan diterima' }).waitFor();
  const told = hand.told();
  await context.close();
  return told;
}

async function patrol() {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  await page.goto(base);
  await page.locator('input[autocomplete=username]').fill('patroli');
  await page.locator('input[type=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByLabel('Tautan', { exact: true }).waitFor();
  const hand = aPerson(page, PRICE.letterDesk);
  await hand.paste(TIKTOK);
  await page.getByText('terbaca: TikTok').waitFor();
  await pasteScreenshot(page);
  hand.decide(1);
  await hand.press('Control+v');
  await page.getByRole('button', { name: 'Buang gambar 1' }).waitFor();
  await hand.moveTo(page.getByRole('button', { name: 'Suka' }));
  await hand.press('Space');
  await hand.moveTo(page.getByLabel('Isi unggahan'));
  await hand.type('Ayo coblos nomor 1 Bram-Sekar');
  await hand.moveTo(page.getByLabel('Cari akun terdaftar'));
  await hand.type('camat');
  await page.getByRole('button', { name: 'Pilih Contoh Pegawai' }).waitFor();
  await hand.press('Enter');
  const opinion = page.getByText('Hanya pendapat; Anda yang memutuskan.');
  await opinion.waitFor();
  await hand.read(opinion.locator('..'));
  hand.decide(1);
  await hand.press('Control+Enter');
  await page.getByText('Tersimpan.').waitFor();
  const told = hand.told();
  await context.close();
  return told;
}

/** What the browser makes of Ctrl+V with a screenshot in the clipboard. @param {import('playwright').Page} page */
function pasteScreenshot(page) {
  return page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [1080, 1920];
    canvas.getContext('2d')?.fillText('Tangkapan layar contoh', 20, 40);
    const blob = await new Promise((done) => canvas.toBlob(done));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([/** @type {Blob} */ (blob)], 'layar.png', { type: 'image/png' }));
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
}

const reports = [];
const findings = [];
for (let n = 0; n < RUNS; n += 1) {
  reports.push(await report());
  findings.push(await patrol());
}
await browser.close();
netra.kill('SIGTERM');
await once(netra, 'exit');
await site.close();

/** The slowest of the runs: what is counted is the same in all. @param {ReturnType<ReturnType<typeof aPerson>['told']>[]} runs */
const slowest = (runs) => runs.toSorted((a, b) => b.machineMs - a.machineMs)[0];
console.log(
  JSON.stringify({
    runs: RUNS,
    formToReceipt: slowest(reports),
    likeSeenToFinding: slowest(findings),
    load: [loadBefore, load()],
  }),
);
