import type { AtpAgent } from '@atproto/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CollectorEvent } from '../../src/domain/collecting.js';
import type { BlueskyCollectorOptions } from '../../src/platforms/bluesky/bluesky-collector.js';
import { tidOf } from '../../src/platforms/bluesky/tid.js';
import { createHostHolds } from '../../src/reach/host-holds.js';
import { collectorAt, hoursAgo, NOW, type Place, post, startPlace, targetOf, write } from './bluesky-place.js';
import { actsOf, cursorOf, skipsOf, visit } from './collector.contract.js';
import { startFaultyProxy } from './faulty-server.js';
import { hostsOf } from './local-hosts.js';

const LIKE = 'app.bsky.feed.like';
const FOLLOW = 'app.bsky.graph.follow';
const POST = 'app.bsky.feed.post';
const minutesAgo = (minutes: number) => hoursAgo(minutes / 60);
const later = (hours: number) => () => new Date(NOW.getTime() + hours * 3_600_000);

let place: Place;
let paslon: AtpAgent;
beforeAll(async () => {
  place = await startPlace();
  paslon = await place.signIn('paslon.contoh.test');
});
afterAll(() => place.close());

const collector = (more: Partial<BlueskyCollectorOptions> = {}) => collectorAt(place, more);

const hiddenIn = (events: readonly CollectorEvent[]) =>
  Object.fromEntries(events.flatMap((e) => (e.type === 'signal_hidden' ? [[e.signal, e]] : [])));

describe('look-ups that run out', () => {
  it.each([3, 1])('with %i of them, seven follows are found over several visits, each once', async (maxLookups) => {
    const asn = await place.signIn(`boros-${maxLookups}.contoh.test`);
    for (let i = 0; i < 7; i += 1) {
      const other = await place.signIn(`kawan-${i}.contoh.test`);
      await write(asn, { collection: FOLLOW, at: hoursAgo(20 - i), record: { subject: other.assertDid } });
    }
    const target = targetOf(`boros-${maxLookups}.contoh.test`);
    const found: (string | undefined)[] = [];
    const hidden: unknown[] = [];
    const visits = Math.ceil(7 / maxLookups);
    for (let turn = 0, cursor: string | undefined; turn < visits; turn += 1) {
      const events = await visit(collector({ maxLookups }), { ...target, cursor });
      found.push(...actsOf(events).map((act) => act.target?.account?.handle));
      hidden.push(hiddenIn(events).follows?.reason);
      cursor = cursorOf(events);
    }
    expect(found.sort()).toEqual(Array.from({ length: 7 }, (_, i) => `kawan-${i}.contoh.test`));
    expect(hidden).toEqual([...Array(visits - 1).fill('interrupted'), undefined]);
  });

  it('do not keep what is new from being read before what is left', async () => {
    const asn = await place.signIn('sisa.contoh.test');
    const subject = await post(paslon, hoursAgo(60), { text: 'contoh' });
    for (let i = 0; i < 6; i += 1) await write(asn, { collection: LIKE, at: hoursAgo(20 - i), record: { subject } });
    const own = await post(asn, hoursAgo(30), { text: 'utas' });
    for (let i = 0; i < 3; i += 1) {
      const other = await post(await place.signIn(`kawan-${i}.contoh.test`), hoursAgo(29), { text: `ke-${i}` });
      await post(asn, hoursAgo(12 - i), { text: `jawab-${i}`, reply: { root: own, parent: other } });
    }
    const target = targetOf('sisa.contoh.test');
    const first = await visit(collector({ maxLookups: 2 }), target);
    expect(hiddenIn(first).comments).toMatchObject({ reason: 'interrupted', detail: expect.stringContaining('jatah') });
    await post(asn, hoursAgo(2), { text: 'baru' });
    const texts = actsOf(first).map((act) => act.text);
    for (let turn = 0, cursor = cursorOf(first); turn < 3; turn += 1) {
      const events = await visit(collector({ maxLookups: 2 }), { ...target, cursor });
      texts.push(...actsOf(events).map((act) => act.text));
      cursor = cursorOf(events);
    }
    expect(texts.filter((text) => text !== '').sort()).toEqual(['baru', 'jawab-0', 'jawab-1', 'jawab-2', 'utas']);
  });
});

