import { describe, expect, it } from 'vitest';
import { runDoctor } from '../../src/cli/doctor.js';
import { readConfig } from '../../src/config/read-config.js';
import { testServices } from '../support/test-services.js';

async function ask(
  env: NodeJS.ProcessEnv,
): Promise<{ code: number; text: string; checks: { name: string; state: string; mend?: string }[] }> {
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

  it('gives the installing command where no program is found', async () => {
    const { checks } = await ask({ PATH: '/nowhere', HOME: '/nowhere' });
    expect(checks.find((check) => check.name === 'Redis')?.mend).toContain('apt-get install -y redis-server');
    expect(checks.find((check) => check.name === 'MongoDB')?.mend).toBe('node scripts/setup.mjs');
  });
});
