import { join } from 'node:path';
import type { Contest, Election } from '../../domain/election.js';
import { loadElections } from './load-elections.js';

/**
 * The invented election that came with this program: it fills `{ticket.…}` in samples, and the demo runs under it. It
 * lies beside the elections and not among them, so that no installation ever judges by it.
 */
const EXAMPLE_FOLDER = 'example';
const EXAMPLE_ELECTION = 'contoh';

export function exampleElectionsDir(rulesDir: string): string {
  return join(rulesDir, EXAMPLE_FOLDER);
}

/** Elections with the invented one among them, which a folder may hold in its own version. */
export async function withExample(elections: readonly Election[], rulesDir: string): Promise<readonly Election[]> {
  if (elections.some(({ id }) => id === EXAMPLE_ELECTION)) return elections;
  return [...elections, ...(await loadElections(exampleElectionsDir(rulesDir))).elections];
}

/** The first contest of the invented election with at least two tickets. */
export function exampleContest(elections: readonly Election[]): Contest {
  const election = elections.find(({ id }) => id === EXAMPLE_ELECTION);
  const contest = election?.contests.find((c) => c.tickets.length >= 2);
  if (contest === undefined) throw new TypeError(`No contest of the election "${EXAMPLE_ELECTION}" for samples`);
  return contest;
}
