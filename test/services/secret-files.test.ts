import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runNetra } from '../support/run-netra.js';
import { testServices, uniqueName } from '../support/test-services.js';

it('a command of production reaches both servers with nothing secret in its environment', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'netra-secrets-'));
  const aFile = (name: string, text: string) => {
    writeFileSync(join(folder, name), `${text}\n`);
    return join(folder, name);
  };
  const [mongodb, redis] = [testServices().mongodbUri, testServices().redisUrl].map((address) => new URL(address));
  const passwords = [mongodb!.password, redis!.password].map(decodeURIComponent);
  expect(passwords.every((password) => password.length > 20)).toBe(true);
  mongodb!.password = '';
  mongodb!.pathname = uniqueName('rahasia');
  redis!.password = '';
  const env = {
    NETRA_ENV: 'production',
    NETRA_DATA_DIR: folder,
    NETRA_HASH_KEY_FILE: aFile('hash', randomBytes(32).toString('base64')),
    NETRA_AUDIT_KEY_FILE: aFile('audit', randomBytes(32).toString('base64')),
    MONGODB_URI: mongodb!.href,
    MONGODB_PASSWORD_FILE: aFile('mongodb', passwords[0]!),
    REDIS_URL: redis!.href,
    REDIS_PASSWORD_FILE: aFile('redis', passwords[1]!),
  };
  const run = await runNetra(['audit', 'verify', '--json'], { env });
  rmSync(folder, { recursive: true });
  expect(run.stderr).toBe('');
  expect(JSON.parse(run.stdout)).toMatchObject({ ok: true });
});
