import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readConfig } from './read-config.js';
import { readerEnvironment } from './reader-environment.js';

const secrets = {
  mongodbUri: 'mongodb://a/b',
  redisUrl: 'redis://a',
  hashKey: Buffer.alloc(32, 1),
  auditKey: Buffer.alloc(32, 2),
};

it('tells a reader its settings, and of the secrets those it works with', () => {
  const env = {
    NETRA_DATA_DIR: '/data',
    PATH: '/bin',
    NETRA_FIELD_KEY: 'k',
    SMTP_URL: 's',
    AWS_SECRET_ACCESS_KEY: 'x',
  };
  expect(readerEnvironment(env, secrets)).toEqual({
    NETRA_DATA_DIR: '/data',
    PATH: '/bin',
    MONGODB_URI: 'mongodb://a/b',
    REDIS_URL: 'redis://a',
    NETRA_HASH_KEY: secrets.hashKey.toString('base64'),
    NETRA_AUDIT_KEY: secrets.auditKey.toString('base64'),
  });
});

it('tells it nothing of a name that is not known to be harmless', () => {
  const name = fc.oneof(
    fc.stringMatching(/^[A-Z_]{1,20}$/),
    fc.stringMatching(/^NETRA_[A-Z_]{0,12}(?:KEY|SECRET|PASSWORD|TOKEN|URL)[A-Z_]{0,5}$/),
  );
  const known =
    /^(?:PATH|HOME|USER|LANG|TZ|TMPDIR|LC_\w+|XDG_\w+|NODE_\w+|NETRA_(?!.*(?:KEY|SECRET|PASSWORD|TOKEN|URL))\w+|BLUESKY_\w+|PLC_DIRECTORY|MONGODB_URI|REDIS_URL|NETRA_HASH_KEY|NETRA_AUDIT_KEY)$/;
  fc.assert(
    fc.property(fc.dictionary(name, fc.constant('rahasia')), (env) => {
      expect(Object.keys(readerEnvironment(env, secrets)).filter((told) => !known.test(told))).toEqual([]);
    }),
  );
});

it('gives a configuration that reads as ours does', () => {
  const env = {
    NETRA_DATA_DIR: '/data',
    NETRA_RULES_DIR: '/rules',
    NETRA_PAGE_TIMEOUT_SECONDS: '7',
    NETRA_LOG_LEVEL: 'warn',
  };
  const { config } = readConfig(readerEnvironment(env, secrets));
  expect(config).toEqual(readConfig(env).config);
});
