import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, type ConsoleFixture, callAs, startConsoleFixture } from './console-fixture.js';
import { ACTS, HOSTILE, match, NOW, RULE_ENTRIES, type SampleAct, spanOf } from './sample.js';

let fixture: ConsoleFixture;
const callers: Record<string, Caller> = {};
const NAMES = [
  'reviewer',
  'reviewer2',
  'reviewer-sulsel',
  'reviewer-none',
  'supervisor',
  'sekda',
  'auditor',
  'analyst',
];

beforeAll(async () => {
  fixture = await startConsoleFixture();
  for (const name of NAMES) callers[name] = await callAs(fixture.app, name);
});
afterAll(() => fixture.close());

const [CALL, QUOTE, HOSTILE_FLAG, , LIKE] = ACTS.map((a) => a.id) as [string, string, string, string, string];
const TEXT = 'Dukung Tirta-Kemuning nomor 1, kata tetangga saya (contoh)';
let made = 0;

/** A flag of its own for one test. */
async function aFlag(options: { isSealed?: boolean; cleared?: string[]; account?: number } = {}): Promise<string> {
  made += 1;
  const act: SampleAct = {
    id: `flagtest${String(made).padStart(16, '0')}`,
    account: options.account ?? 0,
    kind: 'post',
    text: TEXT,
    hoursAgo: 1 - made / 100,
    matches: [match('own-support', [spanOf(TEXT, 'Dukung', 'kata dukungan')])],
    cleared: (options.cleared ?? []).map((reason) => ({ reason, spans: [] })),
  };
  await fixture.addAct(act, { isSealed: options.isSealed ?? true });
  return act.id;
}

const verdict = (seenVersion: number, more = {}) => ({
  ...{ verdict: 'dismissed', reason: 'Kutipan ucapan orang lain (contoh).', weighed: [], seenVersion },
  ...more,
});

