import { readInstant } from '../../domain/instant.js';
import { ACTIVITY_KINDS, isPlatform, PLATFORMS } from '../../domain/platform.js';
import { readLink } from '../../links/read-link.js';
import { ROW_FAULTS, TIME_EXAMPLES } from '../../words/intake/rows.js';
import { printable } from '../../words/printable.js';
import { sayAdvice, sayIn } from '../../words/say.js';
import { tidyCode } from '../files/cells.js';
import type { Advised } from '../files/row-fault.js';
import type { Cells } from './format.js';
import type { MappedAct, Mapping } from './mapping.js';

/** Why a row of a table makes no act, by the table's own columns: whoever keeps it knows no names of ours. */
export function problemOf(mapping: Mapping, cells: Cells, act: MappedAct): Advised | undefined {
  return wordProblem(mapping, cells, act) ?? numberProblem(mapping, cells, act) ?? restProblem(mapping, cells, act);
}

/** Of an officer's mapping alone: a program's own words are not his to map. */
function wordProblem({ id, platform, kind }: Mapping, cells: Cells, act: MappedAct): Advised | undefined {
  if (id === undefined) return undefined;
  if (typeof platform !== 'string' && !isPlatform(act.platform ?? '')) {
    return untold({ column: platform.column, key: 'platform', known: PLATFORMS, mapping: id }, cells);
  }
  const isKind = (ACTIVITY_KINDS as readonly (string | undefined)[]).includes(act.kind);
  if (typeof kind === 'string' || isKind) return undefined;
  return untold({ column: kind.column, key: 'kind', known: ACTIVITY_KINDS, mapping: id }, cells);
}

interface Untold {
  readonly column: string;
  readonly key: 'platform' | 'kind';
  readonly known: readonly string[];
  readonly mapping: string;
}

function untold({ column, key, known, mapping }: Untold, cells: Cells): Advised {
  const value = shown(cells, column);
  if (value === '') return empty(column);
  return sayAdvice(ROW_FAULTS.untoldWord, 'id', { column, value, key, mapping, known: known.join(', ') });
}

/** What names the act is missing: mostly its link says no number. */
function numberProblem({ columns }: Mapping, cells: Cells, { id, kind }: MappedAct): Advised | undefined {
  if (id !== undefined) return undefined;
  if (kind === 'follow') return empty(columns.target_handle ?? columns.id ?? 'target_handle');
  const column = columns.link ?? columns.id ?? '';
  const value = shown(cells, column);
  if (value === '' || columns.link === undefined) return empty(column);
  const isShort = readLink(cells[column] ?? '').kind === 'short';
  return sayAdvice(isShort ? ROW_FAULTS.shortLink : ROW_FAULTS.noPostLink, 'id', { column, value });
}

function restProblem({ columns, time }: Mapping, cells: Cells, act: MappedAct): Advised | undefined {
  const author = columns.handle ?? columns.author_id ?? '';
  if (act.handle === undefined && act.authorId === undefined) {
    const value = shown(cells, author);
    return value === '' ? empty(author) : sayAdvice(ROW_FAULTS.noAuthor, 'id', { column: author, value });
  }
  if (act.publishedAt === undefined) return empty(columns.time);
  if (readInstant(act.publishedAt) !== undefined) return undefined;
  const example = sayIn('id')(TIME_EXAMPLES[time.format]);
  return sayAdvice(ROW_FAULTS.badTime, 'id', { column: columns.time, value: shown(cells, columns.time), example });
}

function empty(column: string): Advised {
  return sayAdvice(ROW_FAULTS.emptyCell, 'id', { column });
}

function shown(cells: Cells, column: string): string {
  return printable(tidyCode(cells[column] ?? ''), 80);
}
