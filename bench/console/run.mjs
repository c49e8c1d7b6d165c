// The pages of the console over a million invented flags: first page, every filter, search, deep cursor, counts, claims and
// decisions, by HTTP from a running console; beside each page, in the same run, the bare query of its documents by the
// index that holds them in order. Run after a build: node bench/console/run.mjs [FLAGS] [SECONDS]. Fills for SECONDS at
// most, and says how many there are. Prints one JSON object. What it means: ../README.md.
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { load, ours } from '../open-site.mjs';

const { openInstallation } = await ours('src/app/installation.js');
const { readConfig } = await ours('src/config/read-config.js');
const { createLogger } = await ours('src/app/log.js');
const { startServices } = await ours('src/services/start-services.js');
const { ensureUsers } = await ours('src/console/access/create-user.js');
const { createSearchTerms } = await ours('src/storage/search-terms.js');

const FLAGS = Number(process.argv[2] ?? 1_000_000);
const FILL_MS = Number(process.argv[3] ?? 720) * 1_000;
const OFFICES = 40;
const REVIEWERS = 50;
const CLAIMS = Number(process.argv[4] ?? 2_000);
const PASSWORD = 'kata sandi contoh untuk ukur';
const ROUNDS = 10;
const BATCH = 2_000;
const WORDS =
  'coblos dukung pilih menang kawal suara warga sehat sekolah kerja bakti posyandu jalan pasar kampung contoh'.split(
    ' ',
  );
const RULES = ['call-to-vote', 'own-support', 'ticket-hashtag', 'like-ticket-account'];
const PLATFORMS = ['bluesky', 'instagram', 'facebook', 'tiktok', 'youtube'];

const loadBefore = load();
const folder = await mkdtemp(join(tmpdir(), 'netra-bench-console-'));
const { MONGODB_URI: _mongodb, REDIS_URL: _redis, SMTP_URL: _smtp, ...surroundings } = process.env;
const services = await startServices({ dataDir: join(folder, 'servers'), env: surroundings });
const hashKey = randomBytes(32);
const { config, secrets } = readConfig({
  MONGODB_URI: services.mongodbUri,
  REDIS_URL: services.redisUrl,
  NETRA_DATA_DIR: join(folder, 'data'),
  NETRA_HASH_KEY: hashKey.toString('base64'),
  NETRA_FIELD_KEY: randomBytes(32).toString('base64'),
  NETRA_AUDIT_KEY: randomBytes(32).toString('base64'),
  NETRA_LOG_LEVEL: 'warn',
  NETRA_UNDO_SECONDS: '0',
});
const netra = await openInstallation({
  config,
  secrets,
  ...services,
  clock: () => new Date(),
  log: createLogger('silent'),
});
const { storage } = netra.core;

/** @param {number} n */
const office = (n) => (n === 0 ? 'OPD' : `OPD-${n}`);
await storage.offices.saveOffices(
  Array.from({ length: OFFICES }, (_, n) => ({
    ...{ code: office(n), name: `Dinas Contoh ${n}`, region: '35.78', timeZone: 'Asia/Jakarta' },
    ...(n === 0 ? {} : { parentCode: 'OPD' }),
  })),
);
const people = ['penyelia', ...Array.from({ length: REVIEWERS }, (_, n) => `peninjau${n}`)];
await ensureUsers(
  { ...storage, clock: () => new Date(), actor: 'system:bench' },
  people.map((username, n) => ({
    ...{
      username,
      displayName: `Orang ${n} (contoh)`,
      role: n === 0 ? 'supervisor' : 'reviewer',
      officeCodes: ['OPD'],
      password: PASSWORD,
    },
  })),
);

const raw = await mongoose.createConnection(services.mongodbUri).asPromise();
const flags = raw.collection('flags');
const terms = createSearchTerms(hashKey);
const hashOf = new Map(WORDS.map((word) => [word, terms.of({ kind: 'post', text: word })]));
const START = Date.now() - 300 * 86_400_000;

