import { expect, it, onTestFinished } from 'vitest';
import { addDays } from '../../src/domain/days.js';
import { startSmtp } from '../digest/smtp-servers.js';
import { writeActs } from '../integration/crash-site.js';
import type { Ended } from '../integration/supervisor.js';
import { until } from '../support/until.js';
import { lasting, printCounts } from './bench.js';
import { type Answer, type FaultSite, withEnv } from './fault-site.js';
import { frozen, gone, runInTest, superviseInTest } from './in-test.js';
import { openMailGate } from './mail-gate.js';

const ACTS = 12_000;

/** An import, a verdict and a digest are under way at once when MongoDB stops answering. */
export function mongodbFaults(siteNow: () => FaultSite): void {
  it('frozen: import, verdict and digest are late, and each is done once', async () => {
    const site = siteNow();
    const work = await beginWork(site, { series: 'beku', daysAgo: 2 });
    const { pid } = site.services.mongodb!;
    const { ms, during } = await frozen(pid!, async () => {
      const during = work.goOn();
      return { during, ms: await lasting({ shortMs: 3_000, wholeMs: 20_000 }) };
    });

    const done = await during;
    expect(done.verdict, JSON.stringify(done.verdict.body)).toMatchObject({
      status: 200,
      body: { version: work.seenVersion + 1 },
    });
    printCounts('mongodb frozen', { ms, ...(await work.settle(done)) });
  });

  it('gone: import and digest wait and say so, a reviewer is asked to come again, late workers start', async () => {
    const site = siteNow();
    const server = site.services.mongodb!;
    const work = await beginWork(site, { series: 'hilang', daysAgo: 3 });
    const { ms, during, late } = await gone(server, async () => {
      const late = superviseInTest(site.worker('schedule'));
      const during = work.goOn();
      const ms = await lasting({ shortMs: 11_000, wholeMs: 60_000 });
      await until(() => late.falls.length > 0, 'a worker that found no MongoDB');
      return { ms, during, late };
    });

    const done = await during;
    expect(done.verdict).toMatchObject({ status: 503, body: { error: { code: 'busy' } } });
    const again = await until(() => work.decide().then((answer) => answer.status !== 503 && answer), 'a verdict');
    expect(again).toMatchObject({ status: 200, body: { version: work.seenVersion + 1 } });
    const counts = await work.settle(done);
    for (const { stderr } of [done.imported, done.sent]) expect(stderr).toContain('"where":"mongodb"');
    await until(() => late.hasSaid('siap'), 'the late worker');
    expect(await late.stop()).toBe(0);
    expect(late.falls.filter((fall) => !fall.includes('MongoDB tidak menjawab.'))).toEqual([]);
    printCounts('mongodb gone', { ms, ...counts, lateStarts: late.falls.length + 1 });
  });
}

interface Done {
  readonly verdict: Answer;
  readonly sent: Ended;
  readonly imported: Ended;
}

/** Ends where each of the three is in its middle: some of the file is in, the mail server has the mail, a flag is claimed. */
async function beginWork(site: FaultSite, { series, daysAgo }: { series: string; daysAgo: number }) {
  const { core, console, netra } = site;
  const before = await site.countActs();
  const { id } = (await console.get('/api/flags?limit=1')).body.items[0];
  const claimed = await console.post(`/api/flags/${id}/claim`);
  expect(claimed).toMatchObject({ status: 200 });
  const seenVersion: number = claimed.body.version;
  const body = { verdict: 'dismissed', reason: 'Contoh.', weighed: [], seenVersion };
  const decide = () => console.post(`/api/flags/${id}/verdict`, body);

  const gate = openMailGate();
  const smtp = await startSmtp({ onData: gate.onData });
  onTestFinished(() => smtp.stop());
  const day = addDays(new Date().toISOString().slice(0, 10), -daysAgo);
  const digest = netra('digest', '--send', '--json', '--office', 'OPD-1', '--date', day);
  const file = await writeActs(site, { count: ACTS, series });
  // Both at once: a mail server that keeps us waiting for 20 s would be a fault of its own.
  const sending = runInTest(withEnv(digest, { SMTP_URL: smtp.url }));
  const importing = runInTest(netra('import', file, '--json'));
  await until(async () => gate.mails() === 1 && (await site.countActs()) > before, 'a mail, and some of the file');

  async function goOn(): Promise<Done> {
    gate.open();
    const [verdict, sent, imported] = await Promise.all([decide(), sending.ended, importing.ended]);
    return { verdict, sent, imported };
  }
  async function settle({ verdict, sent, imported }: Done) {
    expect(imported.code, imported.stderr).toBe(0);
    expect(JSON.parse(imported.stdout)).toMatchObject({ lines: ACTS });
    expect((await site.countActs()) - before).toBe(ACTS);
    expect(sent.code, sent.stdout + sent.stderr).toBe(0);
    expect(JSON.parse(sent.stdout)).toMatchObject({ receipt: { state: 'withheld', attempts: 1 } });
    expect(gate.mails()).toBe(1);
    expect((await core.storage.flags.findFlag(id))!.reviews).toHaveLength(1);
    return { acts: ACTS, lost: 0, twice: 0, open: await site.whenAllOpen(), verdictMs: Math.round(verdict.ms) };
  }
  return { seenVersion, decide, goOn, settle };
}
