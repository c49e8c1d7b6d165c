import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openState } from '../../src/demo/kept-state.js';
import { networkDir, prepareNetwork } from '../../src/demo/prepare-network.js';
import { startSampleNetwork } from '../../src/demo/sample-network.js';

const dataDir = mkdtempSync(join(tmpdir(), 'netra-prepare-'));
const clock = () => new Date('2026-11-22T02:00:00Z');
const folder = networkDir({ dataDir });
const kept = () => openState(folder, clock()).read();

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function startAndStop() {
  const network = await startSampleNetwork({ dataDir: folder, clock, log: () => {} });
  await network.stop();
}

it('fills the sample network ahead, so that the start after it counts as the first and the next as the second', async () => {
  await prepareNetwork(dataDir, clock, () => {});
  const prepared = kept();
  expect(prepared).toMatchObject({ isSeeded: true, isRenamed: false });
  await startAndStop();
  expect(kept()).toMatchObject({ isRenamed: false, dids: prepared.dids, anchor: prepared.anchor });
  await startAndStop();
  expect(kept()).toMatchObject({ isRenamed: true, dids: prepared.dids });
});

it('leaves a network alone that is filled already', async () => {
  const before = kept();
  await prepareNetwork(dataDir, clock, () => {});
  expect(kept()).toEqual(before);
});
