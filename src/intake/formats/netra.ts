import { tidyCell, tidyCode } from '../files/cells.js';
import type { ActField, Cells, Column, JsonFormat, TableFormat } from './format.js';
import { readPostLink } from './post-link.js';
import { isRounded } from './rounded-number.js';

const NEEDED: readonly ActField[] = ['id', 'kind', 'publishedAt', 'platform', 'handle'];
const same = (to: ActField, isNeeded: boolean): Column => ({ from: to, to, isNeeded });

/** A line is judged field by field where it is checked, so that each fault is named with its line. */
export const netraJson: JsonFormat = {
  kind: 'json',
  status: 'verified',
  isOwn: true,
  keys: undefined,
  columns: [...NEEDED.map((field) => same(field, true)), same('text', false), same('url', false)],
  recognise: (line) => NEEDED.filter((field) => Object.hasOwn(line, field)).length > 1,
  toAct: (line) => ({ act: line }),
};

const TARGETS: readonly ActField[] = ['targetHandle', 'targetText', 'targetUrl'];

export const netraTable: TableFormat = {
  kind: 'table',
  status: 'verified',
  isOwn: true,
  marks: ['kind', 'publishedAt', 'platform', 'handle'],
  foreign: [],
  leftAlone: [],
  columns: [
    ...['id', 'kind', 'text', 'publishedAt', 'platform', 'handle'].map((field) => same(field as ActField, true)),
    ...[...TARGETS, 'url' as const].map((field) => same(field, false)),
  ],
  toAct(cells) {
    const act = fromCells(cells);
    if (act.id === undefined || !isRounded(act.id)) return { act };
    // The link of a post holds its number whole; that of a like is of somebody else's post.
    const id = act.kind === 'post' ? readPostLink(act.url, act.platform)?.id : undefined;
    return id === undefined ? { fault: 'roundedId' } : { act: { ...act, id } };
  },
};

/**
 * An empty cell is an absent value, but for the text: a like has none. A formula stays the text that it is, and texts
 * stay as they were written.
 */
function fromCells(cells: Cells) {
  const cell = (name: string): string | undefined => tidyCell(cells[name] ?? '') || undefined;
  const code = (name: string): string | undefined => tidyCode(cells[name] ?? '') || undefined;
  // A spreadsheet makes the first letter of a cell a capital.
  const word = (name: string): string | undefined => code(name)?.toLowerCase();
  const platform = word('platform');
  const targetHandle = code('targetHandle');
  const account = targetHandle === undefined ? undefined : { platform, handle: targetHandle };
  const target = { account, text: cells.targetText || undefined, url: cell('targetUrl') };
  const hasTarget = Object.values(target).some((part) => part !== undefined);
  return {
    id: cell('id'),
    kind: word('kind'),
    text: cells.text ?? '',
    publishedAt: code('publishedAt'),
    platform,
    handle: code('handle'),
    url: cell('url'),
    target: hasTarget ? target : undefined,
  };
}
