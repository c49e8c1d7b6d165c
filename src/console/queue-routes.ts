import { z } from 'zod';
import { type Flag, OVERDUE_AFTER_MS } from '../domain/flag.js';
import { ACTIVITY_KINDS } from '../domain/platform.js';
import { localDay, NATION, timeZoneOf, zoneLabel } from '../domain/region.js';
import type { User } from '../domain/user.js';
import { type ConsoleApp, type ConsoleContext, recordAudit } from './context.js';
import type { ConsoleDeps, QueueFilter } from './deps.js';
import { namesOf, viewClaim, waitingSince } from './flag-view.js';
import { idSchema, type Queue, type QueueItem, queueSchema } from './schemas.js';
import { narrowReach, reachOf } from './scope.js';
import { viewerOf } from './session.js';

/** What may narrow the queue, on the list and on "next". */
export const filterSchema = z.object({
  office: idSchema.optional(),
  kind: z.enum(ACTIVITY_KINDS).optional(),
  rule: idSchema.optional(),
});

const querySchema = filterSchema.extend({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export function addQueueRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const schema = { querystring: querySchema, response: { 200: queueSchema } };
  app.get('/api/flags', { schema }, async (request): Promise<Queue> => {
    const { deps, clock } = context;
    const { cursor, limit } = request.query;
    const { user } = viewerOf(request);
    const filter = await toFilter(deps, user, request.query);
    await recordAudit(context, request, { action: 'queue_viewed', subject: user.id });
    const [page, frame] = await Promise.all([
      deps.flags.listQueue(filter, { limit, ...(cursor === undefined ? {} : { cursor }) }),
      viewFrame(context, user),
    ]);
    const viewer = { user, now: clock() };
    const now = viewer.now.toISOString();
    return { now, items: await viewItems(deps, page.flags, viewer), nextCursor: page.nextCursor ?? null, ...frame };
  });
}

export async function toFilter(
  deps: ConsoleDeps,
  user: User,
  wanted: z.infer<typeof filterSchema>,
): Promise<QueueFilter> {
  const officeCodes = await narrowReach(deps, await reachOf(deps, user), wanted.office);
  return {
    state: 'open',
    ...(officeCodes === undefined ? {} : { officeCodes }),
    ...(wanted.kind === undefined ? {} : { kind: wanted.kind }),
    ...(wanted.rule === undefined ? {} : { rule: wanted.rule }),
  };
}

/** Counts and today's coverage stand beside the list, so that an empty one is never read as "all clear". */
async function viewFrame(
  { deps, clock }: ConsoleContext,
  user: User,
): Promise<Omit<Queue, 'now' | 'items' | 'nextCursor'>> {
  const [reach, allOffices] = await Promise.all([reachOf(deps, user), deps.offices.list()]);
  const offices = allOffices.filter((o) => reach === undefined || reach.includes(o.code));
  const day = localDay(clock(), timeZoneOf(offices[0]?.region ?? NATION));
  const [counts, coverage] = await Promise.all([
    deps.flags.countByState(reach),
    deps.coverage.summarise({ day, ...(reach === undefined ? {} : { officeCodes: reach }) }),
  ]);
  return {
    counts,
    offices: offices.map(({ code, name, parentCode }) => ({ code, name, parentCode: parentCode ?? null })),
    coverage: { ...coverage, reasons: { ...coverage.reasons } as Record<string, number>, day },
  };
}

async function viewItems(
  deps: ConsoleDeps,
  flags: readonly Flag[],
  viewer: { user: User; now: Date },
): Promise<QueueItem[]> {
  const [offices, nameOf] = await Promise.all([deps.offices.list(), namesOf(deps, ...flags)]);
  const officeNames = new Map(offices.map((o) => [o.code, o.name]));
  const screener = deps.screener();
  return flags.map((flag) => {
    const zone = timeZoneOf(flag.region);
    const titles = new Map(flag.matches.map((m) => [m.rule, screener.describe(m, flag.stage).title]));
    return {
      id: flag.id,
      kind: flag.kind,
      platform: flag.platform,
      stage: flag.stage,
      office: { code: flag.officeCode, name: officeNames.get(flag.officeCode) ?? flag.officeCode },
      rules: [...titles].map(([id, title]) => ({ id, title })),
      actedAt: flag.actedAt.toISOString(),
      waitingSince: waitingSince(flag).toISOString(),
      isOverdue: viewer.now.getTime() - waitingSince(flag).getTime() > OVERDUE_AFTER_MS,
      zone: { name: zone, label: zoneLabel(zone) },
      claim: viewClaim(flag, viewer, nameOf),
      reviewCount: flag.reviews.length,
      clearedCount: flag.cleared.length,
    };
  });
}
