import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const LOG_MODULE = resolve('dist/src/app/log.js');

/** Erases a line, colours the next one and turns it round. */
const HOSTILE = 'a\u009b2K\u202eb\u2028c';

it('never writes a name, a NIP, a handle or a quote, however deep the object that carries it', () => {
  const secret = { name: 'Contoh Rahasia', nip: '198001012006041001', handle: 'rahasia.test', text: 'kutipan rahasia' };
  const script = `
    const { createLogger } = await import(${JSON.stringify(LOG_MODULE)});
    const secret = ${JSON.stringify(secret)};
    createLogger('info').info({ ...secret, path: ${JSON.stringify(HOSTILE)}, account: secret, deep: { account: secret }, flagId: 'f-1', count: 3 }, 'pesan');
  `;
  const { stderr, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  for (const value of Object.values(secret)) expect(stderr).not.toContain(value);
  expect(JSON.parse(stderr)).toMatchObject({ flagId: 'f-1', count: 3, msg: 'pesan', name: '[disensor]' });
  expect(stderr).toMatch(/^[\x20-\x7e]+\n$/);
  expect(JSON.parse(stderr)).toMatchObject({ path: HOSTILE });
  expect(stdout).toBe('');
});
