import { z } from 'zod';
import { isReadable } from '../../domain/readable.js';
import { MAX_VIEW_NAME, MAX_VIEW_SEARCH, type SavedView, VIEW_PAGES } from '../../domain/saved-view.js';
import { idSchema, officeSchema } from './schemas.js';

const viewSchema = z.object({
  id: z.string(),
  page: z.enum(VIEW_PAGES),
  name: z.string(),
  /** As in the address bar, without `?`. */
  search: z.string(),
  /** `null`: one's own. */
  office: z.string().nullable(),
  mayRemove: z.boolean(),
});

export const viewListSchema = z.object({
  views: z.array(viewSchema),
  /** For which the caller may keep some; those of all others are one's own. */
  offices: z.array(officeSchema),
});

export const viewBodySchema = z.object({
  page: z.enum(VIEW_PAGES),
  name: z.string().trim().min(1).max(MAX_VIEW_NAME).refine(isReadable),
  search: z.string().max(MAX_VIEW_SEARCH),
  office: idSchema.nullable(),
});

export type View = z.infer<typeof viewSchema>;
export type ViewList = z.infer<typeof viewListSchema>;
export type ViewBody = z.infer<typeof viewBodySchema>;

export function viewSaved(view: SavedView, mayRemove: boolean): View {
  const { id, page, name, search, officeCode } = view;
  return { id, page, name, search, office: officeCode ?? null, mayRemove };
}
