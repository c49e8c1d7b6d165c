import type { Flag } from '../../domain/flag.js';
import { timeZoneOf, zoneLabel } from '../../domain/region.js';
import { officesInReach } from '../access/scope.js';
import { viewerOf } from '../access/session.js';
import { type ConsoleApp, type ConsoleContext, recordAudit } from '../context.js';
import type { ConsoleDeps } from '../deps.js';
import { type Adjudication, type AdjudicationList, adjudicationListSchema } from '../views/adjudication-schemas.js';
import { ruleTitles } from '../views/flag-view.js';
import { pageSchema, UP_TO } from './queue-routes.js';

/** What two people decided against each other, for a supervisor who gave neither verdict. The oldest flag first. */
export function addAdjudicationRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const { deps, clock } = context;
  const schema = { querystring: pageSchema, response: { 200: adjudicationListSchema } };
  app.get('/api/adjudications', { schema }, async (request): Promise<AdjudicationList> => {
    const { user } = viewerOf(request);
    const details = { order: 'oldest', waiting: 'settling' };
    await recordAudit(context, request, { action: 'queue_viewed', subject: user.id, details });
    const { reach: officeCodes, allOffices } = await officesInReach(deps, user);
    const own = { officeCodes, awaitsSettlingBy: user.id };
    const [page, count, all] = await Promise.all([
      deps.flags.listFlagQueue(own, request.query),
      deps.flags.countFlagQueue(own, UP_TO),
      deps.flags.countFlagQueue({ officeCodes, state: 'contrary' }, UP_TO),
    ]);
    const names = new Map(allOffices.map(({ code, name }) => [code, name]));
    return {
      now: clock().toISOString(),
      items: await Promise.all(page.flags.map((flag) => viewLine(deps, flag, names))),
      nextCursor: page.nextCursor ?? null,
      count,
      ofOthers: all - count,
    };
  });
}

async function viewLine(deps: ConsoleDeps, flag: Flag, names: ReadonlyMap<string, string>): Promise<Adjudication> {
  const zone = timeZoneOf(flag.region);
  const titles = ruleTitles(await deps.sets.wordsOf(flag), flag);
  const { id, kind, platform, stage, officeCode } = flag;
  return {
    id,
    kind,
    platform,
    stage,
    office: { code: officeCode, name: names.get(officeCode) ?? officeCode },
    rules: [...titles].map(([rule, title]) => ({ id: rule, title })),
    since: flag.reviews.at(-1)!.at.toISOString(),
    zone: { name: zone, label: zoneLabel(zone) },
    isGiven: flag.pending !== undefined,
  };
}
