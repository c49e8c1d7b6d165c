import { PermanentError } from '../../domain/errors.js';
import { IMPORT_FORMATS } from '../../domain/import-format.js';
import { FORMAT_TERMS, RECOGNITION_FAULTS } from '../../words/intake/formats.js';
import { printable } from '../../words/printable.js';
import { sayError } from '../../words/say.js';
import type { FileHead } from './file-head.js';
import { type Drift, type Format, type JsonFormat, neededOf, type TableFormat, unreadTitles } from './format.js';
import { FORMATS } from './index.js';
import { valueAt } from './values.js';

/** A format with the name by which `--as` calls it: of ours, or of a mapping file. */
export interface NamedFormat {
  readonly name: string;
  readonly title: string;
  readonly format: Format;
}

/** What a file was taken for, and what of it is read. */
export interface Recognition extends NamedFormat {
  readonly columns: readonly { readonly from: string; readonly to: string }[];
  readonly leftAlone: readonly string[];
  readonly drift: Drift;
  /** A person named the format. */
  readonly wasTold: boolean;
  /** Nothing in the file fits: it is read as our own, so that each line is named with its fault. */
  readonly isFallback: boolean;
}

export const OWN_FORMATS: readonly NamedFormat[] = IMPORT_FORMATS.map((name) => ({
  name,
  title: FORMAT_TERMS[name].id,
  format: FORMATS[name],
}));

/** By what stands in the file, never by its name. Throws where nobody can know, with what to type instead. */
export function recognise(head: FileHead, known: readonly NamedFormat[], told?: string): Recognition {
  if (told !== undefined) return asTold(head, known, told);
  const fitting = known.filter(({ format }) => fits(head, format));
  if (fitting.length > 1) throw ambiguous(fitting);
  const [only] = fitting;
  if (only) return described(head, only, { wasTold: false, isFallback: false });
  const near = head.kind === 'table' ? known.find(({ format }) => isNear(head.names, format)) : undefined;
  if (near) throw drifted(head, near);
  if (isForeign(head)) throw new PermanentError(...sayError(RECOGNITION_FAULTS.unknownTable, 'id', head));
  // Nothing else: the own format, whose reader names line by line what is wrong.
  return described(head, own(known, head.kind === 'json' ? 'ndjson' : 'csv'), { wasTold: false, isFallback: true });
}

function asTold(head: FileHead, known: readonly NamedFormat[], told: string): Recognition {
  const found = known.find(({ name }) => name === told);
  if (!found) {
    const names = known.map(({ name }) => name).join(', ');
    throw new PermanentError(
      ...sayError(RECOGNITION_FAULTS.unknownName, 'id', { name: printable(told), known: names }),
    );
  }
  if (found.format.kind !== head.kind) {
    throw new PermanentError(...sayError(RECOGNITION_FAULTS.wrongKind, 'id', { title: found.title }));
  }
  // Of our own table the reader itself names what is missing.
  if (!found.format.isOwn && missingIn(head, found.format).length > 0) throw drifted(head, found);
  return described(head, found, { wasTold: true, isFallback: false });
}

function own(known: readonly NamedFormat[], name: string): NamedFormat {
  return known.find((one) => one.name === name)!;
}

function fits(head: FileHead, format: Format): boolean {
  if (head.kind === 'json') return format.kind === 'json' && head.lines.some((line) => format.recognise(line));
  if (format.kind !== 'table') return false;
  const has = (name: string) => head.names.includes(name);
  return !format.foreign.some(has) && missingIn(head, format).length === 0;
}

/** All its marks but one column that is needed, or all but one mark: an export that changed. */
function isNear(names: readonly string[], format: Format): boolean {
  if (format.kind !== 'table' || format.marks.length < 2 || format.isOwn) return false;
  if (format.foreign.some((name) => names.includes(name))) return false;
  const wanted = wantedOf(format);
  const missing = wanted.filter((name) => !names.includes(name));
  return missing.length <= Math.max(1, Math.floor(wanted.length / 4));
}

/** A table with hardly a title of ours: to be told that ours are missing would help nobody. */
function isForeign(head: FileHead): head is Extract<FileHead, { kind: 'table' }> {
  if (head.kind !== 'table' || head.isBroken || head.names.length === 0) return false;
  const wanted = neededOf(FORMATS.csv);
  return wanted.filter((name) => head.names.includes(name)).length < wanted.length / 2;
}

/** What cannot be done without and is not there; its marks too, for they say what a row means. */
function missingIn(head: FileHead, format: Format): string[] {
  return head.kind === 'table' ? wantedOf(format).filter((name) => !head.names.includes(name)) : [];
}

function wantedOf(format: Format): string[] {
  return [...new Set([...(format.kind === 'table' ? format.marks : []), ...neededOf(format)])];
}

function described(head: FileHead, named: NamedFormat, how: Pick<Recognition, 'wasTold' | 'isFallback'>): Recognition {
  const { format } = named;
  const parts =
    head.kind === 'table' && format.kind === 'table'
      ? ofTable(head.names, format)
      : ofLines(head.kind === 'json' ? head.lines : [], format as JsonFormat);
  return { ...named, ...parts, ...how };
}

function ofTable(names: readonly string[], format: TableFormat) {
  const isThere = (name: string) => names.includes(name);
  const taken = format.columns.map(({ from }) => from);
  // Where columns are missing that none can do without, this may be no row of titles but somebody's words.
  const hasNeeded = neededOf(format).every(isThere);
  const unknown = hasNeeded ? unreadTitles(names, [...taken, ...format.leftAlone]) : [];
  return {
    columns: format.columns.filter(({ from }) => isThere(from)),
    leftAlone: format.leftAlone.filter(isThere),
    drift: { missing: taken.filter((name) => !isThere(name)), unknown: unknown.map((name) => printable(name, 60)) },
  };
}

function ofLines(lines: readonly Readonly<Record<string, unknown>>[], format: JsonFormat) {
  const ours = lines.filter((line) => format.recognise(line));
  const isThere = (path: string) => ours.some((line) => valueAt(line, path) != null);
  const { keys } = format;
  const unknown = keys ? ours.flatMap((line) => Object.keys(line).filter((key) => !keys.includes(key))) : [];
  return {
    columns: format.columns.filter(({ from }) => isThere(from)),
    leftAlone: [],
    drift: {
      missing: ours.length === 0 ? [] : neededOf(format).filter((path) => !isThere(path)),
      unknown: [...new Set(unknown)].slice(0, 50).map((name) => printable(name, 60)),
    },
  };
}

function ambiguous(fitting: readonly NamedFormat[]): PermanentError {
  const names = fitting.map(({ name }) => name).join(', ');
  return new PermanentError(...sayError(RECOGNITION_FAULTS.ambiguous, 'id', { names, first: fitting[0]!.name }));
}

function drifted(head: FileHead, { title, format }: NamedFormat): PermanentError {
  const missing = missingIn(head, format).join(', ');
  return new PermanentError(...sayError(RECOGNITION_FAULTS.drifted, 'id', { title, missing }));
}
