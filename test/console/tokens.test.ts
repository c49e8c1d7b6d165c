import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCESS, isAllowed } from '../../src/console/access/access.js';
import { BY_TOKEN, isForTokens } from '../../src/console/access/by-token.js';
import { ABILITIES, ROLES, type Role } from '../../src/domain/abilities.js';
import { grantableOf, TOKEN_ABILITIES, type TokenAbility } from '../../src/domain/api-token.js';
import { DAY_MS } from '../../src/domain/days.js';
import { type ConsoleFixture, callAs, startConsoleFixture } from './console-fixture.js';
import { ACTS, NOW, PASSWORD } from './sample.js';
import { type Program, programOf } from './tokens.js';

let fixture: ConsoleFixture;
beforeAll(async () => {
  fixture = await startConsoleFixture();
});
afterAll(() => fixture.close());

/** An address that reaches the handler, whatever it then answers. */
const addressOf = (path: string) =>
  path.replace(':id', 'nosuchflag').replace(':name', 'text.txt').replace(':file', 'nosuchfile').replace('*', 'x.js');
const codeOf = (answer: { body: string }) => (answer.body ? JSON.parse(answer.body).error?.code : undefined);
const lastEntry = async () => (await fixture.storage.audit.listEntries({ limit: 1 }))[0]!;

/** Every route, with what the table says a program of this person may have of it. */
async function expectTable(
  program: Program,
  role: Role,
  given: { abilities: readonly TokenAbility[]; mayWrite: boolean },
) {
  for (const [name, access] of Object.entries(ACCESS)) {
    if (access === 'anyone') continue;
    const [method, path] = name.split(' ') as ['GET' | 'POST', string];
    const isOpen = isForTokens(method, path, given) && isAllowed(access, { role, onlyFor: given.abilities });
    const answer = await program.ask(method, addressOf(path));
    const seen = `${name} as ${role}: ${answer.statusCode}`;
    if (isOpen) expect([401, 403], seen).not.toContain(answer.statusCode);
    else
      expect([answer.statusCode, ['token_may_not', 'forbidden']], seen).toEqual([
        403,
        expect.arrayContaining([codeOf(answer)]),
      ]);
  }
}

describe('the table of what a token may', () => {
  it('names routes that are there, reads in each but one, and asks of none an ability that no token is given', () => {
    for (const [name, use] of Object.entries(BY_TOKEN)) {
      const access = ACCESS[name];
      expect(access, name).toBeDefined();
      const isGrantable = access === 'logged_in' || (TOKEN_ABILITIES as readonly string[]).includes(access!);
      expect(isGrantable, name).toBe(true);
      if (use === 'writes') expect(name).toBe('POST /api/findings');
    }
    const posts = Object.keys(BY_TOKEN).filter((name) => !name.startsWith('GET '));
    expect(posts.toSorted()).toEqual(['POST /api/findings', 'POST /api/links', 'POST /api/opinion']);
  });

  it('gives nobody a token for users, templates, whose work a flag is, or who reported', () => {
    const never = ABILITIES.filter((ability) => !(TOKEN_ABILITIES as readonly string[]).includes(ability));
    expect(never).toEqual(expect.arrayContaining(['manage_users', 'open_identity', 'edit_templates', 'assign']));
    expect(grantableOf('report_keeper')).toEqual([]);
    expect(grantableOf('admin')).toEqual(['see_coverage', 'see_rule_health']);
  });

  const able = ROLES.filter((role) => grantableOf(role).length > 0);
  it.each(able)('holds for a program of %s that was given all, to read and to write', async (role) => {
    const abilities = grantableOf(role);
    for (const mayWrite of [false, true]) {
      const program = await programOf(fixture, role, { abilities, mayWrite });
      await expectTable(program, role, { abilities, mayWrite });
      await program.owner.post(`/api/me/tokens/${program.id}/remove`);
    }
  });

  it.each(able)('holds for a program of %s that was given one thing alone', async (role) => {
    for (const ability of grantableOf(role)) {
      const given = { abilities: [ability], mayWrite: false };
      const program = await programOf(fixture, role, given);
      await expectTable(program, role, given);
      await program.owner.post(`/api/me/tokens/${program.id}/remove`);
    }
  });

  it('is said by the description of the interface', async () => {
    const { paths, components } = (await (await callAs(fixture.app, 'analyst')).get('/api/docs/json')).json();
    expect(components.securitySchemes.token).toEqual({ type: 'http', scheme: 'bearer' });
    expect(paths['/api/flags'].get.security).toEqual([{ token: [] }]);
    expect(paths['/api/flags/{id}/verdict'].post.security).toBeUndefined();
  });
});

