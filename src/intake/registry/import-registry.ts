import { createHash } from 'node:crypto';
import type { Office } from '../../domain/account.js';
import type { Clock } from '../../domain/clock.js';
import type { AccountDraft, ImportCounts, TakenOver } from '../../storage/account-draft.js';
import type { Storage } from '../../storage/storage.js';
import { ROW_FAULTS } from '../../words/intake/registry.js';
import { sayError } from '../../words/say.js';
import { tieWaitingReports } from '../reports/tie-waiting-reports.js';
import { parseAccountsCsv } from './registry-accounts.js';
import type { RegistryFile } from './registry-file.js';
import type { RegistryIssue } from './registry-issue.js';
import { parseOfficesCsv } from './registry-offices.js';
import { loadRegionCheck } from './registry-regions.js';

export interface RegistryDeps {
  readonly storage: Pick<Storage, 'accounts' | 'offices' | 'registry' | 'reports'>;
  /** A user id, or `system:<part>`. */
  readonly actor: string;
  readonly clock: Clock;
}

export interface RegistryFiles {
  readonly accounts: RegistryFile;
  readonly offices?: RegistryFile;
}

export interface RegistryCounts {
  readonly accounts: ImportCounts;
  readonly offices: ImportCounts;
  /** Reports that had waited for an account of it; not there where none had. */
  readonly reportsTied?: number | undefined;
}

/** What was done, or would be; with `issues` nothing was and nothing would be. */
export type RegistryReport =
  | ({ readonly isAccepted: true } & RegistryCounts)
  | { readonly isAccepted: false; readonly issues: readonly RegistryIssue[] };

/**
 * Brings the registry to what the files say, or, with any fault in them, changes nothing and names every fault. An
 * import that was cut off has changed nothing either. One audit entry, written with it: counts and the file's hash.
 * Reports that waited for one of its accounts are tied afterwards; the same file again ties what was left.
 */
export async function importRegistry(deps: RegistryDeps, files: RegistryFiles): Promise<RegistryReport> {
  const { storage, actor, clock } = deps;
  const read = await readRegistry(deps, files);
  if ('issues' in read) return { isAccepted: false, issues: read.issues };
  const subject = `sha256:${createHash('sha256').update(files.accounts.bytes).digest('hex')}`;
  const counts = await storage.registry.saveRegistry(read, ({ accounts, offices }) => ({
    at: clock(),
    actor,
    action: 'registry_imported',
    subject,
    details: {
      accountsCreated: accounts.created,
      accountsUpdated: accounts.updated,
      accountsUnchanged: accounts.unchanged,
      officesCreated: offices.created,
      officesUpdated: offices.updated,
      officesUnchanged: offices.unchanged,
    },
  }));
  return { isAccepted: true, ...counts, reportsTied: (await tieWaitingReports({ ...storage, clock })) || undefined };
}

/** All that `importRegistry` would say and do, without writing anything. */
export async function checkRegistry(
  deps: Pick<RegistryDeps, 'storage' | 'clock'>,
  files: RegistryFiles,
): Promise<RegistryReport> {
  const read = await readRegistry(deps, files);
  if ('issues' in read) return { isAccepted: false, issues: read.issues };
  const [accounts, offices] = await Promise.all([
    deps.storage.accounts.compareAccounts(read.drafts),
    deps.storage.offices.compareOffices(read.offices),
  ]);
  return { isAccepted: true, accounts, offices };
}

type RegistryRead = { drafts: AccountDraft[]; offices: readonly Office[] } | { issues: readonly RegistryIssue[] };

async function readRegistry(
  { storage, clock }: Pick<RegistryDeps, 'storage' | 'clock'>,
  files: RegistryFiles,
): Promise<RegistryRead> {
  const known = await storage.offices.listOffices();
  const fromFile = files.offices
    ? parseOfficesCsv(files.offices, { known, isRegion: await loadRegionCheck() })
    : { offices: [] };
  const officeIssues = 'issues' in fromFile ? fromFile.issues : [];
  const offices = 'issues' in fromFile ? [] : fromFile.offices;
  const allOffices = [...known, ...offices];
  const accounts = parseAccountsCsv(files.accounts, { offices: allOffices, now: clock() });
  const accountIssues = 'issues' in accounts ? accounts.issues : [];
  // With a faulty list of offices, "unknown office" of an account may be its consequence: mended first.
  const shown =
    officeIssues.length > 0 ? accountIssues.filter((issue) => issue.column !== 'office_code') : accountIssues;
  const issues = [...officeIssues, ...shown];
  if (issues.length > 0 || 'issues' in accounts) return { issues };
  const taken = await storage.accounts.findTakenOver(accounts.drafts);
  if (taken.length > 0) return { issues: taken.map((one) => takenOver(files.accounts, accounts.rows, one)) };
  return { drafts: accounts.drafts, offices };
}

function takenOver(file: RegistryFile, rows: readonly number[], { index, heldBy, isClosed }: TakenOver) {
  const [reason, hint] = sayError(ROW_FAULTS[isClosed ? 'otherOrLostKey' : 'takenOver'], 'id', { nip: heldBy });
  return { file: file.name, row: rows[index] ?? 1, column: 'nip', reason, hint };
}
