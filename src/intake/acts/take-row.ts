import type { ImportLine } from '../../domain/import-line.js';
import type { Taken } from '../formats/format.js';
import { actFault } from './act-fault.js';
import { type RowPlace, toImportLine, unread, unreadable } from './to-import-line.js';

/** What a format made of a row, checked: whatever its reader let through is judged here as any other act. */
export function takeRow(place: RowPlace, taken: Taken): ImportLine {
  const { line } = place;
  if ('skip' in taken) return { line, reason: taken.skip };
  if ('fault' in taken) return unreadable(line, actFault(taken.fault));
  if ('said' in taken) return unread(line, taken.said, false);
  const read = toImportLine(place, taken.act);
  return 'activity' in read && !taken.isOwn ? { ...read, isNamed: true } : read;
}