describe('a token', () => {
  it('is made by its person with the password, shown once, and listed with its use', async () => {
    const program = await programOf(fixture, 'auditor', { abilities: ['read_audit'] });
    expect(program.token).toMatch(/^netra_[a-f0-9]{16}_[\w-]{43}$/);
    const made = await lastEntry();
    const details = { change: 'token_made', apiToken: program.id, abilities: 'read_audit' };
    expect(made).toMatchObject({ action: 'user_changed', actor: made.subject, details });
    const list = async () => (await program.owner.get('/api/me/tokens')).json();
    expect((await list()).tokens[0]).toEqual({
      id: program.id,
      name: 'Rekap mingguan (contoh)',
      abilities: ['read_audit'],
      mayWrite: false,
      madeAt: NOW.toISOString(),
      expiresAt: new Date(NOW.getTime() + 30 * DAY_MS).toISOString(),
      lastUsedAt: null,
      state: 'active',
    });
    expect((await program.ask('GET', '/api/audit')).statusCode).toBe(200);
    const { tokens } = await list();
    expect(tokens[0].lastUsedAt).toBe(NOW.toISOString());
    expect(JSON.stringify([tokens, await fixture.storage.audit.listEntries({ limit: 50 })])).not.toContain(
      program.token.split('_')[2],
    );
  });

  it('leaves its name in the log wherever it looks', async () => {
    const program = await programOf(fixture, 'reviewer', { abilities: ['see_queue', 'decide'] });
    const { id } = ACTS[0]!;
    expect((await program.ask('GET', `/api/flags/${id}`)).statusCode).toBe(200);
    expect(await lastEntry()).toMatchObject({ action: 'flag_viewed', subject: id, details: { apiToken: program.id } });
    await program.owner.get(`/api/flags/${id}`);
    expect((await lastEntry()).details).toEqual({});
  });

  it('shows no more than it was given, though its person sees more', async () => {
    const program = await programOf(fixture, 'reviewer', { abilities: ['see_queue'] });
    const [item] = (await program.ask('GET', '/api/flags')).json().items;
    const [own] = (await program.owner.get('/api/flags')).json().items;
    expect(own.id).toBe(item.id);
    expect(JSON.stringify(own)).toContain('coblos');
    expect(JSON.stringify(item)).not.toContain('coblos');
  });

  it('sees the offices of its person and no other', async () => {
    const program = await programOf(fixture, 'reviewer-sulsel', { abilities: ['see_queue', 'decide'] });
    const ids = (await program.ask('GET', '/api/flags')).json().items.map((item: { id: string }) => item.id);
    const own = (await program.owner.get('/api/flags')).json().items.map((item: { id: string }) => item.id);
    expect(ids).toEqual(own);
    expect((await program.ask('GET', `/api/flags/${ACTS[0]!.id}`)).statusCode).toBe(404);
  });

  it('brings a finding where it may, with an entry of its own', async () => {
    const abilities = ['bring_findings'] as const;
    const seenAt = new Date(NOW.getTime() - 3_600_000).toISOString();
    const finding = (id: string) => ({ id, kind: 'post', words: 'Temuan karangan (contoh)', seenAt });
    const reads = await programOf(fixture, 'patrol', { abilities });
    expect(codeOf(await reads.ask('POST', '/api/findings', finding(randomUUID())))).toBe('token_may_not');
    const writes = await programOf(fixture, 'patrol', { abilities, mayWrite: true });
    const id = randomUUID();
    const answer = await writes.ask('POST', '/api/findings', finding(id));
    expect([answer.statusCode, answer.body]).toEqual([200, expect.stringContaining(id)]);
    const entries = await fixture.storage.audit.listEntries({ limit: 4 });
    expect(entries).toContainEqual(
      expect.objectContaining({ action: 'token_used', subject: id, details: { apiToken: writes.id } }),
    );
  });

  it('ends by the clock, by its person, and stays listed until it is removed', async () => {
    const program = await programOf(fixture, 'analyst', { abilities: ['see_rules'], days: 1 });
    const other = await programOf(fixture, 'analyst', { abilities: ['see_rules'] });
    fixture.setNow(new Date(NOW.getTime() + DAY_MS));
    const late = await program.ask('GET', '/api/rules');
    const states = (await other.owner.get('/api/me/tokens')).json().tokens.map((one: { state: string }) => one.state);
    fixture.setNow(NOW);
    expect([late.statusCode, codeOf(late)]).toEqual([401, 'token_refused']);
    expect(states.toSorted()).toEqual(['active', 'expired']);
    expect((await other.owner.post(`/api/me/tokens/${other.id}/remove`)).statusCode).toBe(204);
    expect((await lastEntry()).details).toMatchObject({ change: 'token_removed', apiToken: other.id });
    expect((await other.ask('GET', '/api/rules')).statusCode).toBe(401);
  });

  it.each([
    ['more than a year', { days: 366 }, 400],
    ['no day', { days: 0 }, 400],
    ['half a day', { days: 1.5 }, 400],
    ['nothing to read', { abilities: [] }, 400],
    ['users', { abilities: ['manage_users'] }, 400],
    ['what the role has not', { abilities: ['read_audit'] }, 403],
    ['no name', { name: ' ' }, 400],
    ['a wrong password', { password: 'bukan kata sandi ini' }, 422],
  ])('is not made with %s', async (_what, part, status) => {
    const owner = await callAs(fixture.app, 'analyst');
    const body = { name: 'contoh', abilities: ['see_rules'], days: 30, password: PASSWORD, ...part };
    expect((await owner.post('/api/me/tokens', body)).statusCode).toBe(status);
  });

  it('is one of twenty at most', async () => {
    const owner = await callAs(fixture.app, 'sekda');
    const body = { name: 'contoh', abilities: ['see_coverage'], days: 30, password: PASSWORD };
    const codes: unknown[] = [];
    for (let i = 0; i < 21; i += 1) codes.push(codeOf(await owner.post('/api/me/tokens', body)));
    expect(codes.filter(Boolean)).toEqual(['too_many_tokens']);
  });
});
