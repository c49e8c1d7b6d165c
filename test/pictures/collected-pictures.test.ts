import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { AtpAgent } from '@atproto/api';
import { createConnection } from 'mongoose';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createLookAtPicture, createTakePicture, PICTURE_ASKING } from '../../src/app/look-at-picture.js';
import { openPicturePool, type PicturePool } from '../../src/app/picture-pool.js';
import { createVisitPictureDeps } from '../../src/app/visit-picture-deps.js';
import { boxesOf } from '../../src/domain/picture.js';
import type { Screener } from '../../src/domain/screening.js';
import { looksOfCuts } from '../../src/pictures/look-of-picture.js';
import { createFileReader } from '../../src/reach/file-reader.js';
import { createRobots } from '../../src/reach/robots.js';
import { createScreener } from '../../src/rules/engine/screener.js';
import { collectAccount } from '../../src/steps/collect-account.js';
import { findOwnPictures } from '../../src/steps/own-pictures.js';
import type { LookAtPicture } from '../../src/steps/public-picture.js';
import { pngOf } from '../attacks/hostile-files.js';
import { collectorAt, hoursAgo, NOW, type Place, post, startPlace } from '../platforms/bluesky-place.js';
import { hostsOf } from '../platforms/local-hosts.js';
import { type LocalSite, startLocalSite, status } from '../reach/local-site.js';
import { loadAll } from '../rules/screening.js';
import { findByHandle } from '../storage/builders.js';
import { anAccountDraft, openTestCore, saveOffice, type TestCore, takeInBy } from '../support/core.js';
import { drawCall } from '../support/draw-poster.js';

// Invented pairs and people; the posters are drawn here.
const clock = () => NOW;
const never = new AbortController().signal;
const attempt = { signal: never, isLastTry: true };
const TICKET = 'contoh-pilgub-35/1';

const CALL = ['Coblos nomor 1', 'Bram-Sekar', 'untuk Jawa Timur'];

let pool: PicturePool;
let site: LocalSite;
let call: Buffer;
beforeAll(async () => {
  pool = openPicturePool();
  call = await drawCall(CALL);
  const packed = gzipSync(Buffer.alloc(30_000_000));
  site = await startLocalSite({
    '/robots.txt': (_request, response) => void response.end('User-agent: *\nDisallow: /tertutup\n'),
    '/poster.jpg': (_request, response) => void response.end(call),
    '/bukan': (_request, response) => void response.writeHead(200, { 'content-type': 'image/jpeg' }).end('<html>'),
    '/bom': (_request, response) => void response.end(pngOf(60_000, 60_000)),
    '/bom-gzip': (_request, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed),
    '/tak-habis': (_request, response) => void response.write(call.subarray(0, 900)),
    '/tertutup': (_request, response) => void response.end(call),
    '/pergi': status(404),
    '/sibuk': status(503),
  });
});
afterAll(async () => {
  await Promise.all([pool.close(), site.close()]);
});

interface Looking {
  readonly hosts?: readonly string[];
  readonly timeoutMs?: number;
  readonly waitMs?: number;
  readonly read?: PicturePool['readPicture'];
  readonly posters?: Awaited<ReturnType<Parameters<typeof createLookAtPicture>[0]['bank']['listLooks']>>;
}

function openLook({ hosts = [site.host], waitMs, read, posters = [], ...more }: Looking = {}) {
  const out = { allowPrivateHosts: hosts, clock, userAgent: 'uji' };
  const readFile = createFileReader({ ...out, ...PICTURE_ASKING, ...more, robots: createRobots(out) });
  const take = createTakePicture({ readFile, pool });
  const bank = { listLooks: async () => posters };
  const reading = { readPicture: read ?? pool.readPicture };
  return {
    take,
    look: createLookAtPicture({ take, pool: reading, bank, ...(waitMs === undefined ? {} : { waitMs }) }),
  };
}