describe('a look-up that fails', () => {
  it('lets the like wait until the directory answers again', async () => {
    const asn = await place.signIn('direktori.contoh.test');
    const plc = await startFaultyProxy(place.plcDirectory);
    const subject = await post(paslon, hoursAgo(50), { text: 'contoh' });
    await write(asn, { collection: LIKE, at: hoursAgo(9), record: { subject } });
    const target = targetOf('direktori.contoh.test');
    plc.faults.set({ status: 503 }, paslon.assertDid);
    const first = await visit(collector({ plcDirectory: plc.url }), target);
    expect(actsOf(first)).toEqual([]);
    expect(skipsOf(first)).toEqual(['unresolved']);
    expect(hiddenIn(first).likes).toMatchObject({
      reason: 'unreachable',
      detail: expect.stringContaining('1 tindakan'),
    });
    plc.faults.set();
    const second = await visit(collector({ plcDirectory: plc.url }), { ...target, cursor: cursorOf(first) });
    expect(actsOf(second)).toMatchObject([{ kind: 'like', target: { account: { handle: 'paslon.contoh.test' } } }]);
    expect(hiddenIn(second)).toEqual({});
    const third = await visit(collector({ plcDirectory: plc.url }), { ...target, cursor: cursorOf(second) });
    expect(actsOf(third)).toEqual([]);
    await plc.stop();
  });

  it.each([{ status: 400 }, { status: 403 }, { status: 500 }, 'garbage', 'hangs-up'] as const)(
    'waits where a handle does not resolve once: %j',
    async (fault) => {
      const asn = await place.signIn('nama-kampanye.contoh.test');
      const service = await startFaultyProxy(place.service);
      const at = minutesAgo(30 + Math.random());
      await write(asn, { collection: FOLLOW, at, record: { subject: paslon.assertDid } });
      const target = targetOf('nama-kampanye.contoh.test', { since: at });
      service.faults.set(fault, 'resolveHandle?handle=paslon');
      const first = await visit(collector({ service: service.url }), target);
      expect(actsOf(first)).toEqual([]);
      expect(hiddenIn(first).follows).toBeDefined();
      service.faults.set();
      const second = await visit(collector({ service: service.url }), { ...target, cursor: cursorOf(first) });
      expect(actsOf(second)).toMatchObject([{ target: { account: { handle: 'paslon.contoh.test' } } }]);
      await asn.com.atproto.repo.deleteRecord({ repo: asn.assertDid, collection: FOLLOW, rkey: rkeyOf(second) });
      await service.stop();
    },
  );

  it('keeps an act no longer than three days waiting, and forgets one that was deleted', async () => {
    const asn = await place.signIn('sabar.contoh.test');
    const plc = await startFaultyProxy(place.plcDirectory);
    const stray = await place.signIn('hilang.contoh.test');
    await write(asn, { collection: FOLLOW, at: hoursAgo(9), record: { subject: stray.assertDid } });
    const gone = await write(asn, { collection: FOLLOW, at: hoursAgo(8), record: { subject: stray.assertDid } });
    plc.faults.set({ status: 503 }, stray.assertDid);
    const target = targetOf('sabar.contoh.test');
    const reading = (hours: number) => collector({ plcDirectory: plc.url, clock: later(hours) });
    const first = await visit(reading(0), target);
    expect(skipsOf(first)).toEqual(['unresolved', 'unresolved']);
    await asn.com.atproto.repo.deleteRecord({
      repo: asn.assertDid,
      collection: FOLLOW,
      rkey: gone.uri.split('/').at(-1)!,
    });
    const second = await visit(reading(71), { ...target, cursor: cursorOf(first) });
    expect(skipsOf(second)).toEqual(['unresolved']);
    const third = await visit(reading(72), { ...target, cursor: cursorOf(second) });
    expect(actsOf(third)).toMatchObject([{ target: { url: `https://app.test/profile/${stray.assertDid}` } }]);
    expect(hiddenIn(third)).toEqual({});
    await plc.stop();
  });

  it('stops before what it cannot remember, and reads on from there', async () => {
    const asn = await place.signIn('banyak.contoh.test');
    const plc = await startFaultyProxy(place.plcDirectory);
    const writes = Array.from({ length: 60 }, (_, i) => ({
      $type: 'com.atproto.repo.applyWrites#create' as const,
      collection: FOLLOW,
      rkey: tidOf(minutesAgo(600 - i)),
      value: { $type: FOLLOW, subject: paslon.assertDid, createdAt: minutesAgo(600 - i).toISOString() },
    }));
    await asn.com.atproto.repo.applyWrites({ repo: asn.assertDid, writes });
    plc.faults.set({ status: 503 }, paslon.assertDid);
    const target = targetOf('banyak.contoh.test');
    const first = await visit(collector({ plcDirectory: plc.url }), target);
    expect(skipsOf(first)).toHaveLength(50);
    expect(hiddenIn(first).follows).toMatchObject({ reason: 'unreachable' });
    plc.faults.set();
    const second = await visit(collector({ plcDirectory: plc.url }), { ...target, cursor: cursorOf(first) });
    expect(new Set(actsOf(second).map((act) => act.externalId)).size).toBe(60);
    expect(actsOf(second)).toHaveLength(60);
    await plc.stop();
  });

  it('of one small server does not slow the platform down', async () => {
    const asn = await place.signIn('tenang.contoh.test');
    const writer = await place.signIn('kecil.contoh.test');
    const small = await startFaultyProxy(place.service);
    const plc = await startFaultyProxy(place.plcDirectory, (body) =>
      body.includes(writer.assertDid) ? body.replaceAll(place.service, small.url) : body,
    );
    const subject = await post(writer, hoursAgo(50), { text: 'contoh' });
    await write(asn, { collection: LIKE, at: hoursAgo(9), record: { subject } });
    small.faults.set({ status: 429, headers: { 'retry-after': '3600' } });
    const allowPrivateHosts = hostsOf(place.service, plc.url, small.url);
    const reading = collector({ plcDirectory: plc.url, allowPrivateHosts });
    const events = await visit(reading, targetOf('tenang.contoh.test'));
    expect(hiddenIn(events).likes?.reason).toBe('rate_limited');
    expect(skipsOf(events)).toEqual(['unresolved']);
    await Promise.all([small.stop(), plc.stop()]);
  });
});

