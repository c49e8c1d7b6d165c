import { z } from 'zod';
import { ACTIVITY_KINDS } from '../../domain/platform.js';

const selector = z.string().min(1).max(300);
/** Where in an item a value stands: an attribute, or without one the visible text. No `select`: the item itself. */
const place = z.strictObject({ select: selector.optional(), attribute: z.string().min(1).max(60).optional() });

const kind = z.union([
  z.enum(ACTIVITY_KINDS),
  z.strictObject({
    ...place.shape,
    /** What the page writes -> kind of act. */
    values: z.record(z.string().min(1).max(60), z.enum(ACTIVITY_KINDS)),
  }),
]);

/**
 * How to read one kind of public page, as analysts write it in `rules/recipes/<id>.yaml`. Selectors are CSS, run by
 * the browser; a recipe holds no code and no regular expression.
 */
export const recipeSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  title: z.string().min(1).max(200),
  /** Whole address; `*` stands for any run of characters but `/`, `**` for any at all. */
  url: z.string().min(1).max(500),
  /** What the page shows at all; the other signals are not offered. */
  signals: z.array(z.enum(['posts', 'shares', 'comments'])).min(1),
  item: selector,
  fields: z.strictObject({
    /** Permalink. Without one an item is known by its time and text. */
    url: place.optional(),
    text: place,
    time: z.strictObject({
      ...place.shape,
      format: z.enum(['iso', 'unix', 'tanggal']),
      /** For `tanggal`, which names no zone of its own. */
      zone: z.enum(['WIB', 'WITA', 'WIT']).default('WIB'),
    }),
    target_text: place.optional(),
    target_url: place.optional(),
  }),
  kind,
  /** What is said of its pictures. */
  media: place.optional(),
  /** Where its pictures lie: addresses, whose writing is read. */
  pictures: place.optional(),
  /** Says that the page has nothing on it, so that an empty list is not taken for a changed page. */
  empty: selector,
  /** Any of these on the page: it wants a log-in. */
  wall: z.array(selector).default([]),
  /** Addresses that a page sends us to when it wants a log-in; as in `url`. */
  login_urls: z.array(z.string().min(1).max(500)).default([]),
});
export type Recipe = z.output<typeof recipeSchema>;
