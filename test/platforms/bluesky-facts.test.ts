import type { AtpAgent } from '@atproto/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBlueskyCollector } from '../../src/platforms/bluesky/bluesky-collector.js';
import { collectorAt, hoursAgo, NOW, type Place, post, startPlace, targetOf, write } from './bluesky-place.js';
import { actsOf, cursorOf, visit } from './collector.contract.js';
import { startFaultyProxy } from './faulty-server.js';
import { hostsOf } from './local-hosts.js';

const LIKE = 'app.bsky.feed.like';
const PROFILE = 'app.bsky.actor.profile';
const RECORD = 'app.bsky.embed.record';

let place: Place;
let paslon: AtpAgent;
beforeAll(async () => {
  place = await startPlace();
  paslon = await place.signIn('paslon.contoh.test');
});
afterAll(() => place.close());

const collector = (service = place.service) => collectorAt(place, { service });
const campaign = { platform: 'bluesky', handle: 'paslon.contoh.test' };
const readAll = async (handle: string) => actsOf(await visit(collector(), targetOf(handle)));

const WISH = {
  labels: { $type: 'com.atproto.label.defs#selfLabels', values: [{ val: 'lain' }, { val: '!no-unauthenticated' }] },
};
const wish = (agent: AtpAgent, record: object) =>
  write(agent, { collection: PROFILE, at: NOW, rkey: 'self', record: { displayName: 'Contoh', ...record } });

describe('an answer that quotes', () => {
  it('is aimed at the post answered and at the post quoted', async () => {
    const asn = await place.signIn('dua-tujuan.contoh.test');
    const call = await post(paslon, hoursAgo(50), { text: 'Coblos nomor 9, contoh!' });
    const own = await post(asn, hoursAgo(40), { text: 'utas saya' });
    const reply = { root: own, parent: own };
    await post(asn, hoursAgo(39), { text: 'Simak', reply, embed: { $type: RECORD, record: call } });
    const [answer] = await readAll('dua-tujuan.contoh.test');
    expect(answer).toMatchObject({ kind: 'comment', text: 'Simak' });
    expect(answer?.target).toMatchObject({ account: { handle: 'dua-tujuan.contoh.test' }, text: 'utas saya' });
    expect(answer?.target?.quoted).toMatchObject({ account: campaign, text: 'Coblos nomor 9, contoh!' });
  });

  it('keeps a link beside what is answered or quoted, and names one target once', async () => {
    const asn = await place.signIn('kartu.contoh.test');
    const call = await post(paslon, hoursAgo(50), { text: 'Coblos nomor 9, contoh!' });
    const reply = { root: call, parent: call };
    const card = {
      $type: 'app.bsky.embed.external',
      external: { uri: 'https://kabar.test/a', title: 'Kabar', description: '' },
    };
    await post(asn, hoursAgo(9), { text: 'a', reply, embed: card });
    const record = { $type: RECORD, record: call };
    await post(asn, hoursAgo(8), {
      text: 'b',
      embed: { $type: 'app.bsky.embed.recordWithMedia', record, media: card },
    });
    await post(asn, hoursAgo(7), { text: 'c', reply, embed: record });
    const [same, quote, answer] = await readAll('kartu.contoh.test');
    const link = { form: 'link', url: 'https://kabar.test/a', text: 'Kabar' };
    expect(answer).toMatchObject({ kind: 'comment', target: { account: campaign, quoted: link } });
    expect(quote).toMatchObject({ kind: 'share', target: { account: campaign, quoted: link } });
    expect(same?.target?.account).toEqual(campaign);
    expect(same?.target?.quoted).toBeUndefined();
  });

  it('keeps the link beside the post answered and the one quoted, all three', async () => {
    const asn = await place.signIn('tiga-tujuan.contoh.test');
    const call = await post(paslon, hoursAgo(50), { text: 'Coblos nomor 9, contoh!' });
    const own = await post(asn, hoursAgo(40), { text: 'utas saya' });
    const media = {
      $type: 'app.bsky.embed.external',
      external: { uri: 'https://kabar.test/a', title: 'Kabar', description: '' },
    };
    const embed = { $type: 'app.bsky.embed.recordWithMedia', record: { $type: RECORD, record: call }, media };
    await post(asn, hoursAgo(9), { text: 'a', reply: { root: own, parent: own }, embed });
    await post(asn, hoursAgo(8), { text: 'b', reply: { root: call, parent: call }, embed });
    const [same, all] = await readAll('tiga-tujuan.contoh.test');
    const link = { form: 'link', url: 'https://kabar.test/a', text: 'Kabar' };
    expect(all?.target).toMatchObject({ text: 'utas saya', quoted: { account: campaign, quoted: link } });
    expect(same?.target).toMatchObject({ account: campaign, quoted: link });
  });

  it('is read although one of its addresses is none', async () => {
    const asn = await place.signIn('acuan-rusak.contoh.test');
    const broken = { uri: 'bukan alamat', cid: 'x' };
    await post(asn, hoursAgo(9), { text: 'a', embed: { $type: RECORD, record: broken } });
    await post(asn, hoursAgo(8), { text: 'b', reply: { root: broken, parent: broken } });
    expect((await readAll('acuan-rusak.contoh.test')).map((act) => act.text)).toEqual(['b', 'a']);
  });
});

