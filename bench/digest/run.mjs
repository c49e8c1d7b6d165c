// Yesterday's digests of 552 offices, as many as Indonesia has kabupaten, kota and provinces, built from 200 flags each
// and sent to a real SMTP server; beside them, in the same run, as many mails of the same size that nobody had to build.
// Run after a build: node bench/digest/run.mjs [OFFICES]. Prints one JSON object. What it means: ../README.md.
import { randomUUID } from 'node:crypto';
import pLimit from 'p-limit';
import { SMTPServer } from 'smtp-server';
import { load, openSite, ours, rate, timed } from '../open-site.mjs';

const { DIGESTS_AT_ONCE, openDigests } = await ours('src/app/digests.js');
const { createMailer } = await ours('src/mail/mailer.js');
const { sendDigest } = await ours('src/steps/send-digest.js');
const { digestDay } = await ours('src/domain/digest.js');
const { DAY_MS } = await ours('src/domain/days.js');

const OFFICES = Number(process.argv[2] ?? 552);
const FLAGS = 200;
const KINDS = ['post', 'share', 'like', 'comment'];

const loadBefore = load();
const site = await openSite();
const { core } = site;
const { storage } = core;

const offices = Array.from({ length: OFFICES }, (_, n) => ({
  code: `kab-${n}`,
  name: `Kabupaten Contoh ${n}`,
  region: '35.78',
  timeZone: 'Asia/Jakarta',
  digestTo: `sekda${n}@contoh.example`,
}));
await storage.offices.saveOffices(offices);
const now = core.clock();
const day = digestDay(offices[0], now);

/** Spread over a month. @param {string} officeCode @param {number} n */
function aMarked(officeCode, n) {
  const id = randomUUID();
  const createdAt = new Date(now.getTime() - (n % 30) * DAY_MS - n * 60_000);
  const common = { accountId: 'akun-contoh', platform: 'bluesky', kind: KINDS[n % 4] };
  const matches = [{ rule: 'call-to-vote', basis: ['D2'], tickets: ['contoh/1'], stance: 'support', spans: [] }];
  const hashes = { ruleset: 'sha256:a', elections: 'sha256:b', engine: '1' };
  const place = { officeCode, region: '35.78', stage: n % 3 ? 'campaign' : 'quiet' };
  const flag = {
    id,
    activityId: id,
    ...common,
    ...place,
    actedAt: createdAt,
    matches,
    cleared: [],
    ...hashes,
    createdAt,
  };
  const activity = {
    id,
    ...common,
    source: 'import',
    collectedAt: createdAt,
    externalId: id,
    text: 'Contoh.',
    publishedAt: createdAt,
  };
  return { activity, flag };
}

for (const { code } of offices) {
  const marked = Array.from({ length: FLAGS }, (_, n) => aMarked(code, n));
  await storage.activities.saveMarkedOnce(marked);
  const line = { accountId: code, officeCode: code, platform: 'bluesky', day, skipped: {}, at: now };
  const signals = ['posts', 'shares', 'likes', 'comments', 'follows'];
  await storage.coverage.recordCoverage(signals.map((signal) => ({ ...line, signal, observation: { state: 'none' } })));
}

let received = 0;
let bytes = 0;
const server = new SMTPServer({
  authOptional: true,
  // It would ask a name server who we are, a tenth of a second for each mail.
  disableReverseLookup: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    stream.on('data', (chunk) => {
      bytes += chunk.length;
    });
    stream.on('end', () => {
      received += 1;
      done(null, 'OK');
    });
  },
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
const smtpUrl = `smtp://127.0.0.1:${/** @type {any} */ (server.server.address()).port}`;

const digests = openDigests(core, { consoleUrl: () => 'https://netra.contoh.example/', smtpUrl });
const ms = await timed(async () => {
  const atOnce = pLimit(DIGESTS_AT_ONCE);
  await Promise.all(offices.map(({ code }) => atOnce(() => sendDigest(digests.deps, { officeCode: code, day }))));
});
digests.close();
const sent = received;
const sizes = { mails: sent, bytesPerMail: Math.round(bytes / sent) };

const text = 'x'.repeat(Math.round(sizes.bytesPerMail / 2));
const mailer = createMailer({ smtpUrl, from: 'netra@contoh.example' });
const bareMs = await timed(async () => {
  const atOnce = pLimit(DIGESTS_AT_ONCE);
  const mails = offices.map(({ code, digestTo }) => ({
    ...{ to: digestTo, subject: code, text, html: text },
    messageId: `<${code}@contoh.example>`,
  }));
  await Promise.all(mails.map((mail) => atOnce(() => mailer.send(mail))));
});
mailer.close();
await new Promise((resolve) => server.close(() => resolve(undefined)));
await site.close();

console.log(
  JSON.stringify({
    offices: OFFICES,
    flags: OFFICES * FLAGS,
    load: [loadBefore, load()],
    digests: { ...sizes, seconds: Number((ms / 1000).toFixed(1)), perSecond: rate(OFFICES, ms) },
    bareMailsPerSecond: rate(OFFICES, bareMs),
    ratioToBareMails: Number((bareMs / ms).toFixed(3)),
    bar: { seconds: 60 },
  }),
);
