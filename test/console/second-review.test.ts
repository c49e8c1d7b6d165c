import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { may, ROLES } from '../../src/domain/abilities.js';
import type { Verdict } from '../../src/domain/verdict.js';
import { type Caller, type ConsoleFixture, callAs, startConsoleFixture } from './console-fixture.js';
import { match, NOW, type SampleAct, spanOf } from './sample.js';
import { teach } from './verdicts.js';

const TEXT = 'Dukung Tirta-Kemuning nomor 1 (contoh)';
const REASON = 'Alasan pertama yang tidak boleh memengaruhi (contoh).';
const RULES = ['own-support', 'call-to-vote', 'own-support', 'call-to-vote', 'own-support'];
const idOf = (n: number) => `flagsecond${String(n).padStart(14, '0')}`;
/** Oldest first; the last one lies outside of the supervisor's offices. */
const ACTS: readonly SampleAct[] = [...RULES, 'own-support'].map((rule, n) => ({
  ...{ id: idOf(n), account: n === 5 ? 4 : n % 4, kind: n === 1 ? 'share' : 'post', text: TEXT, hoursAgo: 300 - n },
  matches: [match(rule, [spanOf(TEXT, 'Dukung', 'kata dukungan')])],
  cleared: n === 2 ? [{ reason: 'Kritik kebijakan', spans: [] }] : [],
}));

let fixture: ConsoleFixture;
const callers: Record<string, Caller> = {};
const NAMES = ['reviewer', 'reviewer2', 'reviewer-sulsel', 'supervisor', 'supervisor2', 'sekda'];

beforeAll(async () => {
  fixture = await startConsoleFixture({ acts: ACTS });
  for (const name of NAMES) callers[name] = await callAs(fixture.app, name);
  await decideAll(fixture, callers, ['confirmed', 'dismissed', 'confirmed', 'dismissed']);
});
afterAll(() => fixture.close());

async function decide(given: { by: Caller; id: string; verdict: Verdict; of: ConsoleFixture }): Promise<void> {
  const { version, cleared } = (await given.of.storage.flags.findFlag(given.id))!;
  const { statusCode, body } = await given.by.post(`/api/flags/${given.id}/verdict`, {
    ...{ verdict: given.verdict, reason: REASON, weighed: cleared.map((c) => c.reason), seenVersion: version },
  });
  if (statusCode !== 200) throw new Error(body);
}

/** Flags 0 to 3 are decided once, the first one after a question; 4 stays open; 5 is decided in another office. */
async function decideAll(of: ConsoleFixture, by: Record<string, Caller>, verdicts: readonly Verdict[]): Promise<void> {
  await decide({ of, by: by.reviewer2!, id: idOf(0), verdict: 'needs_context' });
  for (const [n, verdict] of verdicts.entries()) await decide({ of, by: by.reviewer!, id: idOf(n), verdict });
  await decide({ of, by: by['reviewer-sulsel']!, id: idOf(5), verdict: 'confirmed' });
}

const list = async (query = '', by = 'supervisor') => (await callers[by]!.get(`/api/second-reviews${query}`)).json();
const idsOf = (queue: { items: { id: string }[] }) => queue.items.map((item) => item.id);
const decided = async (by: string, query = '') => (await callers[by]!.get(`/api/decisions?${query}`)).json();
const countsOf = (confirmed: number, dismissed: number) => [
  { verdict: 'confirmed', count: confirmed },
  { verdict: 'dismissed', count: dismissed },
];
const next = async (body: object = {}, by = 'supervisor') =>
  (await callers[by]!.post('/api/second-reviews/next', body)).json().id;

