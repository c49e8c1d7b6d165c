import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acquireLock } from '../../src/services/file-lock.mjs';
import { planMongodb, viewMachine } from '../../src/services/locate.mjs';

const isOnline = (await planMongodb(viewMachine({ HOME: '/nowhere' }))).step === 'download';

/** A small clone: the set-up script with little to build, on the packages of this one. */
describe('the set-up script', () => {
  let clone: string;

  beforeAll(() => {
    clone = mkdtempSync(join(tmpdir(), 'netra-clone-'));
    for (const path of [
      'scripts',
      'src/services',
      'tsconfig.json',
      'tsconfig.build.json',
      'package.json',
      'package-lock.json',
    ]) {
      cpSync(path, join(clone, path), { recursive: true });
    }
    for (const entry of ['workers/main.ts', 'src/cli/main.ts']) {
      mkdirSync(dirname(join(clone, entry)), { recursive: true });
      writeFileSync(join(clone, entry), 'export {};\n');
    }
    writeFileSync(join(clone, 'src/contoh.ts'), 'export const contoh: number = 1;\n');
    symlinkSync(join(process.cwd(), 'node_modules'), join(clone, 'node_modules'));
  });
  afterAll(() => rmSync(clone, { recursive: true }));

  const bareStart = () => {
    const startedAt = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    return performance.now() - startedAt;
  };
  const run = (purpose = 'test', env: NodeJS.ProcessEnv = {}) => {
    const startedAt = performance.now();
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/setup.mjs', '--for', purpose], {
      cwd: clone,
      env: { ...process.env, ...env },
      encoding: 'utf8',
    });
    return { status, output: stdout + stderr, ms: performance.now() - startedAt };
  };

  it('says what it does, then is silent and quick', () => {
    const first = run();
    expect(first).toMatchObject({ status: 0, output: expect.stringContaining('[1/1] tsc, esbuild: program') });
    expect(existsSync(join(clone, 'dist/src/contoh.js'))).toBe(true);

    const again = [run(), run(), run()];
    expect(again.map(({ status, output }) => ({ status, output }))).toEqual(Array(3).fill({ status: 0, output: '' }));
    // Six bare starts of Node on an idle machine; measured beside them, because others may be at work.
    expect(Math.min(...again.map(({ ms }) => ms))).toBeLessThan(20 * Math.min(bareStart(), bareStart(), bareStart()));
  });

  it('builds again only what changed, and takes away what has no source any more', () => {
    run();
    rmSync(join(clone, 'src/contoh.ts'));
    writeFileSync(join(clone, 'src/lain.ts'), 'export {};\n');
    expect(run().output).toContain('tsc, esbuild: program');
    expect(existsSync(join(clone, 'dist/src/contoh.js'))).toBe(false);
    expect(existsSync(join(clone, 'dist/src/lain.js'))).toBe(true);
  });

  it('takes over the lock of a set-up that was killed', () => {
    run();
    writeFileSync(join(clone, 'src/baru.ts'), 'export {};\n');
    mkdirSync(join(clone, '.netra'), { recursive: true });
    writeFileSync(join(clone, '.netra/setup.lock'), '{"pid":1,"startedMark":"another-boot:1"}');
    expect(run()).toMatchObject({ status: 0 });
    expect(existsSync(join(clone, '.netra/setup.lock'))).toBe(false);
  });

  it('waits for another set-up of the same clone and does nothing twice', async () => {
    run();
    writeFileSync(join(clone, 'src/lagi.ts'), 'export {};\n');
    const release = await acquireLock(join(clone, '.netra/setup.lock'));
    const child = spawn(process.execPath, ['scripts/setup.mjs', '--for', 'test'], { cwd: clone });
    let output = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      output += text;
      if (output.includes('Menunggu penyiapan lain')) release();
    });
    expect((await once(child, 'exit'))[0]).toBe(0);
    expect(output).toContain(`Menunggu penyiapan lain (proses ${process.pid})`);
  });

  // On an open network the next step is a download, which a test must not start.
  it.skipIf(isOnline)('stops with code 3 and the three ways where no MongoDB can be had', () => {
    const bin = join(clone, 'bin');
    mkdirSync(bin, { recursive: true });
    for (const name of ['redis-server', 'chromium', 'npm']) symlinkSync('/bin/true', join(bin, name));
    const bare = {
      PATH: bin,
      HOME: clone,
      XDG_CACHE_HOME: clone,
      CARGO_HOME: clone,
      MONGODB_URI: '',
      MONGOMS_SYSTEM_BINARY: '',
    };
    const { status, output } = run('test', bare);
    expect(status).toBe(3);
    for (const way of ['MONGODB_URI=', 'MONGOMS_SYSTEM_BINARY=', 'Rust']) expect(output).toContain(way);
  });

  it('prints the exact command and stops with code 3 where it may not install', () => {
    const bin = join(clone, 'empty-bin');
    mkdirSync(bin, { recursive: true });
    const bare = { PATH: bin, MONGODB_URI: 'mongodb://127.0.0.1:1/contoh', REDIS_URL: '' };
    const { status, output } = run('test', bare);
    expect(status).toBe(3);
    expect(output).toContain('sudo apt-get install -y redis-server chromium-headless-shell');
  });

  it('installs nothing into packages that are linked from elsewhere', () => {
    const npm = join(clone, 'own-npm/npm'); // Stands before the real one, which would empty the folder of this clone.
    mkdirSync(join(clone, 'own-npm'));
    writeFileSync(npm, '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    const lock = readFileSync(join(clone, 'package-lock.json'), 'utf8');
    writeFileSync(join(clone, 'package-lock.json'), lock.replace(/"version": "9[.]/g, '"version": "8.'));
    const { status, output } = run('check', { PATH: `${join(clone, 'own-npm')}:${process.env.PATH}` });
    writeFileSync(join(clone, 'package-lock.json'), lock);
    run(); // The program is built from the lock too.
    expect(output).not.toContain('npm ci');
    expect(status).toBe(0);
  });

  it('needs no services for the checks', () => {
    expect(run('check', { PATH: '/nowhere', MONGODB_URI: '' })).toMatchObject({ status: 0, output: '' });
  });

  it('explains its use when called wrongly', () => {
    expect(run('nothing')).toMatchObject({ status: 64, output: expect.stringContaining('--for demo|test|check') });
  });

  it('imports nothing that npm would have to install first', () => {
    expect(readFileSync('scripts/setup.mjs', 'utf8')).not.toMatch(/from '(?!node:|\.)/);
  });
});
