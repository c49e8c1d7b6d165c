import { z } from 'zod';
import { IMPORT_FORMATS } from '../../domain/import-format.js';
import { ACTIVITY_KINDS, PLATFORMS } from '../../domain/platform.js';
import { MAPPING_FAULTS } from '../../words/intake/formats.js';
import { type Advice, sayError } from '../../words/say.js';
import { neededOf } from './format.js';
import { columnsOf, mappedTable } from './mapped-table.js';
import type { Mapping } from './mapping.js';
import type { NamedFormat } from './recognise.js';

/** The title of a column, as it stands in the file. */
const title = z.string().trim().min(1).max(200);
/** Words of a column and what each means; capitals make no difference. */
const told = <T extends z.ZodType<string>>(meaning: T) =>
  z.union([
    meaning,
    z.strictObject({
      column: title,
      values: z
        .record(z.string().min(1).max(60), meaning)
        .transform((values) =>
          Object.fromEntries(Object.entries(values).map(([word, to]) => [word.toLowerCase(), to])),
        ),
    }),
  ]);
const fault = (advice: Advice) => sayError(advice, 'id').join('\n');

/** How a table of an office is read, as an officer writes it in `rules/recipes/imports/<id>.yaml`. It holds no code. */
export const mappingSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .refine((id) => !(IMPORT_FORMATS as readonly string[]).includes(id), { error: fault(MAPPING_FAULTS.takenId) }),
  title: z.string().min(1).max(200),
  platform: told(z.enum(PLATFORMS)),
  kind: told(z.enum(ACTIVITY_KINDS)),
  columns: z
    .strictObject({
      id: title.optional(),
      link: title.optional(),
      handle: title.optional(),
      author_id: title.optional(),
      text: title.optional(),
      time: title,
      target_handle: title.optional(),
      target_text: title.optional(),
      target_link: title.optional(),
    })
    .refine(({ id, link }) => id !== undefined || link !== undefined, { error: fault(MAPPING_FAULTS.noId) })
    .refine((named) => named.handle !== undefined || named.author_id !== undefined, {
      error: fault(MAPPING_FAULTS.noAuthor),
    }),
  time: z.discriminatedUnion('format', [
    z.strictObject({ format: z.enum(['unix', 'iso']) }),
    z.strictObject({ format: z.literal('local'), zone: z.enum(['WIB', 'WITA', 'WIT']) }),
  ]),
  /** Columns that are known and not needed, so that the report does not call them new. */
  left_alone: z.array(title).max(500).default([]),
});
export type MappingFile = z.output<typeof mappingSchema>;

/** Known by its columns: all that it needs must be there. */
export function formatOf({ title: name, left_alone, ...mapping }: MappingFile): NamedFormat {
  const marks = neededOf({ columns: columnsOf(mapping as Mapping) });
  const known = { status: 'verified', marks, foreign: [], leftAlone: left_alone } as const;
  return { name: mapping.id, title: name, format: mappedTable(mapping as Mapping, known) };
}
