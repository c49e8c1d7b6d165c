import { z } from 'zod';
import type { User } from '../../domain/user.js';
import { viewerOf } from '../access/session.js';
import { type ConsoleApp, type ConsoleContext, recordAudit } from '../context.js';
import {
  MAX_COUNTED,
  type NoticeList,
  type NoticeMail,
  noticeListSchema,
  noticeMailSchema,
  readSchema,
} from '../views/notice-schemas.js';
import { pageSchema } from './queue-routes.js';

/** What the caller is told: their own alone. */
export function addNoticeRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const { deps, clock } = context;
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
  addMailRoutes(app, context);
}

/** One mail a day that counts them; its person alone says whether. */
function addMailRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const { users } = context.deps;
  const response = { 200: noticeMailSchema };
  const view = async ({ id, mail }: User): Promise<NoticeMail> => {
    return { isWanted: await users.wantsNoticeMail(id), mail: mail ?? null };
  };
  app.get('/api/me/notice-mail', { schema: { response } }, (request) => view(viewerOf(request).user));

  const body = z.object({ isWanted: z.boolean() });
  app.post('/api/me/notice-mail', { schema: { body, response } }, async (request) => {
    const { user } = viewerOf(request);
    const { isWanted } = request.body;
    const details = { change: isWanted ? 'notice_mail_on' : 'notice_mail_off', own: true };
    await recordAudit(context, request, { action: 'user_changed', subject: user.id, details });
    await users.setNoticeMail(user.id, isWanted);
    return view(user);
  });
}
