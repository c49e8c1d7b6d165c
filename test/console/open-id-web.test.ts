import { mkdirSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createUser } from '../../src/console/access/create-user.js';
import { openOpenIdDoor } from '../../src/openid/open-id-door.js';
import { WAIT_LIMIT_MS } from '../support/until.js';
import { expectNoAxeFindings } from './axe.js';
import { launchBrowser, webApp } from './browser.js';
import { type ConsoleFixture, startConsoleFixture } from './console-fixture.js';
import { startProvider, type TestProvider } from './open-id-provider.js';
import { NOW } from './sample.js';

const pictures = process.env.NETRA_SCREENSHOTS;

let browser: Browser;
let provider: TestProvider;
let fixture: ConsoleFixture;
/** Stands before the console, as a house's proxy does: its address is known before the console is there. */
let front: Server;
let site: string;

beforeAll(async () => {
  const mailOf = (name: string) => ({ email: `${name}@contoh.example`, email_verified: true });
  let console: string;
  front = createServer((asked, answer) => {
    const onward = request(new URL(asked.url!, console), { method: asked.method, headers: asked.headers });
    asked.pipe(onward).on('response', (got) => {
      answer.writeHead(got.statusCode!, got.headers);
      got.pipe(answer);
    });
  });
  await new Promise<void>((done) => front.listen(0, '127.0.0.1', done));
  site = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
  provider = await startProvider({ back: `${site}/api/login/openid/back`, mailOf });
  const openId = openOpenIdDoor({ issuer: provider.issuer, ...provider.client, name: 'SSO Contoh' });
  let webDir: string;
  [webDir, browser] = await Promise.all([webApp(), launchBrowser()]);
  fixture = await startConsoleFixture({ webDir, openId, publicUrl: site });
  console = await fixture.app.listen({ port: 0, host: '127.0.0.1' });
  const draft = { username: 'rina', displayName: 'Rina (contoh)', role: 'reviewer', officeCodes: ['SBY'] } as const;
  const deps = { ...fixture.storage, clock: () => NOW, actor: 'system:test' };
  await createUser(deps, { ...draft, mail: 'rina@contoh.example', password: 'belum pernah dipakai 7' });
});
afterAll(async () => {
  await browser?.close();
  await fixture?.close();
  front?.closeAllConnections();
  await new Promise((done) => front?.close(done));
  await provider?.close();
});

it.each([1366, 390])('a person comes in by the button and lands on the page they wanted, %i px wide', async (width) => {
  const context = await browser.newContext({ viewport: { width, height: 768 } });
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_LIMIT_MS);
  await page.goto(`${site}/decisions`);
  await page.getByRole('link', { name: 'Masuk dengan SSO Contoh' }).waitFor();
  await expectNoAxeFindings(page, `log-in ${width}`);
  if (pictures) {
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `openid-login-${width}.png`), fullPage: true });
  }
  await page.getByRole('link', { name: 'Masuk dengan SSO Contoh' }).click();
  await page.locator('input[name=login]').fill('rina');
  await page.locator('input[name=password]').fill('apa saja');
  await page.locator('button[type=submit]').click();
  await page.locator('form[action*=interaction] button[type=submit]').click();
  await page.getByRole('button', { name: 'Keluar' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/decisions');
  await context.close();
});

it('a stranger to this house reads why, and what to do', async () => {
  const page = await browser.newPage();
  page.setDefaultTimeout(WAIT_LIMIT_MS);
  await page.goto(`${site}/?openid=refused`);
  await page.getByText('tidak membuka akun Netra mana pun').waitFor();
  await expectNoAxeFindings(page, 'refused');
  await page.close();
});