describe('queue', () => {
  it('lists open flags of the own offices and those below, oldest first, with counts and coverage', async () => {
    const { items, counts, coverage, offices } = (await callers.reviewer!.get('/api/flags')).json();
    expect(items.slice(0, 4).map((i: { id: string }) => i.id)).toEqual(ACTS.slice(0, 4).map((a) => a.id));
    expect(items[0]).toMatchObject({
      ...{ isOverdue: true, office: { name: 'Puskesmas Contoh Satu' }, zone: { label: 'WIB' } },
      rules: [{ id: 'call-to-vote', title: 'Ajakan memilih pasangan calon' }],
    });
    expect(counts.open).toBeGreaterThanOrEqual(4);
    expect(coverage).toMatchObject({ day: '2026-11-20', accounts: 4 });
    expect(offices.map((o: { code: string }) => o.code)).toEqual(['SBY', 'SBY-DINKES', 'SBY-DISDIK', 'SBY-PKM1']);
  });

  it('holds no name, no text and no NIP: a list is not a dossier', async () => {
    await callers.reviewer!.post(`/api/flags/${CALL}/claim`, {});
    const { body } = await callers.sekda!.get('/api/flags');
    await callers.reviewer!.post(`/api/flags/${CALL}/release`, {});
    expect(body).toContain(CALL);
    expect(body).not.toMatch(/Wiratmoko|coblos|1980|wiratmoko|Sari/);
  });

  it('shows whoever may open a flag the line of the act where its marks stand', async () => {
    const { items } = (await callers.reviewer!.get('/api/flags')).json();
    const lines = new Map<string, { text: string; tone: string | null }[]>(
      items.map((item: { id: string; line: { pieces: unknown } }) => [item.id, item.line.pieces]),
    );
    const marked = lines.get(CALL)!.filter(({ tone }) => tone === 'proposes');
    expect(marked.map(({ text }) => text)).toEqual(['coblos', 'Tirta-Kemuning', 'nomor 1', '#TirtaKemuning']);
    expect(
      lines
        .get(CALL)!
        .map(({ text }) => text)
        .join(''),
    ).toBe(ACTS[0]!.text);
    expect(lines.get(QUOTE)!.map(({ tone }) => tone)).toContain('clears');
    const sekda = (await callers.sekda!.get('/api/flags')).json().items;
    expect(sekda).toMatchObject(items.map(() => ({ line: null, isContentGone: false })));
  });

  it('never shows words that an act is aimed at as its own', async () => {
    const { items } = (await callers['reviewer-sulsel']!.get('/api/flags')).json();
    const like = items.find((item: { id: string }) => item.id === LIKE);
    const words = 'Timur terang benderang, mari bergerak bersama.';
    expect(like).toMatchObject({
      line: { of: 'answered', pieces: [{ text: words }], own: null },
      isContentGone: false,
    });
  });

  it('pages by cursor without gap or repeat', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor === '' ? '?limit=1' : `?limit=1&cursor=${encodeURIComponent(cursor)}`;
      const page: { items: { id: string }[]; nextCursor: string | null } = (
        await callers.reviewer!.get(`/api/flags${query}`)
      ).json();
      seen.push(...page.items.map((i) => i.id));
      cursor = page.nextCursor;
    }
    const whole = (await callers.reviewer!.get('/api/flags')).json().items.map((i: { id: string }) => i.id);
    expect(seen).toEqual(whole);
  });

  it('filters by office with those below, by kind and by rule, never beyond the own reach', async () => {
    const ids = async (query: string) =>
      (await callers.reviewer!.get(`/api/flags?${query}`)).json().items.map((i: { id: string }) => i.id);
    expect(await ids('office=SBY-DINKES')).toEqual([CALL, HOSTILE_FLAG]);
    expect(await ids('kind=share')).toEqual([QUOTE]);
    expect(await ids('rule=call-to-vote')).toEqual([CALL]);
    expect(await ids('office=SULSEL-BAP')).toEqual([]);
    expect(await ids('platform=bluesky&stage=campaign&kind=share')).toEqual([QUOTE]);
    expect([await ids('platform=tiktok'), await ids('stage=quiet')]).toEqual([[], []]);
    expect(await ids('due=overdue')).toEqual([CALL]);
    const fitting = async (query: string) => (await callers.reviewer!.get(`/api/flags?${query}`)).json().fitting;
    expect([await fitting('office=SBY-DINKES&limit=1'), await fitting('stage=quiet')]).toEqual([2, 0]);
    const next = await callers.reviewer!.post('/api/flags/next', { stage: 'quiet' });
    expect(next.json()).toEqual({ id: null });
  });

  it('filters by evidence: whole, or with something that could not be captured, as of every sample', async () => {
    const id = await aFlag({ isSealed: false });
    await fixture.storage.flags.openFlag(
      id,
      { manifestSha256: '0'.repeat(64), sealedAt: NOW, items: [], missing: [] },
      NOW,
    );
    const ids = async (evidence: string) =>
      (await callers.reviewer!.get(`/api/flags?evidence=${evidence}`)).json().items.map((i: { id: string }) => i.id);
    expect(await ids('whole')).toEqual([id]);
    expect(await ids('partial')).toEqual(expect.arrayContaining([CALL, QUOTE]));
    expect(await ids('partial')).not.toContain(id);
    expect((await callers.reviewer!.post('/api/flags/next', { evidence: 'whole' })).json()).toEqual({ id });
  });

  it('offers rules that are in force and mark, whatever the page of the list holds', async () => {
    const { items, rules } = (await callers.reviewer!.get('/api/flags?platform=tiktok')).json();
    expect(items).toEqual([]);
    expect(rules.map((rule: { id: string }) => rule.id)).toEqual(
      RULE_ENTRIES.filter(({ effect, status }) => effect === 'marks' && status === 'live').map(({ id }) => id),
    );
  });

  it('is empty for a reviewer without an office', async () => {
    const { items, counts, offices } = (await callers['reviewer-none']!.get('/api/flags')).json();
    expect([items, counts.open, offices]).toEqual([[], 0, []]);
  });

  it.each(['limit=0', 'limit=1000', 'kind=hack', 'office[$gt]=', 'rule=a&rule=b', `cursor=${'x'.repeat(600)}`])(
    'answers %s with what is wrong, or as if there were none, never with a failure',
    async (query) => {
      expect((await callers.reviewer!.get(`/api/flags?${query}`)).statusCode).toBeLessThan(500);
    },
  );
});

