import { randomUUID } from 'node:crypto';
import { makeKeyPair } from '../../../src/cli/report-key/key-pair.js';
import { settleDue } from '../../../src/console/deciding/settle-decision.js';
import { formatHead } from '../../../src/domain/audit-outside.js';
import type { Verdict } from '../../../src/domain/verdict.js';
import { seal } from '../../../web/src/lapor/sealing.js';
import { pngOf } from '../../attacks/hostile-files.js';
import { type Caller, type ConsoleFixture, callAs } from '../../console/console-fixture.js';
import { freshToken, receiptIn, sendForm, tokenIn } from '../../console/lapor.js';
import { ACTS, NOW, screener } from '../../console/sample.js';
import { personOf, setUp } from '../../console/second-steps.js';
import { programOf } from '../../console/tokens.js';
import { fillMachines } from './fill-machines.js';
import { type Said, TYPED } from './said.js';

export const UNDO_MS = 10_000;
const OVER = new Date(NOW.getTime() + UNDO_MS);
const [CALL, QUOTE, HOSTILE, REPLY, LIKE] = ACTS.map(({ id }) => id) as [string, string, string, string, string];
const NAMES = ['reviewer', 'reviewer2', 'reviewer-sulsel', 'supervisor', 'patrol', 'admin'] as const;
type Callers = Readonly<Record<(typeof NAMES)[number], Caller>>;

/** Everything that people and workers leave behind, once at least, by the ways there are. Returns what people hold of it. */
export async function fillHouse(fixture: ConsoleFixture): Promise<Said> {
  const logIns = await Promise.all(NAMES.map(async (name) => [name, await callAs(fixture.app, name)]));
  const callers = Object.fromEntries(logIns) as Callers;
  const reports = await fillReports(fixture, callers);
  await workOnFlags(fixture, callers);
  await keepForLater(callers);
  await fillMachines(fixture, reports.read);
  const person = await personOf(fixture, { username: 'dua-langkah' });
  const { secret, recoveryCodes } = await setUp(person, NOW);
  const { token } = await programOf(fixture, 'supervisor', { abilities: ['see_queue'] });
  const head = formatHead(await fixture.storage.audit.getHead());
  return { ...reports.said, secret, recoveryCode: recoveryCodes[0]!, token, head };
}

/** The answer, or what was wrong. */
async function ok<T>(answer: ReturnType<Caller['post']>): Promise<T> {
  const { statusCode, body } = await answer;
  if (statusCode >= 300) throw new Error(`${statusCode}: ${body}`);
  return (body === '' ? undefined : JSON.parse(body)) as T;
}

async function fillReports({ app, storage, accountIds }: ConsoleFixture, { reviewer, patrol }: Callers) {
  const { file: keyFile, passphrase } = await makeKeyPair();
  const { id: keyId, publicKey } = keyFile;
  await storage.reportKeys.takeReportKeyIntoUse({ id: keyId, publicKey, madeAt: NOW }, 'system:test');
  const identity = await seal(TYPED.reporter, { id: keyId, publicKey });
  let place = 0;
  const bring = async (values: Parameters<typeof sendForm>[1]['values']) => {
    place += 1;
    const from = `203.0.113.${place}`;
    const { body } = await sendForm(app, { from, values: { token: await freshToken(app), ...values } });
    const receipt = receiptIn(body);
    return { receipt, ...(await storage.reports.findReportByReceipt(receipt))! };
  };
  const step = (id: string, body: object) => ok(reviewer.post(`/api/reports/${id}/step`, { seenVersion: 1, ...body }));
  const decide = (id: string, body: object) =>
    ok(reviewer.post(`/api/reports/${id}/decision`, { reason: TYPED.decision, seenVersion: 2, ...body }));

  const files = [
    new Blob([new Uint8Array(pngOf(30, 20, 20))]),
    new Blob([TYPED.document], { type: 'application/pdf' }),
  ];
  const whole = await bring({ story: TYPED.story, identity, name: 'Wiratmoko Contohsaputra', files });
  await ok(reviewer.post(`/api/reports/${whole.id}/message`, { id: randomUUID(), text: TYPED.question }));
  const thread = await sendForm(app, { url: '/lapor/buka', values: { receipt: whole.receipt } });
  const reply = { receipt: whole.receipt, token: tokenIn(thread.body), text: TYPED.reply };
  await sendForm(app, { url: '/lapor/balas', values: reply });

  const tied = { to: 'identified', accountId: accountIds[0] };
  const [isTrue, isNot, waits, read] = [
    await bring({ story: 'Benar (contoh).' }),
    await bring({ story: 'Tidak benar (contoh).' }),
    await bring({ story: 'Akunnya belum terdaftar (contoh).' }),
    await bring({ story: 'Dengan tautan (contoh).', link: TYPED.link }),
  ];
  for (const { id } of [isTrue, isNot, read]) await step(id, tied);
  await step(waits.id, { to: 'waits_for_registry' });
  const actedAt = new Date(NOW.getTime() - 3_600_000).toISOString();
  await decide(isTrue.id, { outcome: 'true', checked: { kind: 'post', words: TYPED.words, actedAt } });
  await decide(isNot.id, { outcome: 'not_true' });
  const seen = { seenAt: actedAt, place: 'Kantor contoh', taskLetter: '090/ST/contoh/2026', story: TYPED.finding };
  const pictures = [Buffer.from(pngOf(20, 20, 20)).toString('base64')];
  const finding = {
    id: randomUUID(),
    accountId: accountIds[0],
    kind: 'like',
    link: TYPED.link,
    words: '',
    ...seen,
    pictures,
  };
  await ok(patrol.post('/api/findings', finding));
  return { read, said: { receipt: whole.receipt, report: whole.id, keyFile, passphrase } };
}