describe('"not now", kept as it was said', () => {
  /** An account whose home is a small server of its own, seen through a proxy that a test can spoil. */
  async function atSmallServer(handle: string) {
    const agent = await place.signIn(handle);
    const small = await startFaultyProxy(place.service);
    const plc = await startFaultyProxy(place.plcDirectory, (body) =>
      body.includes(agent.assertDid) ? body.replaceAll(place.service, small.url) : body,
    );
    const allowPrivateHosts = hostsOf(place.service, plc.url, small.url);
    let now = NOW;
    const clock = () => now;
    const reading = collector({ plcDirectory: plc.url, allowPrivateHosts, clock, holds: createHostHolds(clock) });
    return {
      agent,
      small,
      reading,
      pass: (ms: number) => {
        now = new Date(now.getTime() + ms);
      },
      stop: () => Promise.all([small.stop(), plc.stop()]),
    };
  }

  it('of the account’s own server holds that account, and nobody else', async () => {
    const { small, reading, stop } = await atSmallServer('sendiri.contoh.test');
    small.faults.set({ status: 429, headers: { 'retry-after': '7200' } });
    const error = await visit(reading, targetOf('sendiri.contoh.test')).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ retryAfterMs: 7_200_000, isOfAccount: true });
    const other = await place.signIn('lain.contoh.test');
    await post(other, hoursAgo(3), { text: 'terbaca' });
    expect(actsOf(await visit(reading, targetOf('lain.contoh.test'))).map((act) => act.text)).toEqual(['terbaca']);
    await stop();
  });

  it('of the directory holds the platform', async () => {
    const plc = await startFaultyProxy(place.plcDirectory);
    plc.faults.set({ status: 429, headers: { 'retry-after': '45' } });
    await place.signIn('semua.contoh.test');
    const reading = collector({ plcDirectory: plc.url });
    const error = await visit(reading, targetOf('semua.contoh.test')).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ retryAfterMs: 45_000, isOfAccount: false });
    await plc.stop();
  });

  it('of a stranger’s server leaves the act’s target unknown, asks it nothing before the time, and looks it up then', async () => {
    const { agent: stranger, small, reading, pass, stop } = await atSmallServer('orang.contoh.test');
    const asn = await place.signIn('penyuka.contoh.test');
    const subject = await post(stranger, hoursAgo(50), { text: 'kata orang' });
    await write(asn, { collection: LIKE, at: hoursAgo(9), record: { subject } });
    small.faults.set({ status: 429, headers: { 'retry-after': '7200' } });
    const first = await visit(reading, targetOf('penyuka.contoh.test'));
    expect([actsOf(first), skipsOf(first), hiddenIn(first).likes?.reason]).toEqual([
      [],
      ['unresolved'],
      'rate_limited',
    ]);
    small.faults.set();
    const asked = small.seen.length;
    pass(7_199_000);
    const second = await visit(reading, targetOf('penyuka.contoh.test', { cursor: cursorOf(first) }));
    expect([small.seen.length, skipsOf(second)]).toEqual([asked, ['unresolved']]);
    pass(1_000);
    const third = await visit(reading, targetOf('penyuka.contoh.test', { cursor: cursorOf(second) }));
    expect(actsOf(third)).toMatchObject([{ kind: 'like', target: { text: 'kata orang' } }]);
    await stop();
  });
});