describe('flag page', () => {
  it('carries act, account, rule, clause, what clears, seal, coverage and hashes', async () => {
    const page = (await callers.reviewer!.get(`/api/flags/${QUOTE}`)).json();
    expect(page).toMatchObject({
      ...{ state: 'open', stage: 'campaign', canDecide: true, claim: null, reviews: [] },
      account: { name: 'Lintang Contohandayani', nipMasked: expect.stringMatching(/^•+\d{3}$/) },
      content: { text: ACTS[1]!.text },
      cleared: [{ reason: 'Kutipan ucapan orang lain' }, { reason: 'Membagikan berita tanpa kata sendiri' }],
      evidence: { missing: [{ name: 'fullpage.png', reason: 'timeout' }] },
      hashes: { engine: '0.1.0' },
    });
    expect(page.matches[0]).toMatchObject({
      rule: { clauses: [{ item: 'D2', sourceStatus: 'verified_official' }, { item: 'D8' }] },
      tickets: [{ label: '2 · Jagatnata Contohwijaya dan Puspaningtyas Contohayu' }],
    });
  });

  it('says how the act came to the line, in the words of its set, and nothing of a flag older than points', async () => {
    const { points, sides } = (await callers.reviewer!.get(`/api/flags/${CALL}`)).json();
    expect(points).toMatchObject({ total: 38, line: 16 });
    expect(sides).toMatchObject([{ ticket: { id: 'contoh-pilwalkot/1' }, stance: 'support' }]);
    expect(points.signs.map(({ sign, title, points: n }: never) => [sign, title, n])).toEqual([
      ['rule.call-to-vote', 'Ajakan memilih pasangan calon', 17],
      ['ticket.full', null, 14],
      ['anchor.date', null, 11],
      ['text.long', null, -4],
    ]);
    expect((await callers.reviewer!.get(`/api/flags/${HOSTILE_FLAG}`)).json()).toMatchObject({
      points: null,
      sides: [],
    });
  });

  it('carries education notes in words, and an empty list where the flag has none', async () => {
    const text = 'Wefie di kantor, finger heart. Dukung nomor 1 (contoh)';
    const note = { rule: 'pose-contoh', spans: [spanOf(text, 'finger heart', 'pose jari')] };
    const matches = [match('own-support', [])];
    await fixture.addAct({ id: 'flagnote', account: 0, kind: 'post', hoursAgo: 1, text, matches, notes: [note] });
    const page = (await callers.reviewer!.get('/api/flags/flagnote')).json();
    expect(page.notes).toEqual([
      { title: 'Aturan contoh', explanation: expect.stringContaining('masa kampanye'), spans: note.spans },
    ]);
    expect((await callers.reviewer!.get(`/api/flags/${QUOTE}`)).json().notes).toEqual([]);
  });

  it('says for each signal of that account and day what was seen', async () => {
    const page = (await callers.reviewer!.get(`/api/flags/${CALL}`)).json();
    expect([page.coverageDay, page.coverage]).toEqual(['2026-11-12', []]);
    fixture.setNow(NOW);
    const today = await aFlag();
    const { coverage, coverageDay } = (await callers.reviewer!.get(`/api/flags/${today}`)).json();
    expect(coverage).toContainEqual({ signal: 'likes', state: 'not_observable', count: null, reason: 'not_offered' });
    expect(coverage).toContainEqual({ signal: 'posts', state: 'seen', count: 1, reason: null });
    expect(coverageDay).toBe('2026-11-20');
  });

  it('does not exist outside the own offices, or before its evidence is sealed: same answer as for no flag', async () => {
    const sealing = await aFlag({ isSealed: false });
    const none = await callers.reviewer!.get('/api/flags/nosuchflag');
    for (const id of [LIKE, sealing]) {
      for (const path of [`/api/flags/${id}`, `/api/flags/${id}/evidence`, `/api/flags/${id}/evidence/text.txt`]) {
        const answer = await callers.reviewer!.get(path);
        expect([answer.statusCode, answer.body]).toEqual([404, none.body]);
      }
      for (const act of ['claim', 'release', 'verdict']) {
        const answer = await callers.reviewer!.post(`/api/flags/${id}/${act}`, verdict(2));
        expect(answer.statusCode).toBe(404);
      }
    }
    expect((await callers['reviewer-sulsel']!.get(`/api/flags/${LIKE}`)).statusCode).toBe(200);
  });

  it.each(['{"$gt":""}', '[$ne]', '../../etc/passwd', '%00', 'a'.repeat(500), '__proto__'])(
    'reads %j as an id that nobody has',
    async (id) => {
      const answer = await callers.reviewer!.get(`/api/flags/${encodeURIComponent(id)}`);
      expect([400, 404, 414]).toContain(answer.statusCode);
    },
  );

  it('sends hostile text as JSON that no browser renders', async () => {
    const answer = await callers.reviewer!.get(`/api/flags/${HOSTILE_FLAG}`);
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.json().content).toMatchObject({ text: HOSTILE, target: { url: 'javascript:window.hacked=4' } });
  });

  it('writes exactly one entry for each view, with ids only', async () => {
    const before = (await fixture.storage.audit.listEntries({ limit: 1 }))[0]!.seq;
    await callers.reviewer!.get(`/api/flags/${CALL}`);
    const entries = (await fixture.storage.audit.listEntries({ limit: 10 })).filter((e) => e.seq > before);
    expect(entries).toMatchObject([{ action: 'flag_viewed', subject: CALL, details: {} }]);
    expect((await fixture.storage.audit.verifyChain()).ok).toBe(true);
  });
});

