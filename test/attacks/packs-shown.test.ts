import { cp, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Connection, createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/domain/canonical-json.js';
import { EVIDENCE_ITEMS, type EvidenceSeal, type PackProblem } from '../../src/domain/evidence.js';
import { openPacks } from '../../src/evidence/open-packs.js';
import { parseManifest, sealOf, sha256 } from '../../src/evidence/seal-pack.js';
import { type Caller, type ConsoleFixture, callAs, startConsoleFixture } from '../console/console-fixture.js';
import type { SampleAct } from '../console/sample.js';
import { testServices } from '../support/test-services.js';

// Whoever writes the evidence folder, or the database, or both, tries to have something else shown as sealed.

const OTHER = 'lain';
let fixture: ConsoleFixture;
let database: Connection;
let reviewer: Caller;

beforeAll(async () => {
  fixture = await startConsoleFixture({ acts: [anAct(OTHER)] });
  database = await createConnection(testServices().mongodbUri, { dbName: fixture.databaseName }).asPromise();
  reviewer = await callAs(fixture.app, 'reviewer');
});
afterAll(async () => {
  await database.close();
  await fixture.close();
});

function anAct(id: string): SampleAct {
  const quoted = { text: 'Kutipan asli (contoh)' };
  return {
    id,
    account: 0,
    kind: 'post',
    hoursAgo: 1,
    text: 'Ayo (contoh)',
    target: { text: 'x', quoted },
    matches: [],
  };
}

const folderOf = (id: string) => join(fixture.evidenceDir, id.slice(0, 2), id);
const pathOf = (id: string, file: string) => join(folderOf(id), file);
const inFlag = (id: string, set: object) => database.collection('flags').updateOne({ _id: id as never }, { $set: set });
const inAct = (id: string, set: object) =>
  database.collection('activities').updateOne({ _id: id as never }, { $set: set });

async function rewrite(id: string, file: string, content: Uint8Array | string): Promise<void> {
  await rm(pathOf(id, file));
  await writeFile(pathOf(id, file), content);
}

/** A new text with a manifest that fits it; the seal that the flag would have to carry. */
async function forgeTextAndManifest(id: string): Promise<EvidenceSeal> {
  const manifest = parseManifest(await readFile(pathOf(id, 'manifest.json')))!;
  const text = Buffer.from('palsu');
  const items = manifest.items.map((item) =>
    item.name === 'text.txt' ? { ...item, bytes: text.byteLength, sha256: sha256(text) } : item,
  );
  const bytes = canonicalJson({ ...manifest, items });
  await rewrite(id, 'text.txt', text);
  await rewrite(id, 'manifest.json', bytes);
  return sealOf(id, bytes);
}

interface Attack {
  readonly does: string;
  readonly run: (id: string) => Promise<unknown>;
  readonly found: PackProblem['problem'];
}

const ATTACKS: readonly Attack[] = [
  { does: 'changes one file', found: 'file_changed', run: (id) => rewrite(id, 'text.txt', 'palsu') },
  { does: 'removes one file', found: 'file_missing', run: (id) => rm(pathOf(id, 'viewport.png')) },
  { does: 'adds a file', found: 'file_extra', run: (id) => writeFile(pathOf(id, 'fullpage.png'), 'palsu') },
  { does: 'removes the manifest', found: 'manifest_missing', run: (id) => rm(pathOf(id, 'manifest.json')) },
  { does: 'removes the pack', found: 'pack_missing', run: (id) => rm(folderOf(id), { recursive: true }) },
  {
    does: 'swaps two files',
    found: 'file_changed',
    async run(id) {
      await rename(pathOf(id, 'text.txt'), pathOf(id, 'x'));
      await rename(pathOf(id, 'page.mhtml'), pathOf(id, 'text.txt'));
      await rename(pathOf(id, 'x'), pathOf(id, 'page.mhtml'));
    },
  },
  { does: 'changes a file and the manifest with it', found: 'manifest_changed', run: forgeTextAndManifest },
  {
    does: 'changes a file, the manifest and what the flag lists',
    found: 'manifest_changed',
    async run(id) {
      const { items } = await forgeTextAndManifest(id);
      await inFlag(id, { 'evidence.items': items });
    },
  },
  {
    does: 'changes only what the flag lists: the text is said to be of the page',
    found: 'seal_differs',
    run: (id) => inFlag(id, { 'evidence.items.2.source': 'activity' }),
  },
  {
    does: 'takes out of the flag what could not be captured',
    found: 'seal_differs',
    run: (id) => inFlag(id, { 'evidence.missing': [] }),
  },
  {
    does: 'points the flag to the sound pack of another one',
    found: 'manifest_of_other',
    async run(id) {
      await rm(folderOf(id), { recursive: true });
      await cp(folderOf(OTHER), folderOf(id), { recursive: true });
      await inFlag(id, { evidence: (await fixture.storage.flags.findFlag(OTHER))!.evidence });
    },
  },
  {
    does: 'puts a link to the same bytes in place of a file',
    found: 'not_a_plain_file',
    async run(id) {
      await rename(pathOf(id, 'text.txt'), join(fixture.evidenceDir, `${id}.txt`));
      await symlink(join(fixture.evidenceDir, `${id}.txt`), pathOf(id, 'text.txt'));
    },
  },
  {
    does: 'puts a link to the same pack in place of its folder',
    found: 'pack_linked',
    async run(id) {
      await rename(folderOf(id), join(fixture.evidenceDir, `${id}-dipindah`));
      await symlink(join(fixture.evidenceDir, `${id}-dipindah`), folderOf(id));
    },
  },
  {
    does: 'puts a link in place of the folder above the pack',
    found: 'pack_linked',
    async run(id) {
      const above = join(folderOf(id), '..');
      await mkdir(`${above}-dipindah`);
      await rename(folderOf(id), join(`${above}-dipindah`, id));
      await rm(above, { recursive: true });
      await symlink(`${above}-dipindah`, above);
    },
  },
  { does: 'changes the act in the database', found: 'act_differs', run: (id) => inAct(id, { text: 'Palsu (contoh)' }) },
  {
    does: 'changes what the act quotes',
    found: 'act_differs',
    run: (id) => inAct(id, { 'target.quoted.text': 'Kutipan palsu (contoh)' }),
  },
  {
    does: 'says that the act is of somebody else',
    found: 'act_differs',
    run: (id) => inFlag(id, { accountId: fixture.accountIds[1] }),
  },
  {
    does: 'deletes the act',
    found: 'act_missing',
    run: (id) => database.collection('activities').deleteOne({ _id: id as never }),
  },
];

describe('a pack that is not as it was sealed', () => {
  it.each(ATTACKS.map((attack, i) => ({ ...attack, id: `${String.fromCharCode(97 + i)}-serangan` })))(
    'is named where somebody $does, and no tick says that it holds',
    async ({ id, run, found }) => {
      await fixture.addAct(anAct(id));
      const before = (await reviewer.get(`/api/flags/${id}/evidence`)).json();
      expect(before.problems).toEqual([]);
      await run(id);
      const answer = await reviewer.get(`/api/flags/${id}/evidence`);
      expect(answer.json().problems.map(({ problem }: PackProblem) => problem)).toContain(found);
      expect(answer.json().items.filter(({ hash }: { hash: string }) => hash === 'match')).toEqual([]);
    },
  );

  it.each(ATTACKS.filter(({ found }) => !found.startsWith('act_')))(
    'gives nothing out where somebody $does, and logs no view',
    async ({ run }) => {
      const id = `q${Math.random().toString(36).slice(2)}`;
      await fixture.addAct(anAct(id));
      await run(id);
      const before = (await fixture.storage.audit.listEntries({ limit: 1 }))[0]!.seq;
      for (const name of EVIDENCE_ITEMS) {
        const answer = await reviewer.get(`/api/flags/${id}/evidence/${name}`);
        expect([name, answer.statusCode, answer.json().error.code]).toEqual([name, 409, 'evidence_broken']);
      }
      expect((await fixture.storage.audit.listEntries({ limit: 1 }))[0]!.seq).toBe(before);
    },
  );

  it('is not shown either where it is changed after the check and before the reading', async () => {
    await fixture.addAct(anAct('celah'));
    const flag = (await fixture.storage.flags.findFlag('celah'))!;
    const seal = { flagId: flag.id, ...flag.evidence! };
    const store = fixture.evidence;
    const packs = openPacks({
      ...store,
      async readItem(id, name) {
        await rewrite(id, name, 'palsu'.padEnd(seal.items.find((item) => item.name === name)!.bytes));
        return store.readItem(id, name);
      },
    });
    expect(await packs.readItem(seal, 'text.txt')).toEqual({
      problems: [{ file: 'text.txt', problem: 'file_changed' }],
    });
  });

  it('is shown as long as it holds', async () => {
    for (const name of ['viewport.png', 'text.txt', 'page.mhtml', 'activity.json']) {
      const answer = await reviewer.get(`/api/flags/${OTHER}/evidence/${name}`);
      expect([answer.statusCode, answer.rawPayload]).toEqual([200, await readFile(pathOf(OTHER, name))]);
    }
  });
});
