import { createHash } from 'node:crypto';
import { wellFormedText } from './well-formed.js';

/**
 * One spelling for one value: no spaces, `undefined` fields left out, keys in code-unit order, whole numbers first by
 * size as JavaScript itself lists them. Takes what JSON can hold, and dates; throws `TypeError` for anything else.
 *
 * Seals of packs and hashes of rule sets are made of these bytes: changing them breaks both.
 */
export function canonicalText(value: unknown): string {
  return JSON.stringify(inOrder(value ?? null));
}

/** As a file: with a line end. */
export function canonicalJson(value: unknown): Buffer {
  return Buffer.from(`${canonicalText(value)}\n`, 'utf8');
}

/** `sha256:…` of the text: equal on every machine for equal content. */
export function canonicalHash(value: unknown): string {
  return `sha256:${createHash('sha256').update(canonicalText(value)).digest('hex')}`;
}

function inOrder(value: unknown): unknown {
  if (typeof value === 'string') return wellFormedText(value);
  if (value === null || value === undefined || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object') throw new TypeError(`Nilai ${String(value)} tidak dapat ditulis sebagai JSON`);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([key, field]) => [key, inOrder(field)]));
}
