import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError } from './config-error.js';
import { readConfig } from './read-config.js';

const KEY = Buffer.alloc(32, 7).toString('base64');

describe('readConfig', () => {
  it('needs nothing: every setting has a default or may be absent', () => {
    const { config, secrets } = readConfig({});
    expect(config).toMatchObject({
      isProduction: false,
      digest: { hour: 7 },
      logLevel: 'info',
      collectIntervalMs: 3_600_000,
      pageTimeoutMs: 20_000,
    });
    expect(config.console).toEqual({
      host: '127.0.0.1',
      port: undefined,
      publicUrl: undefined,
      trustedProxies: 0,
      undoMs: 10_000,
      secondStepRoles: [],
    });
    expect(Object.values(secrets).filter(Boolean)).toEqual([]);
  });

  it('takes an empty value as none', () => {
    expect(readConfig({ MONGODB_URI: '', NETRA_DIGEST_HOUR: ' ' })).toEqual(readConfig({}));
  });

  it.each([
    ['2', 2],
    [' 0 ', 0],
    ['10.0.0.2', ['10.0.0.2']],
    ['10.0.0.2, 172.18.0.0/16,fd00::/8', ['10.0.0.2', '172.18.0.0/16', 'fd00::/8']],
  ])('takes trusted proxies %j as a count or as addresses', (text, trustedProxies) => {
    expect(readConfig({ NETRA_TRUSTED_PROXIES: text }).config.console).toMatchObject({ trustedProxies });
  });

  it.each(['true', '-1', '99', '*', 'proxy.example', '10.0.0.0/33', '10.0.0.1/8/8', '10.0.0.1/'])(
    'refuses %j as trusted proxies',
    (text) =>
      expect(() => readConfig({ NETRA_TRUSTED_PROXIES: text })).toThrow(/NETRA_TRUSTED_PROXIES: tulis banyaknya/),
  );

  it('takes sites that may show the report form without a path, and a scanner as a program with its arguments', () => {
    const read = (env: NodeJS.ProcessEnv) => readConfig(env).config;
    const sites = 'https://portal.contoh.test, http://localhost:8090';
    expect(read({ NETRA_REPORT_ORIGINS: sites }).reportOrigins).toEqual(sites.split(', '));
    expect([read({}).reportOrigins, read({}).fileScanner]).toEqual([[], undefined]);
    for (const wrong of ['portal.contoh.test', 'https://a.test/lapor', '*', 'https://a.test;script-src *']) {
      expect(() => read({ NETRA_REPORT_ORIGINS: wrong })).toThrow('NETRA_REPORT_ORIGINS: tulis alamat situs');
    }
    expect(read({ NETRA_FILE_SCANNER: ' clamdscan  --no-summary - ' }).fileScanner).toEqual([
      'clamdscan',
      '--no-summary',
      '-',
    ]);
  });

  it('lists every wrong value at once, with what to write instead', () => {
    const wrong = {
      MONGODB_URI: 'http://db',
      NETRA_DIGEST_HOUR: '24',
      NETRA_CONSOLE_PORT: 'x',
      NETRA_HASH_KEY: Buffer.alloc(31).toString('base64'),
      NETRA_LOG_LEVEL: 'loud',
    };
    expect(() => readConfig(wrong)).toThrow(ConfigError);
    try {
      readConfig(wrong);
    } catch (error) {
      expect((error as Error).message).toBe(
        [
          'Pengaturan salah:',
          '  NETRA_CONSOLE_PORT: tulis bilangan bulat 0 sampai 65535',
          '  NETRA_DIGEST_HOUR: tulis bilangan bulat 0 sampai 23',
          '  NETRA_LOG_LEVEL: pilih trace, debug, info, warn, error, fatal, silent',
          '  MONGODB_URI: tulis sebuah alamat mongodb://… atau mongodb+srv://…',
          '  NETRA_HASH_KEY: harus tepat 32 bita: openssl rand -base64 32',
        ].join('\n'),
      );
    }
  });

  it('never puts a secret into the part that may be logged, nor into an error', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{12,20}$/), (word) => {
        const env = {
          MONGODB_URI: `mongodb://u:${word}@db/netra`,
          REDIS_URL: `redis://:${word}@r`,
          SMTP_URL: `smtp://u:${word}@m`,
          NETRA_HASH_KEY: KEY,
          NETRA_FIELD_KEY: KEY,
        };
        const { config } = readConfig(env);
        expect(JSON.stringify(config)).not.toContain(word);
        expect(JSON.stringify(config)).not.toContain(KEY);
        expect(() => readConfig({ ...env, NETRA_HASH_KEY: word, REDIS_URL: word })).toThrow(
          expect.objectContaining({ message: expect.not.stringContaining(word) }),
        );
      }),
    );
  });
});
