import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settleDue } from '../../src/console/deciding/settle-decision.js';
import { type Caller, type ConsoleFixture, callAs, startConsoleFixture } from './console-fixture.js';
import { match, NOW, screener, spanOf } from './sample.js';

const REASON = 'Kutipan berita yang dibagikan bersama (contoh).';
const NAMES = ['reviewer', 'reviewer2', 'reviewer-sulsel', 'supervisor', 'sekda', 'auditor'];
const OVER = new Date(NOW.getTime() + 10_000);

let fixture: ConsoleFixture;
const callers: Record<string, Caller> = {};
let made = 0;

beforeAll(async () => {
  fixture = await startConsoleFixture({ acts: [], undoMs: 10_000 });
  for (const name of NAMES) callers[name] = await callAs(fixture.app, name);
});
afterAll(() => fixture.close());

interface Given {
  readonly account?: number;
  readonly text?: string;
  readonly clears?: string;
}
async function aFlag(family: string, { account = 0, text = '', clears }: Given = {}): Promise<string> {
  made += 1;
  const id = `flagsame${String(made).padStart(16, '0')}`;
  const target = { text: `Dukung Tirta-Kemuning nomor 1, kata ${family} (contoh)`, url: 'https://contoh.test/asal' };
  const matches = [match('own-support', [{ ...spanOf(target.text, 'Dukung', 'kata dukungan'), field: 'target.text' }])];
  const cleared = clears === undefined ? [] : [{ reason: clears, spans: [] }];
  await fixture.addAct({ id, account, kind: 'share', text, target, hoursAgo: 400 - made, matches, cleared });
  return id;
}
async function some(count: number, family: string): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) ids.push(await aFlag(family, { account: n % 4 }));
  return ids;
}

const stored = async (id: string) => (await fixture.storage.flags.findFlag(id))!;
const get = async (url: string, by = 'reviewer') => (await callers[by]!.get(url)).json();
const context = (now: Date) => ({
  deps: { ...fixture.storage, sets: { wordsOf: async () => screener } } as never,
  clock: () => now,
  tell: () => {},
  undoMs: 10_000,
});
const settle = (now = OVER) => settleDue(context(now));
async function dismiss(ids: readonly string[], by = 'reviewer', more: object = {}) {
  const flags = await Promise.all(ids.map(async (id) => ({ id, seenVersion: (await stored(id)).version })));
  const body = { verdict: 'dismissed', reason: REASON, weighed: [], flags, ...more };
  return callers[by]!.post(`/api/flags/${ids[0]}/same/verdict`, body);
}
const decide = async (id: string, by: string, verdict: string) => {
  const body = { verdict, reason: 'Sendiri (contoh).', weighed: [], seenVersion: (await stored(id)).version };
  const answer = await callers[by]!.post(`/api/flags/${id}/verdict`, body);
  expect(answer.statusCode, answer.body).toBe(200);
};
const entriesOf = async (action: string, limit = 100) =>
  (await fixture.storage.audit.listEntries({ limit })).filter((entry) => entry.action === action);
const clear = async (ids: readonly string[]) => {
  await dismiss(ids);
  await settle();
};

describe('the queue', () => {
  it('has one line for the same where it is asked to, and a line each where it is not; counts are of flags', async () => {
    const ids = await some(3, 'Antrean');
    const other = await aFlag('Lain');
    const grouped = await get('/api/flags?group=same');
    expect(grouped.items.map((item: { id: string; same: number }) => [item.id, item.same])).toEqual([
      [ids[0], 3],
      [other, 1],
    ]);
    const each = await get('/api/flags');
    expect(each.items.map((item: { id: string; same: number }) => [item.id, item.same])).toEqual(
      [...ids, other].map((id) => [id, 1]),
    );
    expect([grouped.fitting, each.fitting, grouped.counts.open]).toEqual([4, 4, 4]);
    expect((await get('/api/flags?group=same', 'sekda')).items).toMatchObject([{ same: 3, line: null }, { same: 1 }]);
    expect((await get('/api/flags?group=same', 'reviewer-sulsel')).items).toEqual([]);
    await callers.reviewer!.post(`/api/flags/${ids[0]}/claim`, {});
    expect((await get('/api/flags?group=same')).mine).toMatchObject([{ id: ids[0], same: 3 }]);
    await clear(ids);
    await clear([other]);
  });
});