/** As a browser sends it while a page closes: the cookie, and no header of ours. */
function beacon(id: string, payload: unknown, headers: Record<string, string> = {}) {
  const url = `/api/flags/${id}/leave`;
  const { cookie } = callers.reviewer!;
  return fixture.app.inject({ method: 'POST', url, payload: payload as object, headers: { cookie, ...headers } });
}

describe('claim', () => {
  it('holds a flag for one reviewer until released, and tells the other who holds it and until when', async () => {
    const id = await aFlag();
    expect((await callers.reviewer!.post(`/api/flags/${id}/claim`)).json().claim).toMatchObject({ isMine: true });
    const other = await callers.reviewer2!.post(`/api/flags/${id}/claim`);
    expect(other.statusCode).toBe(409);
    expect(other.json().error).toMatchObject({
      code: 'held_by_other',
      message: 'Tanda ini sedang ditinjau Sari Peninjau (contoh) sampai 09.15 WIB.',
    });
    expect((await callers.reviewer2!.get(`/api/flags/${id}`)).json()).toMatchObject({ canDecide: false });
    expect((await callers.reviewer2!.post(`/api/flags/${id}/verdict`, verdict(2))).statusCode).toBe(409);
    expect((await callers.reviewer!.post(`/api/flags/${id}/release`)).statusCode).toBe(204);
    expect((await callers.reviewer2!.post(`/api/flags/${id}/claim`)).statusCode).toBe(200);
  });

  it('is taken, renewed and given back by callers without pages, who send no body', async () => {
    const id = await aFlag();
    const { cookie, csrfToken } = callers.reviewer!;
    const headers = { cookie, 'x-netra-csrf': csrfToken };
    for (const [act, statusCode] of [
      ['claim', 200],
      ['renew', 200],
      ['release', 204],
    ] as const)
      expect(await fixture.app.inject({ method: 'POST', url: `/api/flags/${id}/${act}`, headers }), act).toMatchObject({
        statusCode,
      });
    const odd = await callers.reviewer!.post(`/api/flags/${id}/claim`, { tab: 'x' });
    expect(odd.statusCode).toBe(400);
    expect((await callers.reviewer2!.post(`/api/flags/${id}/claim`)).statusCode).toBe(200);
  });

  it('runs out by the clock', async () => {
    const id = await aFlag();
    await callers.reviewer!.post(`/api/flags/${id}/claim`);
    fixture.setNow(new Date(NOW.getTime() + 15 * 60_000));
    const later = await callers.reviewer2!.post(`/api/flags/${id}/claim`);
    fixture.setNow(NOW);
    expect(later.statusCode).toBe(200);
  });

  it('is renewed by work in any open page, and ends when the last one is closed, as its beacon says', async () => {
    const id = await aFlag();
    const [a, b] = ['a'.repeat(24), 'b'.repeat(24)];
    const { reviewer, reviewer2 } = callers as Record<string, Caller> & { reviewer: Caller; reviewer2: Caller };
    await reviewer.post(`/api/flags/${id}/claim`, { tab: a });
    fixture.setNow(new Date(NOW.getTime() + 10 * 60_000));
    const renewed = await reviewer.post(`/api/flags/${id}/renew`, { tab: b });
    expect(renewed.json()).toEqual({ until: new Date(NOW.getTime() + 25 * 60_000).toISOString() });
    const refused = await reviewer2.post(`/api/flags/${id}/renew`, { tab: a });
    expect(refused.json().error).toMatchObject({
      code: 'held_by_other',
      message: expect.stringContaining('09.25 WIB'),
    });
    await beacon(id, { tab: b, csrfToken: reviewer.csrfToken });
    expect((await reviewer2.post(`/api/flags/${id}/claim`)).statusCode).toBe(409);
    await beacon(id, { tab: a, csrfToken: reviewer.csrfToken });
    expect((await reviewer2.post(`/api/flags/${id}/claim`)).statusCode).toBe(409);
    fixture.setNow(new Date(NOW.getTime() + 10 * 60_000 + 5_000));
    const free = await reviewer2.post(`/api/flags/${id}/claim`);
    fixture.setNow(NOW);
    expect(free.statusCode).toBe(200);
  });

  it('is ended by no page of somebody else: a beacon without the token of its session changes nothing', async () => {
    const id = await aFlag();
    const tab = 'c'.repeat(24);
    const { csrfToken } = callers.reviewer!;
    await callers.reviewer!.post(`/api/flags/${id}/claim`, { tab });
    for (const body of [
      undefined,
      [],
      { tab },
      { tab, csrfToken: '' },
      { tab, csrfToken: callers.reviewer2!.csrfToken },
    ])
      expect((await beacon(id, body)).json(), JSON.stringify(body)).toMatchObject({ error: { code: 'csrf' } });
    const foreign = await beacon(id, { tab, csrfToken }, { 'sec-fetch-site': 'cross-site' });
    const text = await beacon(id, JSON.stringify({ tab, csrfToken }), { 'content-type': 'text/plain' });
    expect([foreign.statusCode, text.statusCode]).toEqual([403, 400]);
    expect(
      (await callers.reviewer!.post(`/api/flags/${id}/claim`, { csrfToken }, { 'x-netra-csrf': '' })).statusCode,
    ).toBe(403);
    expect((await callers.reviewer2!.post(`/api/flags/${id}/release`, { tab })).statusCode).toBe(204);
    expect((await fixture.storage.flags.findFlag(id))!.claim!.until).toEqual(new Date(NOW.getTime() + 15 * 60_000));
    expect((await callers.reviewer!.post(`/api/flags/${id}/release`, { tab })).statusCode).toBe(204);
    expect((await callers.reviewer2!.post(`/api/flags/${id}/claim`)).statusCode).toBe(200);
  });

  it('gives two reviewers who ask for the next flag at once two different flags', async () => {
    await aFlag();
    await aFlag();
    const answers = await Promise.all([callers.reviewer!, callers.reviewer2!].map((c) => c.post('/api/flags/next')));
    const ids = answers.map((a) => a.json().id);
    expect(ids.every((id) => typeof id === 'string')).toBe(true);
    expect(new Set(ids).size).toBe(2);
    await Promise.all(ids.map((id, i) => [callers.reviewer!, callers.reviewer2!][i]!.post(`/api/flags/${id}/release`)));
  });

  it('offers no next flag beyond the own offices', async () => {
    expect((await callers['reviewer-none']!.post('/api/flags/next')).json()).toEqual({ id: null });
    expect((await callers.reviewer!.post('/api/flags/next', { office: 'SULSEL-BAP' })).json()).toEqual({ id: null });
  });
});

