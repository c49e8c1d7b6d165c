import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { KNOWN_COLLECTIONS } from '../../src/storage/database-role.js';
import { type ConsoleFixture, startConsoleFixture } from '../console/console-fixture.js';
import { ACCOUNTS } from '../console/sample.js';
import { runOnce } from '../integration/supervisor.js';
import { openRaw } from '../support/keys-site.js';
import { testServices } from '../support/test-services.js';
import { IS_WHOLE, printCounts } from './bench.js';
import { FORMER_DATA, layFormer, readFormer, restoreFormer } from './former-data.js';
import { auditVerify, openKilled, snapshotOf } from './former-opening.js';
import { expectAllOpens } from './kept-house/expect-opens.js';
import { fillHouse, UNDO_MS } from './kept-house/fill-house.js';
import { keepHouse } from './kept-house/keep-house.js';
import type { Said } from './kept-house/said.js';

// Houses of former versions in which everything was done once, opened by this one; and one of this version, as it is kept
// for the next: former-data/README.md.

const HOUSES = readdirSync(FORMER_DATA, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'recorded')
  .map(({ name }) => name);
/** Nothing of them lasts, or is made without somebody outside. */
const EMPTY = ['audit_timestamps', 'audit_waiting'];
/** Came since; what was filled into documents that were there is named by `AS_IT_WAS`. */
const NEW: readonly string[] = ['calibrations', 'golden_flags'];
const AS_IT_WAS: Readonly<Record<string, (document: unknown) => unknown>> = { flags: withoutFamily };
const GROWS = ['audit', 'migrations'];
/** The end of the log moves with it. */
const MOVES = ['audit_heads'];

/** What a flag is grouped by, since migration 0024. */
function withoutFamily(document: unknown): object {
  const { family, ...flag } = document as { family: string };
  expect(family).toMatch(/^[\w-]{16}$/);
  return flag;
}

let fixture: ConsoleFixture | undefined;
afterEach(async () => {
  await fixture?.close();
  fixture = undefined;
});

describe('a house of this version', () => {
  it('holds something of everything that is stored, and opens to whoever holds a part of it', async () => {
    fixture = await startConsoleFixture({ undoMs: UNDO_MS, calibrateEvery: 1 });
    const said = await fillHouse(fixture);
    const raw = await openRaw(fixture.databaseName);
    const counts = await Promise.all(
      KNOWN_COLLECTIONS.map(async (name) => [name, await raw.collection(name).countDocuments()] as const),
    );
    await raw.close();
    expect(
      counts
        .filter(([, count]) => count === 0)
        .map(([name]) => name)
        .sort(),
    ).toEqual(EMPTY);
    if (process.env.NETRA_KEEP_HOUSE) await keepHouse(process.env.NETRA_KEEP_HOUSE, fixture, said);
    await expectAllOpens(fixture, said);
  });
});

describe.each(HOUSES)('the house %s', (house) => {
  const idsOf = () =>
    ACCOUNTS.map(({ handle }) => String(readFormer(house, 'accounts').find((one) => one.handle === handle)!._id));
  const openHouse = (lay: NonNullable<Parameters<typeof startConsoleFixture>[0]>['lay']) =>
    startConsoleFixture({ undoMs: UNDO_MS, lay });

  it('is opened as it was left, twice the same, and opens to whoever holds a part of it', async () => {
    fixture = await openHouse(async (to) => {
      await (await layFormer(house, to)).close();
      return { accountIds: idsOf() };
    });
    const raw = await openRaw(fixture.databaseName);
    const opened = await snapshotOf(raw);
    for (const [name, documents] of Object.entries(opened)) {
      if (NEW.includes(name) || MOVES.includes(name)) continue;
      const before = GROWS.includes(name) ? documents.slice(0, readFormer(house, name).length) : documents;
      expect(before.map(AS_IT_WAS[name] ?? ((document) => document)), name).toEqual(readFormer(house, name));
    }
    const said = JSON.parse(readFileSync(join(FORMER_DATA, house, 'said.json'), 'utf8')) as Said;
    const program = auditVerify(testServices().mongodbUri, fixture, '--head', said.head);
    const { code, stdout } = await runOnce(program).ended;
    expect({ code, ...JSON.parse(stdout) }).toMatchObject({ code: 0, ok: true, contradictionCount: 0 });
    expect(await snapshotOf(raw)).toEqual(opened);
    await raw.close();
    await expectAllOpens(fixture, said);
    const counts = Object.entries(opened).map(([name, documents]) => [name, documents.length]);
    printCounts(`house ${house}`, { ...Object.fromEntries(counts), lost: 0 });
  });

  it.skipIf(!IS_WHOLE)('killed before any write of its opening, is opened by the next start', async () => {
    let kills = 0;
    for (let isOver = false; !isOver; kills += isOver ? 0 : 1) {
      const former = await restoreFormer(house);
      isOver = await openKilled(former, kills + 1);
      const { code } = await runOnce(auditVerify(testServices().mongodbUri, former)).ended;
      expect(code).toBe(0);
      await former.close();
    }
    printCounts(`house ${house}, killed while opening`, { kills, lost: 0 });
  });
});
