import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Installation } from '../app/installation.js';
import { countCoverageToday, type TodaysCoverage, visitNow, whenDrained } from '../app/round.js';
import type { Office } from '../domain/account.js';
import { addDays } from '../domain/days.js';
import { DIGEST_HOUR } from '../domain/digest-due.js';
import { instantOf, localDay } from '../domain/region.js';
import { readImportFile } from '../intake/acts/read-import-file.js';
import { importRegistry } from '../intake/registry/import-registry.js';
import { importActivities } from '../steps/import-activities.js';
import { sendDigest } from '../steps/send-digest.js';
import { ROUND } from '../words/demo.js';
import { say } from '../words/say.js';
import type { SampleNetwork } from './sample-network.js';

/** What stands after a round: totals, so that a second round over the same acts gives the same figures. */
export interface RoundResult {
  readonly accounts: number;
  readonly activities: number;
  readonly flags: number;
  /** Flags whose pack is sealed. */
  readonly evidence: number;
  readonly coverage: TodaysCoverage;
  /** Offices whose digest of today has a receipt. */
  readonly digests: number;
}

interface Round {
  readonly installation: Installation;
  readonly network: SampleNetwork;
  readonly say: (line: string) => void;
}

export async function runRound({ installation, network, say: print }: Round): Promise<RoundResult> {
  const { core } = installation;
  print(say(ROUND.registry, 'id'));
  await register(installation, network);
  print(say(ROUND.workers, 'id'));
  await installation.startWorkers();
  const lines = readImportFile(network.importFile, { clock: core.clock });
  await importActivities(installation.importDeps, lines, { actor: 'system:demo' });
  const visits = await visitNow(core);
  print(say(ROUND.visits, 'id', { visits }));
  await whenDrained(core, (left) => print(say(ROUND.left, 'id', { visits: left.visits, flags: left.flags })));
  print(say(ROUND.digests, 'id'));
  const digests = await sendDigests(installation);
  print(say(ROUND.done, 'id'));
  return { ...(await countAll(installation)), digests };
}

async function register({ core }: Installation, network: SampleNetwork): Promise<void> {
  const open = async (path: string) => ({ name: basename(path), bytes: await readFile(path) });
  const files = { accounts: await open(network.accountsCsv), offices: await open(network.officesCsv) };
  const report = await importRegistry({ storage: core.storage, actor: 'system:demo', clock: core.clock }, files);
  if (!report.isAccepted)
    throw new Error(`the sample registry has faults: ${JSON.stringify(report.issues.slice(0, 3))}`);
}

/** The demo does not wait for tomorrow morning: its clock does, so that the digest of today can be seen today. */
async function sendDigests({ core, digests }: Installation): Promise<number> {
  let receipts = 0;
  for (const office of await withRecipient(core.storage.offices)) {
    const day = localDay(core.clock(), office.timeZone);
    const tomorrow = instantOf(addDays(day, 1), DIGEST_HOUR, office.timeZone);
    const { receipt } = await sendDigest({ ...digests.deps, clock: () => tomorrow }, { officeCode: office.code, day });
    if (receipt) receipts += 1;
  }
  return receipts;
}

async function withRecipient(offices: { listOffices(): Promise<Office[]> }): Promise<Office[]> {
  return (await offices.listOffices()).filter((office) => office.digestTo !== undefined);
}

async function countAll({ core }: Installation): Promise<Omit<RoundResult, 'digests'>> {
  const { storage } = core;
  const [accounts, activities, flags, coverage] = await Promise.all([
    storage.accounts.countAccounts(),
    storage.activities.countActs(),
    storage.flags.countFlagsByState(),
    countCoverageToday(core),
  ]);
  return {
    accounts,
    activities: activities.marked + activities.unmarked,
    flags: flags.sealing + flags.open + flags.decided,
    evidence: flags.open + flags.decided,
    coverage,
  };
}
