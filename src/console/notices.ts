import type { Notice } from '../domain/notice.js';

/** What people are told; each reads their own. */
export interface ConsoleNotices {
  /** Newest first. */
  listNotices(
    userId: string,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<{ notices: Notice[]; nextCursor?: string }>;
  countUnread(userId: string, limit: number): Promise<number>;
  markRead(userId: string, which: { readonly until: Date } | { readonly flagId: string }): Promise<void>;
}
