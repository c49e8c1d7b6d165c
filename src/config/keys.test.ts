import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginFieldKeyChange, forgetFormerFieldKeys } from './change-field-key.js';
import { getFieldKeys, getKeys } from './keys.js';
import { parseKeys } from './keys-file.js';

describe('getKeys', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'netra-keys-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  it('makes three different keys once, for the owner only, and gives the same ones from then on', () => {
    const config = { dataDir: join(dataDir, 'new'), isProduction: false };
    const first = getKeys(config, {});
    expect(first.hashKey).toHaveLength(32);
    const texts = [first.hashKey, first.fieldKey, first.auditKey].map((key) => key.toString('hex'));
    expect(new Set(texts).size).toBe(3);
    expect(statSync(join(config.dataDir, 'keys.json')).mode & 0o777).toBe(0o600);
    expect(getKeys(config, {})).toEqual(first);
  });

  it('lets a key of the environment win', () => {
    const hashKey = Buffer.alloc(32, 1);
    expect(getKeys({ dataDir, isProduction: false }, { hashKey }).hashKey).toEqual(hashKey);
  });

  it('refuses to make keys in production, and names the one that is missing', () => {
    const call = () => getKeys({ dataDir, isProduction: true }, { hashKey: Buffer.alloc(32) });
    expect(call).toThrow(/NETRA_FIELD_KEY: wajib ada di production/);
    expect(call).not.toThrow(/NETRA_HASH_KEY/);
  });

  it.each(['', '{}', '{"hashKey":"AA==","fieldKey":"AA=="}'])('never replaces a broken key file: %j', (text) => {
    writeFileSync(join(dataDir, 'keys.json'), text);
    expect(() => getKeys({ dataDir, isProduction: false }, {})).toThrow(/pulihkan dari cadangan/);
  });

  it('gives a file from before the log had a key one that every process finds again, and leaves the file', () => {
    const path = join(dataDir, 'keys.json');
    const [hashKey, fieldKey] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const text = JSON.stringify({ hashKey: hashKey.toString('base64'), fieldKey: fieldKey.toString('base64') });
    writeFileSync(path, text);
    const first = getKeys({ dataDir, isProduction: false }, {});
    expect(first).toMatchObject({ hashKey, fieldKey });
    expect(first.auditKey).toHaveLength(32);
    expect([hashKey, fieldKey].some((key) => key.equals(first.auditKey))).toBe(false);
    expect(getKeys({ dataDir, isProduction: false }, {})).toEqual(first);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});

describe('a change of the key for fields', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'netra-keys-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));
  const held = (secrets = {}) => getFieldKeys({ dataDir, isProduction: false }, secrets);

  it('keeps the key before, makes no second one while it lasts, and touches no other key', () => {
    const before = getKeys({ dataDir, isProduction: false }, {});
    expect(held()).toEqual({ fieldKey: before.fieldKey, formerFieldKeys: [], isFromEnvironment: false });
    expect([1, 2, 3].map(() => beginFieldKeyChange(dataDir).isNew)).toEqual([true, false, false]);
    const { fieldKey, formerFieldKeys } = held();
    expect(formerFieldKeys).toEqual([before.fieldKey]);
    expect(fieldKey.equals(before.fieldKey)).toBe(false);
    expect(getKeys({ dataDir, isProduction: false }, {})).toMatchObject({ ...before, fieldKey });
    expect(statSync(join(dataDir, 'keys.json')).mode & 0o777).toBe(0o600);
    expect(() => forgetFormerFieldKeys(dataDir, before.fieldKey)).toThrow(/berubah sementara itu/);
    expect(held().formerFieldKeys).toEqual([before.fieldKey]);
    forgetFormerFieldKeys(dataDir, fieldKey);
    expect(held()).toEqual({ fieldKey, formerFieldKeys: [], isFromEnvironment: false });
  });

  it('is not hindered by what a crash left of the one before, readable or not', () => {
    getKeys({ dataDir, isProduction: false }, {});
    writeFileSync(join(dataDir, 'keys.json.next'), 'rusak', { mode: 0o444 });
    expect(beginFieldKeyChange(dataDir)).toEqual({ isNew: true });
    expect(statSync(join(dataDir, 'keys.json')).mode & 0o777).toBe(0o600);
  });

  it('takes former keys from where the key comes from', () => {
    const [fieldKey, former] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    beginFieldKeyChange(dataDir);
    expect(held({ fieldKey })).toEqual({ fieldKey, formerFieldKeys: [], isFromEnvironment: true });
    expect(held({ fieldKey, formerFieldKeys: [former] }).formerFieldKeys).toEqual([former]);
  });

  it.each([['"x"'], ['["AA=="]'], ['[7]'], [`[${Array(9).fill(`"${Buffer.alloc(32).toString('base64')}"`)}]`]])(
    'refuses a file whose former keys are %s',
    (formerFieldKeys) => {
      const key = Buffer.alloc(32, 1).toString('base64');
      const text = `{"hashKey":"${key}","fieldKey":"${key}","formerFieldKeys":${formerFieldKeys}}`;
      expect(parseKeys(text)).toBeUndefined();
    },
  );
});

describe('a process that works with one key', () => {
  it('is given that one only, and in production needs no other', () => {
    const hashKey = Buffer.alloc(32, 1);
    expect(getKeys({ dataDir: '/nowhere', isProduction: true }, { hashKey }, ['hashKey'])).toEqual({ hashKey });
  });
});
