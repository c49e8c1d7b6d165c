import { randomBytes, randomUUID } from 'node:crypto';
import { createConnection } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLinkSealer } from '../../src/app/link-sealer.js';
import { readLinkDeps } from '../../src/app/read-links.js';
import type { Account } from '../../src/domain/account.js';
import { createActivityId } from '../../src/domain/activity-id.js';
import type { PostReading } from '../../src/domain/post-reading.js';
import type { Report, ReportFile } from '../../src/domain/report.js';
import { tieReport } from '../../src/domain/report-moves.js';
import { openPacks } from '../../src/evidence/open-packs.js';
import { type Brought, bringReport } from '../../src/intake/reports/bring-report.js';
import { createReportedAct, isSameAct } from '../../src/intake/reports/reported-act.js';
import type { Link } from '../../src/links/link.js';
import { readLink } from '../../src/links/read-link.js';
import { createPostReader } from '../../src/platforms/one-post/read-post.js';
import { createAnswerReader } from '../../src/reach/answer-reader.js';
import { createHostHolds } from '../../src/reach/host-holds.js';
import { captureFlagEvidence } from '../../src/steps/capture-flag-evidence.js';
import { createReportTruth } from '../../src/steps/decide-report.js';
import { enqueueLeft } from '../../src/steps/enqueue-left.js';
import { type ReadLinkDeps, readReportLink } from '../../src/steps/read-report-link.js';
import { openStorage } from '../../src/storage/open-storage.js';
import type { Storage } from '../../src/storage/storage.js';
import { startCapturer, type TestCapturer } from '../evidence/test-capturer.js';
import { html, type LocalSite, startLocalSite } from '../reach/local-site.js';
import { findByHandle } from '../storage/builders.js';
import { fakeScreener } from '../support/fake-screener.js';
import { testServices, uniqueName } from '../support/test-services.js';

// All people, handles and posts are invented ("contoh").
const NOW = new Date('2024-10-02T03:00:00.000Z');
const LED_TO = 'https://www.tiktok.com/@camat.contoh/video/7412345678901234599';
let now = NOW;
const clock = () => now;
const databaseName = uniqueName('links');
const attempt = { signal: new AbortController().signal, isLastTry: false };
let storage: Storage;
let site: LocalSite;
let links: TestCapturer;
let packs: TestCapturer;
let deps: ReadLinkDeps;
let tiktok: Account;
let web: Account;
const enqueued: string[] = [];

beforeAll(async () => {
  site = await startLocalSite({ '/dukung': html('<p>Ayo dukung pasangan contoh.</p>') });
  const keys = { hashKey: randomBytes(32), fieldKey: randomBytes(32), auditKey: randomBytes(32) };
  storage = await openStorage({ uri: testServices().mongodbUri, databaseName, ...keys });
  await storage.accounts.saveAccounts([anAccount('tiktok', 'camat.contoh', 1), anAccount('web', `${site.host}/c`, 2)]);
  [tiktok, web] = [
    (await findByHandle(storage, 'tiktok', 'camat.contoh'))!,
    (await findByHandle(storage, 'web', `${site.host}/c`))!,
  ];
  links = await startCapturer({ allowPrivateHosts: [site.host], clock });
  packs = await startCapturer({ allowPrivateHosts: [site.host], linkStore: links.store, clock });
  deps = openDeps();
});
afterAll(async () => {
  await Promise.all([links.close(), packs.close(), site.close(), storage.close()]);
  const raw = await createConnection(testServices().mongodbUri, { dbName: databaseName }).asPromise();
  await raw.dropDatabase();
  await raw.close();
});
beforeEach(() => {
  now = NOW;
  enqueued.length = 0;
});

function anAccount(platform: 'tiktok' | 'web', handle: string, n: number) {
  const mandate = { decree: 'SK contoh', office: 'BKPSDM contoh', from: '2024-09-01', to: '2024-11-30' };
  const person = { name: `Nama Contoh ${n}`, nip: `19800101200601100${n}`, position: 'Camat' };
  const place = { officeCode: 'kec-contoh', region: '35.78' };
  return { ...person, ...place, platform, handle, mandate, proof: 'proven' as const };
}