describe('verdict', () => {
  it('stores verdict, reason, person and what was weighed, once, and logs it without the reason', async () => {
    const id = await aFlag({ cleared: ['quoted_speech'] });
    const body = verdict(2, {
      verdict: 'confirmed',
      reason: 'Ajakan terang-terangan (contoh).',
      weighed: ['quoted_speech'],
    });
    const answer = await callers.reviewer!.post(`/api/flags/${id}/verdict`, body);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ state: 'decided', version: 3, canDecide: false });
    const stored = (await fixture.storage.flags.findFlag(id))!;
    expect(stored.reviews).toMatchObject([{ verdict: 'confirmed', weighed: ['quoted_speech'], at: NOW }]);
    const [entry] = await fixture.storage.audit.listEntries({ limit: 1 });
    expect(entry).toMatchObject({
      action: 'verdict_given',
      subject: id,
      details: { verdict: 'confirmed', version: 3 },
    });
    expect(JSON.stringify(entry)).not.toContain('Ajakan');
  });

  it('is not "confirmed" before everything that clears is ticked', async () => {
    const id = await aFlag({ cleared: ['quoted_speech', 'news_share'] });
    const body = verdict(2, { verdict: 'confirmed', weighed: ['quoted_speech'] });
    const answer = await callers.reviewer!.post(`/api/flags/${id}/verdict`, body);
    expect([answer.statusCode, answer.json().error.code]).toEqual([422, 'unweighed']);
    expect((await fixture.storage.flags.findFlag(id))!.reviews).toEqual([]);
  });

  it.each([
    [{ reason: '   ' }],
    [{ reason: 'x'.repeat(4001) }],
    [{ verdict: 'guilty' }],
    [{ severity: 5, verdict: undefined }],
    [{ seenVersion: '2; drop' }],
    [{ weighed: [{ $gt: '' }] }],
  ])('refuses %j', async (more) => {
    const id = await aFlag();
    expect((await callers.reviewer!.post(`/api/flags/${id}/verdict`, verdict(2, more))).statusCode).toBe(400);
  });

  it('tells the slower of two reviewers that somebody decided and not who, and keeps the first decision', async () => {
    const id = await aFlag();
    expect((await callers.reviewer!.post(`/api/flags/${id}/verdict`, verdict(2))).statusCode).toBe(200);
    const slower = await callers.reviewer2!.post(`/api/flags/${id}/verdict`, verdict(2, { verdict: 'confirmed' }));
    expect(slower.statusCode).toBe(409);
    expect(slower.json().error).toMatchObject({
      code: 'decided_meanwhile',
      message: expect.stringContaining('orang lain'),
    });
    expect(slower.body).not.toContain('Sari');
    expect((await fixture.storage.flags.findFlag(id))!.reviews).toHaveLength(1);
  });

  it('lets exactly one of many at the same moment through', async () => {
    const id = await aFlag();
    const both = [callers.reviewer!, callers.reviewer2!];
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => both[i % 2]!.post(`/api/flags/${id}/verdict`, verdict(2))),
    );
    expect(answers.filter((a) => a.statusCode === 200)).toHaveLength(1);
    expect(answers.filter((a) => a.statusCode === 409)).toHaveLength(9);
  });

  it('made on an older version changes nothing', async () => {
    const id = await aFlag();
    await callers.reviewer!.post(`/api/flags/${id}/verdict`, verdict(2, { verdict: 'needs_context' }));
    const answer = await callers.reviewer2!.post(`/api/flags/${id}/verdict`, verdict(2));
    expect([answer.statusCode, answer.json().error.code]).toEqual([409, 'changed_meanwhile']);
  });

  it('of "needs context" leaves the flag in the queue, with what was asked', async () => {
    const id = await aFlag();
    const body = verdict(2, { verdict: 'needs_context', reason: 'Perlu kepastian pemilik akun (contoh).' });
    expect((await callers.reviewer!.post(`/api/flags/${id}/verdict`, body)).json()).toMatchObject({
      ...{ state: 'open', canDecide: true },
      reviews: [{ verdict: 'needs_context', isMine: true, reviewer: 'Sari Peninjau (contoh)' }],
    });
  });

  it('may be looked at a second time by a supervisor only', async () => {
    const id = await aFlag();
    await callers.reviewer!.post(`/api/flags/${id}/verdict`, verdict(2));
    expect((await callers.reviewer!.post(`/api/flags/${id}/verdict`, verdict(3))).statusCode).toBe(409);
    const second = await callers.supervisor!.post(`/api/flags/${id}/verdict`, verdict(3, { verdict: 'confirmed' }));
    expect(second.json().reviews.map((r: { verdict: string }) => r.verdict)).toEqual(['dismissed', 'confirmed']);
  });
});

