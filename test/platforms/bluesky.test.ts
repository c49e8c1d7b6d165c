import type { AtpAgent } from '@atproto/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_READ_LENGTH } from '../../src/domain/activity.js';
import { type BlueskyCollectorOptions, createBlueskyCollector } from '../../src/platforms/bluesky/bluesky-collector.js';
import { instantOfTid, tidOf } from '../../src/platforms/bluesky/tid.js';
import { collectorAt, HOUR_MS, hoursAgo, NOW, type Place, post, startPlace, targetOf, write } from './bluesky-place.js';
import { actsOf, cursorOf, describeCollector, endingOf, FAULTS, skipsOf, visit } from './collector.contract.js';
import { startFaultyProxy } from './faulty-server.js';
import { hostsOf } from './local-hosts.js';

const clock = () => NOW;

describeCollector('bluesky', async () => {
  const place = await startPlace();
  const agent = await place.signIn('sari-contoh.contoh.test');
  const other = await place.signIn('paslon-contoh.contoh.test');
  const subject = await post(other, hoursAgo(30), { text: 'kampanye contoh' });
  await post(agent, hoursAgo(20), { text: 'kendali\u0000 contoh\u001b\u0085' });
  await post(agent, hoursAgo(10), { text: 'balasan', reply: { root: subject, parent: subject } });
  await post(agent, new Date(NOW.getTime() + HOUR_MS), { text: 'esok' });
  await post(agent, hoursAgo(8), { text: { bukan: 'teks' } });
  await write(agent, { collection: 'app.bsky.feed.repost', at: hoursAgo(7), record: { subject } });
  await write(agent, { collection: 'app.bsky.feed.like', at: hoursAgo(6), record: { subject } });
  await write(agent, { collection: 'app.bsky.graph.follow', at: hoursAgo(5), record: { subject: other.assertDid } });

  const pds = await startFaultyProxy(place.service);
  const plc = await startFaultyProxy(place.plcDirectory, (body) => body.replaceAll(place.service, pds.url));
  const timeoutMs = 5000;
  let minute = 0;
  return {
    collector: createBlueskyCollector({
      clock,
      service: pds.url,
      plcDirectory: plc.url,
      allowPrivateHosts: hostsOf(pds.url, plc.url),
      timeoutMs,
    }),
    timeoutMs,
    target: targetOf('sari-contoh.contoh.test'),
    offered: ['posts', 'shares', 'likes', 'comments', 'follows'],
    async addPost(text) {
      minute += 1;
      await post(agent, new Date(hoursAgo(4).getTime() + minute * 60_000), { text });
    },
    break: (fault) => pds.faults.set(fault, 'listRecords'),
    broken: () => pds.faults.nextSpoilt(),
    mend: () => pds.faults.set(),
    async stop() {
      await Promise.all([pds.stop(), plc.stop()]);
      await place.close();
    },
  };
});

