import { z } from 'zod';
import { may } from '../../domain/abilities.js';
import { addDays } from '../../domain/days.js';
import { STAGES } from '../../domain/election.js';
import { type Flag, overdueBefore } from '../../domain/flag.js';
import { COUNTED_UP_TO, EVIDENCE_KINDS, type FlagFilter } from '../../domain/flag-filter.js';
import { ACTIVITY_KINDS, PLATFORMS } from '../../domain/platform.js';
import type { OrderedFlag } from '../../domain/queue-order.js';
import { instantOf, localDay, NATION, timeZoneOf } from '../../domain/region.js';
import type { User } from '../../domain/user.js';
import { MIN_ACCOUNTS_EACH, type TrainedModel } from '../../study/queue-model.js';
import { Refusal } from '../access/refusal.js';
import { narrowReach, officesInReach } from '../access/scope.js';
import { viewerOf } from '../access/session.js';
import { type ConsoleApp, type ConsoleContext, recordAudit } from '../context.js';
import { listHeldCopies } from '../deciding/calibrate.js';
import type { ConsoleDeps } from '../deps.js';
import { aboutDetails, narrowAbout, viewAbout } from '../views/about-view.js';
import { QUEUE_ORDERS, type Queue, queueSchema } from '../views/queue-schemas.js';
import { viewItems } from '../views/queue-view.js';
import { cursorSchema, daySchema, idSchema } from '../views/schemas.js';
import { type About, aboutSchema } from '../views/search-schemas.js';
import { formatCursor, listSimilar, parseCursor } from '../views/similar-order.js';

/** What may narrow a list of flags, and "next" with it. */
export const narrowingSchema = z.object({
  office: idSchema.optional(),
  kind: z.enum(ACTIVITY_KINDS).optional(),
  rule: idSchema.optional(),
  platform: z.enum(PLATFORMS).optional(),
  stage: z.enum(STAGES).optional(),
  evidence: z.enum(EVIDENCE_KINDS).optional(),
  /** The local day of the act. */
  acted: daySchema.optional(),
  ...aboutSchema.shape,
});
export type Narrowing = z.infer<typeof narrowingSchema>;

/** Of the queue, on the list and on "next". */
export const filterSchema = narrowingSchema.extend({
  order: z.enum(QUEUE_ORDERS).default('oldest'),
  /** What has been waiting for a first decision too long. */
  due: z.literal('overdue').optional(),
  /** What the caller has in hand. */
  held: z.literal('mine').optional(),
  /** What is left out else: those on which an answer is waited for. */
  question: z.literal('waiting').optional(),
  /** Whose work it is: the caller's, nobody's, or a person's by id. */
  assigned: z.union([z.enum(['me', 'none']), idSchema]).optional(),
});
type Filter = z.infer<typeof filterSchema>;

/** Of what stands beside a list. */
export const UP_TO = { upTo: COUNTED_UP_TO } as const;

