import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { resetNoticeSender } from '../../src/app/send-to-person.js';
import { type MailCatcher, startMailCatcher } from '../../src/demo/mail-catcher.js';
import { createMailer, type Mailer } from '../../src/mail/mailer.js';
import { type ConsoleFixture, callAs, startConsoleFixture } from './console-fixture.js';
import { NOW, PASSWORD } from './sample.js';
import { codeAt, type Person, personOf, setUp } from './second-steps.js';

let fixture: ConsoleFixture;
let catcher: MailCatcher;
let mailer: Mailer;
let now = NOW;
let count = 0;

beforeAll(async () => {
  catcher = await startMailCatcher(join(tmpdir(), `netra-langkah-${process.pid}`));
  mailer = createMailer({ smtpUrl: catcher.smtpUrl, from: 'netra@contoh.example' });
  const sendResetNotice = resetNoticeSender({ mailer, messageIdDomain: 'contoh.example' });
  fixture = await startConsoleFixture({ acts: [], sendResetNotice, secondStepRoles: ['auditor'] });
});
afterAll(async () => {
  await fixture.close();
  mailer.close();
  await catcher.stop();
  await rm(catcher.folder, { recursive: true, force: true });
});
/** Each test in minutes of its own: a code that was used is none again. */
beforeEach(() => {
  count += 1;
  wait(600);
});

function wait(seconds: number): void {
  now = new Date(now.getTime() + seconds * 1_000);
  fixture.setNow(now);
}
const someone = (more: object = {}) => personOf(fixture, { username: `dua-${count}`, ...more });
const begun = async () => setUp(await someone(), now);
const entries = async (limit: number) => fixture.storage.audit.listEntries({ limit });
const outcome = ({ statusCode, json }: { statusCode: number; json: () => { error?: { code: string } } }) => [
  statusCode,
  json().error?.code,
];

