import { z } from 'zod';
import { may } from '../../domain/abilities.js';
import { CLAIM_MS, type Flag, holderOf } from '../../domain/flag.js';
import type { FlagFilter } from '../../domain/flag-filter.js';
import type { User } from '../../domain/user.js';
import type { TrainedModel } from '../../study/queue-model.js';
import { viewerOf } from '../access/session.js';
import type { ConsoleApp, ConsoleContext } from '../context.js';
import { calibrateNow, hold, listHeldCopies } from '../deciding/calibrate.js';
import type { ConsoleDeps } from '../deps.js';
import { idSchema } from '../views/schemas.js';
import { type SimilarDeps, walkSimilar } from '../views/similar-order.js';
import { filterSchema, listOwn, modelFor, toFilter } from './queue-routes.js';

interface Wanted {
  readonly filter: FlagFilter;
  readonly claim: { readonly by: string; readonly until: Date; readonly now: Date };
  /** The flag just left: it is not handed back. */
  readonly after: string | undefined;
}

/** Takes the next free flag in the order the list is read in; before these, what the caller holds, and their own work. */
export function addNextRoute(app: ConsoleApp, context: ConsoleContext): void {
  const body = filterSchema.extend({ after: idSchema.optional() });
  const response = { 200: z.object({ id: z.string().nullable() }) };
  app.post('/api/flags/next', { schema: { body, response } }, async (request) => {
    const { user } = viewerOf(request);
    const { deps, clock } = context;
    const now = clock();
    const { order } = request.body;
    const left = request.body.after;
    // A golden flag's question has the place of its flag.
    const copy = left === undefined ? undefined : await deps.calibrations.findCalibration(left, user.id);
    const after = copy?.flagId ?? left;
    const claim = { by: user.id, until: new Date(now.getTime() + CLAIM_MS), now };
    const wanted: Wanted = { filter: await toFilter(context, user, request.body), claim, after };
    const model = await modelFor(context, order);
    const held = after === undefined ? await takeOwn(context, wanted, user) : undefined;
    const mayAsk = after !== undefined && !copy;
    const asked = mayAsk ? await calibrateNow(context, { user, now, filter: wanted.filter, after }) : undefined;
    const flag = held ?? asked ?? (await takeNext(deps, wanted, { user, model }));
    return { id: flag?.id ?? null };
  });
}

/** Whoever begins goes on with what comes back to them, and what they hold already: no list of free flags would hand it out. */
async function takeOwn(context: ConsoleContext, { filter, claim }: Wanted, user: User): Promise<Flag | undefined> {
  const { deps } = context;
  for (const { id } of await listOwn(deps, filter, claim)) {
    const claimed = await deps.flags.claimFlag(id, claim);
    if (claimed) return claimed;
  }
  const [copy] = await listHeldCopies(context, user, claim.now);
  return copy && hold(deps, copy, claim.now);
}

/** A list to take from. */
interface Shelf {
  readonly filter: FlagFilter;
  /** Else by age. */
  readonly model?: TrainedModel | undefined;
}

type From = 'after' | 'start';

/** Own work comes before what is anybody's. Whoever passes a flag by goes on behind it, and at the end at the beginning. */
async function takeNext(
  deps: ConsoleDeps,
  wanted: Wanted,
  { user, model }: { user: User; model: TrainedModel | undefined },
): Promise<Flag | undefined> {
  const { filter, claim, after } = wanted;
  const others = await assigneesBut(deps, filter, user);
  const left = after === undefined ? undefined : await deps.flags.findFlag(after);
  const own: Shelf = { filter: { ...filter, assignedTo: user.id } };
  const free: Shelf = { filter: { ...filter, notAssignedTo: [...others, user.id] }, model };
  const asked: Shelf = { filter: { ...filter, notAssignedTo: others }, model };
  // Whoever asks for one person's work, or for nobody's, gets nothing besides.
  const ways = filter.assignedTo === undefined ? waysOf({ own, free }, left, user) : bothWays(asked);
  for (const { id } of isPassedBy(left) ? [] : await deps.flags.listReturned(filter, claim)) {
    const taken = id === after ? undefined : await deps.flags.claimFlag(id, claim);
    if (taken) return taken;
  }
  for (const way of ways) {
    const taken = await takeFrom(deps, wanted, way);
    if (taken) return taken;
  }
  return undefined;
}

/** It was left undecided. */
function isPassedBy(left: Flag | undefined): left is Flag {
  return left?.state === 'open' && !left.pending;
}

type Way = readonly [Shelf, From];

function bothWays(shelf: Shelf): Way[] {
  return [
    [shelf, 'after'],
    [shelf, 'start'],
  ];
}

function waysOf({ own, free }: Record<'own' | 'free', Shelf>, left: Flag | undefined, user: User): Way[] {
  if (!isPassedBy(left)) return [[own, 'start'], ...bothWays(free)];
  const isOwn = left.assigned?.to === user.id;
  const [first, then] = isOwn ? [own, free] : [free, own];
  return [
    [first, 'after'],
    [then, 'start'],
    [first, 'start'],
  ];
}

/** Whose work stays theirs: whoever has left, or decides no more, holds nothing back. */
async function assigneesBut({ flags, users }: ConsoleDeps, { officeCodes }: FlagFilter, user: User): Promise<string[]> {
  const ids = (await flags.listAssignees(officeCodes)).filter((id) => id !== user.id);
  const people = await Promise.all(ids.map((id) => users.findUser(id)));
  return people.flatMap((one) => (one?.isActive && may(one, 'decide') ? [one.id] : []));
}

async function takeFrom(
  deps: ConsoleDeps,
  { claim, after }: Wanted,
  [{ filter, model }, from]: Way,
): Promise<Flag | undefined> {
  if (from === 'after' && after === undefined) return undefined;
  if (model) return takeSimilar({ flags: deps.flags, model }, { filter, claim, after }, from);
  const flag = await deps.flags.claimNextFlag(filter, from === 'after' ? { ...claim, after: after! } : claim);
  if (!flag || flag.id !== after) return flag;
  await deps.flags.releaseFlag(flag.id, claim.by, claim.now);
  return undefined;
}

async function takeSimilar(
  similar: SimilarDeps & Pick<ConsoleDeps, 'flags'>,
  { filter, claim, after }: Wanted,
  from: From,
): Promise<Flag | undefined> {
  const { flags } = similar;
  const left = from === 'after' && after !== undefined ? await flags.findFlag(after) : undefined;
  for await (const flag of walkSimilar(similar, filter, left)) {
    if (flag.id === after || holderOf(flag, claim.now)) continue;
    const claimed = await flags.claimFlag(flag.id, claim);
    // Of two who ask at once the other was faster: the one after it is as good.
    if (claimed) return claimed;
  }
  return undefined;
}