/** As they are stored; four of five decided. @param {number} n */
function aFlag(n) {
  const id = createHash('sha256').update(`contoh ${n}`).digest('base64url');
  const createdAt = new Date(START + n * 20_000);
  const isOpen = n % 5 === 0;
  const said = [WORDS[n % 16], WORDS[(n >> 4) % 16], WORDS[(n >> 8) % 16]];
  const verdict = n % 3 === 0 ? 'confirmed' : 'dismissed';
  const by = `orang-${n % 30}`;
  const review = { verdict, reason: 'Contoh.', weighed: [], reviewerId: by, at: createdAt };
  const spans = [{ field: 'text', start: 0, end: 6, means: 'contoh' }];
  return {
    ...{ _id: id, activityId: id, accountId: `akun-${n % 5_000}`, officeCode: office(n % OFFICES), region: '35.78' },
    ...{
      platform: PLATFORMS[(n % 7) % 5],
      kind: n % 4 ? 'post' : 'share',
      actedAt: createdAt,
      stage: n % 6 ? 'campaign' : 'quiet',
    },
    matches: [{ rule: RULES[(n >> 2) % 4], basis: ['D2'], tickets: [`contoh/${n % 3}`], stance: 'support', spans }],
    ...{ cleared: [], ruleset: 'sha256:a', elections: 'sha256:b', engine: '1' },
    evidence: {
      manifestSha256: 'a'.repeat(64),
      sealedAt: createdAt,
      items: [],
      missing: n % 9 ? [] : [{ name: 'fullpage.png', reason: 'timeout', detail: '' }],
    },
    ...{
      createdAt,
      openedAt: createdAt,
      version: isOpen ? 2 : 3,
      terms: said.flatMap((word) => hashOf.get(/** @type {string} */ (word))),
      family: `f${n >> 1}`,
    },
    ...(isOpen
      ? { state: 'open', reviews: [] }
      : { state: 'decided', reviews: [review], decidedAt: createdAt, decidedVerdict: verdict, deciders: [by] }),
  };
}

let filled = 0;
const fillBegan = performance.now();
while (filled < FLAGS && performance.now() - fillBegan < FILL_MS) {
  const batch = Array.from({ length: Math.min(BATCH, FLAGS - filled) }, (_, n) => aFlag(filled + n));
  await flags.insertMany(/** @type {any} */ (batch), { ordered: false });
  filled += batch.length;
}
const fillMs = performance.now() - fillBegan;
process.stderr.write(`${filled} flags in ${Math.round(fillMs / 1_000)} s, load ${load()}\n`);

const base = await netra.startConsole({ port: 0 });
/**
 * On a connection of its own: a kept one may be closed by the server while it is asked.
 * @param {string} method @param {string} url @param {{ headers: any; body: string | undefined }} options
 * @returns {Promise<{ status: number; text: string }>}
 */
function ask(method, url, { headers, body }) {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text })).on('error', reject);
    });
    sent.on('error', reject).end(body);
  });
}

/** @param {string} username */
async function enter(username) {
  const answer = await fetch(`${base}/api/login`, {
    ...{
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: PASSWORD }),
    },
  });
  if (!answer.ok) throw new Error(`log-in: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const { csrfToken } = await answer.json();
  /** @param {string} method @param {string} path @param {object} [body] */
  const call = async (method, path, body) => {
    const headers = { cookie, 'x-netra-csrf': csrfToken, ...(body ? { 'content-type': 'application/json' } : {}) };
    const { status, text } = await ask(method, `${base}${path}`, { headers, body: body && JSON.stringify(body) });
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text.slice(0, 300)}`);
    return text === '' ? null : JSON.parse(text);
  };
  return {
    /** @param {string} path */
    get: (path) => call('GET', path),
    /** @param {string} path @param {object} body */
    post: (path, body) => call('POST', path, body),
  };
}

