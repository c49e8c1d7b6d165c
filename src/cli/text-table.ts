import type { Rate } from '../domain/interval.js';
import { RATES } from '../words/cli/study.js';
import { say } from '../words/say.js';

/** Columns as wide as their widest cell, two spaces apart; the first row is the heading. */
export function textTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd()).join('\n');
}

/** `80 % (70–88 %, 60 akun)`; nothing decided is said as such. */
export function rateText({ rate, low, high, cases }: Rate, unit: string): string {
  if (cases === 0) return say(RATES.none, 'id');
  const percent = (share: number) => Math.round(share * 100);
  return say(RATES.rate, 'id', { rate: percent(rate), low: percent(low), high: percent(high), cases, unit });
}