describe('flags of the same', () => {
  it('are listed each with its handle and what tells it apart; what differs, or is in other hands, is not offered', async () => {
    const [first, same, said, cleared, held, asked] = [
      await aFlag('Daftar'),
      await aFlag('Daftar', { account: 1 }),
      await aFlag('Daftar', { account: 2, text: 'Hoaks!' }),
      await aFlag('Daftar', { account: 3, clears: 'Kutipan ucapan orang lain' }),
      await aFlag('Daftar', { account: 1 }),
      await aFlag('Daftar', { account: 2 }),
    ];
    await callers.reviewer2!.post(`/api/flags/${held}/claim`, {});
    await decide(asked, 'supervisor', 'needs_context');
    await settle();
    const { items, more } = await get(`/api/flags/${first}/same`);
    expect(items).toMatchObject([
      { id: same, differs: [], isOffered: true, account: { handle: 'lintang.contoh.test' } },
      { id: said, differs: ['words'], isOffered: false, firstLine: { of: 'own', text: 'Hoaks!' } },
      { id: cleared, differs: ['clears'], isOffered: false },
      { id: held, differs: [], isOffered: false, claim: { by: 'Bagus Peninjau (contoh)', isMine: false } },
      { id: asked, differs: [], isOffered: false, wasReviewed: true },
    ]);
    expect(more).toBe(0);
    expect(JSON.stringify(items)).not.toMatch(/19800101|Contohhandayani/);
    const seen = (await entriesOf('flag_viewed', 6)).map(({ subject }) => subject);
    expect(seen.slice(0, 5).sort()).toEqual([same, said, cleared, held, asked].sort());
    expect(await get(`/api/flags/${first}/family`)).toEqual({ waiting: 5, ended: [], isMore: false, isHidden: false });
    for (const url of ['family', 'same']) {
      expect((await callers['reviewer-sulsel']!.get(`/api/flags/${first}/${url}`)).statusCode).toBe(404);
      expect((await callers.auditor!.get(`/api/flags/${first}/${url}`)).statusCode).toBe(403);
    }
    await callers.reviewer2!.post(`/api/flags/${held}/release`, {});
    await clear([first, same, said, cleared, held, asked]);
  });

  it('are dismissed by one form, each with its own verdict, entry and name, in one go that can be undone as one', async () => {
    const ids = await some(30, 'Tiga puluh');
    const began = performance.now();
    const answer = await dismiss(ids);
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.json()).toEqual({ given: ids, refused: [] });
    const { pending } = await get('/api/pending-decisions');
    expect(pending).toHaveLength(30);
    expect(new Set(pending.map((one: { together: string }) => one.together)).size).toBe(1);
    expect((await stored(ids[7]!)).reviews).toEqual([]);
    expect((await callers.reviewer!.post(`/api/flags/${ids[3]}/undo`, {})).statusCode).toBe(204);
    expect((await get('/api/pending-decisions')).pending).toEqual([]);
    expect((await entriesOf('decision_undone', 40)).map(({ subject }) => subject).sort()).toEqual([...ids].sort());
    expect((await get(`/api/flags/${ids[3]}/draft`)).draft).toMatchObject({ verdict: 'dismissed', reason: REASON });
    expect((await stored(ids[3]!)).claim).toBeDefined();
    expect((await stored(ids[4]!)).claim).toBeUndefined();
    await settle();
    expect((await stored(ids[0]!)).state).toBe('open');

    expect((await dismiss(ids)).json().given).toHaveLength(30);
    await settle();
    const took = performance.now() - began;
    const entries = await entriesOf('verdict_given', 60);
    const { user } = (await fixture.storage.users.findUserByUsername('reviewer'))!;
    for (const id of ids) {
      expect(await stored(id)).toMatchObject({ state: 'decided', reviews: [{ verdict: 'dismissed', reason: REASON }] });
      const own = entries.filter(({ subject }) => subject === id);
      expect(own).toMatchObject([{ actor: user.id, details: { verdict: 'dismissed', together: expect.any(String) } }]);
    }
    expect((await callers.reviewer!.post(`/api/flags/${ids[3]}/undo`, {})).json().error.code).toBe('undo_too_late');
    expect((await fixture.storage.audit.verify()).ok).toBe(true);
    expect(took).toBeLessThan(20_000);
  });

  it('are none of them undone once one counts, and all count', async () => {
    const ids = await some(4, 'Sebagian');
    await dismiss(ids);
    expect((await callers.reviewer!.post(`/api/flags/${ids[1]}/settle`, {})).statusCode).toBe(200);
    for (const id of [ids[0], ids[1]])
      expect((await callers.reviewer!.post(`/api/flags/${id}/undo`, {})).json().error.code).toBe('undo_too_late');
    await settle();
    for (const id of ids) expect((await stored(id)).state).toBe('decided');
  });

  it('undone and settled at the same moment, are all the one or all the other', async () => {
    for (let round = 0; round < 4; round += 1) {
      const ids = await some(6, `Bersamaan ${round}`);
      await dismiss(ids);
      const [undone] = await Promise.all([callers.reviewer!.post(`/api/flags/${ids[0]}/undo`, {}), settle(), settle()]);
      await settle();
      const states = new Set(await Promise.all(ids.map(async (id) => (await stored(id)).state)));
      expect([...states]).toEqual([undone.statusCode === 204 ? 'open' : 'decided']);
      if (undone.statusCode === 204) await clear(ids);
    }
  });

  it('are never confirmed or asked about in one go, nor mixed with others, nor taken out of sight', async () => {
    const ids = await some(2, 'Tidak');
    const other = await aFlag('Yang lain');
    for (const verdict of ['confirmed', 'needs_context'])
      expect((await dismiss(ids, 'reviewer', { verdict })).statusCode).toBe(400);
    const mixed = await dismiss([...ids, other]);
    expect([mixed.statusCode, mixed.json().error.code]).toEqual([422, 'not_the_same']);
    const far = await aFlag('Tidak', { account: 4 });
    const refused = (await dismiss([...ids, far])).json();
    expect(refused).toMatchObject({ given: ids, refused: [{ id: far, code: 'not_found' }] });
    expect((await dismiss([far], 'reviewer')).statusCode).toBe(404);
    expect((await dismiss([ids[0]!, ids[0]!])).statusCode).toBe(400);
    expect((await dismiss(Array.from({ length: 101 }, (_, n) => (n === 0 ? ids[0]! : `${ids[0]}`)))).statusCode).toBe(
      400,
    );
    await settle();
    await clear([other]);
  });

  it('held, decided or changed by somebody meanwhile are told of one by one, and not overwritten', async () => {
    const [first, held, decided, changed] = (await some(4, 'Sementara itu')) as [string, string, string, string];
    const flags = await Promise.all(
      [first, held, decided, changed].map(async (id) => ({ id, seenVersion: (await stored(id)).version })),
    );
    await callers.reviewer2!.post(`/api/flags/${held}/claim`, {});
    await decide(decided, 'supervisor', 'confirmed');
    await decide(changed, 'supervisor', 'needs_context');
    await settle();
    const answer = await callers.reviewer!.post(`/api/flags/${first}/same/verdict`, {
      ...{ verdict: 'dismissed', reason: REASON, weighed: [], flags },
    });
    expect(answer.json()).toMatchObject({
      given: [first],
      refused: [
        { id: held, code: 'held_by_other', message: expect.stringContaining('Bagus') },
        { id: decided, code: 'decided_meanwhile', message: expect.not.stringContaining('Ratna') },
        { id: changed, code: 'changed_meanwhile' },
      ],
    });
    await settle();
    expect((await stored(decided)).reviews).toMatchObject([{ verdict: 'confirmed' }]);
    await callers.reviewer2!.post(`/api/flags/${held}/release`, {});
    await clear([held, changed]);
  });

  it('decided already are no part of it: a second look is one flag’s, and tells nobody’s name', async () => {
    const [first, decided] = (await some(2, 'Sekali lagi')) as [string, string];
    await decide(decided, 'reviewer', 'confirmed');
    await settle();
    const answer = await dismiss([first, decided], 'supervisor');
    expect(answer.json()).toMatchObject({ given: [first], refused: [{ id: decided, code: 'changed_meanwhile' }] });
    expect(answer.body).not.toContain('Sari');
    await settle();
    expect((await stored(decided)).reviews).toHaveLength(1);
  });

  it('that two people give at once are each given by one of them', async () => {
    const ids = await some(12, 'Berlomba');
    const answers = await Promise.all(
      ['reviewer', 'reviewer2'].map((by) =>
        dismiss(by === 'reviewer' ? ids : [ids[0]!, ...ids.slice(1).reverse()], by),
      ),
    );
    const [one, two] = answers.map((answer) => answer.json());
    expect([...one.given, ...two.given].sort()).toEqual([...ids].sort());
    for (const { code, message } of [...one.refused, ...two.refused]) {
      expect(code).toBe('held_by_other');
      expect(message).toMatch(/Sari|Bagus/);
    }
    await settle();
    for (const id of ids) expect((await stored(id)).reviews).toHaveLength(1);
  });
});

