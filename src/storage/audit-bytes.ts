import { createHash } from 'node:crypto';
import { mongo } from 'mongoose';

/** A stored document as bytes, whatever it holds: equal for equal ones. */
export function bytesOf(document: object): Uint8Array {
  try {
    return mongo.BSON.serialize(document);
  } catch {
    // A key `_bsontype` may be stored, and cannot be written: the driver would take the value for one of its own.
    return Buffer.from(JSON.stringify(document), 'utf8');
  }
}

export function digestOf(document: object): string {
  return createHash('sha256').update(bytesOf(document)).digest('hex');
}

/** The place a document stands at, also where somebody wrote its number in another kind; `undefined`: at none. */
export function placeOf(id: unknown): number | undefined {
  const isOther = id instanceof mongo.Decimal128 || id instanceof mongo.Long;
  const place = isOther ? Number(id.toString()) : id;
  return typeof place === 'number' && Number.isFinite(place) ? place : undefined;
}

/** Ids, states and seals of ours are shorter. */
const MAX_TEXT = 200;

/** The text itself where it is one of ours; else one that says which value it is. */
export function textOf(value: unknown, max = MAX_TEXT): string {
  const isPlain = typeof value === 'string' && value !== '' && value.length <= max && !value.startsWith('#');
  return isPlain ? value : oddText(value);
}

export function oddText(value: unknown): string {
  return `#${digestOf({ value })}`;
}
