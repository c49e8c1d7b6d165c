/**
 * Every collection: a field the schema does not know is an error, in writes and in filters, and nothing is made
 * behind our back. Indexes live in `migrations/` only.
 */
export const SCHEMA_OPTIONS = {
  strict: 'throw',
  strictQuery: 'throw',
  versionKey: false,
  minimize: false,
  id: false,
  autoIndex: false,
  autoCreate: false,
} as const;

export const PART_OPTIONS = { _id: false, strict: 'throw', versionKey: false, minimize: false, id: false } as const;