describe('second review', () => {
  const REASON = 'Alasan pertama yang tidak boleh memengaruhi (contoh).';

  it('is blind: no answer before it tells the first verdict, its reason or who gave it', async () => {
    const id = await aFlag({ cleared: ['quoted_speech'] });
    const question = verdict(2, { verdict: 'needs_context', reason: 'Apakah akun ini benar miliknya? (contoh)' });
    await callers.reviewer!.post(`/api/flags/${id}/verdict`, question);
    const first = verdict(3, { verdict: 'confirmed', reason: REASON, weighed: ['quoted_speech'] });
    expect((await callers.reviewer!.post(`/api/flags/${id}/verdict`, first)).statusCode).toBe(200);
    const seen = await callers.supervisor!.get(`/api/flags/${id}`);
    expect(seen.json()).toMatchObject({ ...{ state: 'decided', canDecide: true, hiddenReviews: 1 } });
    expect(seen.json().reviews).toMatchObject([{ verdict: 'needs_context', reviewer: null, weighed: [] }]);
    const claim = await callers.supervisor!.post(`/api/flags/${id}/claim`);
    const stale = await callers.supervisor!.post(`/api/flags/${id}/verdict`, verdict(2));
    const unweighed = await callers.supervisor!.post(`/api/flags/${id}/verdict`, {
      ...first,
      weighed: [],
      seenVersion: 4,
    });
    expect([claim.statusCode, stale.statusCode, unweighed.statusCode]).toEqual([409, 409, 422]);
    for (const answer of [seen, claim, stale, unweighed]) {
      const { reviewerId } = (await fixture.storage.flags.findFlag(id))!.reviews[0]!;
      for (const word of ['confirmed', REASON, 'Sari', reviewerId]) expect(answer.body).not.toContain(word);
    }
  });

  it('shows both to everybody afterwards, and the log says that it was blind', async () => {
    const id = await aFlag();
    await callers.reviewer!.post(`/api/flags/${id}/verdict`, verdict(2, { verdict: 'confirmed', reason: REASON }));
    expect((await callers.reviewer!.get(`/api/flags/${id}`)).json()).toMatchObject({
      ...{ hiddenReviews: 0, canDecide: false },
      reviews: [{ verdict: 'confirmed', reviewer: 'Sari Peninjau (contoh)', isMine: true }],
    });
    // A question may bring it to them: they could not forget it.
    const closed = await callers.reviewer2!.get(`/api/flags/${id}`);
    expect(closed.json()).toMatchObject({ hiddenReviews: 1, canDecide: false, canHandOver: false, reviews: [] });
    expect(closed.body).not.toContain(REASON);
    const both = [
      { verdict: 'confirmed', reason: REASON, reviewer: 'Sari Peninjau (contoh)' },
      { verdict: 'dismissed', reviewer: 'Ratna Penyelia (contoh)' },
    ];
    const second = await callers.supervisor!.post(`/api/flags/${id}/verdict`, verdict(3));
    expect(second.json()).toMatchObject({ hiddenReviews: 0, reviews: both });
    for (const name of ['reviewer', 'reviewer2', 'supervisor']) {
      expect((await callers[name]!.get(`/api/flags/${id}`)).json()).toMatchObject({ hiddenReviews: 0, reviews: both });
    }
    const log = (await fixture.storage.audit.listEntries({ limit: 20 })).filter((e) => e.action === 'verdict_given');
    expect(log.slice(0, 2).map((e) => e.details)).toMatchObject([
      { verdict: 'dismissed', blind: true },
      { verdict: 'confirmed' },
    ]);
    expect(log[1]!.details).not.toHaveProperty('blind');
  });
});

