import { expect } from 'vitest';
import { parseHead } from '../../../src/domain/audit-outside.js';
import { open, unlock } from '../../../web/src/lapor/sealing.js';
import { type ConsoleFixture, callAs } from '../../console/console-fixture.js';
import { sendForm } from '../../console/lapor.js';
import { ACTS, NOW } from '../../console/sample.js';
import { codeAt, personOf } from '../../console/second-steps.js';
import { type Said, TYPED } from './said.js';

const [CALL, , HOSTILE, REPLY, LIKE] = ACTS.map(({ id }) => id) as [string, string, string, string, string];

/** Whatever people hold of the house goes on opening, and shows what they typed. */
export async function expectAllOpens(fixture: ConsoleFixture, said: Said): Promise<void> {
  await expectFlags(fixture);
  await expectReports(fixture, said);
  await expectDoors(fixture, said);
  await expectMachines(fixture);
  const head = parseHead(said.head)!;
  const report = await fixture.storage.audit.verify([head]);
  expect(report).toMatchObject({
    ok: true,
    contradictionCount: 0,
    contents: { unsealed: 0 },
    proven: { seq: head.seq },
  });
}

async function expectFlags({ app }: ConsoleFixture): Promise<void> {
  const names = ['reviewer', 'reviewer2', 'reviewer-sulsel', 'supervisor'] as const;
  const [reviewer, reviewer2, sulsel, supervisor] = await Promise.all(names.map((name) => callAs(app, name)));
  const read = async (caller: typeof reviewer, url: string) => {
    const { statusCode, body } = await caller!.get(url);
    expect(statusCode, `${url} ${body.slice(0, 200)}`).toBe(200);
    return body;
  };
  expect(await read(reviewer, `/api/flags/${REPLY}`)).toContain(TYPED.remark);
  expect(await read(reviewer, `/api/flags/${REPLY}/draft`)).toContain(TYPED.draft);
  expect(await read(reviewer, `/api/flags/${REPLY}/templates`)).toContain(TYPED.template);
  expect(await read(reviewer, `/api/flags/${CALL}/evidence/text.txt`)).toContain('coblos');
  expect(await read(reviewer, `/api/flags/${CALL}`)).toContain(TYPED.reason);
  expect(await read(reviewer, '/api/views')).toContain(TYPED.view);
  expect(JSON.parse(await read(reviewer2, '/api/notices')).unread).toBeGreaterThan(0);
  expect(await read(supervisor, '/api/questions')).toContain(HOSTILE);
  expect(await read(sulsel, '/api/pending-decisions')).toContain(LIKE);
}

async function expectReports({ app, storage }: ConsoleFixture, said: Said): Promise<void> {
  const thread = await sendForm(app, { url: '/lapor/buka', values: { receipt: said.receipt } });
  for (const text of [TYPED.question, TYPED.reply]) expect(thread.body).toContain(text);
  const reviewer = await callAs(app, 'reviewer');
  const page = (await reviewer.get(`/api/reports/${said.report}`)).json();
  expect(page).toMatchObject({ act: { story: TYPED.story }, files: [{ isPicture: true }, { isPicture: false }] });
  for (const { id } of page.files)
    expect((await reviewer.get(`/api/reports/${said.report}/files/${id}`)).statusCode, id).toBe(200);
  const { items } = (await reviewer.get('/api/reports')).json() as { items: { id: string; state: string }[] };
  const stories = await Promise.all(items.map(async ({ id }) => (await reviewer.get(`/api/reports/${id}`)).json()));
  const read = stories.find(({ reading }) => reading?.pack);
  expect((await reviewer.get(`/api/reports/${read.id}/link/text.txt`)).body).toBe(TYPED.post);
  expect(new Set(items.map(({ state }) => state))).toEqual(new Set(['new', 'identified', 'waits_for_registry']));
  const box = (await storage.reports.findIdentityBox(said.report))!;
  expect(await open(box, said.keyFile, await unlock(said.keyFile, said.passphrase))).toEqual(TYPED.reporter);
}

/** A password, a code of the second step, a written code, a program's token. */
async function expectDoors(fixture: ConsoleFixture, said: Said): Promise<void> {
  const later = new Date(NOW.getTime() + 120_000);
  fixture.setNow(later);
  const person = await personOf(fixture, { username: 'dua-langkah', isThere: true });
  expect(await person.statusWith('000000')).toBe(401);
  expect(await person.statusWith(codeAt(said.secret, later))).toBe(200);
  expect(await person.statusWith(said.recoveryCode)).toBe(200);
  fixture.setNow(NOW);
  const headers = { authorization: `Bearer ${said.token}` };
  expect((await fixture.app.inject({ url: '/api/flags', headers })).statusCode).toBe(200);
}

async function expectMachines({ storage, accountIds }: ConsoleFixture): Promise<void> {
  for (const id of accountIds) expect(await storage.accounts.getNip(id)).toMatch(/^19800101200501100\d$/);
  expect(await storage.accounts.findCursor(accountIds[0]!)).toBe('kursor-contoh');
  expect(await storage.activities.findKnownIds(['tidak-ditandai-contoh'])).toHaveLength(1);
  expect(await storage.digests.findReceipt('SBY', '2026-11-19')).toMatchObject({ state: 'sent' });
  const { ruleset } = (await storage.rulesets.findInForce())!;
  expect(String(await storage.rulesets.findSet(ruleset))).toContain(ruleset);
  expect(await storage.ruleCounts.listRuleDays()).toMatchObject([{ rule: 'pose-near-ticket', acts: 1 }]);
}
