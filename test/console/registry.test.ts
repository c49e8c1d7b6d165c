import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '../../src/domain/abilities.js';
import { type Caller, type ConsoleFixture, callAs, startConsoleFixture } from './console-fixture.js';
import { REGISTERED } from './registered.js';
import { ACCOUNTS } from './sample.js';

let fixture: ConsoleFixture;
const callers: Record<string, Caller> = {};
beforeAll(async () => {
  fixture = await startConsoleFixture();
  await fixture.storage.accounts.saveAccounts(REGISTERED);
  for (const name of [...ROLES, 'reviewer-sulsel', 'reviewer-none']) callers[name] = await callAs(fixture.app, name);
});
afterAll(() => fixture.close());

const get = async (query: string, by = 'reviewer') => (await callers[by]!.get(`/api/registry?${query}`)).json();
const namesOf = async (query: string, by?: string) =>
  (await get(query, by)).items.map((item: { name: string }) => item.name);
const OWN = ACCOUNTS.filter(({ officeCode }) => officeCode.startsWith('SBY')).map(({ name }) => name);
const idOf = async (name: string) => (await get(`q=${encodeURIComponent(name)}`)).items[0].id as string;

describe('the registry', () => {
  it('lists who is registered in the own offices, by name, with what is missing and whose work it is', async () => {
    const page = await get('');
    const names = page.items.map((item: { name: string }) => item.name);
    expect(names).toEqual([...OWN, ...REGISTERED.slice(0, 4).map(({ name }) => name)].sort());
    expect([page.total, page.fitting, page.nextCursor]).toEqual([names.length, names.length, null]);
    expect(page.gaps).toEqual([
      { gap: 'unproven', actor: 'registry', accounts: 2 },
      { gap: 'disputed', actor: 'registry', accounts: 1 },
      { gap: 'no_mandate', actor: 'registry', accounts: 1 },
      { gap: 'no_reader', actor: 'bringer', accounts: 2 },
    ]);
    expect(JSON.stringify(page)).not.toMatch(/19\d{6}20\d{10}/);
    expect(page.items[0].nipMasked).toMatch(/^•{15}\d{3}$/);
  });

  it('finds by name, handle, the end of a NIP and office, by platform, proof and gap', async () => {
    const [unproven, claimed, disputed, ended] = REGISTERED.map(({ name }) => name);
    expect(await namesOf('q=wiraguna')).toEqual([unproven]);
    expect(await namesOf('q=@wiraguna.contoh')).toEqual([unproven]);
    expect(await namesOf('q=901')).toEqual([unproven]);
    expect(await namesOf('q=puskesmas')).toEqual(expect.arrayContaining([disputed]));
    expect(await namesOf('q=%20x')).toEqual([]);
    expect(await namesOf('platform=tiktok')).toEqual([unproven]);
    expect(await namesOf('proof=claimed')).toEqual([claimed]);
    expect(await namesOf('gap=unproven')).toEqual([claimed, unproven].sort());
    expect(await namesOf('gap=unproven&proof=claimed&platform=instagram')).toEqual([claimed]);
    expect(await namesOf('gap=no_mandate')).toEqual([ended]);
    expect(await namesOf('gap=disputed&office=SBY-DINKES')).toEqual([disputed]);
    expect((await get('gap=unproven&office=SBY-DISDIK')).gaps[0].accounts).toBe(1);
  });

  it('pages by name without gap or repeat', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: { id: string }[]; nextCursor: string | null } = await get(
        `limit=2${cursor && `&cursor=${cursor}`}`,
      );
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual((await get('')).items.map((item: { id: string }) => item.id));
  });

  it('is seen by those who may, each in their offices', async () => {
    expect(await namesOf('', 'reviewer-sulsel')).toContain(REGISTERED[4]!.name);
    expect(await namesOf('', 'reviewer-none')).toEqual([]);
    expect(await namesOf('', 'admin')).toEqual(expect.arrayContaining([...OWN, ...REGISTERED.map(({ name }) => name)]));
    expect(await namesOf('office=SULSEL-BAP')).toEqual([]);
    for (const role of ['patrol', 'analyst', 'auditor', 'report_keeper']) {
      expect([role, (await callers[role]!.get('/api/registry')).statusCode]).toEqual([role, 403]);
      expect([role, (await callers[role]!.get(`/api/registry/${fixture.accountIds[0]}`)).statusCode]).toEqual([
        role,
        403,
      ]);
    }
  });

  it('stands in the log as looked at, without whom somebody looked for', async () => {
    await get('q=wiraguna&gap=unproven');
    const [entry] = await fixture.storage.audit.listEntries({ limit: 1 });
    expect(entry).toMatchObject({ action: 'registry_viewed', details: { gap: 'unproven', words: true } });
    expect(JSON.stringify(entry)).not.toContain('wiraguna');
  });
});

describe('one registered account', () => {
  const page = async (id: string, by = 'reviewer') => callers[by]!.get(`/api/registry/${id}`);

  it('says proof, mandate, renames, the person’s other accounts, and what was seen, and nothing of what they did', async () => {
    const id = fixture.accountIds[0]!;
    await fixture.storage.accounts.recordIdentity(id, { externalId: 'did:plc:contoh', handle: 'baru.contoh.test' });
    const answer = await page(id);
    expect(answer.json()).toMatchObject({
      id,
      ...{ handle: 'baru.contoh.test', formerHandles: [ACCOUNTS[0].handle], isFollowed: true },
      ...{ proof: 'proven', isInMandate: true, gaps: [], day: '2026-11-20' },
      mandate: { decree: 'SK Wali Kota Contoh 188/1/2026', from: '2026-01-01', to: '2027-06-30' },
      others: [{ platform: 'instagram', proof: 'claimed' }],
    });
    expect(answer.json().signals).toEqual([
      { signal: 'posts', way: 'machine', state: 'seen', count: 1, reason: null, actor: null },
      { signal: 'shares', way: 'machine', state: 'none', count: null, reason: null, actor: null },
      { signal: 'likes', way: 'machine', state: 'not_observable', count: null, reason: 'not_offered', actor: 'nobody' },
      { signal: 'comments', way: 'machine', state: 'none', count: null, reason: null, actor: null },
      {
        signal: 'follows',
        way: 'machine',
        state: 'not_observable',
        count: null,
        reason: 'login_wall',
        actor: 'nobody',
      },
    ]);
    expect(answer.body).not.toMatch(/flag|coblos|did:plc/);
    const [entry] = await fixture.storage.audit.listEntries({ limit: 1 });
    expect(entry).toMatchObject({ action: 'account_viewed', subject: id });
  });

  it('does not exist outside of the own offices, and hides the person’s accounts there', async () => {
    const id = await idOf(REGISTERED[0]!.name);
    expect((await page(id, 'reviewer-sulsel')).statusCode).toBe(404);
    expect((await page('tidak-ada')).statusCode).toBe(404);
    expect((await page(id)).json().others).toEqual([]);
    expect((await page(id, 'admin')).json().others).toEqual([expect.objectContaining({ platform: 'x' })]);
  });
});
