import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { may, ROLES } from '../../src/domain/abilities.js';
import { MAX_TEMPLATES } from '../../src/domain/reason-template.js';
import { type Caller, type ConsoleFixture, callAs, startConsoleFixture } from './console-fixture.js';
import { ACTS } from './sample.js';

const [CALL, QUOTE, , , LIKE] = ACTS.map((act) => act.id) as [string, string, string, string, string];
const TEXT = 'Ajakan terang-terangan memilih pasangan calon (contoh).';

let fixture: ConsoleFixture;
const callers: Record<string, Caller> = {};

beforeAll(async () => {
  fixture = await startConsoleFixture();
  for (const name of ['reviewer', 'reviewer-sulsel', 'supervisor']) callers[name] = await callAs(fixture.app, name);
});
afterAll(() => fixture.close());

const body = (more: object = {}) => ({ office: 'SBY', verdict: 'confirmed', rule: null, text: TEXT, ...more });
const save = async (more: object = {}, path = '') => callers.supervisor!.post(`/api/templates${path}`, body(more));
const textsFor = async (id: string, by = 'reviewer') =>
  (await callers[by]!.get(`/api/flags/${id}/templates`)).json().templates.map((t: { text: string }) => t.text);
const lastEntry = async () => (await fixture.storage.audit.listEntries({ limit: 1 }))[0]!;

describe('reason templates', () => {
  it('of an office are there for all who decide in it and below, those of the flag’s rule and the nearest office first', async () => {
    await save();
    await save({ rule: 'call-to-vote', text: 'Untuk ajakan (contoh).' });
    await save({ office: 'SBY-DINKES', text: 'Dari dinas (contoh).' });
    await save({ office: 'SBY-DISDIK', text: 'Dari dinas lain (contoh).' });
    expect(await textsFor(CALL)).toEqual(['Untuk ajakan (contoh).', 'Dari dinas (contoh).', TEXT]);
    expect(await textsFor(QUOTE)).toEqual(['Dari dinas lain (contoh).', TEXT]);
    expect(await textsFor(LIKE, 'reviewer-sulsel')).toEqual([]);
    expect((await callers['reviewer-sulsel']!.get(`/api/flags/${CALL}/templates`)).statusCode).toBe(404);
  });

  it('are changed and removed, each with an entry that names office and verdict and none of the words', async () => {
    const { id } = (await save({ text: 'Mula-mula (contoh).' })).json();
    const details = { change: 'created', offices: 'SBY', verdict: 'confirmed' };
    expect(await lastEntry()).toMatchObject({ action: 'template_changed', subject: id, details });
    await save({ text: 'Kemudian (contoh).', rule: 'own-support' }, `/${id}`);
    expect(await lastEntry()).toMatchObject({ details: { ...details, change: 'changed', rule: 'own-support' } });
    expect(JSON.stringify(await lastEntry())).not.toContain('Kemudian');
    expect(await textsFor(QUOTE)).toContain('Kemudian (contoh).');
    expect((await callers.supervisor!.post(`/api/templates/${id}/remove`)).statusCode).toBe(204);
    expect(await lastEntry()).toMatchObject({ details: { change: 'removed' } });
    expect(await textsFor(QUOTE)).not.toContain('Kemudian (contoh).');
    expect((await callers.supervisor!.post(`/api/templates/${id}/remove`)).statusCode).toBe(404);
  });

  it('are kept by supervisors alone, for their own offices and those below', async () => {
    for (const role of ROLES.filter((one) => !may({ role: one }, 'edit_templates'))) {
      const caller = await callAs(fixture.app, role);
      expect((await caller.get('/api/templates')).statusCode, role).toBe(403);
      expect((await caller.post('/api/templates', body())).statusCode, role).toBe(403);
    }
    const foreign = { id: 'asing', officeCode: 'SULSEL-BAP', verdict: 'dismissed', text: 'Asing (contoh).' } as const;
    await fixture.storage.templates.addTemplate(foreign, { by: 'system:test', at: new Date() });
    for (const answer of [
      await save({ office: 'SULSEL-BAP' }),
      await save({ office: 'TAK-ADA' }),
      await save({}, '/asing'),
      await callers.supervisor!.post('/api/templates/asing/remove'),
    ])
      expect(answer.statusCode).toBe(404);
    const list = (await callers.supervisor!.get('/api/templates')).json();
    expect(JSON.stringify(list)).not.toMatch(/Asing|SULSEL/);
    expect(list.offices.map(({ code }: { code: string }) => code)).toContain('SBY-PKM1');
  });

  it('stay removed, whoever edits them at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = (await save({ text: `Sekali ${round} (contoh).` })).json();
      const edit = save({ text: `Dua kali ${round} (contoh).` }, `/${id}`);
      await Promise.all([edit, callers.supervisor!.post(`/api/templates/${id}/remove`)]);
      expect(await fixture.storage.templates.findTemplate(id)).toBeUndefined();
    }
  });

  it('are for a rule that marks; one withdrawn since keeps what it has', async () => {
    expect((await save({ rule: 'tak-ada' })).statusCode).toBe(400);
    const old = { id: 'lama', officeCode: 'SBY', verdict: 'dismissed', rule: 'sudah-ditarik', text: 'Lama.' } as const;
    await fixture.storage.templates.addTemplate(old, { by: 'system:test', at: new Date() });
    expect((await save({ rule: 'sudah-ditarik', text: 'Lama, diubah (contoh).' }, '/lama')).statusCode).toBe(200);
  });

  it.each([
    { text: '  ' },
    { text: '\u200b' },
    { text: 'x'.repeat(1_001) },
    { verdict: 'bersalah' },
    { rule: { $gt: '' } },
    { office: [] },
  ])('are refused as %j', async (more) => {
    expect((await save(more)).statusCode).toBe(400);
  });

  it('are not more than anybody reads', async () => {
    const office = 'SBY-PKM1';
    for (let n = 0; n < MAX_TEMPLATES - 1; n += 1) {
      const template = { id: `banyak-${n}`, officeCode: office, verdict: 'dismissed', text: `${n}` } as const;
      await fixture.storage.templates.addTemplate(template, { by: 'system:test', at: new Date() });
    }
    const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => save({ office, text: `serempak ${n}` })));
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 422, 422, 422, 422, 422]);
    expect((await save({ office })).json().error.code).toBe('too_many_templates');
    expect((await save({ office, text: 'tetap boleh diubah (contoh)' }, '/banyak-1')).statusCode).toBe(200);
  });
});
