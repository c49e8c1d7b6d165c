// From a link that an officer pastes to its sealed pack, and from the decision that it is true to the open flag: through the
// console's own interface, by `netra up` as it is installed, on pages of a local server. Run after a build:
// node bench/door/run.mjs [LINKS]. Prints one JSON object. What it means: ../README.md.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { load, openSite, ours, until } from '../open-site.mjs';

const { ensureUsers } = await ours('src/console/access/create-user.js');

const LINKS = Number(process.argv[2] ?? 20);
const PASSWORD = 'Jembatan gantung 7 di hulu (contoh)';
const PAGE = `<!doctype html><html lang="id"><title>Contoh</title><body><h1>Akun contoh</h1>
<p>Ayo coblos Bram-Sekar nomor 1 (contoh).</p>${'<p>Isi lain dari halaman contoh.</p>'.repeat(40)}</body></html>`;

const pages = createServer((request, response) => {
  if (request.url?.startsWith('/contoh')) response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
  else response.writeHead(404).end();
});
await new Promise((done) => pages.listen(0, '127.0.0.1', () => done(undefined)));
const host = `127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (pages.address()).port}`;

const loadBefore = load();
const site = await openSite();
await site.register(1);
const { storage } = site.core;
const mandate = { decree: 'SK-1/CONTOH', office: 'OPD-1', from: '2026-01-01', to: '2035-12-31' };
const person = { nip: '199001012099000001', name: 'Contoh Pegawai', position: 'Pelaksana', officeCode: 'OPD-1' };
const place = { region: '35.78', platform: 'web', handle: `${host}/contoh`, proof: 'proven' };
await storage.accounts.saveAccounts([{ ...person, ...place, mandate }]);
const [account] = await storage.accounts.findAccountsByHandle('web', [`${host}/contoh`]);
await ensureUsers(
  {
    users: storage.users,
    offices: storage.offices,
    audit: storage.audit,
    clock: site.core.clock,
    actor: 'system:bench',
  },
  [{ username: 'peninjau', displayName: 'Peninjau Contoh', role: 'reviewer', officeCodes: ['OPD-1'] }].map((one) => ({
    ...one,
    password: PASSWORD,
  })),
);

const netra = spawn(process.execPath, [resolve('bin/netra.js'), 'up', '--json'], {
  env: { ...site.env, NETRA_CONSOLE_PORT: '0', NETRA_ALLOW_PRIVATE_HOSTS: host, NETRA_LOG_LEVEL: 'error' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const [first] = await once(netra.stdout, 'data');
const base = JSON.parse(String(first)).console;
let cookie = '';
let csrf = '';
/** @param {string} method @param {string} path @param {unknown} [body] */
async function call(method, path, body) {
  const headers = {
    cookie,
    origin: base,
    ...(body ? { 'content-type': 'application/json', 'x-netra-csrf': csrf } : {}),
  };
  const answer = await fetch(`${base}${path}`, {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const [set] = answer.headers.getSetCookie();
  if (set) cookie = set.split(';')[0] ?? '';
  const said = await answer.json();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(said)}`);
  return said;
}
csrf = (await call('POST', '/api/login', { username: 'peninjau', password: PASSWORD })).csrfToken;

/** @type {number[]} */
const toSealed = [];
/** @type {number[]} */
const toOpen = [];
for (let n = 0; n < LINKS; n += 1) {
  const id = randomUUID();
  const seenAt = new Date(Date.now() - 60_000).toISOString();
  const pasted = performance.now();
  await call('POST', '/api/findings', {
    ...{ id, accountId: account.id, kind: 'post', seenAt, channel: 'public' },
    link: `http://${host}/contoh/${n + 1}`,
  });
  await until(async () => (await storage.reports.findReport(id))?.reading?.pack !== undefined);
  toSealed.push(performance.now() - pasted);
  const { version: seenVersion } = await storage.reports.findReport(id);
  const checked = { kind: 'post', words: `Ayo coblos Bram-Sekar nomor 1 (contoh ${n}).`, actedAt: seenAt };
  const decided = performance.now();
  const body = { outcome: 'true', reason: 'Dicocokkan (contoh).', checked, seenVersion };
  const { flagId } = await call('POST', `/api/reports/${id}/decision`, body);
  await until(async () => (await storage.flags.findFlag(flagId))?.state === 'open');
  toOpen.push(performance.now() - decided);
}
netra.kill('SIGTERM');
await once(netra, 'exit');
pages.close();
await site.close();

/** @param {number[]} times */
function told(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), most: at(1) };
}
console.log(
  JSON.stringify({
    links: LINKS,
    linkToSealedMs: told(toSealed),
    decisionToOpenMs: told(toOpen),
    load: [loadBefore, load()],
  }),
);
