import { z } from 'zod';
import { dayIn, isNamedBy } from '../../domain/search.js';
import { officesInReach } from '../access/scope.js';
import { viewerOf } from '../access/session.js';
import { type ConsoleApp, type ConsoleContext, recordAudit } from '../context.js';
import { viewPeople } from '../views/decision-view.js';
import { type SearchAnswer, searchSchema } from '../views/search-schemas.js';
import { liveRules } from './queue-routes.js';

/** Of each kind. */
const LIMIT = 6;
const querySchema = z.object({ q: z.string().trim().min(1).max(200) });

/** What a few typed words may mean within the own offices: one field for all of it. That somebody looked is in the log, not for what. */
export function addSearchRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const { deps } = context;
  const schema = { querystring: querySchema, response: { 200: searchSchema } };
  app.get('/api/search', { schema }, async (request): Promise<SearchAnswer> => {
    const { user } = viewerOf(request);
    const { q } = request.query;
    const { reach, offices, allOffices } = await officesInReach(deps, user);
    const officeCodes = offices.map(({ code }) => code);
    const [people, users] = await Promise.all([
      deps.accounts.findPeople(q, { officeCodes, limit: LIMIT }),
      deps.users.listUsers(),
    ]);
    await recordAudit(context, request, { action: 'searched', subject: user.id, details: { count: people.length } });
    const names = new Map(offices.map(({ code, name }) => [code, name]));
    const few = <T>(all: readonly T[], nameOf: (one: T) => string) =>
      all.filter((one) => isNamedBy(nameOf(one), q)).slice(0, LIMIT);
    return {
      people: people.map(({ id, name, nipMasked, handle, platform, officeCode }) => ({
        id,
        name,
        nipMasked,
        handle,
        platform,
        office: names.get(officeCode) ?? officeCode,
      })),
      offices: few(offices, ({ name }) => name).map(({ code, name }) => ({ code, name })),
      rules: few(liveRules(deps), ({ title }) => title),
      tickets: few(deps.tickets(), ({ label }) => label).map(({ id, label }) => ({ id, label })),
      reviewers: few(viewPeople(users, { offices: allOffices, reach }), ({ name }) => name),
      day: dayIn(q) ?? null,
    };
  });
}