describe('likes and quotes of what is no post', () => {
  const at = hoursAgo(60);
  it.each([
    { collection: 'app.bsky.feed.generator', rkey: 'k', form: 'feed', path: '/profile/paslon.contoh.test/feed/k' },
    { collection: 'app.bsky.graph.list', rkey: 'k', form: 'list', path: '/profile/paslon.contoh.test/lists/k' },
    {
      collection: 'app.bsky.graph.starterpack',
      rkey: 'k',
      form: 'starter_pack',
      path: '/starter-pack/paslon.contoh.test/k',
    },
    { collection: 'app.bsky.labeler.service', rkey: 'self', form: 'labeler', path: '/profile/paslon.contoh.test' },
    { collection: 'com.contoh.blog.entry', rkey: 'k', form: 'other', path: undefined },
  ])('$collection: said for what it is, with its own address', async ({ collection, rkey, form, path }) => {
    const handle = `suka-${form.slice(0, 6).replace('_', '')}.contoh.test`;
    const asn = await place.signIn(handle);
    const isNamed = form !== 'labeler' && form !== 'other';
    const name = collection === 'app.bsky.feed.generator' ? 'displayName' : 'name';
    const record = isNamed ? { [name]: 'Kabar kampanye contoh', description: 'ringkas' } : { title: 'x' };
    const subject = await write(paslon, { collection, at, rkey, record });
    await write(asn, { collection: LIKE, at: hoursAgo(9), record: { subject } });
    await post(asn, hoursAgo(8), { text: 'Simak', embed: { $type: RECORD, record: subject } });
    const acts = await readAll(handle);
    expect(acts.map((act) => act.kind)).toEqual(['share', 'like']);
    const url = path === undefined ? expect.stringContaining('getRecord') : `https://app.test${path}`;
    const text = isNamed ? 'Kabar kampanye contoh\nringkas' : undefined;
    for (const { target } of acts) expect(target).toEqual({ account: campaign, form, url, text });
  });
});

describe('an account that asks not to be shown to strangers', () => {
  it('is not read, until it asks no more', async () => {
    const asn = await place.signIn('tertutup.contoh.test');
    await post(asn, hoursAgo(9), { text: 'jangan dibaca' });
    await wish(asn, WISH);
    const target = targetOf('tertutup.contoh.test');
    const events = await visit(collector(), target);
    expect(actsOf(events)).toEqual([]);
    const hidden = events.flatMap((event) => (event.type === 'signal_hidden' ? [event] : []));
    expect(hidden).toHaveLength(5);
    for (const one of hidden)
      expect(one).toMatchObject({ reason: 'not_public', detail: expect.stringContaining('meminta') });
    await asn.com.atproto.repo.deleteRecord({ repo: asn.assertDid, collection: PROFILE, rkey: 'self' });
    const later = await visit(collector(), { ...target, cursor: cursorOf(events) });
    expect(actsOf(later)).toMatchObject([{ text: 'jangan dibaca' }]);
  });

  it('is named where somebody likes it, without its words', async () => {
    const asn = await place.signIn('suka-tertutup.contoh.test');
    const shy = await place.signIn('pemalu.contoh.test');
    await wish(shy, WISH);
    const subject = await post(shy, hoursAgo(20), { text: 'hanya untuk yang masuk' });
    await write(asn, { collection: LIKE, at: hoursAgo(9), record: { subject } });
    const [like] = await readAll('suka-tertutup.contoh.test');
    expect(like?.target?.account?.handle).toBe('pemalu.contoh.test');
    expect(like?.target?.text).toBeUndefined();
  });

  it('is not taken for an open one where its wish cannot be read', async () => {
    await place.signIn('gagal-profil.contoh.test');
    const pds = await startFaultyProxy(place.service);
    const plc = await startFaultyProxy(place.plcDirectory, (body) => body.replaceAll(place.service, pds.url));
    pds.faults.set({ status: 500 }, 'app.bsky.actor.profile');
    const allowPrivateHosts = hostsOf(place.service, pds.url, plc.url);
    const options = { clock: () => NOW, service: place.service, plcDirectory: plc.url, allowPrivateHosts };
    const visiting = visit(createBlueskyCollector(options), targetOf('gagal-profil.contoh.test'));
    await expect(visiting).rejects.toMatchObject({ retryable: true, reason: 'unreachable' });
    await Promise.all([pds.stop(), plc.stop()]);
  });
});

describe('the parts of a post', () => {
  it('hold the hashtags kept beside the text, each whole one once', async () => {
    const asn = await place.signIn('tagar.contoh.test');
    await post(asn, hoursAgo(9), {
      text: 'Semangat #Contoh #ContohSekali',
      tags: ['contoh', '#Contohnya', 'Pilih9', ''],
    });
    const [act] = await readAll('tagar.contoh.test');
    expect(act?.text).toBe('Semangat #Contoh #ContohSekali\n#Contohnya #Pilih9');
  });

  it('may be of kinds made later', async () => {
    const asn = await place.signIn('jenis-baru.contoh.test');
    await post(asn, hoursAgo(9), { text: 'a', tags: 'bukan daftar', facets: 'bukan daftar', langs: 1, labels: 7 });
    expect((await readAll('jenis-baru.contoh.test')).map((act) => act.text)).toEqual(['a']);
  });
});