function openDeps(readPost?: (asked: string) => Partial<PostReading>): ReadLinkDeps {
  const out = { allowPrivateHosts: [site.host], holds: createHostHolds(clock), clock, userAgent: 'NetraBot/contoh' };
  const readAnswer = createAnswerReader({ ...out, robots: async () => true, language: 'en' });
  const bluesky = { service: 'https://bsky.contoh.example', plcDirectory: 'https://plc.contoh.example' };
  const read = createPostReader({ readAnswer, bluesky, clock, userAgent: 'uji', language: 'en', controlLinks: [] });
  const parts = {
    readPost: readPost ? async (link: { canonical: string }) => aReading(readPost(link.canonical)) : read,
    followLink: async (link: Link) => (link.kind === 'short' ? readLink(LED_TO) : link),
    sealLink: createLinkSealer(links.capturer, openPacks(links.store)),
  };
  const ticket = { ticket: 'contoh/1', platform: 'tiktok', handle: 'pasangan.contoh' };
  return readLinkDeps({ storage, clock }, parts, () => ({ ...fakeScreener(), ticketAccounts: () => [ticket] }));
}

function aReading(given: Partial<PostReading>): PostReading {
  const vantage = { at: NOW.toISOString(), agent: 'uji', language: 'en', zone: 'UTC', family: undefined };
  return { outcome: 'seen', by: 'read', proofs: [], vantage, ...given };
}

async function bring(given: Partial<Brought>): Promise<Report> {
  const how = {
    id: randomUUID(),
    door: 'public',
    broughtAt: new Date(NOW.getTime() - 1_000),
    channel: 'public',
  } as const;
  const brought: Brought = { ...how, who: {}, act: {}, files: [], ...given };
  const enqueueLooks = async (ids: readonly string[]) => void enqueued.push(...ids);
  return (await bringReport({ ...storage, enqueueLooks }, brought)).report;
}

const of = (account: Account) => ({ accountId: account.id, officeCode: account.officeCode });
const page = () => `lihat ${site.url('/dukung')}`;
const found = async ({ id }: Report) => (await storage.reports.findReport(id))!;
const asked = () => site.asked.filter((path) => path === '/dukung').length;

/** As a picture of a report lies on the disk, drawn anew. */
const PICTURE: ReportFile = {
  id: randomUUID(),
  type: 'image/png',
  bytes: 6,
  broughtSha256: 'a'.repeat(64),
  shownSha256: 'b'.repeat(64),
};