describe('what waits for a second review', () => {
  it('are flags of the own offices decided by one other person, confirmed or dismissed, oldest first', async () => {
    const queue = await list();
    expect(idsOf(queue)).toEqual([0, 1, 2, 3].map(idOf));
    expect(queue).toMatchObject({ order: 'oldest', counts: { open: 1, decided: 4, second: 4 }, nextCursor: null });
    expect(queue.items[0]).toMatchObject({ questionCount: 1, claim: null, why: [], isOverdue: false });
    expect(queue.items[1]).toMatchObject({ questionCount: 0, clearedCount: 0 });
    expect(idsOf((await callers.supervisor!.get('/api/flags')).json())).toEqual([idOf(4)]);
  });

  it('is counted in the queue for who may give it, and for nobody else', async () => {
    const counts = async (by: string) => (await callers[by]!.get('/api/flags')).json().counts;
    expect(await counts('supervisor')).toEqual({ open: 1, sealing: 0, decided: 4, second: 4, asked: 0 });
    expect(await counts('reviewer')).toEqual({ open: 1, sealing: 0, decided: 4, second: null, asked: 0 });
  });

  it('pages without gap or repeat, and holds the filters of the queue', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await list(`?limit=1${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      seen.push(...idsOf(page));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([0, 1, 2, 3].map(idOf));
    expect(idsOf(await list('?rule=call-to-vote'))).toEqual([1, 3].map(idOf));
    expect(idsOf(await list('?kind=share'))).toEqual([idOf(1)]);
    expect(idsOf(await list('?office=SBY-DISDIK'))).toEqual([idOf(1)]);
    expect(idsOf(await list('?office=SULSEL-BAP'))).toEqual([]);
  });

  it('is handed out in the same order without a claim, past the flag just left, and begins anew at the end', async () => {
    expect(await next()).toBe(idOf(0));
    expect(await next({ after: idOf(0) })).toBe(idOf(1));
    expect(await next({ after: idOf(1), rule: 'call-to-vote' })).toBe(idOf(3));
    expect(await next({ after: idOf(3) })).toBe(idOf(0));
    expect(await next({ after: idOf(1), kind: 'share' })).toBeNull();
    expect(await next({ office: 'SULSEL-BAP' })).toBeNull();
    for (const n of [0, 1, 3]) expect((await fixture.storage.flags.findFlag(idOf(n)))!.claim).toBeUndefined();
  });

  it('is written to the log before it is shown', async () => {
    await list();
    const [entry] = await fixture.storage.audit.listEntries({ limit: 1 });
    expect(entry).toMatchObject({ action: 'queue_viewed', details: { order: 'oldest', waiting: 'second' } });
  });

  it.each(['limit=0', 'kind=hack', 'office[$gt]=', 'order=similar&rule=a&rule=b', 'cursor=zz'])(
    'answers %s with what is wrong, or as if there were none, never with a failure',
    async (query) => {
      expect((await callers.supervisor!.get(`/api/second-reviews?${query}`)).statusCode).toBeLessThan(500);
    },
  );
});

describe('access to second reviews', () => {
  it.each(ROLES.filter((role) => !may({ role }, 'review_second')))(
    'is refused to %s, list and next alike',
    async (role) => {
      const caller = await callAs(fixture.app, role);
      expect((await caller.get('/api/second-reviews')).statusCode).toBe(403);
      expect((await caller.post('/api/second-reviews/next')).statusCode).toBe(403);
    },
  );
});

describe('blindness of the list', () => {
  it('tells neither verdict nor reason nor name, and takes no order learned from the very same verdicts', async () => {
    for (const query of ['', '?order=similar', '?limit=2']) {
      const { body } = await callers.supervisor!.get(`/api/second-reviews${query}`);
      const { reviewerId } = (await fixture.storage.flags.findFlag(idOf(0)))!.reviews[1]!;
      for (const word of ['confirmed', 'dismissed', REASON, 'Sari', 'Bagus', reviewerId])
        expect(body).not.toContain(word);
      expect(JSON.parse(body).order).toBe('oldest');
    }
  });

  it('answers byte for byte the same, whichever way and in whichever order the first decisions went', async () => {
    const answers: string[] = [];
    for (const verdicts of [
      ['confirmed', 'dismissed', 'confirmed', 'dismissed'],
      ['dismissed', 'dismissed', 'confirmed', 'confirmed'],
    ] as const) {
      const of = await startConsoleFixture({ acts: ACTS });
      // A taught order, which these verdicts would join.
      await teach(of.storage, { count: 12, rule: 'call-to-vote', verdict: 'confirmed' });
      await teach(of.storage, { count: 12, rule: 'own-support', verdict: 'dismissed' });
      const by: Record<string, Caller> = {};
      for (const name of NAMES) by[name] = await callAs(of.app, name);
      for (const [step, n] of (verdicts[0] === 'confirmed' ? [0, 1, 2, 3] : [3, 1, 0, 2]).entries()) {
        of.setNow(new Date(NOW.getTime() + step * 60_000));
        await decide({ of, by: by.reviewer!, id: idOf(n), verdict: verdicts[n]! });
      }
      of.setNow(new Date(NOW.getTime() + 3_600_000));
      const pages = ['?order=similar', '?limit=2', '?rule=call-to-vote', '?kind=share'].map((query) =>
        by.supervisor!.get(`/api/second-reviews${query}`),
      );
      answers.push((await Promise.all(pages)).map((answer) => answer.body).join('\n'));
      await of.close();
    }
    expect(answers[0]).toContain(idOf(3));
    expect(answers[1]).toBe(answers[0]);
  });
});

describe('the list of what is decided', () => {
  it('holds everything of the own offices, newest first, with words of the act, names and counts', async () => {
    const { items, counts, hidden, nextCursor, people } = await decided('reviewer');
    expect(items.map((item: { id: string }) => item.id)).toEqual([3, 2, 1, 0].map(idOf));
    expect(items[0]).toMatchObject({ verdict: 'dismissed', people: ['Sari Peninjau (contoh)'] });
    expect(items[0]).toMatchObject({ firstLine: { of: 'own', text: TEXT }, isContentGone: false });
    expect([counts, hidden, nextCursor]).toEqual([countsOf(2, 2), 0, null]);
    const names = people.map(({ name }: { name: string }) => name);
    expect(names).toContain('Hadi Penyelia (contoh)');
    expect(names).not.toContain('Daeng Peninjau (contoh)');
    expect(idsOf(await decided('reviewer-sulsel'))).toEqual([idOf(5)]);
    expect(idsOf(await decided('reviewer', 'office=SULSEL-BAP'))).toEqual([]);
  });

  it('is narrowed by verdict, person, day and office, counts with it, and read on without gap or repeat', async () => {
    const { people } = await decided('reviewer');
    const personOf = (name: string) => people.find((p: { name: string }) => p.name.startsWith(name)).id;
    expect(idsOf(await decided('reviewer', 'verdict=confirmed'))).toEqual([2, 0].map(idOf));
    expect((await decided('reviewer', 'verdict=confirmed')).counts).toEqual(countsOf(2, 2));
    expect(idsOf(await decided('reviewer', `person=${personOf('Sari')}`))).toHaveLength(4);
    // A question is no decision.
    expect((await decided('reviewer', `person=${personOf('Bagus')}`)).counts).toEqual(countsOf(0, 0));
    expect((await decided('reviewer', 'day=2026-11-20&office=SBY-DISDIK')).counts).toEqual(countsOf(0, 1));
    expect(idsOf(await decided('reviewer', 'day=2026-11-19'))).toEqual([]);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await decided('reviewer', `limit=1${cursor && `&cursor=${cursor}`}`);
      seen.push(...idsOf(page));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([3, 2, 1, 0].map(idOf));
  });

  it('tells a second reviewer nothing that is still to be decided blind, by no filter, count or place', async () => {
    const { people } = await decided('supervisor');
    for (const query of [
      '',
      'verdict=confirmed',
      'day=2026-11-20',
      `person=${people[0].id}`,
      'cursor=99999999999999.z',
    ]) {
      const { items, counts, hidden } = await decided('supervisor', query);
      expect([items, counts, hidden], query).toEqual([[], countsOf(0, 0), 4]);
    }
  });

  it('tells no reviewer either what one colleague has decided: a question may bring it to them', async () => {
    const { people } = await decided('reviewer2');
    for (const query of ['', 'verdict=dismissed', 'day=2026-11-20', `person=${people[0].id}`]) {
      const { items, counts, hidden } = await decided('reviewer2', query);
      expect([items, counts, hidden], query).toEqual([[], countsOf(0, 0), 4]);
    }
    const sheet = await callers.reviewer2!.get('/api/decisions/sheet?format=csv');
    expect(sheet.body.trimEnd().split('\r\n')).toHaveLength(1);
  });

  it('leaves the house as a file by the same filters, with the entry first and nothing of a blind review in it', async () => {
    const sheet = (by: string, query = '') => callers[by]!.get(`/api/decisions/sheet?format=csv&${query}`);
    const file = await sheet('reviewer', 'day=2026-11-20&until=2026-11-20&verdict=confirmed');
    expect(file.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="netra-keputusan-2026-11-20-2026-11-20.csv"',
    });
    const [header, ...rows] = file.body.trimEnd().split('\r\n');
    expect(header).toContain('"Diputuskan pada";"Keputusan";"Pemutus";"Alasan"');
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).toMatch(/"dikonfirmasi";".*Sari.*";.*•+\d{3}/);
    expect(rows.map((row) => row.match(/flags\/(\w+)"/)?.[1])).toEqual([2, 0].map(idOf));
    // The words of an act stay in the console and in its sealed pack.
    expect(file.body).not.toContain(TEXT);
    const [entry] = await fixture.storage.audit.listEntries({ limit: 1 });
    expect(entry).toMatchObject({ action: 'exported', details: { format: 'csv', count: 2, verdict: 'confirmed' } });
    expect((await sheet('reviewer', 'until=2026-11-19')).body.trimEnd().split('\r\n')).toHaveLength(1);
    expect((await sheet('supervisor')).body.trimEnd().split('\r\n')).toHaveLength(1);
    expect((await sheet('sekda')).statusCode).toBe(403);
    const xlsx = await callers.reviewer!.get('/api/decisions/sheet?format=xlsx');
    expect(xlsx.body.slice(0, 2)).toBe('PK');
  });

  it('is made for a few at a time: who comes when too many wait is told when to come again', async () => {
    const sheets = Array.from({ length: 30 }, () => callers.reviewer!.get('/api/decisions/sheet?format=csv'));
    const answers = await Promise.all(sheets);
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 503]));
    expect(answers.find(({ statusCode }) => statusCode === 503)!.headers['retry-after']).toBe('10');
  });

  it('shows the Sekda office no word of an act, no name, and nobody’s decisions apart', async () => {
    const { items, people } = await decided('sekda', 'person=orang-lain');
    expect([items.length, people]).toEqual([4, []]);
    expect(items[0]).toMatchObject({ firstLine: null, isContentGone: false, people: [] });
  });

  it.each(['verdict=needs_context', 'day=2026-02-30', 'person[$gt]=', 'cursor=zz', 'limit=0', 'verdict=a&verdict=b'])(
    'answers %s with what is wrong, or as if there were none, never with a failure',
    async (query) => {
      expect((await callers.reviewer!.get(`/api/decisions?${query}`)).statusCode).toBeLessThan(500);
    },
  );
});

describe('a second verdict', () => {
  it('takes the flag off everybody’s list, while a question sends it back to the first queue', async () => {
    await decide({ of: fixture, by: callers.supervisor!, id: idOf(0), verdict: 'dismissed' });
    expect(idsOf(await list('', 'supervisor2'))).toEqual([1, 2, 3].map(idOf));
    await decide({ of: fixture, by: callers.supervisor!, id: idOf(2), verdict: 'needs_context' });
    for (const by of ['supervisor', 'supervisor2']) expect(idsOf(await list('', by))).toEqual([1, 3].map(idOf));
    const first = (await callers.supervisor!.get('/api/flags')).json();
    expect(first.items.map((i: { id: string }) => i.id)).toEqual([idOf(2), idOf(4)]);
    expect(first.items[0]).toMatchObject({ questionCount: 1 });
  });

  it('is not asked of the supervisor who gave the first one, only of another', async () => {
    await decide({ of: fixture, by: callers.supervisor!, id: idOf(4), verdict: 'dismissed' });
    expect(idsOf(await list())).not.toContain(idOf(4));
    expect(idsOf(await list('', 'supervisor2'))).toContain(idOf(4));
    expect(await next({ after: idOf(3) }, 'supervisor2')).toBe(idOf(4));
  });

  it('brings the flag into the list of what is decided, with both who decided, the one in force first', async () => {
    await decide({ of: fixture, by: callers.supervisor!, id: idOf(3), verdict: 'dismissed' });
    const { items, counts } = await decided('supervisor');
    expect(items.map((item: { id: string }) => item.id)).toEqual([4, 3].map(idOf));
    expect(items[1].people).toEqual(['Ratna Penyelia (contoh)', 'Sari Peninjau (contoh)']);
    expect(counts).toEqual(countsOf(0, 2));
    expect(idsOf(await decided('supervisor2'))).toEqual([idOf(3)]);
  });

  it('that is contrary to the first is counted as neither: every list says how many there are, and holds none', async () => {
    for (const by of ['supervisor', 'supervisor2', 'reviewer', 'sekda']) {
      const { items, counts, contrary } = await decided(by);
      expect(idsOf({ items })).not.toContain(idOf(0));
      expect(counts[0]).toEqual({ verdict: 'confirmed', count: 0 });
      expect(contrary).toBe(1);
    }
    const sheet = await callers.reviewer!.get('/api/decisions/sheet?format=csv&language=id');
    const row = sheet.body.split('\r\n').find((line) => line.includes(idOf(0)))!;
    expect(row).toContain('"";"";"";"SBY-PKM1"');
    expect(row).toContain('"dua keputusan berlawanan, belum dihitung"');
    const narrowed = await callers.reviewer!.get('/api/decisions/sheet?format=csv&rule=own-support');
    expect(narrowed.body).not.toContain(idOf(0));
  });
});
