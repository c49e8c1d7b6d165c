import { randomBytes } from 'node:crypto';
import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mongoose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseKeys } from '../../src/config/keys-file.js';
import { openStorage } from '../../src/storage/open-storage.js';
import { anAccountDraft } from '../support/core.js';
import { runNetra } from '../support/run-netra.js';
import { testServices, uniqueName } from '../support/test-services.js';

// What netra says where keys are lost, damaged or elsewhere, and what it then leaves alone.

const NOW = new Date('2026-11-20T03:00:00Z');

let databaseName: string;
let raw: ReturnType<typeof createConnection>;
let dataDir: string;
let path: string;
let env: Record<string, string>;

beforeEach(async () => {
  databaseName = uniqueName('keystold');
  raw = await createConnection(testServices().mongodbUri, { dbName: databaseName }).asPromise();
  dataDir = mkdtempSync(join(tmpdir(), 'netra-keys-told-'));
  path = join(dataDir, 'keys.json');
  const mongodb = new URL(testServices().mongodbUri);
  mongodb.pathname = `/${databaseName}`;
  env = { NETRA_DATA_DIR: dataDir, NETRA_LOG_LEVEL: 'error', MONGODB_URI: mongodb.href };
  env.REDIS_URL = testServices().redisUrl;
});
afterEach(async () => {
  await raw.dropDatabase();
  await raw.close();
  rmSync(dataDir, { recursive: true });
});

const keysFile = () => parseKeys(readFileSync(path, 'utf8'))!;
const keys = (...args: string[]) => runNetra(['keys', ...args], { env });

/** Sealed by the key of the file, as `netra registry import` does. */
async function importPeople(): Promise<void> {
  const storage = await openStorage({ uri: testServices().mongodbUri, databaseName, ...keysFile() });
  const drafts = [1, 2, 3].map((n) => anAccountDraft(n));
  await storage.registry.saveRegistry({ offices: [], drafts }, () => ({
    at: NOW,
    actor: 'system:cli',
    action: 'registry_imported',
    subject: 'contoh',
    details: {},
  }));
  await storage.close();
}

function loseFieldKey(): void {
  const told = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...told, fieldKey: randomBytes(32).toString('base64') }));
}

describe('NIPs whose key is not here', () => {
  it('keep every former key until they open, or somebody says that it is lost', async () => {
    await keys('forget'); // Makes keys.json.
    await importPeople();
    const whole = keysFile().fieldKey.toString('base64');
    loseFieldKey();
    expect((await keys('rotate', '--lost')).stdout).toContain('dinyatakan hilang');
    const rotated = await keys('rotate');
    expect(rotated).toMatchObject({ exitCode: 4 });
    expect(rotated.stdout).toContain('Cari kunci yang menyegelnya');
    expect(rotated.stdout).not.toContain('netra keys forget');

    const kept = keysFile().formerFieldKeys;
    expect(kept).toHaveLength(1);
    const refused = await keys('forget');
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toMatch(/3 NIP tidak dibuka oleh kunci mana pun[\s\S]*Cari kunci/);
    expect(keysFile().formerFieldKeys).toEqual(kept);

    const told = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...told, formerFieldKeys: [...told.formerFieldKeys, whole] }));
    expect(await keys('rotate')).toMatchObject({ exitCode: 0 });
    expect(JSON.parse((await keys('forget', '--json')).stdout)).toEqual({ forgotten: 2, unreadable: 0 });
  });

  it('hinder nobody for ever: what is said to be lost is given up', async () => {
    await keys('forget');
    await importPeople();
    loseFieldKey();
    await keys('rotate', '--lost');
    await keys('rotate');
    expect(JSON.parse((await keys('forget', '--lost', '--json')).stdout)).toEqual({ forgotten: 1, unreadable: 3 });
    expect(keysFile().formerFieldKeys).toEqual([]);
  });
});

it('says that nothing is lost where the key is here, makes none, and writes no loss into the log', async () => {
  await keys('forget');
  await importPeople();
  const before = readFileSync(path, 'utf8');
  const { stdout, exitCode } = await keys('rotate', '--lost');
  expect(exitCode).toBe(0);
  expect(stdout).toContain('tidak ada yang hilang');
  expect(stdout).not.toContain('dilanjutkan');
  expect(readFileSync(path, 'utf8')).toBe(before);
  expect(await raw.collection('audit').countDocuments({ action: 'nip_key_changed' })).toBe(0);
});

it('names a damaged file of keys and how to bring it back, and speaks of no variables', async () => {
  writeFileSync(path, '{"hashKey":');
  const { stderr, exitCode } = await keys('rotate');
  expect(exitCode).toBe(1);
  expect(stderr).toContain(`Jangan hapus ${path}`);
  expect(stderr).not.toContain('variabel lingkungan');
  expect(readFileSync(path, 'utf8')).toBe('{"hashKey":');
});

describe('netra registry check and import without the key', () => {
  const people = [1, 2, 3].map((n) => anAccountDraft(n));
  const csv = () => {
    const rows = people.map(({ nip, name, handle }) => `${nip},${name},Analis Contoh,OPD-1,bluesky,${handle},,`);
    writeFileSync(
      join(dataDir, 'contoh.csv'),
      `nip,name,position,office_code,platform,handle,mandate,proof\n${rows.join('\n')}\n`,
    );
    writeFileSync(join(dataDir, 'opd.csv'), 'code,name,region,parent,digest_to\nOPD-1,Dinas Contoh,35.78,,\n');
    return [join(dataDir, 'contoh.csv'), '--offices', join(dataDir, 'opd.csv')];
  };

  it.each(['check', 'import'])('say that NIPs cannot be compared, and call no file good: %s', async (command) => {
    await keys('forget');
    await importPeople();
    loseFieldKey();
    const { stdout, stderr, exitCode } = await runNetra(['registry', command, ...csv()], { env });
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
    expect(stderr).toContain('disegel dengan kunci yang tidak dipegang proses ini');
  });

  it('count those that stay closed once the loss of the key was told', async () => {
    await keys('forget');
    await importPeople();
    loseFieldKey();
    await keys('rotate', '--lost');
    const told = await runNetra(['registry', 'check', ...csv()], { env });
    expect(told.stdout).toContain('3 NIP di basis data tidak dibuka oleh kunci mana pun');
    const { stdout } = await runNetra(['registry', 'check', ...csv(), '--json'], { env });
    expect(JSON.parse(stdout)).toMatchObject({ incomparable: 3 });
  });
});

describe('a file of keys that is a link', () => {
  it('stays one: the file that it leads to gets the new key, and loses the former one', async () => {
    await keys('forget');
    const vault = join(dataDir, 'brankas');
    mkdirSync(vault);
    copyFileSync(path, join(vault, 'kunci.json'));
    rmSync(path);
    symlinkSync(join(vault, 'kunci.json'), path);
    const before = keysFile();
    expect(await keys('rotate')).toMatchObject({ exitCode: 0 });
    expect(lstatSync(path).isSymbolicLink()).toBe(true);
    expect(keysFile().formerFieldKeys).toEqual([before.fieldKey]);
    expect(await keys('forget')).toMatchObject({ exitCode: 0 });
    expect(lstatSync(path).isSymbolicLink()).toBe(true);
    expect(keysFile().formerFieldKeys).toEqual([]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('and leads nowhere is refused: keys that stand nowhere seal nothing', async () => {
    symlinkSync(join(dataDir, 'tidak-ada.json'), path);
    const { stderr, exitCode } = await keys('rotate');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('tautan ke berkas yang tidak ada');
  });
});
