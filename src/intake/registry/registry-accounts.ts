import type { Office } from '../../domain/account.js';
import { normaliseHandle, type Platform } from '../../domain/platform.js';
import { nearestWord, quoted } from '../../rules/files/quoted.js';
import type { AccountDraft } from '../../storage/account-draft.js';
import { CELL_FAULTS, ROW_FAULTS } from '../../words/intake/registry.js';
import { say, sayError } from '../../words/say.js';
import {
  readHandle,
  readMandate,
  readPlain,
  readPlatform,
  readProof,
  readRequired,
  readRequiredCode,
} from './registry-cells.js';
import { type RegistryFile, type RegistryRow, readRegistryFile } from './registry-file.js';
import { bad, type Fault, good, type Read, type RegistryIssue } from './registry-issue.js';
import { readNip } from './registry-nip.js';

export const ACCOUNT_COLUMNS = [
  'nip',
  'name',
  'position',
  'office_code',
  'platform',
  'handle',
  'mandate',
  'proof',
] as const;
type AccountColumn = (typeof ACCOUNT_COLUMNS)[number];

/** `rows[i]` is the line of `drafts[i]`. With any issue there are no drafts. */
type AccountsRead = { readonly drafts: AccountDraft[]; readonly rows: number[] } | { readonly issues: RegistryIssue[] };

/** Reads `accounts.csv` as a whole: every fault of every row, or all drafts. Pure. */
export function parseAccountsCsv(file: RegistryFile, deps: { offices: readonly Office[]; now: Date }): AccountsRead {
  const { rows, issues } = readRegistryFile(file, { names: ACCOUNT_COLUMNS, optional: [] });
  const rowDeps = { readOffice: createOfficeReader(deps.offices), findRepeat: createRepeatCheck(), now: deps.now };
  const drafts: AccountDraft[] = [];
  for (const row of rows) {
    const add = (column: AccountColumn, fault: Fault) =>
      issues.push({ file: file.name, row: row.row, column, ...fault });
    const draft = readRow(row, { ...rowDeps, add });
    if (draft) drafts.push(draft);
  }
  if (issues.length === 0) return { drafts, rows: rows.map((row) => row.row) };
  return { issues: issues.toSorted((a, b) => a.row - b.row) };
}

interface RowDeps {
  readonly readOffice: (cell: string) => Read<Office>;
  readonly findRepeat: (row: number, named: NamedAccount) => Fault | undefined;
  readonly now: Date;
  add(column: AccountColumn, fault: Fault): void;
}

function readRow({ row, cells }: RegistryRow<AccountColumn>, deps: RowDeps): AccountDraft | undefined {
  const take = <T>(column: AccountColumn, read: Read<T>): T | undefined => {
    if ('value' in read) return read.value;
    deps.add(column, read.fault);
    return undefined;
  };
  const nip = take('nip', readNip(cells.nip, deps.now));
  const name = take('name', readRequired(cells.name));
  const position = take('position', readPlain(cells.position));
  const office = take('office_code', deps.readOffice(cells.office_code));
  const platform = take('platform', readPlatform(cells.platform));
  const handle = take('handle', readHandle(cells.handle, platform));
  const mandate = take('mandate', readMandate(cells.mandate));
  const proof = take('proof', readProof(cells.proof));
  const repeat = platform && handle ? deps.findRepeat(row, { platform, handle, nip }) : undefined;
  if (repeat) deps.add('handle', repeat);
  const isWhole = nip && name && position !== undefined && office && platform && handle && mandate && proof;
  if (!isWhole) return undefined;
  const { code, region } = office;
  const held = { ...mandate, office: code };
  return { nip, name, position, officeCode: code, region, platform, handle, mandate: held, proof };
}

/** Guessing what was meant costs more than reading a row: only so many different unknown codes get a guess. */
const MAX_GUESSES = 50;

function createOfficeReader(known: readonly Office[]): (cell: string) => Read<Office> {
  const offices = new Map(known.map((office) => [office.code, office]));
  const codes = [...offices.keys()];
  const guesses = new Map<string, string | undefined>();
  return (cell) => {
    const read = readRequiredCode(cell);
    if ('fault' in read) return read;
    const office = offices.get(read.value);
    if (office) return good(office);
    if (!guesses.has(read.value) && guesses.size < MAX_GUESSES) guesses.set(read.value, nearestWord(read.value, codes));
    const meant = guesses.get(read.value);
    const hint = say(ROW_FAULTS.registerOffice, 'id');
    const reason = say(ROW_FAULTS.unknownOffice, 'id', { office: quoted(read.value) });
    return bad(reason, meant ? say(CELL_FAULTS.meant, 'id', { meant, hint }) : hint);
  };
}

interface NamedAccount {
  readonly platform: Platform;
  readonly handle: string;
  readonly nip: string | undefined;
}

/** One account stands on one row: the first that names it. */
function createRepeatCheck(): RowDeps['findRepeat'] {
  const seen = new Map<string, { row: number; nip: string | undefined }>();
  return (row, { platform, handle, nip }) => {
    const key = `${platform} ${normaliseHandle(handle)}`;
    const first = seen.get(key);
    if (!first) {
      seen.set(key, { row, nip });
      return undefined;
    }
    const fault = first.nip === nip ? ROW_FAULTS.repeated : ROW_FAULTS.repeatedByOther;
    return bad(...sayError(fault, 'id', { row: first.row })).fault;
  };
}
