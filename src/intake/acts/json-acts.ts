import type { Clock } from '../../domain/clock.js';
import type { ImportLine } from '../../domain/import-line.js';
import { ACT_FILE_NOTES } from '../../words/intake/acts.js';
import { sayAdvice } from '../../words/say.js';
import type { TextLine } from '../files/line-splitter.js';
import { readLines } from '../files/read-lines.js';
import { adviseLine } from '../files/row-fault.js';
import type { JsonFormat } from '../formats/format.js';
import { parseJsonLine } from '../formats/json-line.js';
import { isObject } from '../formats/values.js';
import { actFault } from './act-fault.js';
import { takeRow } from './take-row.js';
import { toImportLine, unread, unreadable } from './to-import-line.js';

/** What a platform answers for one post takes some ten thousand letters; a line of ours may hold a text of 10 MB. */
const MOST_LETTERS = 512 * 1024;

/** The acts of a file with one object a line. */
export async function* readJsonActs(
  bytes: AsyncIterable<Uint8Array>,
  format: JsonFormat,
  clock: Clock,
): AsyncGenerator<ImportLine> {
  for await (const lines of readLines(bytes)) {
    for (const line of lines) {
      if ('fault' in line) yield unread(line.line, adviseLine(line.fault), line.fault === 'tooLong');
      else if (line.text.trim() !== '') yield readLine(line, format, clock());
    }
  }
}

function readLine(
  { line, text, isLast }: Extract<TextLine, { text: string }>,
  format: JsonFormat,
  now: Date,
): ImportLine {
  const { isOwn } = format;
  if (!isOwn && text.length > MOST_LETTERS)
    return unread(line, sayAdvice(ACT_FILE_NOTES.itemTooLong, 'id', { limit: MOST_LETTERS }), true);
  let value: unknown;
  try {
    value = isOwn ? JSON.parse(text) : parseJsonLine(text);
  } catch {
    return unreadable(line, actFault(isLast ? 'cutOff' : 'notJson'));
  }
  if (isOwn || !isObject(value)) return toImportLine({ line, now }, value);
  return takeRow({ line, now }, format, format.toAct(value));
}
