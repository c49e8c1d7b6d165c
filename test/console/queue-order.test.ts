import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/domain/verdict.js';
import { MIN_ACCOUNTS_EACH } from '../../src/study/queue-model.js';
import { type Caller, type ConsoleFixture, callAs, startConsoleFixture } from './console-fixture.js';
import { match, NOW, type SampleAct, spanOf } from './sample.js';
import { teach } from './verdicts.js';

const TEXT = 'Dukung Tirta-Kemuning nomor 1 (contoh)';
const SPAN = spanOf(TEXT, 'Dukung', 'kata dukungan');
const LATER = 11 * 60_000;

/** Oldest first: what is mostly dismissed waits longest. */
const RULES = ['own-support', 'own-support', 'call-to-vote', 'own-support', 'call-to-vote'];
const acts = (ticket: string): SampleAct[] =>
  RULES.map((rule, i) => ({
    ...{ id: `flagorder${String(i).padStart(15, '0')}`, account: i % 4, kind: 'post', text: TEXT, hoursAgo: 50 - i },
    matches: [match(rule, [SPAN], { tickets: [ticket] })],
  }));

let fixture: ConsoleFixture;
const callers: Record<string, Caller> = {};
beforeAll(async () => {
  fixture = await startConsoleFixture({ acts: acts('contoh-pilwalkot/1') });
  for (const name of ['reviewer', 'reviewer2', 'sekda']) callers[name] = await callAs(fixture.app, name);
});
afterAll(() => fixture.close());

const list = async (query = '', by = 'reviewer') => (await callers[by]!.get(`/api/flags?order=similar${query}`)).json();
const idsOf = (queue: { items: { id: string }[] }) => queue.items.map((item) => Number(item.id.slice(-2)));
const verdicts = (count: number, rule: string, verdict: Verdict) => teach(fixture.storage, { count, rule, verdict });