export const pageSchema = z.object({
  cursor: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** `same`: one line for flags of the same post, by age. */
const querySchema = filterSchema.extend(pageSchema.shape).extend({ group: z.enum(['same', 'none']).default('none') });

/** `same`: how many flags a line stands for, by the flag's id; without it, for one. */
type Page = Pick<Queue, 'order' | 'tooFewVerdicts' | 'nextCursor'> & {
  readonly flags: readonly OrderedFlag[];
  readonly same?: ReadonlyMap<string, number>;
};

export function addQueueRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const schema = { querystring: querySchema, response: { 200: queueSchema } };
  app.get('/api/flags', { schema }, async (request): Promise<Queue> => {
    const { deps, clock } = context;
    const { user } = viewerOf(request);
    const filter = await toFilter(context, user, request.query);
    const { order } = request.query;
    const details = { order, ...aboutDetails(request.query) };
    await recordAudit(context, request, { action: 'queue_viewed', subject: user.id, details });
    const viewer = { user, now: clock() };
    const [{ flags, same, ...page }, held, fitting, frame] = await Promise.all([
      readPage(context, filter, request.query),
      listOwn(deps, filter, { by: user.id, now: viewer.now }),
      deps.flags.countFlagQueue(filter, UP_TO),
      viewFrame(context, user, request.query),
    ]);
    const ofHeld =
      same &&
      (await deps.flags.countSame(
        filter,
        held.map(({ id }) => id),
      ));
    const copies = request.query.question === 'waiting' ? [] : await listHeldCopies(context, user, viewer.now);
    const [items, mine] = await Promise.all([
      viewItems(deps, flags, { ...viewer, same }),
      viewItems(deps, [...held, ...copies].map(inOrderByAge), { ...viewer, same: ofHeld }),
    ]);
    return { now: viewer.now.toISOString(), items, mine, fitting, ...page, ...frame };
  });
}

/** What comes back to somebody by an answer or a day, and then what they hold, also where an answer is waited for. */
export async function listOwn(
  { flags }: Pick<ConsoleDeps, 'flags'>,
  filter: FlagFilter,
  person: { by: string; now: Date },
): Promise<Flag[]> {
  // Whoever asks for those that wait is shown no others.
  const isWaiting = filter.questions?.which === 'waiting';
  const [returned, held] = await Promise.all([
    isWaiting ? [] : flags.listReturned(filter, person),
    flags.listClaimed(isWaiting ? filter : { ...filter, questions: undefined }, person),
  ]);
  return [...returned, ...held.filter(({ id }) => returned.every((one) => one.id !== id))];
}

async function readPage(
  { deps, queueModels }: ConsoleContext,
  filter: FlagFilter,
  { order, cursor, limit, group }: z.infer<typeof querySchema>,
): Promise<Page> {
  if (order === 'similar') {
    const given = cursor === undefined ? undefined : parseCursor(cursor);
    const model = given ? queueModels.find(given.version) : await queueModels.current();
    if (!model) throw new Refusal('order_changed');
    if (model.isTaught) {
      // A page by age, begun before there was anything to learn from, cannot be gone on with in another order.
      if (cursor !== undefined && !given) throw new Refusal('order_changed');
      const start = given ?? { version: model.version };
      const page = await listSimilar({ flags: deps.flags, model }, filter, { limit, cursor: start });
      if (!page) throw new Refusal('order_changed');
      const nextCursor = page.next ? formatCursor(page.next) : null;
      return { order, tooFewVerdicts: null, nextCursor, flags: page.items };
    }
  }
  const tooFewVerdicts = order === 'similar' ? { accountsEach: MIN_ACCOUNTS_EACH } : null;
  const byAge = { order: 'oldest', tooFewVerdicts } as const;
  if (group === 'same') {
    const { families, nextCursor } = await deps.flags.listFamilies(filter, { limit, cursor });
    const same = new Map(families.map((one) => [one.flag.id, one.same]));
    return { ...byAge, nextCursor: nextCursor ?? null, flags: families.map(({ flag }) => inOrderByAge(flag)), same };
  }
  const page = await deps.flags.listFlagQueue(filter, { limit, cursor });
  return { ...byAge, nextCursor: page.nextCursor ?? null, flags: page.flags.map(inOrderByAge) };
}

/** An order by age has no reason beside it. */
export const inOrderByAge = (flag: Flag): OrderedFlag => ({ flag, why: [] });

/** The model of the order asked for; `undefined`: by age. */
export async function modelFor(
  { queueModels }: ConsoleContext,
  order: Filter['order'],
): Promise<TrainedModel | undefined> {
  if (order === 'oldest') return undefined;
  const model = await queueModels.current();
  return model.isTaught ? model : undefined;
}

/** What waits for a first decision. */
export async function toFilter(
  { deps, clock }: ConsoleContext,
  user: User,
  { due, held, assigned, question, ...wanted }: Filter,
): Promise<FlagFilter> {
  const now = clock();
  const openedBefore = due === 'overdue' ? overdueBefore(now) : undefined;
  const heldBy = held === 'mine' ? { by: user.id, now } : undefined;
  const assignedTo = assigneeOf(user, assigned);
  const questions = { which: question ?? 'none', now } as const;
  return { ...(await narrowFilter(deps, user, wanted)), state: 'open', openedBefore, heldBy, assignedTo, questions };
}

/** Names are for those who may open the flag. */
function assigneeOf(user: User, assigned: Filter['assigned']): FlagFilter['assignedTo'] {
  if (assigned === undefined || !may(user, 'decide')) return undefined;
  return assigned === 'none' ? null : assigned === 'me' ? user.id : assigned;
}

/** Never beyond the own reach. */
export async function narrowFilter(
  deps: ConsoleDeps,
  user: User,
  { office, kind, rule, platform, stage, evidence, acted, ...about }: Narrowing,
): Promise<FlagFilter> {
  const { reach, offices } = await officesInReach(deps, user);
  const officeCodes = await narrowReach(deps, reach, office);
  const place = offices.find(({ code }) => code === office) ?? offices[0];
  const zone = timeZoneOf(place?.region ?? NATION);
  const actedFrom = acted === undefined ? undefined : instantOf(acted, 0, zone);
  const actedTo = acted === undefined ? undefined : instantOf(addDays(acted, 1), 0, zone);
  const narrow = { officeCodes, kind, rule, platform, stage, evidence, actedFrom, actedTo };
  return { ...narrow, ...narrowAbout(deps, user, about) };
}

/** Those in force that mark, for whoever chooses one. */
export function liveRules(deps: Pick<ConsoleDeps, 'rules'>): { id: string; title: string }[] {
  return deps
    .rules()
    .flatMap(({ id, title, effect, status }) => (effect === 'marks' && status === 'live' ? [{ id, title }] : []));
}

/** Counts and today's coverage stand beside the list, so that an empty one is never read as "all clear". */
export async function viewFrame(
  { deps, clock }: ConsoleContext,
  user: User,
  about: About,
): Promise<Pick<Queue, 'counts' | 'offices' | 'rules' | 'coverage' | 'about' | 'assignees'>> {
  const { reach, offices } = await officesInReach(deps, user);
  const day = localDay(clock(), timeZoneOf(offices[0]?.region ?? NATION));
  const waiting = { which: 'waiting', now: clock() } as const;
  const [counts, second, asked, coverage, names, assignees] = await Promise.all([
    deps.flags.countFlagsByState(reach, UP_TO),
    may(user, 'review_second')
      ? deps.flags.countFlagQueue({ officeCodes: reach, awaitsSecondBy: user.id }, UP_TO)
      : Promise.resolve(null),
    deps.flags.countFlagQueue({ officeCodes: reach, state: 'open', questions: waiting }, UP_TO),
    deps.coverage.summariseCoverage({ day, officeCodes: reach }),
    viewAbout(deps, { user, reach }, about),
    may(user, 'decide') ? viewAssignees(deps, reach) : [],
  ]);
  return {
    counts: { ...counts, second, asked },
    offices: offices.map(({ code, name, parentCode }) => ({ code, name, parentCode: parentCode ?? null })),
    rules: liveRules(deps),
    about: names,
    assignees,
    coverage: { ...coverage, reasons: { ...coverage.reasons } as Record<string, number>, day },
  };
}

/** Whoever has work of these offices, by name. */
async function viewAssignees({ flags, users }: ConsoleDeps, reach?: readonly string[]): Promise<Queue['assignees']> {
  const found = await Promise.all((await flags.listAssignees(reach)).map((id) => users.findUser(id)));
  const people = found.flatMap((user) => (user ? [{ id: user.id, name: user.displayName }] : []));
  return people.toSorted((a, b) => a.name.localeCompare(b.name, 'id'));
}
