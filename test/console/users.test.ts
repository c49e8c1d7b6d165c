import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invitationSender } from '../../src/app/send-to-person.js';
import { type MailCatcher, startMailCatcher } from '../../src/demo/mail-catcher.js';
import { DAY_MS } from '../../src/domain/days.js';
import { createMailer, type Mailer } from '../../src/mail/mailer.js';
import { type Caller, type ConsoleFixture, callAs, startConsoleFixture } from './console-fixture.js';
import { NOW, PASSWORD } from './sample.js';

const OWN = 'telur sepeda hujan';
let fixture: ConsoleFixture;
let catcher: MailCatcher;
let mailer: Mailer;
let admin: Caller;
let count = 0;

beforeAll(async () => {
  catcher = await startMailCatcher(join(tmpdir(), `netra-undangan-${process.pid}`));
  mailer = createMailer({ smtpUrl: catcher.smtpUrl, from: 'netra@contoh.example' });
  const sendInvitation = invitationSender({ mailer, messageIdDomain: 'contoh.example' });
  fixture = await startConsoleFixture({ acts: [], sendInvitation });
  admin = await callAs(fixture.app, 'admin');
});
afterAll(async () => {
  await fixture.close();
  mailer.close();
  await catcher.stop();
  await rm(catcher.folder, { recursive: true, force: true });
});

const draft = (more: object = {}) => {
  count += 1;
  const username = `baru-${count}`;
  return { username, displayName: 'Orang Baru (contoh)', mail: '', role: 'reviewer', offices: ['SBY'], ...more };
};
const invite = async (more: object = {}) => {
  const body = draft(more);
  const answer = await admin.post('/api/users', body);
  expect(answer.statusCode, answer.body).toBe(200);
  return { ...body, ...(answer.json() as { id: string; link: string | null; until: string }) };
};
const tokenOf = (link: string | null) => link!.split('#')[1]!;
const asNobody = async (url: string, payload: object) => fixture.app.inject({ method: 'POST', url, payload });
const take = (token: string, password = OWN) => asNobody('/api/invitations/take', { token, password });
const look = (token: string) => asNobody('/api/invitations/look', { token });
const statusOfLogIn = async (username: string, password: string) =>
  (await asNobody('/api/login', { username, password })).statusCode;
const entries = async (limit: number) => fixture.storage.audit.listEntries({ limit });
const idOf = async (username: string) => (await fixture.storage.users.findUserByUsername(username))!.user.id;

