import type { Recognition } from '../../intake/formats/recognise.js';
import type { ImportReport } from '../../steps/import-activities.js';
import { IMPORTED } from '../../words/cli/files.js';
import { HIDDEN_TERMS, SKIP_TERMS } from '../../words/coverage-terms.js';
import { RECOGNISED } from '../../words/intake/formats.js';
import { sayIn } from '../../words/say.js';
import { termOf } from '../../words/terms.js';

const say = sayIn('id');
/** Acts are passed over for what is wrong with them, and for why their account is not watched. */
const REASONS = { ...HIDDEN_TERMS, ...SKIP_TERMS };

/** What the file was taken for, what each column became, what is in, and what was left out and why. */
export function toText(report: ImportReport, recognition: Recognition, { isDryRun }: { isDryRun: boolean }): string {
  const { lines, newActivities, knownActivities, cut, skipped, faults } = report;
  return `${[
    ...(isDryRun ? [say(RECOGNISED.dryRun)] : []),
    ...ofRecognition(recognition),
    say(IMPORTED.head, { lines, added: newActivities, known: knownActivities, cut }),
    ...Object.entries(skipped).map(([reason, count]) =>
      say(IMPORTED.skipped, { reason: termOf(REASONS, reason, 'id'), count }),
    ),
    ...faults.map(({ line, error, hint }) => say(IMPORTED.fault, { line, problem: error, hint })),
    ...(newActivities > 0 && !isDryRun ? [say(IMPORTED.where)] : []),
  ].join('\n')}\n`;
}

function ofRecognition({ name, title, columns, leftAlone, drift, wasTold, isFallback, format }: Recognition): string[] {
  if (isFallback) return [];
  const listed = (names: readonly string[]) => ({ columns: names.join(', ') });
  const head = say(wasTold ? RECOGNISED.told : RECOGNISED.head, { title, name });
  // Of our own formats no more needs to be said: a column is called what it is.
  if (name === 'ndjson' || name === 'csv') return [head];
  return [
    head,
    ...(format.status === 'unverified' ? [say(RECOGNISED.unverified)] : []),
    ...columns.map(({ from, to }) => say(RECOGNISED.column, { from, to })),
    ...(leftAlone.length > 0 ? [say(RECOGNISED.leftAlone, listed(leftAlone))] : []),
    ...(drift.missing.length > 0 ? [say(RECOGNISED.missing, listed(drift.missing))] : []),
    ...(drift.unknown.length > 0 ? [say(RECOGNISED.unknown, listed(drift.unknown))] : []),
  ];
}
