import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkRules } from '../../src/cli/doctor/doctor-rules.js';
import { runRulesCheck } from '../../src/cli/rules/check/check.js';
import { type ExplainOptions, runRulesExplain } from '../../src/cli/rules/explain/explain.js';
import { runRulesTest } from '../../src/cli/rules/test/test.js';
import { readConfig } from '../../src/config/read-config.js';
import { electionsInForce } from '../../src/domain/election.js';
import { PermanentError } from '../../src/domain/errors.js';
import { loadSet } from '../../src/rules/load-set.js';
import { anInput, EXAMPLE_DIR, RULES_DIR } from './screening.js';

const NOW = '2026-11-28T05:00:00Z';
const clock = () => new Date(NOW);
/** What a real office's post was once marked for. */
const CALL = 'Ayo coblos nomor 2';

async function told(command: (options: { output: PassThrough }) => Promise<number>): Promise<string> {
  const output = new PassThrough();
  await command({ output });
  return String(output.read());
}
const explained = (options: Partial<ExplainOptions>) =>
  told(({ output }) => runRulesExplain({ output, clock, rulesDir: RULES_DIR, subject: CALL, ...options }));

describe('the folders that come with an installation', () => {
  it('hold no election in force, and mark nobody for an invented candidate', async () => {
    const { screener, elections } = await loadSet({ rulesDir: RULES_DIR });
    expect(electionsInForce(elections, clock())).toEqual([]);
    for (const region of ['35', '35.78', '73', '91', 'ID']) {
      const account = { id: 'akun-1', region };
      const { flagged, stage } = screener.screen(anInput({ text: CALL, publishedAt: NOW, account }));
      expect([flagged, stage]).toEqual([false, null]);
    }
    const example = await loadSet({ rulesDir: RULES_DIR, electionsDir: EXAMPLE_DIR });
    expect(example.screener.screen(anInput({ text: CALL, publishedAt: NOW })).flagged).toBe(true);
  });

  it('are told apart by check, with the page that says how to write an election', async () => {
    const text = await told((options) => runRulesCheck({ ...options, rulesDir: RULES_DIR, clock }));
    expect(text).toMatch(
      /\n2 pemilihan, 0 sedang berlangsung\.\nTidak ada pemilihan .*: tidak ada yang akan ditandai.*docs\/elections\.md/,
    );
    const inForce = await told((options) =>
      runRulesCheck({ ...options, rulesDir: RULES_DIR, electionsDir: EXAMPLE_DIR, clock }),
    );
    expect(inForce).toMatch(/\n1 pemilihan, 1 sedang berlangsung\.\n$/);
  });

  it('are warned of by the doctor', async () => {
    const env = { NETRA_RULES_DIR: RULES_DIR };
    expect(await checkRules({ ...readConfig(env), env })).toMatchObject({
      state: 'warn',
      detail: expect.stringContaining('tidak ada yang akan ditandai'),
    });
    const own = { ...env, NETRA_ELECTIONS_DIR: EXAMPLE_DIR };
    expect(await checkRules({ ...readConfig(own), env: own })).toMatchObject({ state: 'ok' });
  });
});

describe('a house before its first election', () => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'netra-house-'));
    await cp(RULES_DIR, dir, { recursive: true, filter: (path) => !/(elections|example)\/[^/]+$/.test(path) });
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  it('is whole without an election file, and its samples still prove its rules', async () => {
    const text = await told((options) => runRulesCheck({ ...options, rulesDir: dir, clock }));
    expect(text).toContain('0 pemilihan, 0 sedang berlangsung.');
    const { screener } = await loadSet({ rulesDir: dir });
    expect(screener.screen(anInput({ text: 'Ayo coblos Bram Sekar' }))).toMatchObject({ flagged: false, stage: null });
    expect(await told((options) => runRulesTest({ ...options, rulesDir: dir }))).toContain('semua sesuai');
    expect(await told((options) => runRulesExplain({ ...options, rulesDir: dir, subject: CALL, clock }))).toContain(
      'Tanyakan hari dan wilayah lain, atau pemilihan lain: --elections FOLDER',
    );
  });
});

describe('netra rules explain', () => {
  it('says that no election is in force there, and how to ask', async () => {
    expect(await explained({})).toMatch(
      /^Tidak ditandai\.\nDinilai untuk 2026-11-28T05:00:00\.000Z, wilayah ID \(dipilih.*\nTidak ada pemilihan yang berlangsung di sana pada waktu itu.*\nTanyakan .* --at 2024-09-25 --region \d\d.*\nTahap: di luar tahapan/,
    );
  });

  it('names the election and the stage that answered, by day and region', async () => {
    const asked = { at: '2024-10-20', region: '35.78' };
    expect(await explained(asked)).toContain(
      'Dinilai untuk 2024-10-20T05:00:00.000Z, wilayah 35.78\nPemilihan: pilkada-2024, masa kampanye\n',
    );
    expect(await explained({ ...asked, at: '2024-02-10' })).toContain('Pemilihan: pemilu-2024, masa kampanye\n');
    const { asked: answered } = JSON.parse(await explained({ ...asked, json: true }));
    expect(answered).toEqual({
      at: '2024-10-20T05:00:00.000Z',
      region: '35.78',
      isRegionChosen: false,
      elections: [{ id: 'pilkada-2024', title: 'Pemilihan Serentak 2024', stage: 'campaign' }],
    });
  });

  it('refuses a time without its zone and a region that is none', async () => {
    await expect(explained({ at: '2024-10-20T12:00' })).rejects.toThrow(PermanentError);
    await expect(explained({ region: '99' })).rejects.toThrow('Wilayah "99" tidak dikenal');
  });
});
