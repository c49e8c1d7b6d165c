import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Connection, createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPacks } from '../../src/cli/doctor/doctor-packs.js';
import { findOrphanPacks, type OrphanPack } from '../../src/steps/find-orphan-packs.js';
import { lookUpFlags } from '../../src/storage/look-up-flags.js';
import { type ConsoleFixture, startConsoleFixture } from '../console/console-fixture.js';
import { runNetra } from '../support/run-netra.js';
import { testServices } from '../support/test-services.js';

// Whoever writes the database deletes a flag with its act: what is left in the folder still tells of it.

let fixture: ConsoleFixture;
let database: Connection;

beforeAll(async () => {
  fixture = await startConsoleFixture({ acts: [] });
  database = await createConnection(testServices().mongodbUri, { dbName: fixture.databaseName }).asPromise();
});
afterAll(async () => {
  await database.close();
  await fixture.close();
});

const anAct = (id: string) =>
  ({ id, account: 0, kind: 'post', hoursAgo: 1, text: 'Ayo (contoh)', matches: [] }) as const;

async function orphans(): Promise<OrphanPack[]> {
  const flags = await lookUpFlags(testServices().mongodbUri, { databaseName: fixture.databaseName });
  const found: OrphanPack[] = [];
  for await (const orphan of findOrphanPacks(fixture.evidence.listPlaces(), flags.findKnownFlagIds)) found.push(orphan);
  await flags.close();
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

describe('the evidence folder', () => {
  it('tells of a flag that was deleted with its act, and of nothing that has its flag', async () => {
    for (const id of ['ada', 'dihapus']) await fixture.addAct(anAct(id));
    expect(await orphans()).toEqual([]);
    await database.collection('flags').deleteOne({ _id: 'dihapus' as never });
    await database.collection('activities').deleteOne({ _id: 'dihapus' as never });
    expect(await orphans()).toEqual([{ path: 'di/dihapus', why: 'no_flag' }]);
  });

  it('tells of whatever else lies among the packs, and follows no link', async () => {
    const dir = fixture.evidenceDir;
    await writeFile(join(dir, 'catatan.txt'), 'x');
    await symlink('/', join(dir, 'ak'));
    await mkdir(join(dir, 'xy', 'bukan-xy'), { recursive: true });
    await writeFile(join(dir, 'xy', 'xyz'), 'x');
    await symlink('/', join(dir, 'xy', 'xyakar'));
    expect(await orphans()).toEqual([
      { path: 'ak', why: 'no_pack' },
      { path: 'catatan.txt', why: 'no_pack' },
      { path: 'di/dihapus', why: 'no_flag' },
      { path: 'xy/bukan-xy', why: 'no_pack' },
      { path: 'xy/xyakar', why: 'no_flag' },
      { path: 'xy/xyz', why: 'no_pack' },
    ]);
  });

  it('finds one pack without a flag among more than one batch of them', async () => {
    async function* places() {
      for (let i = 0; i < 1_201; i += 1) yield { path: `p/${i}`, flagId: String(i) };
    }
    const found: OrphanPack[] = [];
    const known = async (ids: readonly string[]) => new Set(ids.filter((id) => id !== '777'));
    for await (const orphan of findOrphanPacks(places(), known)) found.push(orphan);
    expect(found).toEqual([{ path: 'p/777', why: 'no_flag' }]);
  });

  it('is compared by `netra evidence verify` and by the doctor', async () => {
    const dataDir = join(fixture.evidenceDir, 'rumah');
    const { mongodbUri, redisUrl } = testServices();
    const uri = new URL(mongodbUri);
    uri.pathname = `/${fixture.databaseName}`;
    const env = { NETRA_DATA_DIR: dataDir, MONGODB_URI: uri.href, REDIS_URL: redisUrl };
    await mkdir(join(dataDir, 'evidence', 'hi', 'hilang'), { recursive: true });
    const run = await runNetra(['evidence', 'verify', '--json'], { env });
    expect(run.exitCode).toBe(4);
    expect(run.stdout).toContain('{"path":"hi/hilang","problem":"no_flag"}');
    const context = { config: { dataDir }, secrets: {}, env } as unknown as Parameters<typeof checkPacks>[0];
    expect(await checkPacks(context)).toMatchObject({
      state: 'warn',
      detail: expect.stringContaining('hi/hilang'),
      mend: 'npx netra evidence verify',
    });
  });
});
