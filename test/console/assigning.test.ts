import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Caller, type ConsoleFixture, callAs, startConsoleFixture } from './console-fixture.js';
import { match, spanOf } from './sample.js';

const TEXT = 'Dukung Tirta-Kemuning nomor 1 (contoh)';
const NAMES = ['reviewer', 'reviewer2', 'reviewer-sulsel', 'supervisor', 'sekda', 'admin'];

let fixture: ConsoleFixture;
const callers: Record<string, Caller> = {};
const ids: Record<string, string> = {};
let made = 0;

beforeAll(async () => {
  fixture = await startConsoleFixture({ acts: [] });
  for (const name of NAMES) {
    callers[name] = await callAs(fixture.app, name);
    ids[name] = (await fixture.storage.users.findUserByUsername(name))!.user.id;
  }
});
afterAll(() => fixture.close());

/** Four, oldest first, beside what earlier tests left, which nobody holds. */
let flags: [string, string, string, string];
beforeEach(async () => {
  const { flags: waiting } = await fixture.storage.flags.listFlagQueue({ state: 'open' }, { limit: 100 });
  for (const flag of waiting) await decide(flag.id, 'reviewer');
  const next = [0, 1, 2, 3].map(() => {
    made += 1;
    return `flagassign${String(made).padStart(14, '0')}`;
  });
  for (const id of next) {
    const matches = [match('own-support', [spanOf(TEXT, 'Dukung', 'kata dukungan')])];
    await fixture.addAct({
      id,
      account: 0,
      kind: 'post',
      text: TEXT,
      hoursAgo: 1_000 - made - next.indexOf(id),
      matches,
    });
  }
  flags = next as typeof flags;
});

const post = async (by: string, url: string, body: unknown) => callers[by]!.post(url, body);
const assign = (id: string, by: string, to: string | null) =>
  post(by, `/api/flags/${id}/assign`, { to: to && ids[to] });
const take = (id: string, by: string, isMine: boolean) => post(by, `/api/flags/${id}/take`, { isMine });
const nextOf = async (by: string, body: object = {}) => (await post(by, '/api/flags/next', body)).json().id;
const release = (id: string, by: string) => post(by, `/api/flags/${id}/release`, {});
async function decide(id: string, by: string, verdict = 'dismissed') {
  const { version } = (await fixture.storage.flags.findFlag(id))!;
  const body = { verdict, reason: 'Alasan (contoh).', weighed: [], seenVersion: version };
  await fixture.storage.flags.releaseFlag(id, ids.reviewer2!, new Date());
  return callers[by]!.post(`/api/flags/${id}/verdict`, body);
}
const listOf = async (by: string, query: string) => {
  const { items, fitting, assignees } = (await callers[by]!.get(`/api/flags?${query}`)).json();
  return { ids: items.map((item: { id: string }) => item.id), fitting, assignees };
};

