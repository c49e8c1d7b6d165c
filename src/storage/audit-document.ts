import { Schema } from 'mongoose';
import type { AuditEntry, AuditEvent } from '../domain/audit.js';
import { wellFormedText } from '../domain/well-formed.js';
import { SCHEMA_OPTIONS } from './schema-options.js';

/** `_id` is `seq`: the one index every collection has makes each place in the chain unique. */
type Placed = AuditEvent & { _id: number };
export type KeyedDocument = Placed & { previous: string; mac: string };
/** As links were written before the log had a key. */
type PlainDocument = Placed & { previousHash: string; hash: string };
export type AuditDocument = KeyedDocument | PlainDocument;

export const auditSchema = new Schema(
  {
    _id: Number,
    at: Date,
    actor: String,
    action: String,
    subject: String,
    details: Schema.Types.Mixed,
    previous: String,
    mac: String,
    of: String,
    previousHash: String,
    hash: String,
  },
  SCHEMA_OPTIONS,
);

/**
 * Whatever lies there: whether its values are of the right kinds is what the chain is checked for. A place that is no
 * plain number is `NaN`, and follows nothing.
 */
export function toEntry(document: AuditDocument): AuditEntry {
  const { _id, at, actor, action, subject, details, of } = document;
  const event = { seq: typeof _id === 'number' ? _id : Number.NaN, at, actor, action, subject, details, of };
  // Not to the leaves, which are scalars: bytes, that somebody may have put there, cannot be frozen.
  Object.freeze(details);
  return 'mac' in document
    ? Object.freeze({ ...event, previous: document.previous, mac: document.mac, isKeyed: true })
    : Object.freeze({ ...event, previous: document.previousHash, mac: document.hash, isKeyed: false });
}

const OWN_FIELDS: ReadonlySet<string> = new Set(Object.keys(auditSchema.paths));

/** Beside what is sealed nothing stands in an entry: it would be read as if it were the log's. */
export function hasForeignField(document: AuditDocument): boolean {
  const sealed = 'mac' in document ? (field: string) => !PLAIN_FIELDS.has(field) : () => true;
  return !Object.keys(document).every((field) => OWN_FIELDS.has(field) && sealed(field));
}

const PLAIN_FIELDS: ReadonlySet<string> = new Set(['previousHash', 'hash']);

/** Half a surrogate pair would come back from the database as another character, and break the seal. */
export function wellFormed(event: AuditEvent): AuditEvent {
  const { at, actor, action, subject, of } = event;
  const details = Object.entries(event.details)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => [wellFormedText(key), typeof value === 'string' ? wellFormedText(value) : value]);
  return {
    at,
    actor: wellFormedText(actor),
    action,
    subject: wellFormedText(subject),
    details: Object.fromEntries(details),
    of,
  };
}