describe('a picture of a public page', () => {
  it('is fetched, drawn anew, read with its places, and known by the digest of what came', async () => {
    const seen = await openLook().look(new URL(site.url('/poster.jpg')), never);
    expect(seen).toMatchObject({ text: CALL.join('\n'), sha256: sha256(call), poster: undefined });
  });

  it('is known as the registered poster that it is', async () => {
    const looks = await looksOfCuts(await sharp(call).resize(600).jpeg({ quality: 40 }).toBuffer());
    const posters = [{ election: 'contoh', ticket: TICKET, file: 'a', looks }];
    const seen = await openLook({ posters }).look(new URL(site.url('/poster.jpg')), never);
    expect(seen).toMatchObject({ poster: TICKET });
  });

  it.each([
    ['/bom', 'picture_too_large'],
    ['/bom-gzip', 'picture_too_large'],
    ['/bukan', 'picture_unreadable'],
    ['/tertutup', 'picture_closed'],
    ['/pergi', 'picture_away'],
    ['/sibuk', 'picture_away'],
    ['/tak-habis', 'picture_late'],
  ])('costs the visit nothing but itself: %s is %s', async (path, reason) => {
    expect(
      await openLook({ timeoutMs: path === '/tak-habis' ? 300 : 60_000 }).look(new URL(site.url(path)), never),
    ).toBe(reason);
  });

  it('of an inner network is never asked for', async () => {
    expect(await openLook({ hosts: [] }).look(new URL(site.url('/poster.jpg')), never)).toBe('picture_closed');
  });

  it('waits for its turn, and is told of where the reader is busy; the visit can leave it', async () => {
    const url = new URL(site.url('/poster.jpg'));
    const read = () => new Promise<never>(() => {});
    expect(await openLook({ read, waitMs: 20 }).look(url, never)).toBe('picture_busy');
    const end = new AbortController();
    const looking = expect(openLook({ read }).look(url, end.signal)).rejects.toThrow('berhenti');
    end.abort(new Error('berhenti'));
    await looking;
  });
});

