import { z } from 'zod';
import { may } from '../../domain/abilities.js';
import { addDays } from '../../domain/days.js';
import type { DecidedFilter } from '../../domain/decided.js';
import { instantOf, NATION, timeZoneOf } from '../../domain/region.js';
import type { User } from '../../domain/user.js';
import { SETTLING_VERDICTS } from '../../domain/verdict.js';
import { narrowReach, type OfficesInReach, officesInReach } from '../access/scope.js';
import { viewerOf } from '../access/session.js';
import { type ConsoleApp, type ConsoleContext, recordAudit } from '../context.js';
import type { ConsoleDeps } from '../deps.js';
import { aboutDetails, narrowAbout, viewAbout } from '../views/about-view.js';
import { type DecisionList, decisionListSchema } from '../views/decision-schemas.js';
import { viewDecisions, viewPeople } from '../views/decision-view.js';
import { daySchema, idSchema } from '../views/schemas.js';
import { aboutSchema } from '../views/search-schemas.js';
import { pageSchema, UP_TO } from './queue-routes.js';

export const decisionQuerySchema = pageSchema.extend({
  verdict: z.enum(SETTLING_VERDICTS).optional(),
  person: idSchema.optional(),
  /** The one day, or the first of those up to `until`. */
  day: daySchema.optional(),
  until: daySchema.optional(),
  office: idSchema.optional(),
  rule: idSchema.optional(),
  ...aboutSchema.shape,
});
type Query = z.infer<typeof decisionQuerySchema>;

/** Everything decided in the own offices, but what the caller may still come to decide blind. */
export function addDecisionRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const { deps } = context;
  const schema = { querystring: decisionQuerySchema, response: { 200: decisionListSchema } };
  app.get('/api/decisions', { schema }, async (request): Promise<DecisionList> => {
    const { user } = viewerOf(request);
    const { cursor, limit } = request.query;
    const details = { order: 'newest', ...aboutDetails(request.query) };
    await recordAudit(context, request, { action: 'queue_viewed', subject: user.id, details });
    const { reach, offices, allOffices } = await officesInReach(deps, user);
    const filter = await toFilter(deps, { user, reach, offices }, request.query);
    const [page, counts, contrary, hidden, users, about] = await Promise.all([
      deps.flags.listDecided(filter, { limit, cursor }),
      deps.flags.countDecided(filter, UP_TO),
      deps.flags.countContrary(filter),
      may(user, 'decide') ? deps.flags.countFlagQueue({ officeCodes: reach, awaitsSecondBy: user.id }, UP_TO) : null,
      may(user, 'decide') ? deps.users.listUsers() : [],
      viewAbout(deps, { user, reach }, request.query),
    ]);
    return {
      items: await viewDecisions(deps, page.decided, { user, offices: allOffices }),
      nextCursor: page.nextCursor ?? null,
      counts: SETTLING_VERDICTS.map((verdict) => ({ verdict, count: counts[verdict] ?? 0 })),
      contrary,
      hidden,
      offices: offices.map(({ code, name, parentCode }) => ({ code, name, parentCode: parentCode ?? null })),
      people: viewPeople(users, { offices: allOffices, reach }),
      about,
    };
  });
}

/** Never beyond the own reach. A day is one of the office asked for, or of the own offices. */
export async function toFilter(
  deps: ConsoleDeps,
  { user, reach, offices }: { user: User } & Pick<OfficesInReach, 'reach' | 'offices'>,
  { verdict, person, day, until, office, rule, ...about }: Omit<Query, 'cursor' | 'limit'>,
): Promise<DecidedFilter> {
  const place = offices.find(({ code }) => code === office) ?? offices[0];
  const zone = timeZoneOf(place?.region ?? NATION);
  const last = until ?? day;
  return {
    officeCodes: await narrowReach(deps, reach, office),
    verdict,
    rule,
    ...narrowAbout(deps, user, about),
    // Names are for those who may open the flag; to others nobody's decisions are told apart.
    decidedBy: may(user, 'decide') ? person : undefined,
    from: day === undefined ? undefined : instantOf(day, 0, zone),
    to: last === undefined ? undefined : instantOf(addDays(last, 1), 0, zone),
    // By the role alone, as in `reviewsFor`: a token that was given less shows no more.
    visibleTo: may({ role: user.role }, 'decide') ? user.id : undefined,
  };
}
