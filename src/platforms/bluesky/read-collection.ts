import { MAX_WRITTEN_DRIFT_MS } from '../../domain/act-time.js';
import { admit } from '../../domain/admission.js';
import type { CollectorEvent } from '../../domain/collecting.js';
import { signalOf } from '../../domain/platform.js';
import { BLUESKY } from '../../words/adapters/platforms.js';
import { say } from '../../words/say.js';
import { NOTHING_READ, type Progress } from './cursor.js';
import { BUDGET_ENDED, type Hidden, hiddenBy } from './hidden.js';
import { readListPage } from './list-page.js';
import type { CollectionPlan } from './plans.js';
import { type Item, type ItemOutcome, readItems } from './read-items.js';
import type { ReadAct } from './read-record.js';
import { listedRecord } from './records.js';
import { gapStretch, newestStretch, type Stretch } from './stretches.js';
import type { Visit } from './visit.js';
import { createWaiting, readWaiting, type Waiting } from './waiting.js';

interface Run {
  readonly visit: Visit;
  readonly plan: CollectionPlan;
  readonly waiting: Waiting;
  progress: Progress;
  isBudgetLeft(): boolean;
}

/**
 * Reads one collection: first what waited, then what is new, then the gap an earlier visit left. Resolves to where it
 * stands now; nothing counts as read before it was dealt with.
 */
export async function* readCollection(
  visit: Visit,
  plan: CollectionPlan,
  before: Progress = NOTHING_READ,
): AsyncGenerator<CollectorEvent, Progress> {
  const lookUpsBefore = visit.targets.lookUpsMade();
  const run: Run = {
    visit,
    plan,
    waiting: createWaiting(before.waiting, visit.now),
    progress: before,
    isBudgetLeft: () => visit.targets.lookUpsMade() - lookUpsBefore < visit.maxLookups,
  };
  try {
    yield* takeItems(run, await readWaiting(visit, plan, run.waiting));
    const isWhole = yield* readStretch(run, newestStretch(before));
    if (isWhole && before.gap) yield* readStretch(run, gapStretch(run.progress, before.gap));
  } catch (error) {
    visit.hidden.hide(plan.feeds, hiddenBy(error));
  }
  return { ...run.progress, waiting: run.waiting.toJson() };
}

/** Pages newest first. Resolves to whether the stretch was read to its end. */
async function* readStretch(run: Run, stretch: Stretch): AsyncGenerator<CollectorEvent, boolean> {
  const { visit, plan } = run;
  let at = stretch.page;
  for (let pages = 1; ; pages += 1) {
    const { listed, next } = await readListPage(visit, plan.collection, at);
    // A date that is believed may lie this much after its key.
    const oldest = visit.since.getTime() - MAX_WRITTEN_DRIFT_MS;
    const isOld = (madeAt: Date | undefined) => madeAt !== undefined && madeAt.getTime() < oldest;
    const fresh = listed.filter((one) => stretch.isFresh(one) && !isOld(one.madeAt));
    const items = fresh.map(({ item, key }) => ({ item, key, firstSeenAt: visit.now }));
    const dealtWith = yield* takeItems(run, items);
    if (dealtWith < items.length) {
      run.progress = stretch.onCut(listed, { page: at, last: items[dealtWith - 1]?.key });
      return false;
    }
    const { until } = stretch;
    const isEnd = listed.some(({ madeAt, key }) => isOld(madeAt) || (madeAt && until !== undefined && key! <= until));
    if (next === undefined || isEnd) {
      run.progress = stretch.onEnd(listed);
      return true;
    }
    run.progress = stretch.onPage(listed, next);
    if (pages >= visit.maxPages) {
      visit.hidden.hide(plan.feeds, BUDGET_ENDED);
      return false;
    }
    at = next;
  }
}

/** Resolves to how many were dealt with: from the first that was not, the next visit goes on. */
async function* takeItems(run: Run, items: readonly Item[]): AsyncGenerator<CollectorEvent, number> {
  const outcomes = await readItems(run.visit, run.plan, { items, isBudgetLeft: run.isBudgetLeft });
  for (const [index, outcome] of outcomes.entries()) {
    run.visit.abort.throwIfAborted();
    const settled = settle(run, items[index]!, outcome);
    if (!Array.isArray(settled)) {
      run.visit.hidden.hide(run.plan.feeds, settled);
      return index;
    }
    yield* settled;
  }
  return items.length;
}

/** What becomes of one record: events, or why the visit has to stop before it. */
function settle(run: Run, item: Item, outcome: ItemOutcome): CollectorEvent[] | Hidden {
  if (outcome === 'no_budget') return BUDGET_ENDED;
  if (outcome === 'unreadable') {
    run.waiting.remove(item);
    const url = listedRecord.safeParse(item.item).data?.uri.slice(0, 1200) ?? run.plan.collection;
    return [{ type: 'skipped', url, signal: run.plan.signal, reason: 'unreadable' }];
  }
  return settleAct(run, item, outcome);
}

function settleAct({ visit, waiting }: Run, item: Item, act: ReadAct): CollectorEvent[] | Hidden {
  const { activity, missing } = act;
  const signal = signalOf(activity.kind);
  if (missing !== undefined && waiting.isPatient(item)) {
    if (!waiting.add(item)) return { reason: missing, detail: say(BLUESKY.manyWaiting, 'id') };
    visit.hidden.addWaiting(signal, missing);
    return [{ type: 'skipped', url: activity.url ?? activity.externalId, signal, reason: 'unresolved' }];
  }
  const events = admit(activity, { now: visit.now, since: visit.since });
  const isAhead = events.some((event) => event.type === 'skipped' && event.reason === 'in_future');
  if (!isAhead) waiting.remove(item);
  else if (!waiting.add(item)) return BUDGET_ENDED;
  return events;
}
