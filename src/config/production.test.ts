import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConfigError } from './config-error.js';
import { readConfig } from './read-config.js';

const aKey = () => randomBytes(32).toString('base64');
const GOOD = {
  NETRA_ENV: 'production',
  NETRA_PUBLIC_URL: 'https://netra.contoh.test',
  NETRA_HASH_KEY: aKey(),
  NETRA_FIELD_KEY: aKey(),
  NETRA_AUDIT_KEY: aKey(),
};

function issuesOf(env: NodeJS.ProcessEnv): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return (error as ConfigError).issues.map(({ variable, advice }) => `${variable}: ${advice}`);
  }
}

describe('production', () => {
  it('takes three random keys and an address with TLS', () => expect(issuesOf(GOOD)).toEqual([]));

  it('refuses a public address without TLS, and says why', () => {
    expect(issuesOf({ ...GOOD, NETRA_PUBLIC_URL: 'http://netra.contoh.test' })).toEqual([
      expect.stringMatching(/^NETRA_PUBLIC_URL: pakai https: kata sandi/),
    ]);
  });

  it.each([
    ['NETRA_FIELD_KEY', 'NETRA_HASH_KEY'],
    ['NETRA_AUDIT_KEY', 'NETRA_HASH_KEY'],
    ['NETRA_AUDIT_KEY', 'NETRA_FIELD_KEY'],
  ] as const)('refuses one value for %s and %s', (one, other) => {
    const issues = issuesOf({ ...GOOD, [one]: GOOD[other] });
    expect(issues).toEqual([expect.stringContaining(`${one}: sama dengan ${other}`)]);
    expect(issues.join()).not.toContain(GOOD[other]);
  });

  it('takes former keys of fields, apart from the one in use, and refuses that one among them', () => {
    const [former, older] = [aKey(), aKey()];
    expect(issuesOf({ ...GOOD, NETRA_FORMER_FIELD_KEYS: `${former}\n${older}\n` })).toEqual([]);
    expect(issuesOf({ ...GOOD, NETRA_FORMER_FIELD_KEYS: `${former},${GOOD.NETRA_FIELD_KEY}` })).toEqual([
      expect.stringContaining('NETRA_FORMER_FIELD_KEYS: sama dengan NETRA_FIELD_KEY'),
    ]);
    expect(issuesOf({ ...GOOD, NETRA_FORMER_FIELD_KEYS: 'rahasia' })).toEqual([
      expect.stringContaining('NETRA_FORMER_FIELD_KEYS: tulis 32 bita'),
    ]);
  });

  it.each([
    [Buffer.alloc(16, 7).toString('base64'), 'harus tepat 32 bita'],
    [Buffer.alloc(32, 7).toString('base64'), 'bukan kunci acak'],
    [Buffer.from('kata-sandi-kata-sandi-kata-sandi').toString('base64'), 'bukan kunci acak'],
    ['rahasia', 'tulis 32 bita'],
  ])('refuses a key that is too short or no random one: %s', (key, advice) => {
    expect(issuesOf({ ...GOOD, NETRA_HASH_KEY: key })).toEqual([expect.stringContaining(`NETRA_HASH_KEY: ${advice}`)]);
  });

  it('names all of it in one round, and lets a laptop be', () => {
    const bad = { ...GOOD, NETRA_PUBLIC_URL: 'http://a.test', NETRA_AUDIT_KEY: GOOD.NETRA_HASH_KEY };
    expect(issuesOf(bad)).toHaveLength(2);
    expect(issuesOf({ ...bad, NETRA_ENV: 'development' })).toEqual([]);
  });
});

describe('secrets in files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'netra-secrets-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const aFile = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it('are read like those of the environment, without the line end that editors add', () => {
    const { NETRA_FIELD_KEY, ...env } = GOOD;
    const { secrets } = readConfig({ ...env, NETRA_FIELD_KEY_FILE: aFile('field', `${NETRA_FIELD_KEY}\n`) });
    expect(secrets.fieldKey?.toString('base64')).toBe(NETRA_FIELD_KEY);
  });

  it('put a password into the address it belongs to, whatever signs it has', () => {
    const { secrets } = readConfig({
      MONGODB_URI: 'mongodb://netra@a:1,b:2/netra?replicaSet=netra',
      MONGODB_PASSWORD_FILE: aFile('mongo', 'p@ss/word:1'),
      REDIS_URL: 'redis://redis:6379/0',
      REDIS_PASSWORD_FILE: aFile('redis', 'x#y'),
    });
    expect(secrets.mongodbUri).toBe('mongodb://netra:p%40ss%2Fword%3A1@a:1,b:2/netra?replicaSet=netra');
    expect(secrets.redisUrl).toBe('redis://:x%23y@redis:6379/0');
  });

  it('are named where they cannot be read or stand twice, and never quoted', () => {
    const twice = aFile('twice', 'isi-rahasia');
    chmodSync(twice, 0o600);
    const issues = issuesOf({
      NETRA_HASH_KEY_FILE: join(folder, 'tiada'),
      SMTP_URL: 'smtp://a.test',
      SMTP_URL_FILE: twice,
    });
    expect(issues).toEqual([
      expect.stringContaining('NETRA_HASH_KEY_FILE: berkasnya tidak terbaca'),
      expect.stringContaining('SMTP_URL_FILE: hapus salah satu'),
    ]);
  });

  it('refuse an empty key like one that is missing, in production', () => {
    const { NETRA_FIELD_KEY: _none, ...env } = GOOD;
    const { secrets } = readConfig({ ...env, NETRA_FIELD_KEY_FILE: aFile('empty', '\n') });
    expect(secrets.fieldKey).toBeUndefined(); // `getKeys` names it.
  });
});