function rkeyOf(events: readonly CollectorEvent[]): string {
  return actsOf(events)[0]!.externalId.split('/').at(-1)!;
}

describe('dates', () => {
  const dated = (agent: AtpAgent, at: Date, createdAt: string) =>
    write(agent, { collection: POST, at, record: { text: createdAt, createdAt } });

  it('of a clock ahead by minutes are waited for', async () => {
    const asn = await place.signIn('maju.contoh.test');
    const ahead = new Date(NOW.getTime() + 10 * 60_000);
    await dated(asn, minutesAgo(1), ahead.toISOString());
    const target = targetOf('maju.contoh.test');
    const first = await visit(collector(), target);
    expect(skipsOf(first)).toEqual(['in_future']);
    const second = await visit(collector({ clock: () => ahead }), { ...target, cursor: cursorOf(first) });
    expect(actsOf(second)).toMatchObject([{ publishedAt: ahead }]);
    expect(actsOf(second)[0]?.publishedAtSource).toBeUndefined();
    const third = await visit(collector({ clock: later(1) }), { ...target, cursor: cursorOf(second) });
    expect(actsOf(third)).toEqual([]);
  });

  it.each(['0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '2019-06-01T00:00:00Z', '2026-11-20T10:00:00Z', 'kemarin'])(
    'that are made up (%s) give way to the key, and it says so',
    async (createdAt) => {
      const asn = await place.signIn('karang.contoh.test');
      const at = new Date(tidNow());
      const written = await dated(asn, at, createdAt);
      const events = await visit(collector(), targetOf('karang.contoh.test', { since: hoursAgo(2) }));
      const act = actsOf(events).find(({ externalId }) => externalId === written.uri);
      expect(act).toMatchObject({ publishedAt: at, publishedAtSource: 'key' });
      expect(hiddenIn(events)).toEqual({});
    },
  );

  it('that are impossible are those of the first sight where no key tells, also when read later', async () => {
    const asn = await place.signIn('tanpa-kunci.contoh.test');
    const record = { text: 'x', createdAt: '1970-01-01T00:00:00Z' };
    await write(asn, { collection: POST, at: NOW, rkey: 'kunci-buatan', record });
    const events = await visit(collector(), targetOf('tanpa-kunci.contoh.test'));
    expect(actsOf(events)).toMatchObject([{ publishedAt: NOW, publishedAtSource: 'first_seen' }]);
    const cursor = cursorOf(events);
    expect(actsOf(await visit(collector(), targetOf('tanpa-kunci.contoh.test', { cursor })))).toEqual([]);
  });

  it.each(['UTC', 'Asia/Jakarta', 'Asia/Jayapura'])(
    'without a zone are not read by the zone of a server in %s',
    async (zone) => {
      const asn = await place.signIn('tanpa-zona.contoh.test');
      const at = new Date(tidNow());
      const before = process.env.TZ;
      process.env.TZ = zone;
      try {
        expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
        const written = await dated(asn, at, at.toISOString().replace('Z', ''));
        const events = await visit(collector(), targetOf('tanpa-zona.contoh.test'));
        const act = actsOf(events).find(({ externalId }) => externalId === written.uri);
        expect(act).toMatchObject({ publishedAt: at, publishedAtSource: 'key' });
      } finally {
        if (before === undefined) delete process.env.TZ;
        else process.env.TZ = before;
      }
    },
  );
});

let tick = 0;
/** Some minutes ago, each time another minute. */
function tidNow(): number {
  tick += 1;
  return NOW.getTime() - 60 * 60_000 + tick * 60_000;
}

describe('a second device', () => {
  it('with a slow clock is read although its key lies below what was read', async () => {
    const asn = await place.signIn('dua-gawai.contoh.test');
    await post(asn, minutesAgo(60), { text: 'lama' });
    await post(asn, minutesAgo(10), { text: 'gawai pertama' });
    const target = targetOf('dua-gawai.contoh.test');
    const first = await visit(collector(), target);
    expect(actsOf(first)).toHaveLength(2);
    await post(asn, minutesAgo(28), { text: 'gawai kedua' });
    await post(asn, hoursAgo(23), { text: 'gawai ketiga' });
    const second = await visit(collector(), { ...target, cursor: cursorOf(first) });
    expect(actsOf(second).map((act) => act.text)).toEqual(['gawai kedua', 'gawai ketiga']);
    const third = await visit(collector({ clock: later(200) }), { ...target, cursor: cursorOf(second) });
    expect(actsOf(third)).toEqual([]);
    await post(asn, minutesAgo(27), { text: 'masih terlambat' });
    const fourth = await visit(collector({ clock: later(201) }), { ...target, cursor: cursorOf(third) });
    expect(actsOf(fourth).map((act) => act.text)).toEqual(['masih terlambat']);
  });

  it('is read by a cursor of the first form too, from the next visit on', async () => {
    const asn = await place.signIn('kursor-lama.contoh.test');
    await post(asn, minutesAgo(60), { text: 'lama' });
    const newest = tidOf(minutesAgo(50));
    const cursor = JSON.stringify({ v: 1, collections: { [POST]: { newest } } });
    await post(asn, minutesAgo(40), { text: 'baru' });
    const first = await visit(collector(), targetOf('kursor-lama.contoh.test', { cursor }));
    expect(actsOf(first).map((act) => act.text)).toEqual(['baru']);
    await post(asn, minutesAgo(45), { text: 'terlambat' });
    const second = await visit(collector(), targetOf('kursor-lama.contoh.test', { cursor: cursorOf(first) }));
    expect(actsOf(second).map((act) => act.text)).toEqual(['terlambat']);
  });

  it('shows an edit that was made within the day', async () => {
    const asn = await place.signIn('sunting.contoh.test');
    const { uri } = await post(asn, minutesAgo(60), { text: 'mula-mula' });
    const first = await visit(collector(), targetOf('sunting.contoh.test'));
    const record = { $type: POST, text: 'disunting', createdAt: minutesAgo(60).toISOString() };
    await asn.com.atproto.repo.putRecord({
      repo: asn.assertDid,
      collection: POST,
      rkey: uri.split('/').at(-1)!,
      record,
    });
    const second = await visit(collector(), targetOf('sunting.contoh.test', { cursor: cursorOf(first) }));
    expect(actsOf(second).map((act) => act.text)).toEqual(['disunting']);
  });

  it('leaves a cursor that says nothing of what was read', async () => {
    const asn = await place.signIn('bocor.contoh.test');
    const uris: string[] = [];
    for (let i = 0; i < 5; i += 1) uris.push((await post(asn, minutesAgo(60 - i), { text: `ke-${i}` })).uri);
    const cursor = cursorOf(await visit(collector(), targetOf('bocor.contoh.test')));
    const told = uris.filter((uri) => cursor.includes(uri.split('/').at(-1)!));
    expect(told).toEqual([]);
  });
});