describe('evidence', () => {
  it('is listed with the hash checked now, and what is missing', async () => {
    const list = (await callers.reviewer!.get(`/api/flags/${CALL}/evidence`)).json();
    expect(list.items.map((i: { name: string; hash: string }) => [i.name, i.hash])).toEqual([
      ['viewport.png', 'match'],
      ['page.mhtml', 'match'],
      ['text.txt', 'match'],
      ['activity.json', 'match'],
    ]);
    expect(list.missing).toMatchObject([{ name: 'fullpage.png', reason: 'timeout' }]);
  });

  it('says so when a file was changed or removed after sealing', async () => {
    const { writeFile, rm } = await import('node:fs/promises');
    const id = await aFlag();
    const folder = `${fixture.evidenceDir}/${id.slice(0, 2)}/${id}`;
    await writeFile(`${folder}/text.txt`, 'diubah');
    await rm(`${folder}/page.mhtml`);
    const { items } = (await callers.reviewer!.get(`/api/flags/${id}/evidence`)).json();
    const states = Object.fromEntries(items.map((i: { name: string; hash: string }) => [i.name, i.hash]));
    expect(states).toMatchObject({ 'text.txt': 'mismatch', 'page.mhtml': 'gone', 'viewport.png': 'withheld' });
  });

  it.each([
    ['viewport.png', 'image/png', 'inline'],
    ['page.mhtml', 'application/octet-stream', 'attachment'],
    ['text.txt', 'text/plain; charset=utf-8', 'inline'],
    ['activity.json', 'text/plain; charset=utf-8', 'inline'],
  ])('%s leaves as %s, sandboxed, whatever it holds', async (name, type, disposition) => {
    const answer = await callers.reviewer!.get(`/api/flags/${HOSTILE_FLAG}/evidence/${name}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      ...{ 'content-type': type, 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' },
      'content-security-policy': "sandbox; default-src 'none'",
    });
    expect(answer.headers['content-disposition']).toMatch(new RegExp(`^${disposition};`));
    const [entry] = await fixture.storage.audit.listEntries({ limit: 1 });
    expect(entry).toMatchObject({ action: 'evidence_viewed', subject: HOSTILE_FLAG, details: { item: name } });
  });

  it.each(['manifest.json', '..%2f..%2fetc%2fpasswd', 'fullpage.png', 'x'])('knows no item %s', async (name) => {
    const answer = await callers.reviewer!.get(`/api/flags/${CALL}/evidence/${name}`);
    expect([400, 404]).toContain(answer.statusCode);
  });
});

describe('oversight', () => {
  it('shows the three states of every signal by office, within the reach of the caller', async () => {
    const tree = (await callers.reviewer!.get('/api/coverage')).json();
    expect(tree.total).toMatchObject({ accounts: 4, signals: 20, notObservable: 4 });
    const disdik = tree.offices.find((o: { code: string }) => o.code === 'SBY-DISDIK');
    expect(disdik.signals.find((s: { signal: string }) => s.signal === 'posts')).toMatchObject({ seen: 1, none: 0 });
    expect(tree.platforms.map((p: { platform: string }) => p.platform)).toEqual(['bluesky']);
    expect(tree.platforms[0].signals.map((s: { way: string }) => s.way)).toEqual(Array(5).fill('machine'));
    expect(tree.platforms[0].signals[0]).toMatchObject({ signal: 'posts', seen: 4 });
    expect((await callers.auditor!.get('/api/coverage')).json().offices).toHaveLength(6);
    const sulsel = (await callers['reviewer-sulsel']!.get('/api/coverage')).json();
    expect(sulsel.offices.map((o: { code: string }) => o.code)).toEqual(['SULSEL-BAP']);
  });

  it('shows the log to the auditor with names of staff, newest first, and whether the chain holds', async () => {
    const page = (await callers.auditor!.get('/api/audit?limit=5')).json();
    expect(page.entries).toHaveLength(5);
    expect(page.nextBefore).toBe(page.entries[4].seq);
    const next = (await callers.auditor!.get(`/api/audit?limit=5&before=${page.nextBefore}`)).json();
    expect(next.entries[0].seq).toBe(page.nextBefore - 1);
    expect((await callers.auditor!.get('/api/audit/verify')).json()).toMatchObject({ ok: true, problem: null });
  });

  it('shows marks for each ticket in the order of the ballot, not of the marks', async () => {
    const { tickets } = (await callers.analyst!.get('/api/tickets')).json();
    expect(tickets.map((t: { id: string }) => t.id)).toEqual([
      'contoh-pilgub/1',
      'contoh-pilwalkot/1',
      'contoh-pilwalkot/2',
    ]);
    expect(tickets[2].marks).toBe(2);
  });
});
