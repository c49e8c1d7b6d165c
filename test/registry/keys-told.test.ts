import { randomBytes } from 'node:crypto';
import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStorage } from '../../src/storage/open-storage.js';
import { anAccountDraft } from '../support/core.js';
import { type KeysSite, openKeysSite, openRaw } from '../support/keys-site.js';
import { runNetra } from '../support/run-netra.js';
import { testServices, uniqueName } from '../support/test-services.js';

// What netra says where keys are lost, damaged or elsewhere, and what it then leaves alone.

const NOW = new Date('2026-11-20T03:00:00Z');

let databaseName: string;
let raw: Awaited<ReturnType<typeof openRaw>>;
let site: KeysSite;

beforeEach(async () => {
  databaseName = uniqueName('keystold');
  raw = await openRaw(databaseName);
  site = openKeysSite(databaseName);
});
afterEach(async () => {
  await raw.dropDatabase();
  await raw.close();
  site.close();
});

const keys = (...args: string[]) => runNetra(['keys', ...args], { env: site.env });

/** Sealed by the key of the file, as `netra registry import` does. */
async function importPeople(): Promise<void> {
  const storage = await openStorage({ uri: testServices().mongodbUri, databaseName, ...site.readKeys() });
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
  const told = JSON.parse(readFileSync(site.path, 'utf8'));
  writeFileSync(site.path, JSON.stringify({ ...told, fieldKey: randomBytes(32).toString('base64') }));
}

describe('NIPs whose key is not here', () => {
  it('keep every former key until they open, or somebody says that it is lost', async () => {
    await keys('forget'); // Makes keys.json.
    await importPeople();
    const whole = site.readKeys().fieldKey.toString('base64');
    loseFieldKey();
    expect((await keys('rotate', '--lost')).stdout).toContain('dinyatakan hilang');
    const rotated = await keys('rotate');
    expect(rotated).toMatchObject({ exitCode: 4 });
    expect(rotated.stdout).toContain('Cari kunci yang menyegelnya');
    expect(rotated.stdout).not.toContain('netra keys forget');

    const kept = site.readKeys().formerFieldKeys;
    expect(kept).toHaveLength(1);
    const refused = await keys('forget');
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toMatch(/3 NIP tidak dibuka oleh kunci mana pun[\s\S]*Cari kunci/);
    expect(site.readKeys().formerFieldKeys).toEqual(kept);

    const told = JSON.parse(readFileSync(site.path, 'utf8'));
    writeFileSync(site.path, JSON.stringify({ ...told, formerFieldKeys: [...told.formerFieldKeys, whole] }));
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
    expect(site.readKeys().formerFieldKeys).toEqual([]);
  });
});

it('says that nothing is lost where the key is here, makes none, and writes no loss into the log', async () => {
  await keys('forget');
  await importPeople();
  const before = readFileSync(site.path, 'utf8');
  const { stdout, exitCode } = await keys('rotate', '--lost');
  expect(exitCode).toBe(0);
  expect(stdout).toContain('tidak ada yang hilang');
  expect(stdout).not.toContain('dilanjutkan');
  expect(readFileSync(site.path, 'utf8')).toBe(before);
  expect(await raw.collection('audit').countDocuments({ action: 'nip_key_changed' })).toBe(0);
});

it('names a damaged file of keys and how to bring it back, and speaks of no variables', async () => {
  writeFileSync(site.path, '{"hashKey":');
  const { stderr, exitCode } = await keys('rotate');
  expect(exitCode).toBe(1);
  expect(stderr).toContain(`Jangan hapus ${site.path}`);
  expect(stderr).not.toContain('variabel lingkungan');
  expect(readFileSync(site.path, 'utf8')).toBe('{"hashKey":');
});

describe('netra registry check and import without the key', () => {
  const people = [1, 2, 3].map((n) => anAccountDraft(n));
  const csv = () => {
    const rows = people.map(({ nip, name, handle }) => `${nip},${name},Analis Contoh,OPD-1,bluesky,${handle},,`);
    writeFileSync(
      join(site.dataDir, 'contoh.csv'),
      `nip,name,position,office_code,platform,handle,mandate,proof\n${rows.join('\n')}\n`,
    );
    writeFileSync(join(site.dataDir, 'opd.csv'), 'code,name,region,parent,digest_to\nOPD-1,Dinas Contoh,35.78,,\n');
    return [join(site.dataDir, 'contoh.csv'), '--offices', join(site.dataDir, 'opd.csv')];
  };

  it.each(['check', 'import'])('say that NIPs cannot be compared, and call no file good: %s', async (command) => {
    await keys('forget');
    await importPeople();
    loseFieldKey();
    const { stdout, stderr, exitCode } = await runNetra(['registry', command, ...csv()], { env: site.env });
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
    expect(stderr).toContain('disegel dengan kunci yang tidak dipegang proses ini');
  });

  it('count those that stay closed once the loss of the key was told', async () => {
    await keys('forget');
    await importPeople();
    loseFieldKey();
    await keys('rotate', '--lost');
    const told = await runNetra(['registry', 'check', ...csv()], { env: site.env });
    expect(told.stdout).toContain('3 NIP di basis data tidak dibuka oleh kunci mana pun');
    const { stdout } = await runNetra(['registry', 'check', ...csv(), '--json'], { env: site.env });
    expect(JSON.parse(stdout)).toMatchObject({ incomparable: 3 });
  });
});

describe('a file of keys that is a link', () => {
  it('stays one: the file that it leads to gets the new key, and loses the former one', async () => {
    await keys('forget');
    const vault = join(site.dataDir, 'brankas');
    mkdirSync(vault);
    copyFileSync(site.path, join(vault, 'kunci.json'));
    rmSync(site.path);
    symlinkSync(join(vault, 'kunci.json'), site.path);
    const before = site.readKeys();
    expect(await keys('rotate')).toMatchObject({ exitCode: 0 });
    expect(lstatSync(site.path).isSymbolicLink()).toBe(true);
    expect(site.readKeys().formerFieldKeys).toEqual([before.fieldKey]);
    expect(await keys('forget')).toMatchObject({ exitCode: 0 });
    expect(lstatSync(site.path).isSymbolicLink()).toBe(true);
    expect(site.readKeys().formerFieldKeys).toEqual([]);
    expect(statSync(site.path).mode & 0o777).toBe(0o600);
  });

  it('and leads nowhere is refused: keys that stand nowhere seal nothing', async () => {
    symlinkSync(join(site.dataDir, 'tidak-ada.json'), site.path);
    const { stderr, exitCode } = await keys('rotate');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('tautan ke berkas yang tidak ada');
  });
});
