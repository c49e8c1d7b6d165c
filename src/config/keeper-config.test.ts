import { expect, it } from 'vitest';
import { ConfigError } from './config-error.js';
import { readKeeperConfig } from './keeper-config.js';

it('needs nothing, and reads where it listens and which browser it starts', () => {
  expect(readKeeperConfig({ PATH: '/bin' })).toEqual({ host: '127.0.0.1', port: 9222, chromium: undefined });
  const env = { NETRA_BROWSER_HOST: '0.0.0.0', NETRA_BROWSER_PORT: '0', NETRA_CHROMIUM: '/opt/chromium' };
  expect(readKeeperConfig(env)).toEqual({ host: '0.0.0.0', port: 0, chromium: '/opt/chromium' });
  expect(() => readKeeperConfig({ NETRA_BROWSER_PORT: '70000' })).toThrow(ConfigError);
});

it('holds no secret of ours: who starts it with one is told which, and never its value', () => {
  for (const name of [
    'NETRA_HASH_KEY',
    'NETRA_FORMER_FIELD_KEYS_FILE',
    'MONGODB_URI',
    'REDIS_PASSWORD_FILE',
    'SMTP_URL',
  ]) {
    expect(() => readKeeperConfig({ [name]: 'rahasia' })).toThrow(name);
    expect(() => readKeeperConfig({ [name]: 'rahasia' })).not.toThrow('rahasia');
    expect(readKeeperConfig({ [name]: ' ' }).port).toBe(9222);
  }
});
