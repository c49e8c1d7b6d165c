import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runEvidenceVerify } from '../../src/cli/evidence/verify/verify.js';
import { canonicalJson } from '../../src/domain/canonical-json.js';
import { EVIDENCE_ITEMS, type EvidenceItemName } from '../../src/domain/evidence.js';
import type { EvidenceStore, PackFile } from '../../src/evidence/evidence-store.js';
import { createFolderStore } from '../../src/evidence/folder-store.js';
import { parseManifest, sealOf, sealPack, sha256 } from '../../src/evidence/seal-pack.js';
import { type FlagSeal, verifyPack } from '../../src/evidence/verify-pack.js';
import { findOrphanPacks } from '../../src/steps/find-orphan-packs.js';
import { NOW } from './test-capturer.js';

let dir: string;
let store: EvidenceStore;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'netra-packs-'));
  store = await createFolderStore(dir);
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const FILES: readonly PackFile[] = EVIDENCE_ITEMS.map((name) => ({ name, content: Buffer.from(`isi contoh ${name}`) }));

function aPack(flagId: string, files: readonly PackFile[] = FILES) {
  return sealPack(
    {
      flagId,
      activityId: flagId,
      url: null,
      finalUrl: null,
      status: null,
      startedAt: NOW.toISOString(),
      sealedAt: NOW.toISOString(),
      environment: { netra: '0', browser: 'none', viewport: '1x1', os: 'contoh' },
      missing: [],
      textSource: 'activity',
    },
    files,
  );
}

async function seal(flagId: string): Promise<string> {
  return sha256(await store.saveOnce(aPack(flagId)));
}

const pathOf = (flagId: string, file: string) => join(dir, flagId.slice(0, 2), flagId, file);
const verify = async (flagId: string, hash: string) =>
  (await verifyPack(store, { flagId, manifestSha256: hash })).problems;

async function rewrite(flagId: string, file: string, content: Uint8Array): Promise<void> {
  await rm(pathOf(flagId, file));
  await writeFile(pathOf(flagId, file), content);
}

describe('a manifest', () => {
  it('is the same bytes for the same input, whatever the order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...FILES], { minLength: FILES.length }), (files) => {
        expect(aPack('a', files).manifest).toEqual(aPack('a').manifest);
      }),
    );
  });

  it('is spelt one way, and reads back as it was', () => {
    const keys = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(keys, (value) => {
        const spelt = canonicalJson(value);
        const shuffled = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(shuffled)).toEqual(spelt);
        expect(canonicalJson(JSON.parse(spelt.toString()))).toEqual(spelt);
      }),
    );
  });

  it('reads back whole', () => {
    const { manifest } = aPack('a');
    expect(canonicalJson(parseManifest(manifest))).toEqual(manifest);
    expect(sealOf('a', manifest)).toMatchObject({ manifestSha256: sha256(manifest), sealedAt: NOW });
  });
});

