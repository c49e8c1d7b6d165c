import { may } from '../../domain/abilities.js';
import type { Activity } from '../../domain/activity.js';
import { type Flag, isOverdue, waitingSince } from '../../domain/flag.js';
import { markedLineOf } from '../../domain/marked-line.js';
import type { OrderedFlag } from '../../domain/queue-order.js';
import { timeZoneOf, zoneLabel } from '../../domain/region.js';
import type { User } from '../../domain/user.js';
import { settles } from '../../domain/verdict.js';
import type { ConsoleDeps } from '../deps.js';
import { viewAssigned } from './assignment-view.js';
import { isOwnPending, ruleTitles, viewClaim } from './flag-view.js';
import { namesOf } from './names-of.js';
import { viewAsked } from './question-view.js';
import type { QueueItem } from './queue-schemas.js';

/** Lines of the queue: no name, no NIP; words of the act only for those who may open the flag. */
export async function viewItems(
  deps: ConsoleDeps,
  ordered: readonly OrderedFlag[],
  viewer: { user: User; now: Date; same?: ReadonlyMap<string, number> | undefined },
): Promise<QueueItem[]> {
  const flags = ordered.map(({ flag }) => flag);
  const maySee = may(viewer.user, 'decide');
  const [offices, nameOf, acts] = await Promise.all([
    deps.offices.listOffices(),
    namesOf(deps, ...flags),
    deps.activities.findAllMarked(maySee ? flags.map((flag) => flag.activityId) : []),
  ]);
  const officeNames = new Map(offices.map((o) => [o.code, o.name]));
  const words = await Promise.all(ordered.map(({ flag }) => deps.sets.wordsOf(flag)));
  return ordered.map(({ flag, why }, place) => {
    const zone = timeZoneOf(flag.region);
    const act = acts.get(flag.activityId);
    const titles = ruleTitles(words[place]!, flag);
    return {
      id: flag.id,
      kind: flag.kind,
      platform: flag.platform,
      stage: flag.stage,
      office: { code: flag.officeCode, name: officeNames.get(flag.officeCode) ?? flag.officeCode },
      rules: [...titles].map(([id, title]) => ({ id, title })),
      actedAt: flag.actedAt.toISOString(),
      waitingSince: waitingSince(flag).toISOString(),
      line: (act && viewLine(act, flag)) ?? null,
      isContentGone: maySee && !act,
      isOverdue: isOverdue(flag, viewer.now),
      zone: { name: zone, label: zoneLabel(zone) },
      // Names are for those who may open the flag.
      claim: maySee ? viewClaim(flag, viewer, nameOf) : null,
      assigned: viewAssigned(flag, viewer.user, nameOf),
      question: viewAsked(flag, viewer, nameOf),
      isPending: isOwnPending(flag, viewer.user),
      questionCount: flag.reviews.filter((review) => !settles(review.verdict)).length,
      clearedCount: flag.cleared.length,
      same: viewer.same?.get(flag.id) ?? 1,
      why: why.map(({ sign, pull }) => ({
        of: sign.of,
        word: sign.of === 'rule' ? (titles.get(sign.value) ?? sign.value) : sign.value,
        pull,
      })),
    };
  });
}

function viewLine(act: Activity, flag: Flag): QueueItem['line'] {
  const line = markedLineOf(act, flag);
  return line ? { of: line.of, pieces: [...line.pieces], own: line.own ? [...line.own] : null } : null;
}