describe('queue by what people confirmed before', () => {
  it('says that there are too few verdicts, and stays by age', async () => {
    await verdicts(MIN_ACCOUNTS_EACH - 1, 'call-to-vote', 'confirmed');
    await verdicts(MIN_ACCOUNTS_EACH - 1, 'own-support', 'dismissed');
    const queue = await list();
    expect(queue).toMatchObject({ order: 'oldest', tooFewVerdicts: { accountsEach: MIN_ACCOUNTS_EACH } });
    expect(idsOf(queue)).toEqual([0, 1, 2, 3, 4]);
    const second = await list(`&limit=2&cursor=${encodeURIComponent((await list('&limit=2')).nextCursor)}`);
    expect(idsOf(second)).toEqual([2, 3]);
  });

  it('learns behind the requests: the first answer after some minutes is still the old one, then the order is new', async () => {
    await verdicts(12, 'call-to-vote', 'confirmed');
    await verdicts(12, 'own-support', 'dismissed');
    expect((await list()).order).toBe('oldest');
    fixture.setNow(new Date(NOW.getTime() + LATER));
    expect((await list()).order).toBe('oldest');
    await expect.poll(async () => (await list()).order).toBe('similar');
    fixture.setNow(NOW);
  });

  it('puts first what is like confirmed acts, and says why in words without a number', async () => {
    const queue = await list();
    expect(idsOf(queue)).toEqual([2, 4, 0, 1, 3]);
    expect(queue).toMatchObject({ order: 'similar', tooFewVerdicts: null, counts: { open: 5 } });
    expect(queue.items[0].why).toEqual([{ of: 'rule', word: 'Ajakan memilih pasangan calon', pull: 'first' }]);
    expect(queue.items[4].why).toEqual([{ of: 'rule', word: 'Pernyataan dukungan sendiri', pull: 'last' }]);
    for (const { why } of queue.items) expect(JSON.stringify(why)).not.toMatch(/\d/);
  });

  it('hides nothing and adds nothing: same flags, same counts as by age, for every page size', async () => {
    const whole = (await callers.reviewer!.get('/api/flags')).json();
    expect(whole.order).toBe('oldest');
    expect(whole.items.every((item: { why: unknown[] }) => item.why.length === 0)).toBe(true);
    for (const limit of [1, 2, 3, 50]) {
      const ids: number[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page = await list(`&limit=${limit}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
        expect(page.counts).toEqual(whole.counts);
        ids.push(...idsOf(page));
        cursor = page.nextCursor;
      }
      expect(ids).toEqual([2, 4, 0, 1, 3]);
    }
  });

  it('keeps the order a person began with while a new one is learned, and says so once it is forgotten', async () => {
    const first = await list('&limit=2');
    const next = `&limit=2&cursor=${encodeURIComponent(first.nextCursor)}`;
    await verdicts(60, 'call-to-vote', 'dismissed');
    await verdicts(60, 'own-support', 'confirmed');
    fixture.setNow(new Date(NOW.getTime() + 2 * LATER));
    await list();
    await expect.poll(async () => idsOf(await list())[0]).toBe(0);
    expect(idsOf(await list(next))).toEqual([0, 1]);
    const forgotten = first.nextCursor.replace(/^\w{16}/, '0'.repeat(16));
    const refused = await callers.reviewer!.get(`/api/flags?order=similar&cursor=${encodeURIComponent(forgotten)}`);
    expect([refused.statusCode, refused.json().error.code]).toEqual([409, 'order_changed']);
    expect(refused.json().error.hint).toContain('tidak ada tanda yang hilang');
    await verdicts(300, 'call-to-vote', 'confirmed');
    await verdicts(300, 'own-support', 'dismissed');
    fixture.setNow(new Date(NOW.getTime() + 4 * LATER));
    await list();
    await expect.poll(async () => idsOf(await list())[0]).toBe(2);
    fixture.setNow(NOW);
  });

  it('holds filters, and is the same for the Sekda office, who reads no content', async () => {
    expect(idsOf(await list('&rule=own-support'))).toEqual([0, 1, 3]);
    const answer = await callers.sekda!.get('/api/flags?order=similar');
    expect(idsOf(answer.json())).toEqual([2, 4, 0, 1, 3]);
    expect(answer.body).not.toMatch(/Wiratmoko|Tirta|wiratmoko/);
  });

  it('is held by "next" as well, which gives two people two flags and never the one just left', async () => {
    const both = await Promise.all(
      ['reviewer', 'reviewer2'].map((n) => callers[n]!.post('/api/flags/next', { order: 'similar' })),
    );
    const ids: string[] = both.map((answer) => answer.json().id);
    expect(ids.map((id) => Number(id.slice(-2))).sort()).toEqual([2, 4]);
    const third = await callers.reviewer!.post('/api/flags/next', { order: 'similar', after: ids[0] });
    expect(third.json().id).toMatch(/00$/);
    const last = { order: 'similar', after: 'flagorder000000000000003' };
    // Behind the last one it begins anew, past what is held.
    expect((await callers.reviewer2!.post('/api/flags/next', last)).json().id).toMatch(/01$/);
    // Three are held; of the two left one was just left by this person.
    const fourth = await callers.reviewer2!.post('/api/flags/next', {
      order: 'similar',
      after: 'flagorder000000000000001',
    });
    expect(fourth.json().id).toMatch(/03$/);
    await callers.reviewer2!.post(`/api/flags/${fourth.json().id}/release`);
    expect((await callers.reviewer!.post('/api/flags/next', last)).json()).toEqual({ id: null });
    const held = [ids[0], third.json().id];
    for (const id of held) await callers.reviewer!.post(`/api/flags/${id}/release`);
    for (const id of [ids[1], 'flagorder000000000000001']) await callers.reviewer2!.post(`/api/flags/${id}/release`);
  });

  it('is written to the log with the order asked for', async () => {
    await list();
    expect((await fixture.storage.audit.listEntries({ limit: 1 }))[0]).toMatchObject({
      ...{ action: 'queue_viewed', details: { order: 'similar' } },
    });
  });

  it.each(['order=loudest', 'order=similar&cursor=~~~', 'order=similar&cursor=12.x', 'order=similar&order=oldest'])(
    'answers %s with what is wrong',
    async (query) => {
      const { statusCode } = await callers.reviewer!.get(`/api/flags?${query}`);
      expect([400, 409]).toContain(statusCode);
    },
  );
});

describe('symmetry', () => {
  it('swapping the tickets of all flags and of all verdicts learned from changes neither order nor reasons', async () => {
    const answers: unknown[] = [];
    for (const [ours, taught] of [
      ['contoh-pilwalkot/1', 'contoh-pilwalkot/2'],
      ['contoh-pilwalkot/2', 'contoh-pilwalkot/1'],
    ] as const) {
      const other = await startConsoleFixture({ acts: acts(ours) });
      await teach(other.storage, { count: 20, rule: 'call-to-vote', verdict: 'confirmed', ticket: taught });
      await teach(other.storage, { count: 20, rule: 'own-support', verdict: 'dismissed', ticket: ours });
      const { items } = (await (await callAs(other.app, 'reviewer')).get('/api/flags?order=similar')).json();
      answers.push(items.map(({ id, why }: { id: string; why: unknown }) => ({ id, why })));
      await other.close();
    }
    expect(answers[0]).toEqual(answers[1]);
    expect((answers[0] as { why: unknown[] }[])[0]!.why).not.toEqual([]);
  });
});