describe('pictures of an account that is visited', () => {
  let test: TestCore;
  let place: Place;
  let asn: AtpAgent;
  let screener: Screener;
  let accountId: string;
  beforeAll(async () => {
    test = await openTestCore({ clock });
    await saveOffice(test.core);
    place = await startPlace();
    asn = await place.signIn('asn-gambar.contoh.test');
    const { ruleSet, elections } = await loadAll();
    screener = createScreener({ ...ruleSet, elections });
    const draft = anAccountDraft(1, { handle: 'asn-gambar.contoh.test' });
    await test.core.storage.accounts.saveAccounts([draft]);
    accountId = (await findByHandle(test.core.storage, draft.platform, draft.handle))!.id;
  });
  afterAll(() => Promise.all([test.close(), place.close()]));

  const open = () => openLook({ hosts: hostsOf(place.service) });
  const look = () => open().look;

  async function blobUrl(uri: string): Promise<string> {
    const { data } = await asn.com.atproto.repo.getRecord({
      repo: asn.assertDid,
      collection: 'app.bsky.feed.post',
      rkey: uri.split('/').at(-1)!,
    });
    const { embed } = data.value as { embed: { images: { image: { ref: { toString(): string } } }[] } };
    const query = new URLSearchParams({ did: asn.assertDid, cid: String(embed.images[0]!.image.ref) });
    return `${place.service}/xrpc/com.atproto.sync.getBlob?${query}`;
  }

  async function show(bytes: Buffer, alt = '', text = ''): Promise<string> {
    const { data } = await asn.uploadBlob(bytes, { encoding: 'image/jpeg' });
    const embed = { $type: 'app.bsky.embed.images', images: [{ alt, image: data.blob }] };
    return (await post(asn, hoursAgo(2), { text, embed })).uri;
  }

  async function visit(by: LookAtPicture = look()) {
    let asked = 0;
    const counting: LookAtPicture = (url, signal) => {
      asked += 1;
      return by(url, signal);
    };
    const { storage, activityId } = test.core;
    const report = await collectAccount(
      {
        accounts: storage.accounts,
        coverage: storage.coverage,
        activityId,
        collectorFor: () => collectorAt(place),
        takeIn: takeInBy(test.core, () => screener),
        pictures: createVisitPictureDeps({ clock }, { look: counting, screener: () => screener }),
        clock,
        visitEveryMs: 1,
      },
      accountId,
      attempt,
    );
    const [posts] = (await storage.coverage.listCoverageOf(accountId, '2026-11-20')).filter(
      ({ signal }) => signal === 'posts',
    );
    return { ...report, asked, posts };
  }

  async function flagsOf(externalId: string) {
    const { flags } = await test.core.storage.flags.listFlagQueue({ state: 'sealing' }, { limit: 50 });
    const acts = await Promise.all(
      flags.map(async (flag) => ({ flag, act: (await test.core.storage.activities.findMarked(flag.activityId))! })),
    );
    return acts.filter(({ act }) => act.externalId === externalId);
  }

  it('are read before the act is judged: a poster without a word beside it is marked, with its words in their boxes', async () => {
    const uri = await show(call);
    expect(await visit()).toMatchObject({ newActivities: 1, asked: 1, posts: { skipped: {} } });
    const [{ flag, act }] = (await flagsOf(uri)) as [Awaited<ReturnType<typeof flagsOf>>[number]];
    expect(flag.matches.map(({ rule }) => rule)).toContain('share-campaign-post');
    const [span] = flag.matches.flatMap(({ spans }) => spans).filter(({ field }) => field === 'media.1.text');
    const { text, picture } = act.media![1]!;
    const [box] = boxesOf({ text: text!, words: picture!.words }, span!);
    expect(picture!.sha256).toBe(sha256(call));
    expect(box![0]).toBeGreaterThan(60);
    expect(box![3]).toBeLessThan(750);
    const { beside, absent } = await findOwnPictures(open().take, act, attempt);
    expect(absent).toEqual([]);
    expect(beside).toMatchObject([{ name: 'brought1.jpg', source: 'author', broughtSha256: sha256(call) }]);
  });

  it('of an act that no rule marks leave nothing anywhere, and are asked for once', async () => {
    const unmarked = await drawCall(['Rapat warga', 'hari Kamis'], '#004d40');
    const seen = await look()(new URL(await blobUrl(await show(unmarked, '', 'Undangan'))), never);
    expect(seen).toMatchObject({ text: expect.stringContaining('Kamis'), sha256: sha256(unmarked) });
    expect(await visit()).toMatchObject({ newActivities: 1, asked: 1 });
    expect(await visit()).toMatchObject({ newActivities: 0, asked: 0 });
    const raw = await createConnection(inject('mongodbUri'), { dbName: test.databaseName }).asPromise();
    const names = (await raw.listCollections()).map(({ name }) => name);
    const all = await Promise.all(names.map((name) => raw.collection(name).find().toArray()));
    await raw.close();
    const stored = JSON.stringify(all);
    expect(stored).toContain(sha256(call));
    for (const trace of ['Kamis', 'Undangan', sha256(unmarked)]) expect(stored).not.toContain(trace);
  });

  it('are counted by reason where they are not read, and the act is judged by its words', async () => {
    const uri = await show(await drawCall(['Apa saja']), '', 'Ayo coblos nomor 1 Bram-Sekar!');
    const { posts } = await visit(async () => 'picture_too_large');
    expect(posts?.skipped).toEqual({ picture_too_large: 1 });
    const [{ act }] = (await flagsOf(uri)) as [Awaited<ReturnType<typeof flagsOf>>[number]];
    expect(act.media).toEqual([{ url: expect.stringContaining('getBlob') }]);
  });

  it('that are others by the time of sealing, or gone, are missing in the pack and say why', async () => {
    const act = { id: 'x', media: [{ text: 'a', url: 'https://x.example/a', picture: { sha256: 'cd', words: [] } }] };
    const other = async () => ({ sha256: 'ef', drawn: { bytes: call, mime: 'image/jpeg' as const } });
    expect(await findOwnPictures(other, act, attempt)).toMatchObject({ beside: [], absent: [{ reason: 'gone' }] });
    const away = async () => 'picture_away' as const;
    expect(await findOwnPictures(away, act, attempt)).toMatchObject({ absent: [{ reason: 'unreachable' }] });
    await expect(findOwnPictures(away, act, { ...attempt, isLastTry: false })).rejects.toMatchObject({
      retryable: true,
    });
  });
});

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