/** @param {number} ms */
const rounded = (ms) => Math.round(ms * 10) / 10;
/** @param {(round: number) => Promise<unknown>} work */
async function measured(work, rounds = ROUNDS) {
  /** @type {number[]} */
  const times = [];
  for (let round = 0; round <= rounds; round += 1) {
    const began = performance.now();
    await work(round);
    // The first one warms up.
    if (round > 0) times.push(performance.now() - began);
    // What takes seconds is measured a few times.
    if (times.length >= 3 && times.reduce((sum, ms) => sum + ms, 0) > 5_000) break;
  }
  times.sort((a, b) => a - b);
  /** @param {number} share */
  const at = (share) => rounded(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
  const told = { p50: at(0.5), p95: at(0.95) };
  // Each as it comes: the whole may take half an hour.
  process.stderr.write(`${JSON.stringify(told)}\n`);
  return told;
}

const supervisor = await enter('penyelia');
const all = Array.from({ length: OFFICES }, (_, n) => office(n));
/** @param {object} filter @param {{ hint?: string; sort?: any }} [options] */
const ordered = (filter, { hint = 'queue', sort = { createdAt: 1, _id: 1 } } = {}) =>
  measured(() =>
    flags
      .find({ state: 'open', ...filter })
      .hint(hint)
      .sort(sort)
      .limit(50)
      .toArray(),
  );
const deep = new Date(START + Math.floor(filled * 0.8) * 20_000);
const deepCursor = `${deep.getTime()}.a`;
const word = hashOf.get('posyandu');
const bare = {
  firstPage: await ordered({}),
  deepCursor: await ordered({ createdAt: { $gt: deep } }),
  office: await ordered({ officeCode: 'OPD-7' }, { hint: 'office_queue' }),
  rule: await ordered({ 'matches.rule': RULES[1] }),
  words: await ordered({ terms: { $in: word } }),
  decided: await measured(() =>
    flags.find({ state: 'decided' }).hint('decided').sort({ decidedAt: -1, _id: -1 }).limit(50).toArray(),
  ),
};
const inOffices = { officeCode: { $in: all }, state: 'open' };
const bareCounts = {
  open: await measured(() => flags.countDocuments(inOffices)),
  hinted: await measured(() => flags.countDocuments(inOffices, { hint: 'office_queue' })),
};

const PAGES = {
  firstPage: '/api/flags',
  grouped: '/api/flags?group=same',
  deepCursor: `/api/flags?cursor=${deepCursor}`,
  office: '/api/flags?office=OPD-7',
  kind: '/api/flags?kind=share',
  rule: `/api/flags?rule=${RULES[1]}`,
  platform: '/api/flags?platform=tiktok',
  stage: '/api/flags?stage=quiet',
  evidence: '/api/flags?evidence=partial',
  overdue: '/api/flags?due=overdue',
  acted: `/api/flags?acted=${deep.toISOString().slice(0, 10)}`,
  words: '/api/flags?words=posyandu',
  ticket: '/api/flags?ticket=contoh/1',
  held: '/api/flags?held=mine',
  waiting: '/api/flags?question=waiting',
  secondReviews: '/api/second-reviews',
  adjudications: '/api/adjudications',
  decisions: '/api/decisions',
  decisionsByVerdict: '/api/decisions?verdict=confirmed',
  agreement: '/api/agreement',
};
/** @type {Record<string, unknown>} */
const pages = {};
for (const [name, path] of Object.entries(PAGES)) {
  process.stderr.write(`${name} `);
  pages[name] = await measured(() => supervisor.get(path));
}
const loadDuring = load();

const reviewers = [];
for (let n = 0; n < REVIEWERS; n += 1) reviewers.push(await enter(`peninjau${n}`));
/** @type {number[]} */
const claimTimes = [];
/** @type {number[]} */
const decideTimes = [];
/** @type {string[]} */
const taken = [];
let left = CLAIMS;
const claimsEnd = performance.now() + 180_000;
await Promise.all(
  reviewers.map(async (one) => {
    let after;
    while (left > 0 && performance.now() < claimsEnd) {
      left -= 1;
      const began = performance.now();
      const { id } = await one.post('/api/flags/next', after ? { after } : {});
      claimTimes.push(performance.now() - began);
      if (!id) return;
      taken.push(id);
      const decided = performance.now();
      await one.post(`/api/flags/${id}/verdict`, {
        verdict: 'dismissed',
        reason: 'Contoh.',
        weighed: [],
        seenVersion: 2,
      });
      decideTimes.push(performance.now() - decided);
      after = id;
    }
  }),
);
/** @param {number[]} times */
const middle = (times) => rounded(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0);
const quiet = await enter('peninjau0');
/** @type {{ next: number[]; decide: number[] }} */
const alone = { next: [], decide: [] };
let last;
for (let n = 0; n < 20; n += 1) {
  const began = performance.now();
  const { id } = await quiet.post('/api/flags/next', last ? { after: last } : {});
  alone.next.push(performance.now() - began);
  const decided = performance.now();
  await quiet.post(`/api/flags/${id}/verdict`, {
    verdict: 'dismissed',
    reason: 'Contoh.',
    weighed: [],
    seenVersion: 2,
  });
  alone.decide.push(performance.now() - decided);
  last = id;
}
const memoryMb = Math.round(process.memoryUsage().rss / 1e6);
await raw.close();
await netra.close();
await services.stop();
await rm(folder, { recursive: true, force: true });
console.log(
  JSON.stringify(
    {
      ...{ flags: filled, flagsAsked: FLAGS, fillSeconds: Math.round(fillMs / 1_000) },
      ...{ bare, bareCounts, pages },
      claims: {
        taken: taken.length,
        double: taken.length - new Set(taken).size,
        nextP50: middle(claimTimes),
        decideP50: middle(decideTimes),
      },
      alone: { nextP50: middle(alone.next), decideP50: middle(alone.decide) },
      ...{ memoryMb, load: [loadBefore, loadDuring, load()] },
    },
    null,
    1,
  ),
);
process.exit(0);
