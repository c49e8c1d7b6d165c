import { expect, it } from 'vitest';
import { takeFreePort } from '../../src/services/free-port.js';
import { IS_WHOLE, printCounts } from './bench.js';
import { type FaultSite, startConsole, withEnv } from './fault-site.js';
import { frozen, runInTest } from './in-test.js';

const ACTS = IS_WHOLE ? 6_000 : 3_000;

/** Two of everything on the same services: nothing of ours coordinates, so nothing may be done twice. */
export function twiceFaults(siteNow: () => FaultSite): void {
  it('two `netra up` on the same services seal each flag once, and the second says that the port is taken', async () => {
    const site = siteNow();
    const port = String(await takeFreePort());
    const up = (...flags: string[]) =>
      withEnv(site.netra('up', '--json', ...flags), { NETRA_CONSOLE_PORT: port, NETRA_LOG_LEVEL: 'debug' });
    const openBefore = await site.whenAllOpen();
    const first = await startConsole(runInTest(up()));
    const second = runInTest(up('--workers-only'));
    const refused = await runInTest(up()).ended;
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain(`Porta konsol ${port} sudah dipakai`);
    expect(refused.stderr).toContain('netra up --workers-only');

    const opened = await frozen(site.workers.evidence.pid!, async () => {
      expect(await site.importActs('berdua', ACTS)).toMatchObject({ code: 0 });
      return (await site.whenAllOpen()) - openBefore;
    });
    for (const { child } of [first, second]) child.kill('SIGTERM');
    const ends = await Promise.all([first.ended, second.ended]);
    expect(ends.map(({ code }) => code)).toEqual([0, 0]);
    const sealed = ends.map(({ stderr }) =>
      [...stderr.matchAll(/"flagId":"([^"]+)".*evidence_sealed/g)].map((m) => m[1]),
    );
    expect(new Set(sealed.flat()).size).toBe(opened);
    expect(sealed.flat()).toHaveLength(opened);
    printCounts('two netra up', { opened, bySealer: sealed.map(({ length }) => length), twice: 0 });
  });
}
