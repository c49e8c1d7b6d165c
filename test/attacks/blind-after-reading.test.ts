import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setRole } from '../../src/console/access/change-user.js';
import type { Verdict } from '../../src/domain/verdict.js';
import { type Caller, type ConsoleFixture, callAs, startConsoleFixture } from '../console/console-fixture.js';
import { match, NOW, spanOf } from '../console/sample.js';

// Whoever may come to give a second verdict tries to read the first one before, by whatever door, so that the log's
// "blind" would be untrue.

const TEXT = 'Dukung Tirta-Kemuning nomor 1 (contoh)';
const REASON = 'Alasan pertama, tidak untuk dibaca orang kedua (contoh).';
const NAMES = ['reviewer', 'reviewer2', 'supervisor', 'supervisor2', 'sekda'];

let fixture: ConsoleFixture;
const callers: Record<string, Caller> = {};
let made = 0;

beforeAll(async () => {
  fixture = await startConsoleFixture({ acts: [] });
  for (const name of NAMES) callers[name] = await callAs(fixture.app, name);
});
afterAll(() => fixture.close());

async function aFlag(): Promise<string> {
  made += 1;
  const id = `flagblind${String(made).padStart(15, '0')}`;
  const matches = [match('own-support', [spanOf(TEXT, 'Dukung', 'kata dukungan')])];
  await fixture.addAct({ id, account: 0, kind: 'post', text: TEXT, hoursAgo: 100 - made, matches });
  return id;
}
interface Asked {
  readonly reason: string;
  readonly asked: { readonly to: string; readonly day: string };
}
/** `of`: a verdict, or a question to somebody. */
async function give(id: string, by: string, of: Verdict | Asked) {
  const { version } = (await fixture.storage.flags.findFlag(id))!;
  const given = typeof of === 'string' ? { verdict: of } : { verdict: 'needs_context', ...of };
  const reason = of === 'confirmed' ? REASON : 'Contoh.';
  return callers[by]!.post(`/api/flags/${id}/verdict`, { reason, weighed: [], seenVersion: version, ...given });
}
async function given(...of: Parameters<typeof give>): Promise<void> {
  const { statusCode, body } = await give(...of);
  expect(statusCode, body).toBe(200);
}

/** Every door that shows decided flags, by every filter that parts one verdict from the other. */
async function readEverything(id: string, by: string): Promise<string> {
  const { user } = (await fixture.storage.users.findUserByUsername('reviewer'))!;
  const queries = [
    '',
    'verdict=confirmed',
    'verdict=dismissed',
    `person=${user.id}`,
    `account=${fixture.accountIds[0]}`,
  ];
  const urls = [
    `/api/flags/${id}`,
    ...queries.map((query) => `/api/decisions?${query}`),
    ...queries.map((query) => `/api/decisions/sheet?format=csv&${query}`),
    `/api/flags/${id}/dossier?format=pdf`,
    '/api/flags',
    '/api/flags?order=similar',
    '/api/notices',
  ];
  const answers = [];
  for (const url of urls) answers.push(await callers[by]!.get(url));
  answers.push(await callers[by]!.post(`/api/flags/${id}/claim`, {}));
  answers.push(await give(id, by, 'dismissed'));
  return answers.map(({ statusCode, body }) => `${statusCode} ${body}`).join('\n');
}

const blindOf = async (id: string) => {
  const entries = await fixture.storage.audit.listEntries({ limit: 30 });
  return entries.find((entry) => entry.action === 'verdict_given' && entry.subject === id)!.details.blind;
};

describe('a flag that one person has decided', () => {
  it('is read by no colleague before it is put back by a question and becomes theirs', async () => {
    const id = await aFlag();
    await given(id, 'reviewer', 'confirmed');
    const read = await readEverything(id, 'reviewer2');
    expect(read).not.toContain(REASON);
    // Neither list nor sheet has a line of it, neither count tells it.
    expect(read).not.toMatch(/"verdict":"confirmed","count":[1-9]|"items":\[\{"id":"[^"]*","verdict"|"dikonfirmasi"/);
    expect(read).toContain('"hidden":1');
    await given(id, 'supervisor', 'needs_context');
    await given(id, 'reviewer2', 'dismissed');
    expect(await blindOf(id)).toBe(true);
    expect((await fixture.storage.flags.findFlag(id))!.state).toBe('contrary');
  });

  it('is read by no reviewer who becomes a supervisor afterwards', async () => {
    const id = await aFlag();
    await given(id, 'reviewer', 'confirmed');
    expect(await readEverything(id, 'reviewer2')).not.toContain(REASON);
    const account = { ...fixture.storage, clock: () => NOW, actor: 'system:test' };
    await setRole(account, 'reviewer2', { role: 'supervisor', evenLastAdmin: false });
    callers.reviewer2 = await callAs(fixture.app, 'reviewer2');
    expect((await callers.reviewer2.get(`/api/flags/${id}`)).json()).toMatchObject({
      hiddenReviews: 1,
      canDecide: true,
    });
    await given(id, 'reviewer2', 'confirmed');
    expect(await blindOf(id)).toBe(true);
    await setRole(account, 'reviewer2', { role: 'reviewer', evenLastAdmin: false });
    callers.reviewer2 = await callAs(fixture.app, 'reviewer2');
  });

  it('tells by no question of that person what they decided, and by no answer to it', async () => {
    const id = await aFlag();
    await given(id, 'reviewer', 'confirmed');
    // Whoever gave the only verdict may ask, and change their mind; a colleague would read it there.
    const { user } = (await fixture.storage.users.findUserByUsername('reviewer2'))!;
    const day = '2026-11-22';
    const told = 'Saya mengonfirmasinya; benar begitu? (contoh)';
    fixture.setNow(new Date(NOW.getTime() + 60_000));
    await given(id, 'supervisor', 'needs_context');
    const asking = (to: string) => give(id, 'reviewer', { reason: told, asked: { to, day } });
    expect((await asking(user.id)).json().error.code).toBe('asks_after_verdict');
    expect((await asking('office_head')).statusCode).toBe(200);
    fixture.setNow(new Date(NOW.getTime() + 120_000));
    const { question } = (await fixture.storage.flags.findFlag(id))!;
    const answer = { id: 'b'.repeat(24), text: 'Ya, konfirmasi Anda benar (contoh).', askedAt: question!.at };
    expect((await callers.sekda!.get('/api/questions')).json().items).toMatchObject([{ flagId: id, text: told }]);
    expect((await callers.sekda!.post(`/api/questions/${id}/answer`, answer)).statusCode).toBe(200);
    for (const by of ['reviewer2', 'supervisor', 'supervisor2']) {
      const page = await callers[by]!.get(`/api/flags/${id}`);
      expect(page.body).not.toMatch(/mengonfirmasi|konfirmasi Anda/);
      expect(page.json()).toMatchObject({
        question: { text: null, isForMe: false, answer: { text: null, isHidden: true } },
        hiddenRemarks: 1,
      });
    }
    await given(id, 'reviewer2', 'confirmed');
    const after = await callers.reviewer2!.get(`/api/flags/${id}`);
    expect(after.body).toMatch(/mengonfirmasi.*konfirmasi Anda/s);
    fixture.setNow(NOW);
  });
});
