import { z } from 'zod';
import { NOTICE_KINDS } from '../../domain/notice.js';
import { count, idSchema, instant } from './schemas.js';

export const noticeListSchema = z.object({
  now: instant,
  /** Newest first. */
  items: z.array(
    z.object({ id: z.string(), kind: z.enum(NOTICE_KINDS), flagId: z.string(), at: instant, isRead: z.boolean() }),
  ),
  nextCursor: z.string().nullable(),
  /** Counted up to `MAX_COUNTED`. */
  unread: count,
});

/** `mail`: where to; `null`: the person has no address, which an admin sets. */
export const noticeMailSchema = z.object({ isWanted: z.boolean(), mail: z.string().nullable() });

/** Beyond this nobody counts. */
export const MAX_COUNTED = 100;

export const readSchema = z.union([z.object({ until: z.iso.datetime() }), z.object({ flagId: idSchema })]);

export type NoticeList = z.infer<typeof noticeListSchema>;
export type NoticeMail = z.infer<typeof noticeMailSchema>;
export type ReadBody = z.infer<typeof readSchema>;