describe('a sealed pack', () => {
  it('is never written over: the first seal stands', async () => {
    const first = await seal('tanda');
    const other = aPack('tanda', [{ name: 'text.txt', content: Buffer.from('lain') }]);
    expect(sha256(await store.saveOnce(other))).toBe(first);
    expect(await verify('tanda', first)).toEqual([]);
  });

  it('stands once where two processes seal at the same moment', async () => {
    const stores = await Promise.all([createFolderStore(dir), createFolderStore(dir)]);
    const packs = Array.from({ length: 10 }, (_, i) =>
      aPack('tanda', [{ name: 'text.txt', content: Buffer.from([i]) }]),
    );
    const manifests = await Promise.all(packs.map((pack, i) => stores[i % 2]!.saveOnce(pack)));
    expect(new Set(manifests.map(sha256)).size).toBe(1);
    expect(await verify('tanda', sha256(manifests[0]!))).toEqual([]);
    expect(await readdir(join(dir, '.half-written'))).toEqual([]);
  });

  it('gives back its items as they were', async () => {
    await seal('tanda');
    const { mediaType, bytes, stream } = await store.readItem('tanda', 'text.txt');
    const content = Buffer.concat(await stream.toArray());
    expect({ mediaType, bytes, content: content.toString() }).toEqual({
      mediaType: 'text/plain; charset=utf-8',
      bytes: 19,
      content: 'isi contoh text.txt',
    });
  });

  it('never gives out a file beside it', async () => {
    await seal('tanda');
    await writeFile(join(dir, 'rahasia'), 'x');
    for (const name of ['../../rahasia', 'manifest.json', '/etc/passwd', '..'] as unknown as EvidenceItemName[]) {
      await expect(store.readItem('tanda', name)).rejects.toMatchObject({ name: 'NotFoundError' });
    }
    for (const id of ['..', '../x', 'a/b', '', 'a\0', 'x'.repeat(129)]) {
      expect(() => store.readItem(id, 'text.txt')).toThrow('Nomor tanda tidak sah.');
    }
    await rm(pathOf('tanda', 'text.txt'));
    await symlink(join(dir, 'rahasia'), pathOf('tanda', 'text.txt'));
    await expect(store.readItem('tanda', 'text.txt')).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('is whole or not there: what a dead process left half-written goes at the next start', async () => {
    const half = join(dir, '.half-written');
    const [dead, old, living] = [`a.999999999.${hostname()}`, 'b.1.mesin-lain', 'c.1.mesin-lain'];
    for (const name of [dead, old, living]) await mkdir(join(half, name));
    await utimes(join(half, old), new Date(0), new Date(0));
    await createFolderStore(dir);
    expect(await readdir(half)).toEqual([living]);
  });

  it('that cannot be written says what to do, and may be tried again', async () => {
    await writeFile(join(dir, 'ta'), 'bukan folder');
    await expect(seal('tanda')).rejects.toMatchObject({ name: 'StoreFailedError', retryable: true });
  });
});

describe('the verifier', () => {
  it('finds every changed byte of every file, and names the file', async () => {
    const hash = await seal('tanda');
    const names = ['manifest.json', ...EVIDENCE_ITEMS];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.nat(), fc.integer({ min: 0, max: 7 }), async (name, at, bit) => {
        const original = await readFile(pathOf('tanda', name));
        const changed = Buffer.from(original);
        changed[at % changed.length]! ^= 1 << bit;
        await rewrite('tanda', name, changed);
        const problems = await verify('tanda', hash);
        await rewrite('tanda', name, original);
        expect(problems.map(({ file }) => file)).toContain(name);
        if (name !== 'manifest.json') expect(problems).toEqual([{ file: name, problem: 'file_changed' }]);
      }),
      { numRuns: 200 },
    );
    expect(await verify('tanda', hash)).toEqual([]);
  });

  it('names what is missing, added, swapped, shortened or replaced by a link', async () => {
    const hash = await seal('tanda');
    const path = (file: string) => pathOf('tanda', file);
    await rename(path('viewport.png'), path('x.png'));
    expect(await verify('tanda', hash)).toEqual([
      { file: 'viewport.png', problem: 'file_missing' },
      { file: 'x.png', problem: 'file_extra' },
    ]);
    await rename(path('text.txt'), path('viewport.png'));
    await rename(path('x.png'), path('text.txt'));
    expect(await verify('tanda', hash)).toEqual([
      { file: 'viewport.png', problem: 'file_changed' },
      { file: 'text.txt', problem: 'file_changed' },
    ]);
    await rewrite('tanda', 'page.mhtml', Buffer.alloc(0));
    expect(await verify('tanda', hash)).toContainEqual({ file: 'page.mhtml', problem: 'file_changed' });
    await rm(path('page.mhtml'));
    await symlink('/etc/hostname', path('page.mhtml'));
    expect(await verify('tanda', hash)).toContainEqual({ file: 'page.mhtml', problem: 'not_a_plain_file' });
    await rm(path('manifest.json'));
    expect(await verify('tanda', hash)).toEqual([{ file: 'manifest.json', problem: 'manifest_missing' }]);
  });

  it('finds a pack that was forged whole', async () => {
    const hash = await seal('tanda');
    await rm(join(dir, 'ta', 'tanda'), { recursive: true });
    await store.saveOnce(aPack('tanda', [{ name: 'text.txt', content: Buffer.from('palsu') }]));
    expect(await verify('tanda', hash)).toEqual([{ file: 'manifest.json', problem: 'manifest_changed' }]);
    await rm(join(dir, 'ta', 'tanda'), { recursive: true });
    expect(await verify('tanda', hash)).toEqual([{ file: 'tanda', problem: 'pack_missing' }]);
  });
});

describe('netra evidence verify', () => {
  async function run(flags: FlagSeal[], json = false) {
    const lines: string[] = [];
    async function* each() {
      yield* flags;
    }
    const code = await runEvidenceVerify<FlagSeal>({
      flags: each(),
      verify: (flag) => verifyPack(store, flag),
      orphans: findOrphanPacks(store.listPlaces(), async () => new Set(flags.map(({ flagId }) => flagId))),
      json,
      print: (line) => lines.push(line),
    });
    return { code, lines };
  }

  it('ends well when all is as sealed', async () => {
    expect((await run([])).lines).toEqual(['Belum ada paket bukti yang disegel.']);
    const flags = await Promise.all(
      Array.from({ length: 20 }, async (_, i) => ({ flagId: `t${i}`, manifestSha256: await seal(`t${i}`) })),
    );
    expect(await run(flags)).toEqual({
      code: 0,
      lines: ['20 paket bukti diperiksa; semua sama dengan saat disegel.'],
    });
  });

  it('prints flag, file and fault of each, goes on, and ends with the code of a broken seal', async () => {
    const flags = [
      { flagId: 'baik', manifestSha256: await seal('baik') },
      { flagId: 'hilang', manifestSha256: '0'.repeat(64) },
      { flagId: 'ubah', manifestSha256: await seal('ubah') },
    ];
    await rewrite('ubah', 'text.txt', Buffer.from('lain'));
    const { code, lines } = await run(flags);
    expect(code).toBe(4);
    expect(lines.slice(0, 2)).toEqual(['hilang hilang: paket tidak ada', 'ubah text.txt: isi berubah sejak disegel']);
    expect((await run(flags, true)).lines.map((line) => JSON.parse(line))).toEqual([
      { flagId: 'hilang', file: 'hilang', problem: 'pack_missing' },
      { flagId: 'ubah', file: 'text.txt', problem: 'file_changed' },
      { packs: 3, broken: 2, orphans: 0 },
    ]);
  });
});