describe('setting up a second step', () => {
  it('asks for the password, shows a secret that an app takes, and holds from the code that proves it', async () => {
    const person = await someone();
    const wrong = await person.post('/api/me/second-step/begin', { password: 'bukan kata sandi ini' });
    expect(outcome(wrong)).toEqual([422, 'wrong_password']);
    const { secret, address } = (await person.post('/api/me/second-step/begin', { password: PASSWORD })).json();
    expect(address).toBe(
      `otpauth://totp/Netra:${person.username}?issuer=Netra&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    );
    expect((await person.logIn()).statusCode).toBe(200);
    const typo = await person.post('/api/me/second-step/confirm', { code: '000000' });
    expect(outcome(typo)).toEqual([422, 'wrong_code']);
    expect((await person.get('/api/me/second-step')).json()).toEqual({
      since: null,
      recoveryLeft: 0,
      isDemanded: false,
    });
    const started = (await person.post('/api/me/second-step/confirm', { code: codeAt(secret, now) })).json();
    expect(started.me).toMatchObject({ hasSecondStep: true, owesSecondStep: false });
    expect(new Set(started.recoveryCodes).size).toBe(10);
    for (const code of started.recoveryCodes) expect(code).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/);
    expect(outcome(await person.logIn())).toEqual([401, 'second_step_needed']);
  });

  it('is offered no more after ten wrong codes: an open session alone does not guess its way in', async () => {
    const person = await someone();
    const begin = async () => (await person.post('/api/me/second-step/begin', { password: PASSWORD })).json().secret;
    const confirm = (code: string) => person.post('/api/me/second-step/confirm', { code });
    const wrong = (secret: string) => (codeAt(secret, now) === '000000' ? '111111' : '000000');
    const first = await begin();
    for (let n = 0; n < 10; n += 1) expect(outcome(await confirm(wrong(first)))).toEqual([422, 'wrong_code']);
    expect((await confirm(codeAt(first, now))).json().error.code).toBe('second_step_gone');
    const second = await begin();
    expect(outcome(await confirm(wrong(second)))).toEqual([422, 'wrong_code']);
    expect((await confirm(codeAt(second, now))).statusCode).toBe(200);
  });

  it('ends every other session and gives this one a new name', async () => {
    const person = await someone();
    const other = await personOf(fixture, { username: person.username, isThere: true });
    const before = person.cookie();
    const { secret } = (await person.post('/api/me/second-step/begin', { password: PASSWORD })).json();
    await person.post('/api/me/second-step/confirm', { code: codeAt(secret, now) });
    expect(person.cookie()).not.toBe(before);
    expect((await person.get('/api/me')).statusCode).toBe(200);
    expect((await other.get('/api/me')).statusCode).toBe(401);
    const old = await fixture.app.inject({ url: '/api/me', headers: { cookie: before } });
    expect(old.statusCode).toBe(401);
  });

  it('waits a quarter of an hour for the code, takes an offer once, and only the latest', async () => {
    const person = await someone();
    const begin = async () => (await person.post('/api/me/second-step/begin', { password: PASSWORD })).json().secret;
    const first = await begin();
    const second = await begin();
    expect(outcome(await person.post('/api/me/second-step/confirm', { code: codeAt(first, now) }))[0]).toBe(422);
    wait(15 * 60);
    const late = await person.post('/api/me/second-step/confirm', { code: codeAt(second, now) });
    expect(outcome(late)).toEqual([410, 'second_step_gone']);
    const third = await begin();
    const answers = await Promise.all(
      [1, 2].map(() => person.post('/api/me/second-step/confirm', { code: codeAt(third, now) })),
    );
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).not.toEqual([200, 200]);
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
  });

  it('can be replaced by whoever has a code of the present one, which then opens nothing', async () => {
    const { person, secret } = await begun();
    const begin = (code?: string) => person.post('/api/me/second-step/begin', { password: PASSWORD, code });
    expect(outcome(await begin())).toEqual([422, 'wrong_password']);
    expect(outcome(await begin('000000'))).toEqual([422, 'wrong_password_or_code']);
    wait(30);
    const next = (await begin(codeAt(secret, now))).json().secret;
    wait(30);
    expect(await person.statusWith(codeAt(secret, now))).toBe(200);
    expect((await person.post('/api/me/second-step/confirm', { code: codeAt(next, now) })).statusCode).toBe(200);
    wait(60);
    expect(await person.statusWith(codeAt(secret, now))).toBe(401);
    expect(await person.statusWith(codeAt(next, now))).toBe(200);
  });
});

describe('a log-in with a second step', () => {
  it('takes each code once, and the one before and after', async () => {
    const { person, secret } = await begun();
    expect(await person.statusWith(codeAt(secret, now))).toBe(401); // It proved the secret.
    wait(90);
    const at = (seconds: number) => codeAt(secret, new Date(now.getTime() + seconds * 1_000));
    expect(await person.statusWith(at(-60))).toBe(401);
    expect(await person.statusWith(at(60))).toBe(401);
    expect(await person.statusWith(at(-30))).toBe(200);
    expect(await person.statusWith(at(-30))).toBe(401);
    expect(await person.statusWith(at(30))).toBe(200);
    expect(await person.statusWith(at(0))).toBe(401);
  });

  it('lets in one of two who send the same code at the same moment', async () => {
    const { person, secret } = await begun();
    wait(60);
    const code = codeAt(secret, now);
    const statuses = await Promise.all([1, 2, 3].map(() => person.statusWith(code)));
    expect(statuses.toSorted()).toEqual([200, 401, 401]);
  });

  it('takes each recovery code once, however it is typed, and says how it was let in', async () => {
    const { person, recoveryCodes } = await begun();
    const [first, second] = recoveryCodes as [string, string];
    expect(await person.statusWith(` ${first.toUpperCase().replace('-', ' ')} `)).toBe(200);
    const [entry] = await entries(1);
    expect(entry).toMatchObject({ action: 'login', details: { second: 'recovery' } });
    expect(await person.statusWith(first)).toBe(401);
    const twice = await Promise.all([person.statusWith(second), person.statusWith(second)]);
    expect(twice.toSorted()).toEqual([200, 401]);
    expect((await person.get('/api/me/second-step')).json().recoveryLeft).toBe(8);
  });

  it('answers the same for a wrong password and a wrong code once a code is sent', async () => {
    const { person, secret } = await begun();
    wait(60);
    const right = codeAt(secret, now);
    const answers = [await person.logIn('000000'), await person.logIn(right, 'bukan kata sandi ini')];
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(outcome(answers[0]!)).toEqual([401, 'login_code_failed']);
    // And a code that came with a wrong password is not used up.
    expect(await person.statusWith(right)).toBe(200);
  });

  it('is no easier with operators, other spellings or nothing in place of a code', async () => {
    const { person } = await begun();
    for (const code of ['', { $gt: '' }, ['123456'], 123456, null, 'x'.repeat(41)])
      expect((await person.logIn(code)).statusCode, JSON.stringify(code)).toBe(400);
    for (const code of ['undefined', '{"$gt":""}', '------', '          ', '１２３４５６'])
      expect((await person.logIn(code)).statusCode, code).toBe(401);
  });
});

describe('new recovery codes, and taking the step off', () => {
  it('ask for password and code, and answer the same whichever is wrong', async () => {
    const { person, secret, recoveryCodes } = await begun();
    for (const what of ['recovery', 'off']) {
      wait(60);
      const ask = (password: string, code: string) => person.post(`/api/me/second-step/${what}`, { password, code });
      const wrong = [await ask(PASSWORD, '000000'), await ask('bukan kata sandi ini', codeAt(secret, now))];
      expect(new Set(wrong.map(({ body }) => body)).size).toBe(1);
      expect(outcome(wrong[0]!)).toEqual([422, 'wrong_password_or_code']);
      expect((await ask(PASSWORD, codeAt(secret, now))).statusCode).toBe(200);
      if (what === 'recovery') expect(await person.statusWith(recoveryCodes[0]!)).toBe(401);
    }
    expect((await person.get('/api/me')).json().hasSecondStep).toBe(false);
    expect((await person.logIn()).statusCode).toBe(200);
    const told = (await entries(12))
      .filter(({ action }) => action === 'user_changed')
      .map((entry) => entry.details.change);
    expect(told.slice(0, 3)).toEqual(['second_step_off', 'recovery_codes', 'second_step_on']);
  });
});

describe('a role that needs a second step', () => {
  it('opens nothing but its set-up before it is there, and all of its own after', async () => {
    const person = await someone({ role: 'auditor', officeCodes: [] });
    expect((await person.get('/api/me')).json()).toMatchObject({ owesSecondStep: true, hasSecondStep: false });
    for (const path of ['/api/audit', '/api/notices', '/api/docs/json', '/api/coverage'])
      expect(outcome(await person.get(path)), path).toEqual([403, 'second_step_first']);
    expect(outcome(await person.post('/api/notices/read', { all: true }))).toEqual([403, 'second_step_first']);
    expect((await person.get('/api/me/second-step')).json().isDemanded).toBe(true);
    await setUp(person, now);
    expect((await person.get('/api/audit')).statusCode).toBe(200);
  });

  it('cannot take it off', async () => {
    const { person, secret } = await setUp(await someone({ role: 'auditor', officeCodes: [] }), now);
    wait(60);
    const off = await person.post('/api/me/second-step/off', { password: PASSWORD, code: codeAt(secret, now) });
    expect(outcome(off)).toEqual([409, 'second_step_demanded']);
  });
});

describe('an admin who takes it off for somebody', () => {
  const resetOf = async (id: string) =>
    (await callAs(fixture.app, 'admin')).post(`/api/users/${id}`, { change: 'second_step_reset' });
  const idOf = async ({ username }: Person) => (await fixture.storage.users.findUserByUsername(username))!.user.id;

  it('ends their sessions, is in the log, and the person is told by mail', async () => {
    const { person } = await setUp(await someone({ mail: 'dua@contoh.example' }), now);
    const id = await idOf(person);
    const listed = (await (await callAs(fixture.app, 'admin')).get(`/api/users?q=${person.username}`)).json();
    expect(listed.users[0].hasSecondStep).toBe(true);
    expect((await resetOf(id)).json()).toEqual({ isChanged: true, endedSessions: 1, isTold: true });
    expect((await person.get('/api/me')).statusCode).toBe(401);
    expect((await person.logIn()).statusCode).toBe(200);
    const changed = (await entries(5)).find(({ details }) => details.change === 'second_step_reset');
    expect(changed).toMatchObject({ action: 'user_changed', subject: id });
    const [file] = (await readdir(catcher.folder)).toSorted().slice(-1);
    const mail = await simpleParser(await readFile(join(catcher.folder, file!)));
    expect([mail.subject, [mail.to].flat()[0]!.text]).toEqual([
      '[Netra] Langkah kedua akun Anda dicabut',
      'dua@contoh.example',
    ]);
    expect(mail.text).toContain('Bila bukan Anda yang memintanya: segera ganti kata sandi Anda');
    expect(mail.text).not.toMatch(/https?:/);
    expect((await resetOf(id)).json()).toEqual({ isChanged: false, endedSessions: 0, isTold: false });
  });

  it('says that nobody was told where no mail can go, and never does it to the own account', async () => {
    const { person } = await begun();
    expect((await resetOf(await idOf(person))).json()).toMatchObject({ isChanged: true, isTold: false });
    const own = await resetOf((await fixture.storage.users.findUserByUsername('admin'))!.user.id);
    expect([own.statusCode, own.json().error.message]).toEqual([422, 'Langkah kedua sendiri tidak dicabut di sini.']);
  });
});

it('keeps neither secret nor code in the log', async () => {
  const { secret, recoveryCodes } = await begun();
  const log = JSON.stringify(await entries(100));
  for (const word of [secret, ...recoveryCodes]) expect(log).not.toContain(word);
});