describe('an invitation', () => {
  it('goes by mail to its person, holds no password, and is shown to nobody else', async () => {
    const { username, link } = await invite({ mail: 'Orang.Baru@contoh.example' });
    expect(link).toBeNull();
    const [file] = await readdir(catcher.folder);
    const mail = await simpleParser(await readFile(join(catcher.folder, file!)));
    const [, token] = /http:\/\/localhost\/undangan#(\S+)/.exec(mail.text!)!;
    expect(mail.text).toContain('hanya dapat dipakai sekali, sampai Senin, 23 November 2026 pukul 09.00 WIB');
    expect(String(mail.html)).toContain(token);
    expect((await look(token!)).json()).toEqual({ username, displayName: 'Orang Baru (contoh)' });
    expect((await entries(1))[0]).toMatchObject({ action: 'user_changed', details: { change: 'invited' } });
  });

  it('is shown once where no mail can go out, and the log says that it was', async () => {
    const { id, link, until } = await invite();
    expect(new Date(until).getTime()).toBe(NOW.getTime() + 3 * DAY_MS);
    const told = (await entries(3)).map(({ subject, details }) => [subject, details.change]);
    expect(told).toEqual([
      [id, 'link_shown'],
      [id, 'invited'],
      [id, 'created'],
    ]);
    const everything = JSON.stringify([await entries(50), (await admin.get('/api/users?q=baru')).json()]);
    expect(everything).not.toContain(tokenOf(link));
  });

  it('sets a password once, by whoever holds it, and lets in nobody before', async () => {
    const { username, link } = await invite();
    for (const guess of ['', PASSWORD, 'undefined']) expect(await statusOfLogIn(username, guess)).not.toBe(200);
    expect((await take(tokenOf(link), '123456789012')).statusCode).toBe(422);
    expect((await take(tokenOf(link))).statusCode).toBe(204);
    expect(await statusOfLogIn(username, OWN)).toBe(200);
    const again = await take(tokenOf(link), 'kangkung sepeda lonceng');
    expect([again.statusCode, again.json().error.code]).toEqual([410, 'invitation_gone']);
    expect(await statusOfLogIn(username, OWN)).toBe(200);
  });

  it('works once for two who use it at the same moment', async () => {
    const { link } = await invite();
    const answers = await Promise.all([take(tokenOf(link)), take(tokenOf(link), 'kangkung sepeda lonceng')]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([204, 410]);
  });

  it('ends after three days, by a newer one, and with the account', async () => {
    const old = await invite();
    fixture.setNow(new Date(NOW.getTime() + 3 * DAY_MS));
    expect((await take(tokenOf(old.link))).statusCode).toBe(410);
    fixture.setNow(NOW);
    const newer = (await admin.post(`/api/users/${old.id}/invitation`)).json();
    expect((await look(tokenOf(old.link))).statusCode).toBe(410);
    expect((await look(tokenOf(newer.link))).statusCode).toBe(200);
    await admin.post(`/api/users/${old.id}`, { change: 'disabled' });
    expect((await take(tokenOf(newer.link))).statusCode).toBe(410);
    await admin.post(`/api/users/${old.id}`, { change: 'enabled' });
    expect((await take(tokenOf(newer.link))).statusCode).toBe(410);
    await admin.post(`/api/users/${old.id}`, { change: 'disabled' });
    expect((await admin.post(`/api/users/${old.id}/invitation`)).json().error.message).toContain('sedang ditutup');
  });

  it('is no word of anybody else: made up, cut off or of another person', async () => {
    const [one, other] = [await invite(), await invite()];
    const [, secret] = tokenOf(one.link).split('.');
    for (const token of [`${other.id}.${secret}`, tokenOf(one.link).slice(0, -1), `${one.id}.`, 'x'.repeat(60)])
      expect((await look(token)).statusCode, token).toBe(410);
  });
});

describe('the list of people', () => {
  it('shows who may log in and how it stands with them, and never what opens an account', async () => {
    const { username } = await invite();
    const { users } = (await admin.get(`/api/users?q=${username}`)).json();
    expect(users).toEqual([expect.objectContaining({ username, state: 'invited', sessions: 0, isMe: false })]);
    const all = (await admin.get('/api/users')).body;
    expect(all).not.toMatch(/hash|argon2|invitation"|csrf/i);
    expect((await admin.get('/api/users?q=admin')).json().users[0]).toMatchObject({ state: 'active', isMe: true });
  });

  it.each([
    ['the beginning of a name', 'peny', 'supervisor'],
    ['a user name', 'reviewer-sulsel', 'reviewer-sulsel'],
    ['an office', 'sulsel-bap', 'reviewer-sulsel'],
  ])('is searched by %s', async (_by, q, username) => {
    const { users } = (await admin.get(`/api/users?q=${encodeURIComponent(q)}`)).json();
    expect(users.map((user: { username: string }) => user.username)).toContain(username);
    expect(users.length).toBeLessThan(5);
  });

  it('goes on where the page before ended, none left out and none twice', async () => {
    for (let i = 0; i < 60; i += 1) {
      const user = { id: `b-${i}`, username: `banyak-${i}`, displayName: 'Banyak (contoh)' };
      await fixture.storage.users.saveUser({ ...user, role: 'patrol', officeCodes: [], isActive: true });
    }
    const names: string[] = [];
    for (let cursor = ''; ; ) {
      const page = (await admin.get(`/api/users${cursor && `?cursor=${cursor}`}`)).json();
      names.push(...page.users.map(({ username }: { username: string }) => username));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(names).toEqual((await fixture.storage.users.listUsers()).map(({ username }) => username));
  });
});

describe('a change in the console', () => {
  it('does what the command does: role, offices, mail, closing, opening, sessions', async () => {
    const id = await idOf('reviewer2');
    const open = await callAs(fixture.app, 'reviewer2');
    for (const body of [
      { change: 'role', role: 'supervisor' },
      { change: 'offices', offices: ['SBY-DINKES'] },
      { change: 'mail', mail: 'bagus@contoh.example' },
    ])
      expect((await admin.post(`/api/users/${id}`, body)).json()).toMatchObject({ isChanged: true });
    expect((await open.get('/api/me')).statusCode).toBe(401);
    const { user } = (await fixture.storage.users.findUserByUsername('reviewer2'))!;
    expect(user).toMatchObject({ role: 'supervisor', officeCodes: ['SBY-DINKES'], mail: 'bagus@contoh.example' });
    const refused = [
      { change: 'offices', offices: ['TAK-ADA'] },
      { change: 'mail', mail: 'bukan surel' },
      { change: 'role', role: 'raja' },
    ];
    for (const body of refused) expect((await admin.post(`/api/users/${id}`, body)).statusCode).toBeGreaterThan(399);
    await admin.post(`/api/users/${id}`, { change: 'disabled' });
    expect(await statusOfLogIn('reviewer2', PASSWORD)).toBe(401);
    await admin.post(`/api/users/${id}`, { change: 'enabled' });
    expect(await statusOfLogIn('reviewer2', PASSWORD)).toBe(200);
    expect((await admin.post(`/api/users/${id}`, { change: 'sessions_ended' })).json().endedSessions).toBe(1);
  });

  it('leaves the last admin in place, and says so of an own account in the log', async () => {
    const id = await idOf('admin');
    for (const body of [{ change: 'disabled' }, { change: 'role', role: 'supervisor' }]) {
      const answer = await admin.post(`/api/users/${id}`, body);
      expect([answer.statusCode, answer.json().error.message]).toEqual([422, '"admin" adalah admin aktif terakhir.']);
    }
    const other = await invite({ role: 'admin', offices: [] });
    await take(tokenOf(other.link));
    const second = await callAsWith(other.username, OWN);
    await second.post(`/api/users/${other.id}`, { change: 'role', role: 'supervisor' });
    const [entry] = await entries(1);
    const details = { change: 'role', role: 'supervisor', own: true };
    expect(entry).toMatchObject({ actor: other.id, subject: other.id, details });
  });

  it('of two admins who take each other away at the same moment leaves one', async () => {
    const { id } = await invite({ role: 'admin', offices: [] });
    const first = await idOf('admin');
    const { users } = fixture.storage;
    for (let round = 0; round < 5; round += 1) {
      const done = await Promise.all(
        [first, id].map((one) => users.changeUser(one, { isActive: false }, { keepsAdmin: true })),
      );
      expect(done.filter(({ isLastAdmin }) => isLastAdmin)).toHaveLength(1);
      for (const one of [first, id]) await users.changeUser(one, { isActive: true });
    }
    await users.changeUser(id, { role: 'patrol' });
    admin = await callAs(fixture.app, 'admin');
  });
});

async function callAsWith(username: string, password: string): Promise<Pick<Caller, 'post'>> {
  const login = await asNobody('/api/login', { username, password });
  const cookie = login.cookies.map((c) => `${c.name}=${c.value}`).join('; ');
  const headers = { cookie, 'x-netra-csrf': login.json().csrfToken };
  return { post: (url, body) => fixture.app.inject({ method: 'POST', url, payload: body as object, headers }) };
}
