import { z } from 'zod';
import { CLAIM_MS, type Flag, holderOf } from '../../domain/flag.js';
import { viewerOf } from '../access/session.js';
import type { ConsoleApp, ConsoleContext } from '../context.js';
import type { QueueFilter } from '../deps.js';
import { idSchema } from '../views/schemas.js';
import { type SimilarDeps, walkSimilar } from '../views/similar-order.js';
import { filterSchema, modelFor, toFilter } from './queue-routes.js';

interface Wanted {
  readonly filter: QueueFilter;
  readonly claim: { readonly by: string; readonly until: Date; readonly now: Date };
  /** The flag just left: it is not handed back. */
  readonly after?: string | undefined;
}

/** Takes the next free flag in the order the list is read in; at the beginning, what the caller holds. */
export function addNextRoute(app: ConsoleApp, context: ConsoleContext): void {
  const body = filterSchema.extend({ after: idSchema.optional() });
  const response = { 200: z.object({ id: z.string().nullable() }) };
  app.post('/api/flags/next', { schema: { body, response } }, async (request) => {
    const { user } = viewerOf(request);
    const { flags } = context.deps;
    const now = context.clock();
    const wanted: Wanted = {
      filter: await toFilter(context, user, request.body),
      claim: { by: user.id, until: new Date(now.getTime() + CLAIM_MS), now },
      after: request.body.after,
    };
    const model = await modelFor(context, request.body.order);
    const own = await takeOwn(context, wanted);
    if (own) return { id: own.id };
    const flag = model ? await takeSimilar({ flags, model }, context, wanted) : await takeOldest(context, wanted);
    if (!flag) return { id: null };
    return { id: flag.id };
  });
}

/** Whoever begins goes on with what they hold already, which no list of free flags would hand out. */
async function takeOwn({ deps }: ConsoleContext, { filter, claim, after }: Wanted): Promise<Flag | undefined> {
  if (after !== undefined) return undefined;
  for (const held of await deps.flags.listClaimed(filter, claim)) {
    const claimed = await deps.flags.claimFlag(held.id, claim);
    if (claimed) return claimed;
  }
  return undefined;
}

async function takeOldest({ deps }: ConsoleContext, { filter, claim, after }: Wanted): Promise<Flag | undefined> {
  const later = after === undefined ? undefined : await deps.flags.claimNextFlag(filter, { ...claim, after });
  // At the end of the queue the search begins anew, but the flag just left is not handed back.
  const flag = later ?? (await deps.flags.claimNextFlag(filter, claim));
  if (flag && flag.id === after) {
    await deps.flags.releaseFlag(flag.id, claim.by, claim.now);
    return undefined;
  }
  return flag;
}

async function takeSimilar(
  similar: SimilarDeps,
  { deps }: ConsoleContext,
  { filter, claim, after }: Wanted,
): Promise<Flag | undefined> {
  const left = after === undefined ? undefined : await deps.flags.findFlag(after);
  for (const from of left ? [left, undefined] : [undefined]) {
    for await (const flag of walkSimilar(similar, filter, from)) {
      if (flag.id === after || holderOf(flag, claim.now)) continue;
      const claimed = await deps.flags.claimFlag(flag.id, claim);
      // Of two who ask at once the other was faster: the one after it is as good.
      if (claimed) return claimed;
    }
  }
  return undefined;
}
