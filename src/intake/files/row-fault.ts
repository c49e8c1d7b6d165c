import { CSV_FAULTS } from '../../words/intake/csv.js';
import { sayAdvice } from '../../words/say.js';
import type { RowFault } from './csv-table.js';
import { type LineFault, MAX_LINE_BYTES } from './line-splitter.js';

/** Why a line or a row was not read, and what to do. */
export interface Advised {
  readonly message: string;
  readonly hint: string;
}

export function adviseLine(fault: LineFault): Advised {
  return fault === 'tooLong'
    ? sayAdvice(CSV_FAULTS.tooLong, 'id', { limit: MAX_LINE_BYTES / 1024 / 1024 })
    : sayAdvice(CSV_FAULTS[fault], 'id');
}

export function adviseRow(fault: RowFault, maxRecordLength: number): Advised {
  switch (fault.kind) {
    case 'cellCount':
    case 'cutOff':
      return sayAdvice(CSV_FAULTS[fault.kind], 'id', { found: fault.found, wanted: fault.wanted });
    case 'untitledCell':
      return sayAdvice(CSV_FAULTS.untitledCell, 'id', { column: fault.column });
    case 'recordTooLong':
      return sayAdvice(CSV_FAULTS.recordTooLong, 'id', { length: fault.length ?? 0, limit: maxRecordLength });
    case 'openQuote':
      return sayAdvice(CSV_FAULTS.openQuote, 'id');
    default:
      return adviseLine(fault.kind);
  }
}
