/**
 * One spelling for one value: keys in code-unit order, no spaces, `undefined` fields left out, a newline at the end.
 * Takes what JSON can hold; throws `TypeError` for numbers that it cannot.
 */
export function canonicalJson(value: unknown): Buffer {
  return Buffer.from(`${spell(value)}\n`, 'utf8');
}

function spell(value: unknown): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('Angka tak hingga tidak dapat ditulis sebagai JSON');
    return JSON.stringify(value);
  }
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map((item) => spell(item ?? null)).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`Nilai ${typeof value} tidak dapat ditulis sebagai JSON`);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${spell(field)}`).join(',')}}`;
}
