import type { ImportLine } from '../../domain/import-line.js';
import type { Format, Taken } from '../formats/format.js';
import { actFault } from './act-fault.js';
import { type RowPlace, toImportLine, unread, unreadable } from './to-import-line.js';

/** What a format made of a row, checked: whatever its reader let through is judged here as any other act. */
export function takeRow(
  { line, now }: Pick<RowPlace, 'line' | 'now'>,
  { isOwn, columns }: Pick<Format, 'isOwn' | 'columns'>,
  taken: Taken,
): ImportLine {
  if ('skip' in taken) return { line, reason: taken.skip };
  if ('fault' in taken) return unreadable(line, actFault(taken.fault));
  if ('said' in taken) return unread(line, taken.said, false);
  // In a format of our own a field and its column have one name, and its manual is another.
  const read = toImportLine({ line, now, columns: isOwn ? undefined : columns }, taken.act);
  return 'activity' in read && !isOwn ? { ...read, isNamed: true } : read;
}