describe('an assignment', () => {
  it('is given by a supervisor to whoever may open the flag, told to that one and in the log', async () => {
    const [first] = flags;
    const answer = await assign(first, 'supervisor', 'reviewer2');
    expect(answer.json()).toMatchObject({
      assigned: { to: 'Bagus Peninjau (contoh)', isMine: false },
      canAssign: true,
    });
    const [entry] = await fixture.storage.audit.listEntries({ limit: 1 });
    expect(entry).toMatchObject({ action: 'flag_assigned', subject: first, details: { assignee: ids.reviewer2 } });
    const { items } = (await callers.reviewer2!.get('/api/notices')).json();
    expect(items[0]).toMatchObject({ kind: 'assigned', flagId: first, isRead: false });
    for (const to of ['reviewer-sulsel', 'sekda', 'admin']) {
      expect((await assign(first, 'supervisor', to)).json().error.code).toBe('no_colleague');
    }
    for (const by of ['reviewer', 'sekda', 'admin']) expect((await assign(first, by, 'reviewer')).statusCode).toBe(403);
    expect((await assign(first, 'supervisor', null)).json().assigned).toBeNull();
    const [back] = await fixture.storage.audit.listEntries({ limit: 1 });
    expect(back!.details).toEqual({ former: ids.reviewer2 });
  });

  it('is taken and given back by whoever decides, and never taken from somebody', async () => {
    const [first] = flags;
    expect((await take(first, 'reviewer', true)).json()).toMatchObject({
      assigned: { isMine: true },
      ownStep: 'give_back',
    });
    expect((await take(first, 'reviewer', true)).statusCode).toBe(200);
    expect((await take(first, 'reviewer2', true)).json().error.code).toBe('changed_meanwhile');
    expect((await take(first, 'reviewer2', false)).statusCode).toBe(200);
    expect((await fixture.storage.flags.findFlag(first))!.assigned!.to).toBe(ids.reviewer);
    expect((await take(first, 'reviewer-sulsel', true)).statusCode).toBe(404);
    expect((await take(first, 'reviewer', false)).json()).toMatchObject({ assigned: null, ownStep: 'take' });
  });

  it('has at most one person, of twenty that take it at once', async () => {
    const [first] = flags;
    const by = ['reviewer', 'reviewer2'];
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => take(first, by[i % 2]!, true)));
    const { to } = (await fixture.storage.flags.findFlag(first))!.assigned!;
    const winners = answers.flatMap(({ statusCode }, i) => (statusCode === 200 ? [ids[by[i % 2]!]] : []));
    expect(new Set(winners)).toEqual(new Set([to]));
    const entries = await fixture.storage.audit.listEntries({ limit: 50 });
    expect(entries.filter((e) => e.action === 'flag_assigned' && e.subject === first)).toHaveLength(1);
  });

  it('brings its person there first, and nobody else by "next", who may still open and decide it', async () => {
    const [first, second, third, fourth] = flags;
    await assign(third, 'supervisor', 'reviewer');
    await assign(first, 'supervisor', 'reviewer2');
    expect(await nextOf('reviewer')).toBe(third);
    await decide(third, 'reviewer');
    // The oldest is somebody else's work.
    expect(await nextOf('reviewer', { after: third })).toBe(fourth);
    expect(await nextOf('reviewer', { after: fourth })).toBe(second);
    for (const id of [second, fourth]) await release(id, 'reviewer');
    expect(await nextOf('reviewer2')).toBe(first);
    await release(first, 'reviewer2');
    expect((await post('reviewer', `/api/flags/${first}/claim`, {})).statusCode).toBe(200);
    expect((await decide(first, 'reviewer')).statusCode).toBe(200);
    expect((await fixture.storage.flags.findFlag(first))!.assigned).toBeUndefined();
  });

  it('is passed by without going round in a circle, in either order', async () => {
    const [first, second, third, fourth] = flags;
    await take(second, 'reviewer', true);
    await take(fourth, 'reviewer', true);
    for (const order of ['oldest', 'similar']) {
      const seen: string[] = [await nextOf('reviewer', { order })];
      for (let i = 0; i < 3; i += 1) {
        await release(seen.at(-1)!, 'reviewer');
        seen.push(await nextOf('reviewer', { order, after: seen.at(-1) }));
      }
      expect(seen, order).toEqual([second, fourth, first, third]);
      await release(third, 'reviewer');
    }
  });

  it('of somebody who has left holds nothing back', async () => {
    const [first] = flags;
    await assign(first, 'supervisor', 'reviewer2');
    expect(await nextOf('reviewer')).toBe(flags[1]);
    await release(flags[1], 'reviewer');
    await fixture.storage.users.changeUser(ids.reviewer2!, { isActive: false });
    expect(await nextOf('reviewer')).toBe(first);
    await release(first, 'reviewer');
    await fixture.storage.users.changeUser(ids.reviewer2!, { isActive: true });
    callers.reviewer2 = await callAs(fixture.app, 'reviewer2');
  });

  it('narrows list, count and "next" by mine, nobody\'s or a person, whose names come from all that waits', async () => {
    const [first, second, third, fourth] = flags;
    await take(first, 'reviewer', true);
    await take(second, 'reviewer2', true);
    const assignees = [
      { id: ids.reviewer2, name: 'Bagus Peninjau (contoh)' },
      { id: ids.reviewer, name: 'Sari Peninjau (contoh)' },
    ];
    expect(await listOf('reviewer', 'assigned=me')).toEqual({ ids: [first], fitting: 1, assignees });
    expect(await listOf('reviewer', 'assigned=none')).toEqual({ ids: [third, fourth], fitting: 2, assignees });
    expect(await listOf('reviewer', `assigned=${ids.reviewer2}`)).toEqual({ ids: [second], fitting: 1, assignees });
    expect((await listOf('reviewer', 'limit=1')).fitting).toBe(4);
    expect(await nextOf('reviewer', { assigned: ids.reviewer2 })).toBeNull();
    expect(await nextOf('reviewer', { assigned: 'none' })).toBe(third);
    // Of names the office of the Sekda learns none, by no filter.
    expect(await listOf('sekda', 'assigned=none')).toMatchObject({ fitting: 4, assignees: [] });
  });
});
