import { describe, expect, it } from 'vitest';
import { runDoctor } from '../../src/cli/doctor/doctor.js';
import type { DoctorRow } from '../../src/cli/doctor/doctor-row.js';
import { readConfig } from '../../src/config/read-config.js';
import { loadSet } from '../../src/rules/load-set.js';
import { copyRules } from '../rules-data/rule-folder.js';
import { testServices } from '../support/test-services.js';

async function ask(env: NodeJS.ProcessEnv): Promise<{ code: number; text: string; checks: DoctorRow[] }> {
  const lines: string[] = [];
  const full = { PATH: process.env.PATH, HOME: process.env.HOME, ...env };
  const code = await runDoctor({ ...readConfig(full), env: full, json: true, out: (line) => lines.push(line) });
  return { code, text: lines.join('\n'), checks: JSON.parse(lines.join('')).checks };
}

describe('netra doctor', () => {
  it('is content with servers that answer, and warns when the database is not MongoDB', async () => {
    const { mongodbUri, redisUrl } = testServices();
    const { code, text, checks } = await ask({ MONGODB_URI: mongodbUri, REDIS_URL: redisUrl });
    expect(code).toBe(0);
    const state = text.includes('SecantusDB') ? 'warn' : 'ok';
    expect(checks.find((check) => check.name === 'MongoDB')?.state).toBe(state);
    expect(checks.find((check) => check.name === 'Redis')?.state).toBe('ok');
  });

  it('names each gap with what mends it, and prints no password', async () => {
    const { code, text, checks } = await ask({
      NETRA_ENV: 'production',
      MONGODB_URI: 'mongodb://u:rahasia@127.0.0.1:1/x',
      REDIS_URL: 'redis://:rahasia@127.0.0.1:1',
      SMTP_URL: 'smtp://u:rahasia@127.0.0.1:1',
      NETRA_RULES_DIR: '/nowhere',
    });
    expect(code).toBe(1);
    expect(text).not.toContain('rahasia');
    const gaps = checks.filter((check) => check.state === 'missing');
    expect(gaps.map((gap) => gap.name)).toEqual(['MongoDB', 'Redis', 'Aturan', 'SMTP', 'Kunci']);
    expect(gaps.every((gap) => gap.mend)).toBe(true);
  });

  it('warns of a console behind https whose proxy nobody named', async () => {
    const row = async (env: NodeJS.ProcessEnv) => (await ask(env)).checks.find(({ name }) => name === 'Proksi');
    const env = { NETRA_PUBLIC_URL: 'https://netra.example' };
    expect(await row(env)).toMatchObject({ state: 'warn', mend: expect.stringContaining('NETRA_TRUSTED_PROXIES') });
    expect(await row({ ...env, NETRA_TRUSTED_PROXIES: '10.0.0.2' })).toMatchObject({ state: 'ok' });
    expect(await row({})).toMatchObject({ state: 'ok' });
  });

  it('gives the installing command where no program is found', async () => {
    const { checks } = await ask({ PATH: '/nowhere', HOME: '/nowhere' });
    expect(checks.find((check) => check.name === 'Redis')?.mend).toContain('apt-get install -y redis-server');
    expect(checks.find((check) => check.name === 'MongoDB')?.mend).toBe('node scripts/setup.mjs');
  });

  it('counts the rules and tickets of a whole set and names its hashes, as the loader gives them', async () => {
    const folder = await copyRules();
    const { screener, ruleSet, electionFiles } = await loadSet({ rulesDir: folder.dir });
    const { checks, text } = await ask({ NETRA_RULES_DIR: folder.dir });
    await folder.remove();
    const row = checks.find((check) => check.name === 'Aturan')!;
    const tickets = electionFiles.flatMap((file) => file.contests.flatMap((contest) => contest.tickets)).length;
    expect(row).toMatchObject({ state: 'ok', version: `${ruleSet.rules.length} aturan` });
    expect(row.set).toEqual({ ruleset: screener.ruleset, elections: screener.elections });
    expect(row.detail).toContain(
      `${tickets} pasangan calon dalam 1 pemilihan; aturan ${screener.ruleset.slice(0, 19)}`,
    );
    expect(text).not.toContain('perbaiki: npx netra rules check');
  });

  it.each([
    ['speech/call-to-vote.yaml', (text: string) => text.replace('when:', 'whenever:')],
    ['elections/contoh.yaml', (text: string) => text.replace(/stage: \w+/, 'stage: pesta')],
  ])('says at which place of %s a set is broken, and the command that mends it', async (path, breakIt) => {
    const folder = await copyRules();
    const before = await folder.edit(path, breakIt);
    expect(breakIt(before)).not.toBe(before);
    const { code, checks } = await ask({ NETRA_RULES_DIR: folder.dir });
    await folder.remove();
    const row = checks.find((check) => check.name === 'Aturan')!;
    expect([code, row.state, row.mend]).toEqual([1, 'missing', 'npx netra rules check']);
    expect(row.detail).toMatch(new RegExp(`rusak, tidak dapat berlaku: .*${path}:\\d+:\\d+ \\S`));
    expect(row.set).toBeUndefined();
  });
});

describe('the browser', () => {
  it('is said to be held by its sandbox, or why it is not and what mends that', async () => {
    const { code, checks } = await ask({});
    const row = checks.find((check) => check.name === 'Chromium')!;
    const isRoot = process.getuid?.() === 0;
    if (isRoot) expect(row).toMatchObject({ state: 'warn', detail: expect.stringContaining('tanpa sandbox') });
    else expect(row.detail).toMatch(/^(dengan|tanpa) sandbox: /);
    expect(row.state === 'ok').toBe(row.mend === undefined);
    expect(code).toBe(0);
  });
});
