import { z } from 'zod';
import { PROOF_STATES } from '../../domain/account.js';
import { PLATFORMS } from '../../domain/platform.js';
import { localDay, NATION, timeZoneOf } from '../../domain/region.js';
import { GAP_ACTORS, REGISTRY_GAPS, type RegistryFilter, withGap } from '../../domain/registry-gap.js';
import { isNamedBy } from '../../domain/search.js';
import type { User } from '../../domain/user.js';
import { Refusal } from '../access/refusal.js';
import { narrowReach, officesInReach } from '../access/scope.js';
import { viewerOf } from '../access/session.js';
import { type ConsoleApp, type ConsoleContext, recordAudit } from '../context.js';
import {
  type RegisteredAccount,
  type Registry,
  registeredAccountSchema,
  registrySchema,
} from '../views/registry-schemas.js';
import { viewRegistered, viewSignals } from '../views/registry-view.js';
import { idSchema } from '../views/schemas.js';

const querySchema = z.object({
  q: z.string().trim().min(1).max(100).optional(),
  office: idSchema.optional(),
  platform: z.enum(PLATFORMS).optional(),
  proof: z.enum(PROOF_STATES).optional(),
  gap: z.enum(REGISTRY_GAPS).optional(),
  cursor: idSchema.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
type Asked = z.infer<typeof querySchema>;

/** Who is registered and what each lacks to be seen; nothing of what anybody did. Changed by an import alone. */
export function addRegistryRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const { deps, clock } = context;
  const { accounts, wayOf } = deps;
  const schema = { querystring: querySchema, response: { 200: registrySchema } };
  app.get('/api/registry', { schema }, async (request): Promise<Registry> => {
    const { user } = viewerOf(request);
    const { q, cursor, limit, ...chosen } = request.query;
    const { inOffice, filter, offices, gapsAt } = await filtersFor(context, user, request.query);
    // That somebody looked for a person, and not for whom.
    await recordAudit(context, request, {
      action: 'registry_viewed',
      subject: user.id,
      details: { ...chosen, words: q !== undefined || undefined },
    });
    const [page, fitting, total, ...gaps] = await Promise.all([
      accounts.listRegistered(filter, { limit, after: cursor }),
      accounts.countRegistered(filter),
      accounts.countRegistered(inOffice),
      ...REGISTRY_GAPS.map((gap) => accounts.countRegistered(withGap(inOffice, gap, gapsAt))),
    ]);
    const seen = { offices, now: clock(), wayOf };
    return {
      items: page.accounts.map((account) => viewRegistered(account, seen)),
      nextCursor: page.next ?? null,
      fitting,
      total,
      gaps: REGISTRY_GAPS.map((gap, i) => ({ gap, actor: GAP_ACTORS[gap], accounts: gaps[i] ?? 0 })),
      offices: offices.map(({ code, name }) => ({ code, name })),
    };
  });
  addRegisteredRoute(app, context);
}

async function filtersFor({ deps, clock }: ConsoleContext, user: User, { q, office, platform, proof, gap }: Asked) {
  const { reach, offices } = await officesInReach(deps, user);
  const inOffice: RegistryFilter = { officeCodes: await narrowReach(deps, reach, office) };
  const anyOf = q === undefined ? [] : offices.filter(({ name }) => isNamedBy(name, q)).map(({ code }) => code);
  const chosen: RegistryFilter = {
    ...inOffice,
    platforms: platform && [platform],
    proofs: proof && [proof],
    query: q === undefined ? undefined : { text: q, anyOf },
  };
  // One day for all: where an office's own has begun already, its last hours count for the day before.
  const day = localDay(clock(), timeZoneOf(offices[0]?.region ?? NATION));
  const gapsAt = { day, wayOf: deps.wayOf };
  return { inOffice, filter: gap === undefined ? chosen : withGap(chosen, gap, gapsAt), offices, gapsAt };
}

/** Outside of the own offices it does not exist. */
function addRegisteredRoute(app: ConsoleApp, context: ConsoleContext): void {
  const { deps, clock } = context;
  const schema = { params: z.object({ id: idSchema }), response: { 200: registeredAccountSchema } };
  app.get('/api/registry/:id', { schema }, async (request): Promise<RegisteredAccount> => {
    const { user } = viewerOf(request);
    const [{ reach, allOffices }, account] = await Promise.all([
      officesInReach(deps, user),
      deps.accounts.findAccount(request.params.id),
    ]);
    const isSeen = (code: string) => reach === undefined || reach.includes(code);
    if (!account || !isSeen(account.officeCode)) throw new Refusal('not_found');
    await recordAudit(context, request, { action: 'account_viewed', subject: account.id });
    const day = localDay(clock(), timeZoneOf(account.region));
    const [lines, others] = await Promise.all([
      deps.coverage.listCoverageOf(account.id, day),
      deps.accounts.listOthersOfHolder(account.id),
    ]);
    return {
      ...viewRegistered(account, { offices: allOffices, now: clock(), wayOf: deps.wayOf }),
      formerHandles: [...account.formerHandles],
      isFollowed: account.externalId !== undefined,
      others: others
        .filter(({ officeCode }) => isSeen(officeCode))
        .map(({ id, platform, handle, proof }) => ({ id, platform, handle, proof })),
      day,
      signals: viewSignals(account, lines, deps.wayOf),
    };
  });
}
