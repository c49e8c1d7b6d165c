import type { Rate } from '../domain/interval.js';

/** Columns as wide as their widest cell, two spaces apart; the first row is the heading. */
export function textTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd()).join('\n');
}

/** `80 % (70–88 %, 60 akun)`; nothing decided is said as such. */
export function rateText({ rate, low, high, cases }: Rate, unit: string): string {
  if (cases === 0) return 'belum ada putusan';
  const percent = (share: number) => Math.round(share * 100);
  return `${percent(rate)} % (${percent(low)}–${percent(high)} %, ${cases} ${unit})`;
}
