import { DIGEST_RHYTHMS, type DigestRhythm, type Office } from '../../domain/account.js';
import { isMailAddress } from '../../domain/mail-address.js';
import { NATION, timeZoneOf } from '../../domain/region.js';
import { quoted } from '../../rules/files/quoted.js';
import { CELL_FAULTS, ROW_FAULTS } from '../../words/intake/registry.js';
import { sayError } from '../../words/say.js';
import { DIGEST_RHYTHM_TERMS } from '../../words/terms.js';
import { readCode, readRequired, readRequiredCode } from './registry-cells.js';
import { type RegistryFile, type RegistryRow, readRegistryFile } from './registry-file.js';
import { bad, type Fault, good, type Read, type RegistryIssue } from './registry-issue.js';

const OFFICE_COLUMNS = ['code', 'name', 'region', 'parent', 'digest_to', 'digest_every'] as const;
type OfficeColumn = (typeof OFFICE_COLUMNS)[number];

interface OfficeDeps {
  /** Offices registered before; the file's own come on top. */
  readonly known: readonly Office[];
  readonly isRegion: (code: string) => boolean;
}

/** Reads `offices.csv` as a whole: every fault of every row, or all offices. Pure. */
export function parseOfficesCsv(
  file: RegistryFile,
  deps: OfficeDeps,
): { offices: Office[] } | { issues: RegistryIssue[] } {
  const { rows, issues, leftOut } = readRegistryFile(file, {
    names: OFFICE_COLUMNS,
    optional: ['parent', 'digest_to', 'digest_every'],
    added: ['digest_every'],
  });
  const rhythmOf = new Map(deps.known.map(({ code, digestEvery }) => [code, digestEvery]));
  const firstRows = new Map<string, number>();
  const read: { row: number; office: Office }[] = [];
  const addAt = (row: number) => (column: OfficeColumn, fault: Fault) =>
    issues.push({ file: file.name, row, column, ...fault });
  for (const row of rows) {
    const add = addAt(row.row);
    const written = readRow(row, deps, add);
    if (!written) continue;
    // A file of before the column was there says nothing of it, and changes nothing.
    const office = leftOut.includes('digest_every') ? { ...written, digestEvery: rhythmOf.get(written.code) } : written;
    const first = firstRows.get(office.code);
    if (first !== undefined) add('code', repeated(first));
    else read.push({ row: row.row, office });
    firstRows.set(office.code, first ?? row.row);
  }
  const parentOf = new Map([...deps.known, ...read.map(({ office }) => office)].map((o) => [o.code, o.parentCode]));
  for (const { row, office } of read) {
    const fault = checkParent(office, parentOf);
    if (fault) addAt(row)('parent', fault);
  }
  if (issues.length > 0) return { issues: issues.toSorted((a, b) => a.row - b.row) };
  return { offices: read.map(({ office }) => office) };
}

function readRow(
  { cells }: RegistryRow<OfficeColumn>,
  { isRegion }: OfficeDeps,
  add: (column: OfficeColumn, fault: Fault) => void,
): Office | undefined {
  const take = <T>(column: OfficeColumn, read: Read<T>): T | undefined => {
    if ('value' in read) return read.value;
    add(column, read.fault);
    return undefined;
  };
  const code = take('code', readRequiredCode(cells.code));
  const name = take('name', readRequired(cells.name));
  const region = take('region', readRegion(cells.region, isRegion));
  const parent = take('parent', readCode(cells.parent));
  const digestTo = take('digest_to', readMailAddress(cells.digest_to));
  const digestEvery = take('digest_every', readRhythm(cells.digest_every));
  if (!code || !name || !region || parent === undefined || digestTo === undefined || !digestEvery) return undefined;
  return {
    code,
    name,
    region,
    timeZone: timeZoneOf(region),
    parentCode: parent === '' ? undefined : parent,
    digestTo: digestTo === '' ? undefined : digestTo,
    // Daily is what an office without the word has.
    digestEvery: digestEvery === 'weekly' ? 'weekly' : undefined,
  };
}

/** As the words are written in a cell; English is understood too. */
function readRhythm(cell: string | undefined): Read<DigestRhythm> {
  const read = readCode(cell ?? '');
  if ('fault' in read) return read;
  const written = read.value.toLowerCase();
  const rhythm = DIGEST_RHYTHMS.find((one) => written === one || written === DIGEST_RHYTHM_TERMS[one].id);
  if (written === '') return good('daily');
  if (rhythm !== undefined) return good(rhythm);
  const choices = DIGEST_RHYTHMS.map((one) => DIGEST_RHYTHM_TERMS[one].id).join(', ');
  return bad(...sayError(CELL_FAULTS.noRhythm, 'id', { value: quoted(read.value), choices }));
}

function readRegion(cell: string, isRegion: (code: string) => boolean): Read<string> {
  const read = readRequiredCode(cell);
  if ('fault' in read) return read;
  if (read.value === NATION || isRegion(read.value)) return read;
  return bad(...sayError(CELL_FAULTS.noRegion, 'id', { value: quoted(read.value) }));
}

function readMailAddress(cell: string): Read<string> {
  const read = readCode(cell);
  if ('fault' in read || read.value === '') return read;
  if (isMailAddress(read.value)) return good(read.value);
  return bad(...sayError(CELL_FAULTS.badMail, 'id', { value: quoted(read.value) }));
}

function repeated(firstRow: number): Fault {
  return bad(...sayError(ROW_FAULTS.repeatedOffice, 'id', { row: firstRow })).fault;
}

function checkParent(office: Office, parentOf: ReadonlyMap<string, string | undefined>): Fault | undefined {
  if (office.parentCode === undefined) return undefined;
  if (!parentOf.has(office.parentCode)) {
    return bad(...sayError(ROW_FAULTS.unknownParent, 'id', { office: quoted(office.parentCode) })).fault;
  }
  const passed = new Set<string>();
  for (let code: string | undefined = office.code; code !== undefined; code = parentOf.get(code)) {
    if (passed.has(code)) {
      const chain = [...passed, code].slice(0, 10).join(' → ');
      return bad(...sayError(ROW_FAULTS.ownParent, 'id', { chain })).fault;
    }
    passed.add(code);
  }
  return undefined;
}
