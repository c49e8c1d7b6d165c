import type { ImportLine } from '../../domain/import-line.js';
import type { Taken } from '../formats/format.js';
import { actFault } from './act-fault.js';
import { toImportLine, unreadable } from './to-import-line.js';

/** What a format made of a row, checked: whatever its reader let through is judged here as any other act. */
export function takeRow(line: number, taken: Taken, now: Date): ImportLine {
  if ('skip' in taken) return { line, reason: taken.skip };
  if ('fault' in taken) return unreadable(line, actFault(taken.fault));
  const read = toImportLine(line, taken.act, now);
  return 'activity' in read && !taken.isOwn ? { ...read, isNamed: true } : read;
}