describe('what stands behind a link that somebody brought', () => {
  it('is read and sealed when it comes, and is the evidence of the flag when its page is long gone', async () => {
    const report = await bring({ ...of(web), act: { kind: 'post', link: page() }, files: [PICTURE] });
    expect(enqueued).toEqual([report.id]);
    expect(await readReportLink(deps, report.id, attempt)).toBe('seen');
    const read = await found(report);
    expect(read).toMatchObject({ version: 2, reading: { by: 'read', tries: 1 } });
    expect(read).not.toHaveProperty('lookDueAt');
    expect(read.reading?.post?.text).toContain('Contoh');
    const { id: flagId, ...seal } = read.reading!.pack!;
    expect((await openPacks(links.store).verify({ flagId, ...seal })).problems).toEqual([]);
    const [entry] = await storage.audit.listEntries({ limit: 1 });
    const details = { link: 'seen', manifest: seal.manifestSha256, version: 2 };
    expect(entry).toMatchObject({ action: 'report_link_read', subject: report.id, actor: 'system:reading', details });

    const before = asked();
    const decided = await decideTrue(read);
    await captureFlagEvidence(captureDeps(), decided.flagId!, attempt);
    const { evidence, state } = (await storage.flags.findFlag(decided.flagId!))!;
    expect([state, asked()]).toEqual(['open', before]);
    const digestOf = (name: string, items = evidence!.items) => items.find((item) => item.name === name)?.sha256;
    for (const name of ['viewport.png', 'page.mhtml', 'text.txt', 'reading.json', 'response.json']) {
      expect(digestOf(name), name).toBe(digestOf(name, seal.items));
      expect(digestOf(name), name).toBeDefined();
    }
    expect(evidence!.items.find(({ name }) => name === 'brought1.png')).toMatchObject({
      source: 'reporter',
      broughtSha256: PICTURE.broughtSha256,
      bytes: 6,
    });
    expect((await openPacks(packs.store).verify({ flagId: decided.flagId!, ...evidence! })).problems).toEqual([]);
    const manifest = JSON.parse(String(await packs.store.findManifest(decided.flagId!)));
    expect(manifest.takenFrom).toEqual({ manifestSha256: seal.manifestSha256, sealedAt: NOW.toISOString() });
  });

  it('is shown anew for the flag where somebody has changed the pack of the link', async () => {
    const report = await bring({ ...of(web), act: { kind: 'post', link: page(), words: 'Lain.' } });
    await readReportLink(deps, report.id, attempt);
    const read = await found(report);
    const { pack } = read.reading!;
    const planted = { ...read, reading: { ...read.reading!, pack: { ...pack!, manifestSha256: 'c'.repeat(64) } } };
    const decided = await decideTrue(planted, 'share');
    const reports = { listReportsOfFlag: async () => [planted] };
    await captureFlagEvidence({ ...captureDeps(), reports }, decided.flagId!, { ...attempt, isLastTry: true });
    const { missing } = (await storage.flags.findFlag(decided.flagId!))!.evidence!;
    // This site has no https, by which acts are named: asked for anew, it shows nothing.
    expect(missing).toContainEqual(expect.objectContaining({ name: 'viewport.png', reason: 'unreachable' }));
  });

  it('is nowhere kept where whoever wrote it is not registered, and nobody goes where anybody could send us', async () => {
    const stranger = { kind: 'post', text: 'Rahasia warga.', author: { handle: 'warga.contoh' }, media: [] } as const;
    const seen = openDeps(() => ({ post: stranger }));
    const untied = await bring({ act: { link: 'https://www.tiktok.com/@warga.contoh/video/7412345678901234501' } });
    const ofOther = await bring({ ...of(tiktok), act: { kind: 'like', link: untied.act.link!.given } });
    for (const report of [untied, ofOther]) {
      expect(await readReportLink(seen, report.id, attempt)).toBe('seen');
      expect((await found(report)).reading).toEqual({ outcome: 'seen', by: 'read', at: NOW, tries: 1 });
    }
    expect(await bring({ act: { link: page() } })).toMatchObject({ lookDueAt: undefined });
    const closed = { channel: 'private', ...of(tiktok), act: { link: untied.act.link!.given } } as const;
    const invited = { ...of(tiktok), act: { link: 'https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv' } };
    for (const given of [closed, invited]) {
      const report = await bring(given);
      expect(report.lookDueAt).toBeUndefined();
      expect(await readReportLink(openDeps(refuse), report.id, attempt)).toBeUndefined();
    }
  });

  it('is kept of a public side that was liked, and looked at anew once a person has tied the report', async () => {
    const post = {
      kind: 'post',
      text: 'Pilih pasangan contoh.',
      author: { handle: 'pasangan.contoh' },
      media: [],
    } as const;
    const link = 'https://www.tiktok.com/@pasangan.contoh/video/7412345678901234502';
    const ambiguous = openDeps(() => ({ post, outcome: 'wall' }));
    const report = await bring({ act: { kind: 'like', link } });
    await readReportLink(ambiguous, report.id, attempt);
    const tied = tieReport(await found(report), 2, tiktok);
    await storage.reports.saveMove(tied, { by: 'peninjau', at: NOW });
    expect(tied.lookDueAt).toEqual(report.broughtAt);
    await readReportLink(ambiguous, report.id, attempt);
    expect((await found(report)).reading).toMatchObject({ outcome: 'wall', post: { text: 'Pilih pasangan contoh.' } });
  });

  it('ties the report where a short link leads to the post of a registered account', async () => {
    const gone = openDeps(() => ({ outcome: 'gone' }));
    const report = await bring({ act: { kind: 'post', link: 'https://vt.tiktok.com/ZSabcdefg/' } });
    await readReportLink(gone, report.id, attempt);
    expect(await found(report)).toMatchObject({
      state: 'identified',
      accountId: tiktok.id,
      reading: { outcome: 'gone', link: { id: '7412345678901234599', author: 'camat.contoh' } },
    });
    const same = await bring({ act: { link: 'https://m.tiktok.com/v/7412345678901234599.html' } });
    expect((await storage.reports.findAlike(same)).map(({ report: { id } }) => id)).toContain(report.id);
  });

  it('is looked at again when the pause is over, and not for ever', async () => {
    const proof = { marker: 'not_now', way: 'page', host: 'www.tiktok.com', means: ['rate_limited'] as const };
    const paused = openDeps(() => ({ outcome: 'rate_limited', proofs: [{ ...proof, retryAfterMs: 3_600_000 }] }));
    const report = await bring({ act: { link: 'https://www.tiktok.com/@x.contoh/video/7412345678901234503' } });
    const listLeft = storage.reports.listLooksDue;
    const looks = { listLeft, clock, isQueueIdle: async () => true, graceMs: 0, most: 1_000 };
    const due = async () => {
      enqueued.length = 0;
      await enqueueLeft({ ...looks, enqueue: async (ids) => void enqueued.push(...ids) });
      return enqueued.includes(report.id);
    };
    for (const tries of [1, 2, 3, 4, 5]) {
      expect(await due(), `before try ${tries}`).toBe(true);
      await readReportLink(paused, report.id, attempt);
      expect(await due(), `after try ${tries}`).toBe(false);
      expect((await found(report)).reading).toMatchObject({ tries });
      now = new Date(now.getTime() + 3_600_001);
    }
    expect(await due()).toBe(false);
  });
});

