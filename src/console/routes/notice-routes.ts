import { z } from 'zod';
import { viewerOf } from '../access/session.js';
import type { ConsoleApp, ConsoleContext } from '../context.js';
import { MAX_COUNTED, type NoticeList, noticeListSchema, readSchema } from '../views/notice-schemas.js';
import { pageSchema } from './queue-routes.js';

/** What the caller is told: their own alone. */
export function addNoticeRoutes(app: ConsoleApp, { deps, clock }: ConsoleContext): void {
  const schema = { querystring: pageSchema, response: { 200: noticeListSchema } };
  app.get('/api/notices', { schema }, async (request): Promise<NoticeList> => {
    const { user } = viewerOf(request);
    const { limit, cursor } = request.query;
    const [{ notices, nextCursor }, unread] = await Promise.all([
      deps.notices.listNotices(user.id, { limit, cursor }),
      deps.notices.countUnread(user.id, MAX_COUNTED),
    ]);
    return {
      now: clock().toISOString(),
      items: notices.map(({ id, kind, flagId, at, isRead }) => ({ id, kind, flagId, at: at.toISOString(), isRead })),
      nextCursor: nextCursor ?? null,
      unread,
    };
  });

  const read = { body: readSchema, response: { 204: z.null() } };
  app.post('/api/notices/read', { schema: read }, async (request, reply) => {
    const { body } = request;
    const which = 'flagId' in body ? body : { until: new Date(body.until) };
    await deps.notices.markRead(viewerOf(request).user.id, which);
    return reply.code(204).send(null);
  });
}