describe('the bluesky collector', () => {
  let place: Place;
  let asn: AtpAgent;
  let paslon: AtpAgent;
  const collector = (more: Partial<BlueskyCollectorOptions> = {}) => collectorAt(place, more);

  beforeAll(async () => {
    place = await startPlace();
    [asn, paslon] = await Promise.all([place.signIn('asn-contoh.contoh.test'), place.signIn('paslon.contoh.test')]);
  });
  afterAll(() => place.close());

  it('tells what a like, a repost, a quote, an answer and a follow are aimed at', async () => {
    const subject = await post(paslon, hoursAgo(50), { text: 'Coblos nomor 9, contoh!' });
    await write(asn, { collection: 'app.bsky.feed.like', at: hoursAgo(40), record: { subject } });
    await write(asn, { collection: 'app.bsky.feed.repost', at: hoursAgo(39), record: { subject } });
    await write(asn, { collection: 'app.bsky.graph.follow', at: hoursAgo(38), record: { subject: paslon.assertDid } });
    await post(asn, hoursAgo(37), { text: 'Siap!', reply: { root: subject, parent: subject } });
    await post(asn, hoursAgo(36), { text: 'Setuju', embed: { $type: 'app.bsky.embed.record', record: subject } });

    const acts = actsOf(await visit(collector(), targetOf('asn-contoh.contoh.test')));
    const rkey = subject.uri.split('/').at(-1);
    const account = { platform: 'bluesky', handle: 'paslon.contoh.test' };
    const aimed = {
      account,
      text: 'Coblos nomor 9, contoh!',
      url: `https://app.test/profile/paslon.contoh.test/post/${rkey}`,
    };
    const byKind = (kind: string) => acts.filter((act) => act.kind === kind);
    expect(byKind('like')).toMatchObject([{ text: '', target: aimed }]);
    expect(byKind('share')).toMatchObject([
      { text: 'Setuju', target: aimed },
      { text: '', target: aimed },
    ]);
    expect(byKind('comment')).toMatchObject([{ text: 'Siap!', target: aimed }]);
    expect(byKind('follow')).toMatchObject([{ target: { account } }]);
    const open = await fetch(byKind('like')[0]!.url!);
    expect(await open.json()).toMatchObject({ value: { subject: { uri: subject.uri } } });
  });

  it('reads what pictures are said to show, and where a link leads', async () => {
    const { data } = await asn.uploadBlob(Buffer.from('contoh'), { encoding: 'image/png' });
    const images = [{ alt: 'Foto bersama contoh', image: data.blob }];
    await post(asn, hoursAgo(30), { text: 'Foto', embed: { $type: 'app.bsky.embed.images', images } });
    const external = { uri: 'https://kabar.test/a', title: 'Kabar contoh', description: 'ringkas' };
    await post(asn, hoursAgo(29), { text: 'Baca', embed: { $type: 'app.bsky.embed.external', external } });
    await post(asn, hoursAgo(28), { text: 'Baru', embed: { $type: 'app.bsky.embed.jenisBaru', apa: 1 } });

    const acts = actsOf(await visit(collector(), targetOf('asn-contoh.contoh.test', { since: hoursAgo(31) })));
    expect(acts.map((act) => act.text)).toEqual(['Baru', 'Baca', 'Foto']);
    expect(acts[2]?.media).toMatchObject([{ text: 'Foto bersama contoh', url: expect.stringContaining('getBlob') }]);
    expect(acts[1]?.target).toEqual({ url: 'https://kabar.test/a', text: 'Kabar contoh\nringkas' });
    expect(acts[2]?.url).toMatch(/^https:\/\/app\.test\/profile\/asn-contoh\.contoh\.test\/post\/[2-7a-z]{13}$/);
  });

  it('finds an account that was renamed, by its unchanging id', async () => {
    const renamed = await place.signIn('nama-lama.contoh.test');
    const [before] = await visit(collector(), targetOf('nama-lama.contoh.test'));
    expect(before).toEqual({ type: 'identity', externalId: renamed.assertDid, handle: 'nama-lama.contoh.test' });
    await renamed.com.atproto.identity.updateHandle({ handle: 'nama-baru.contoh.test' });
    const target = targetOf('nama-lama.contoh.test', { externalId: renamed.assertDid });
    const [after] = await visit(collector(), target);
    expect(after).toEqual({ type: 'identity', externalId: renamed.assertDid, handle: 'nama-baru.contoh.test' });
  });

  it('does not believe a DID document about a handle that leads elsewhere', async () => {
    const stranger = await place.signIn('orang-lain.contoh.test');
    const plc = await startFaultyProxy(place.plcDirectory, (body) =>
      body.replace('orang-lain.contoh.test', 'paslon.contoh.test'),
    );
    const target = targetOf('asn-contoh.contoh.test');
    await write(asn, { collection: 'app.bsky.graph.follow', at: hoursAgo(3), record: { subject: stranger.assertDid } });
    const acts = actsOf(await visit(collector({ plcDirectory: plc.url }), { ...target, since: hoursAgo(4) }));
    expect(acts).toMatchObject([{ kind: 'follow', target: { url: expect.stringContaining(stranger.assertDid) } }]);
    expect(acts[0]?.target?.account).toBeUndefined();
    await plc.stop();
  });

  it('says gone where nobody answers to the handle', async () => {
    const visiting = visit(collector(), targetOf('tidak-ada.contoh.test'));
    await expect(visiting).rejects.toMatchObject({ reason: 'gone', retryable: false });
  });

  it('keeps a like whose post was deleted since', async () => {
    const subject = await post(paslon, hoursAgo(2.9), { text: 'sebentar saja' });
    await write(asn, { collection: 'app.bsky.feed.like', at: hoursAgo(2.8), record: { subject } });
    await paslon.deletePost(subject.uri);
    const acts = actsOf(await visit(collector(), targetOf('asn-contoh.contoh.test', { since: hoursAgo(2.9) })));
    expect(acts).toMatchObject([{ kind: 'like', target: { account: { handle: 'paslon.contoh.test' } } }]);
    expect(acts[0]?.target?.text).toBeUndefined();
  });

  it('is not blinded by a record key made by hand that sorts above all times', async () => {
    const odd = await place.signIn('ganjil.contoh.test');
    await write(odd, { collection: 'app.bsky.feed.post', at: hoursAgo(9), rkey: 'zzzz', record: { text: 'kunci' } });
    const target = targetOf('ganjil.contoh.test');
    const first = await visit(collector(), target);
    await post(odd, hoursAgo(1), { text: 'sesudahnya' });
    const second = actsOf(await visit(collector(), { ...target, cursor: cursorOf(first) }));
    expect(second.map((act) => act.text)).toContain('sesudahnya');
  });

  it('says that its budget ended, and reads the rest on later visits', async () => {
    const busy = await place.signIn('sibuk.contoh.test');
    for (let batch = 0; batch < 2; batch += 1) {
      const writes = Array.from({ length: 130 }, (_, i) => {
        const at = new Date(hoursAgo(100).getTime() + (batch * 130 + i) * 60_000);
        const value = { $type: 'app.bsky.feed.post', text: `ke-${batch * 130 + i}`, createdAt: at.toISOString() };
        const create = 'com.atproto.repo.applyWrites#create' as const;
        return { $type: create, collection: 'app.bsky.feed.post', rkey: tidOf(at), value };
      });
      await busy.com.atproto.repo.applyWrites({ repo: busy.assertDid, writes });
    }
    const thrifty = collector({ maxPages: 1 });
    const target = targetOf('sibuk.contoh.test');
    const texts: string[] = [];
    let cursor: string | undefined;
    const hidden: boolean[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      const events = await visit(thrifty, { ...target, ...(cursor ? { cursor } : {}) });
      texts.push(...actsOf(events).map((act) => act.text));
      hidden.push(events.some((e) => e.type === 'signal_hidden' && e.reason === 'interrupted'));
      cursor = cursorOf(events);
    }
    expect(new Set(texts)).toEqual(new Set(Array.from({ length: 260 }, (_, i) => `ke-${i}`)));
    expect(texts).toHaveLength(260);
    expect(hidden.at(-1)).toBe(false);
  });

  it('reads addresses inside our own network only where it is told to', async () => {
    const careful = createBlueskyCollector({
      clock,
      service: place.service,
      plcDirectory: place.plcDirectory,
      allowPrivateHosts: [],
    });
    await expect(visit(careful, targetOf('asn-contoh.contoh.test'))).rejects.toMatchObject({ reason: 'not_public' });
  });

  it.each(FAULTS)('says $reasons where the directory answers $fault', async ({ fault, reasons }) => {
    const plc = await startFaultyProxy(place.plcDirectory);
    plc.faults.set(fault);
    const walled = collector({ plcDirectory: plc.url, timeoutMs: 5000 });
    const ending = await endingOf({ collector: walled, target: targetOf('asn-contoh.contoh.test') });
    expect(ending.error).toBeDefined();
    for (const reason of ending.reasons) expect(reasons).toContain(reason);
    await plc.stop();
  });

  it('counts what it skips by reason', async () => {
    const odd = await place.signIn('rusak.contoh.test');
    await post(odd, hoursAgo(5), { text: 'x'.repeat(100_500) });
    await write(odd, {
      collection: 'app.bsky.feed.post',
      at: hoursAgo(4),
      rkey: 'kunci-buatan',
      record: { text: 'tanggal rusak', createdAt: 'kemarin' },
    });
    await write(odd, { collection: 'app.bsky.feed.like', at: hoursAgo(3), record: { subject: 'bukan acuan' } });
    const events = await visit(collector(), targetOf('rusak.contoh.test'));
    expect(skipsOf(events).sort()).toEqual(['too_large', 'unreadable', 'unreadable']);
    expect(actsOf(events).map((act) => act.text.length)).toEqual([MAX_READ_LENGTH]);
  });
});

describe('record keys', () => {
  it('give back the instant they were made from, and sort as time does', () => {
    const tids = [hoursAgo(2), hoursAgo(1), NOW].map((at) => tidOf(at));
    expect([...tids].sort()).toEqual(tids);
    expect(instantOfTid(tids[2]!)).toEqual(NOW);
    expect(instantOfTid('self')).toBeUndefined();
  });
});
