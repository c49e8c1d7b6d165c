import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, type ConsoleFixture, callAs, startConsoleFixture } from './console-fixture.js';
import { countRules, NOTE_RULE, SHADOW_RULE } from './counted.js';
import { NOW } from './sample.js';
import { teach } from './verdicts.js';

let fixture: ConsoleFixture;
let analyst: Caller;
beforeAll(async () => {
  fixture = await startConsoleFixture();
  analyst = await callAs(fixture.app, 'analyst');
  await teach(fixture.storage, { count: 30, rule: SHADOW_RULE, verdict: 'dismissed' });
});
afterAll(() => fixture.close());

interface Listed {
  id: string;
  shadow: { acts: number } | null;
  notes: { acts: number } | null;
}
const list = async (): Promise<Listed[]> => (await analyst.get('/api/rules')).json().rules;
const rule = async (id: string) => (await list()).find((own) => own.id === id)!;

describe('counted rules on the rules page', () => {
  it('stand with zeros before they were ever counted', async () => {
    expect(await rule(SHADOW_RULE)).toMatchObject({
      ...{ status: 'shadow', notes: null },
      shadow: { acts: 0, marked: 0, accounts: 0, usual: null, alarm: null },
    });
    expect(await rule(NOTE_RULE)).toMatchObject({ effect: 'notes', shadow: null, notes: { acts: 0, marked: 0 } });
  });

  it('show 30 days of a shadow rule beside what is usual for it, and of a note rule, some minutes old at most', async () => {
    await countRules(fixture.storage);
    expect((await rule(SHADOW_RULE)).shadow?.acts).toBe(0);
    fixture.setNow(new Date(NOW.getTime() + 5 * 60_000));
    await expect.poll(async () => (await rule(SHADOW_RULE)).shadow?.acts).toBeGreaterThan(0);
    expect((await rule(SHADOW_RULE)).shadow).toEqual({ acts: 44, marked: 5, accounts: 40, usual: 10, alarm: 'rose' });
    expect((await rule(NOTE_RULE)).notes).toEqual({ acts: 6, marked: 2 });
    fixture.setNow(NOW);
  });

  it('are told apart from rules that mark, of which none is counted', async () => {
    const rest = (await list()).filter(({ id }) => id !== SHADOW_RULE && id !== NOTE_RULE);
    expect(rest.length).toBeGreaterThan(2);
    expect(rest.every(({ shadow, notes }) => shadow === null && notes === null)).toBe(true);
  });

  it('are not proposed for shadow where they already are, and keep the verdicts of before', async () => {
    expect(await rule(SHADOW_RULE)).toMatchObject({ proposal: null, dismissed: 30 });
  });

  it('name no act and no account', async () => {
    const { body } = await analyst.get('/api/rules');
    expect(body).not.toMatch(/tindakan-hitung|akun-hitung|SBY/);
  });
});
