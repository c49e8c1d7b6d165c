import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { readdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFailed } from 'vitest';
import { until } from '../support/until.js';
import { IS_WHOLE, printCounts } from './bench.js';
import type { FaultSite } from './fault-site.js';

const ACTS = IS_WHOLE ? 4_000 : 1_500;
const FILLER = 'pengisi';

/** A disk of its own for evidence. `undefined` where this machine does not let us mount one. */
export function mountSmall(folder: string): SmallDisk | undefined {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'netra-contoh', folder], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  let isMounted = true;
  const remount = (options: string) => execFileSync('mount', ['-o', `remount,${options}`, folder], { stdio: 'ignore' });
  return {
    async fill() {
      remount('size=2m');
      await writeFile(join(folder, FILLER), Buffer.alloc(4 * 1024 * 1024)).catch(expectFull);
    },
    async makeRoom() {
      await rm(join(folder, FILLER), { force: true });
      remount('size=64m');
    },
    // Refused while a file is being written.
    closeForWriting: () =>
      until(() => {
        remount('ro');
        return true;
      }, 'read-only'),
    openForWriting: () => remount('rw'),
    unmount() {
      if (isMounted) execFileSync('umount', ['--lazy', folder], { stdio: 'ignore' });
      isMounted = false;
    },
  };
}

export interface SmallDisk {
  fill(): Promise<void>;
  makeRoom(): Promise<void>;
  closeForWriting(): Promise<unknown>;
  openForWriting(): void;
  unmount(): void;
}

function expectFull(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOSPC') throw error;
}

/** Evidence is sealed before anybody looks: what cannot be sealed waits, and nothing of it is shown meanwhile. */
export function folderFaults(siteNow: () => FaultSite): void {
  it('full: flags wait, the log says why, and they open once there is room', async (test) => {
    const { disk } = siteNow();
    if (!disk) return test.skip('a tmpfs cannot be mounted here');
    await disk.fill();
    onTestFailed(disk.makeRoom);
    const counts = await waitThenOpen(siteNow(), { series: 'penuh-bukti', code: 'ENOSPC', mend: disk.makeRoom });
    printCounts('evidence folder full', counts);
  });

  it('read-only: the same', async (test) => {
    const { disk } = siteNow();
    if (!disk) return test.skip('a tmpfs cannot be mounted here');
    await disk.closeForWriting();
    const mend = async () => disk.openForWriting();
    onTestFailed(mend);
    printCounts(
      'evidence folder read-only',
      await waitThenOpen(siteNow(), { series: 'baca-saja', code: 'EROFS', mend }),
    );
  });

  it('deleted while running: what was in it is named, and what comes after is sealed in a new one', async () => {
    const site = siteNow();
    const before = await verify(site);
    expect(before).toMatchObject({ broken: 0, orphans: 0 });
    const folder = join(site.folder, 'data/evidence');
    if (site.disk) {
      site.disk.unmount();
      await rmdir(folder);
    } else await rm(folder, { recursive: true });
    expect(await site.importActs('terhapus', ACTS)).toMatchObject({ code: 0 });
    const open = await site.whenAllOpen();
    expect(open).toBeGreaterThan(before.packs);
    expect(await verify(site)).toEqual({ packs: open, broken: before.packs, orphans: 0 });
    printCounts('evidence folder deleted', {
      gone: before.packs,
      named: before.packs,
      sealedAfter: open - before.packs,
    });
  });
}

async function waitThenOpen(
  site: FaultSite,
  { series, code, mend }: { series: string; code: string; mend: () => Promise<void> },
) {
  const openBefore = await site.core.storage.flags.countFlagsByState().then(({ open }) => open);
  expect(await site.importActs(series, ACTS)).toMatchObject({ code: 0 });
  await until(() => site.workers.evidence.hasSaid(`tidak dapat ditulis (${code})`), 'why flags wait');
  const { sealing, open } = await site.core.storage.flags.countFlagsByState();
  expect(open).toBe(openBefore);
  await mend();
  expect(await site.whenAllOpen()).toBe(openBefore + sealing);
  expect(await verify(site)).toMatchObject({ broken: 0, orphans: 0 });
  expect(await readdir(join(site.folder, 'data/evidence/.half-written'))).toEqual([]);
  return { waited: sealing, opened: sealing, lost: 0 };
}

async function verify(site: FaultSite): Promise<{ packs: number; broken: number; orphans: number }> {
  const { stdout } = await site.run('evidence', 'verify', '--json');
  return JSON.parse(stdout.trim().split('\n').at(-1)!);
}