describe('a process that dies', () => {
  it.each(['readPost', 'seal', 'saveReading'] as const)('at %s loses nothing and seals nothing twice', async (step) => {
    const report = await bring({ ...of(web), act: { kind: 'post', link: `${page()}?${step}` } });
    const die = async () => {
      throw new Error('kill -9');
    };
    const dying = {
      ...deps,
      readPost: step === 'readPost' ? die : deps.readPost,
      seal: step === 'seal' ? die : deps.seal,
      reports: step === 'saveReading' ? { ...storage.reports, saveReading: die } : storage.reports,
    };
    await expect(readReportLink(dying, report.id, attempt)).rejects.toThrow('kill -9');
    expect(await storage.reports.listLooksDue({ before: NOW, limit: 1_000 })).toContain(report.id);
    now = new Date(NOW.getTime() + 60_000);
    await readReportLink(deps, report.id, attempt);
    const { pack } = (await found(report)).reading!;
    // What was sealed before the end is not sealed again.
    expect(pack!.sealedAt).toEqual(step === 'saveReading' ? NOW : now);
    expect(await readReportLink(openDeps(refuse), report.id, attempt)).toBeUndefined();
  });

  it('begins again where a person has changed the report meanwhile', async () => {
    const report = await bring({ act: { link: 'https://www.tiktok.com/@x.contoh/video/7412345678901234504' } });
    const slow = openDeps(() => ({ outcome: 'wall' }));
    const meanwhile = {
      ...slow,
      readPost: async (...given: Parameters<typeof slow.readPost>) => {
        await storage.reports.saveMove(tieReport(report, 1, tiktok), { by: 'peninjau', at: NOW });
        return slow.readPost(...given);
      },
    };
    await expect(readReportLink(meanwhile, report.id, attempt)).rejects.toThrow('sudah berubah');
    expect(await readReportLink(slow, report.id, attempt)).toBe('wall');
    expect(await found(report)).toMatchObject({ accountId: tiktok.id, reading: { outcome: 'wall' } });
  });
});

const refuse = (): never => {
  throw new Error('nobody may look there');
};

function decideTrue(report: Report, kind: 'post' | 'share' = 'post') {
  const idOf = createActivityId(Buffer.alloc(32, 1));
  const truth = createReportTruth({
    ...storage,
    screener: () => fakeScreener(),
    toAct: createReportedAct((account, act) => idOf(account.platform, act.externalId, act)),
    isSameAct,
    enqueueEvidence: async () => {},
    clock,
  });
  const decision = { outcome: 'true', reason: 'Sudah dicocokkan.', by: 'peninjau', at: now } as const;
  const checked = { kind, words: `Ayo dukung (${kind}).`, actedAt: new Date('2024-10-01T05:00:00.000Z') };
  return truth.decide(report, { seenVersion: report.version, decision, checked });
}

function captureDeps() {
  const { capture } = packs.capturer;
  const takePicture = async () => 'picture_off' as const;
  return { ...storage, readFile: async () => Buffer.from('gambar'), takePicture, capture, clock };
}