interface Given {
  readonly verdict: Verdict;
  readonly reason?: string;
  readonly asked?: { readonly to: string; readonly day: string };
}

/** A verdict of each kind, two that are contrary, one undone, one that can still be, a question, remarks, a draft, a claim. */
async function workOnFlags(fixture: ConsoleFixture, callers: Callers): Promise<void> {
  const { storage } = fixture;
  const userId = async (name: string) => (await storage.users.findUserByUsername(name))!.user.id;
  const give = async (id: string, by: Caller, { verdict, ...more }: Given) => {
    const { version } = (await storage.flags.findFlag(id))!;
    const body = { verdict, reason: TYPED.reason, weighed: [], seenVersion: version, ...more };
    await ok(by.post(`/api/flags/${id}/verdict`, body));
  };
  const settle = () =>
    settleDue({
      deps: { ...storage, sets: { wordsOf: async () => screener } } as never,
      clock: () => OVER,
      tell: () => {},
      undoMs: UNDO_MS,
    });
  await give(CALL, callers.reviewer, { verdict: 'confirmed' });
  await settle();
  await give(CALL, callers.supervisor, { verdict: 'dismissed' });
  await give(QUOTE, callers.reviewer, { verdict: 'dismissed' });
  await settle();
  await give(QUOTE, callers.supervisor, { verdict: 'dismissed' });
  await settle();
  await askGolden(callers);
  const asked = { to: await userId('supervisor'), day: '2026-11-22' };
  await give(HOSTILE, callers.reviewer, { verdict: 'needs_context', asked });
  await settle();
  await ok(callers.supervisor.post(`/api/flags/${REPLY}/assign`, { to: await userId('reviewer2') }));
  const remark = { id: 'a'.repeat(24), text: `${TYPED.remark} @reviewer2` };
  await ok(callers.reviewer.post(`/api/flags/${REPLY}/remarks`, remark));
  await ok(callers.reviewer.post(`/api/flags/${REPLY}/claim`));
  const typed = { verdict: 'confirmed', reason: TYPED.draft, weighed: [], ownReviews: 0, typedMsAgo: 0, basedOn: null };
  await ok(callers.reviewer.post(`/api/flags/${REPLY}/draft`, typed));
  await give(LIKE, callers['reviewer-sulsel'], { verdict: 'confirmed' });
  await ok(callers['reviewer-sulsel'].post(`/api/flags/${LIKE}/undo`));
  // Can still be undone when the house is left.
  await give(LIKE, callers['reviewer-sulsel'], { verdict: 'dismissed', reason: TYPED.pending });
}

/** A golden flag, and an answer to its question. */
async function askGolden({ supervisor, reviewer2 }: Callers): Promise<void> {
  await ok(supervisor.post(`/api/flags/${QUOTE}/golden`, { isGolden: true }));
  const { id } = await ok<{ id: string }>(reviewer2.post('/api/flags/next', { after: CALL }));
  const answer = { verdict: 'dismissed', reason: TYPED.reason, weighed: [], seenVersion: 2 };
  await ok(reviewer2.post(`/api/flags/${id}/verdict`, answer));
}

async function keepForLater({ reviewer, supervisor, admin }: Callers): Promise<void> {
  const view = { page: 'queue', name: TYPED.view, search: 'kind=like', office: null };
  await ok(reviewer.post('/api/views', view));
  await ok(supervisor.post('/api/views', { ...view, name: 'Milik kota (contoh)', office: 'SBY' }));
  const template = { office: 'SBY', verdict: 'confirmed', rule: null, text: TYPED.template };
  await ok(supervisor.post('/api/templates', template));
  const invited = {
    username: 'diundang',
    displayName: 'Diundang (contoh)',
    role: 'reviewer',
    offices: ['SBY'],
    mail: '',
  };
  await ok(admin.post('/api/users', invited));
}