describe('how a post family ended', () => {
  it('is told without a name, never of the same person, and of what is closed without its verdict', async () => {
    const [first, own, closed, agreed, samePerson] = [
      await aFlag('Riwayat'),
      await aFlag('Riwayat', { account: 1 }),
      await aFlag('Riwayat', { account: 2 }),
      await aFlag('Riwayat', { account: 3 }),
      await aFlag('Riwayat'),
    ];
    await decide(own, 'reviewer', 'dismissed');
    await decide(closed, 'reviewer2', 'confirmed');
    for (const by of ['reviewer2', 'supervisor']) {
      await decide(agreed, by, 'confirmed');
      await settle();
    }
    await decide(samePerson, 'reviewer', 'dismissed');
    await settle();
    const family = await get(`/api/flags/${first}/family`);
    expect(family).toMatchObject({
      ...{ waiting: 0, isMore: false, isHidden: false },
      ended: [
        { id: agreed, outcome: 'confirmed' },
        { id: closed, outcome: 'closed' },
        { id: own, outcome: 'dismissed' },
      ],
    });
    expect(family.ended).toHaveLength(3);
    expect(JSON.stringify(family)).not.toMatch(/contoh\.test|Sari|Bagus|Ratna|Contoh[a-z]+,/);
    const [entry] = await entriesOf('queue_viewed', 1);
    expect(entry!.details).toMatchObject({ order: 'newest', same: first });
    // Whoever is to give the second verdict reads of the others after it.
    await decide(first, 'reviewer', 'dismissed');
    await settle();
    expect(await get(`/api/flags/${first}/family`, 'supervisor')).toMatchObject({ ended: [], isHidden: true });
    expect((await get(`/api/flags/${first}/family`)).ended).toHaveLength(3);
  });
});
