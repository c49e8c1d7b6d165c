import type { ActivityKind, Platform } from '../../domain/platform.js';
import { tidyCell, tidyCode } from '../files/cells.js';
import { actIdOf, aimOf } from './act-id.js';
import type { ActField, Cells, Column, TableFormat, Taken } from './format.js';
import type { MappedAct, Mapping, Told } from './mapping.js';
import { readPostLink } from './post-link.js';
import { isRounded } from './rounded-number.js';
import { problemOf } from './row-problem.js';
import { fromLocal, fromUnix } from './time.js';

const FIELD_OF: Readonly<Record<keyof Mapping['columns'], ActField>> = {
  id: 'id',
  link: 'url',
  handle: 'handle',
  author_id: 'authorId',
  text: 'text',
  time: 'publishedAt',
  target_handle: 'targetHandle',
  target_text: 'targetText',
  target_link: 'targetUrl',
};

const NEEDED: ReadonlySet<keyof Mapping['columns']> = new Set(['id', 'handle', 'time']);

export function columnsOf({ columns, platform, kind }: Mapping): Column[] {
  const told = (to: ActField, from: Platform | ActivityKind | Told<string>) =>
    typeof from === 'string' ? [] : [{ from: from.column, to, isNeeded: true }];
  const named = Object.entries(columns) as [keyof Mapping['columns'], string | undefined][];
  return [
    ...told('platform', platform),
    ...told('kind', kind),
    ...named.flatMap(([field, from]) => {
      if (from === undefined) return [];
      return [
        { from, to: FIELD_OF[field], isNeeded: NEEDED.has(field) || (field === 'link' && columns.id === undefined) },
      ];
    }),
  ];
}

/** A row by its mapping; a format of our own may `mend` what only it knows. */
export function mappedRow(
  mapping: Mapping,
  cells: Cells,
  mend: (act: MappedAct, cells: Cells) => MappedAct | Taken = (act) => act,
): Taken {
  const { columns } = mapping;
  const code = (column: string | undefined) => (column ? tidyCode(cells[column] ?? '') || undefined : undefined);
  const platform = toldBy(mapping.platform, code);
  const url = code(columns.link);
  const kind = toldBy(mapping.kind, code);
  const handle = code(columns.handle)?.replace(/^@/, '');
  const number = code(columns.author_id);
  const authorId = number !== undefined && isRounded(number) ? undefined : number;
  const targetHandle = code(columns.target_handle)?.replace(/^@/, '');
  const written = code(columns.id);
  // The number in a link is whole; a column of numbers may have been through Excel.
  const own = written === undefined || isRounded(written) ? undefined : written;
  const named = { platform, kind, link: readPostLink(url, platform), own, handle, authorId, targetHandle };
  const id = actIdOf(named);
  if (id === undefined && written !== own) return { fault: 'roundedId' };
  const act = mend(
    {
      id,
      kind,
      platform,
      handle,
      authorId,
      text: columns.text ? (cells[columns.text] ?? '') : '',
      publishedAt: timeOf(mapping, tidyCell(code(columns.time) ?? '')),
      // People leave `https://` away.
      url: url !== undefined && /^https?:/i.test(url) ? url : (named.link?.canonical ?? url),
      target: targetOf({ mapping, cells, platform, handle: targetHandle, aim: aimOf(named) }),
    },
    cells,
  );
  if ('skip' in act || 'fault' in act || 'said' in act || 'act' in act) return act;
  const said = problemOf(mapping, cells, act);
  return said ? { said } : { act };
}

function toldBy<T extends string>(told: T | Told<T>, code: (column: string) => string | undefined): string | undefined {
  if (typeof told === 'string') return told;
  const word = code(told.column)?.toLowerCase();
  if (word === undefined) return undefined;
  return Object.hasOwn(told.values, word) ? told.values[word] : word;
}

function timeOf({ time }: Mapping, text: string): string | undefined {
  if (time.format === 'unix') return fromUnix(text) ?? (text || undefined);
  // What is not read here is handed on: `iso` has its zone, and of anything else the report says that it is no time.
  return (time.format === 'local' ? fromLocal(text, time.zone) : undefined) ?? (text || undefined);
}

interface TargetParts {
  readonly mapping: Mapping;
  readonly cells: Cells;
  readonly platform: string | undefined;
  readonly handle: string | undefined;
  readonly aim: string | undefined;
}

function targetOf({ mapping: { columns }, cells, platform, handle, aim }: TargetParts) {
  const link = columns.target_link ? tidyCode(cells[columns.target_link] ?? '') || undefined : undefined;
  const url = readPostLink(link, platform)?.canonical ?? link ?? aim;
  const text = (columns.target_text && cells[columns.target_text]) || undefined;
  if (!handle && !url && !text) return undefined;
  const account = handle ? { platform, handle } : undefined;
  return { account, text, url };
}

/** A mapping with what makes its table known. */
export function mappedTable(
  mapping: Mapping,
  known: Pick<TableFormat, 'status' | 'marks' | 'foreign' | 'leftAlone'>,
  mend?: Parameters<typeof mappedRow>[2],
): TableFormat {
  return {
    ...known,
    kind: 'table',
    columns: columnsOf(mapping),
    toAct: (cells) => mappedRow(mapping, cells, mend),
  };
}
