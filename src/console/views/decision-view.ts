import { may } from '../../domain/abilities.js';
import type { Office } from '../../domain/account.js';
import { awaitsSecond } from '../../domain/blind-review.js';
import { firstLineOf } from '../../domain/first-line.js';
import type { Flag } from '../../domain/flag.js';
import { timeZoneOf, zoneLabel } from '../../domain/region.js';
import type { User } from '../../domain/user.js';
import { settles } from '../../domain/verdict.js';
import type { ConsoleDeps } from '../deps.js';
import type { Decision, DecisionList } from './decision-schemas.js';
import { ruleTitles } from './flag-view.js';
import { namesOf } from './names-of.js';

/** Lines of what is decided; words of the act and names only for those who may open the flag. */
export async function viewDecisions(
  deps: ConsoleDeps,
  decided: readonly { readonly flag: Flag; readonly decidedAt: Date }[],
  { user, offices }: { user: User; offices: readonly Office[] },
): Promise<Decision[]> {
  const flags = decided.map(({ flag }) => flag);
  const seesContent = may(user, 'decide');
  const officeNames = new Map(offices.map((office) => [office.code, office.name]));
  const [nameOf, acts, words] = await Promise.all([
    namesOf(deps, ...flags),
    deps.activities.findAllMarked(seesContent ? flags.map((flag) => flag.activityId) : []),
    Promise.all(flags.map((flag) => deps.sets.wordsOf(flag))),
  ]);
  return decided.map(({ flag, decidedAt }, place) => {
    const zone = timeZoneOf(flag.region);
    const act = acts.get(flag.activityId);
    const titles = ruleTitles(words[place]!, flag);
    const verdicts = flag.reviews.filter((review) => settles(review.verdict)).reverse();
    const deciders = new Set(verdicts.map((review) => review.reviewerId));
    return {
      id: flag.id,
      verdict: verdicts[0]!.verdict,
      isAwaitingSecond: awaitsSecond(flag),
      decidedAt: decidedAt.toISOString(),
      people: seesContent ? [...deciders].map(nameOf) : [],
      firstLine: (act && firstLineOf(act)) ?? null,
      isContentGone: seesContent && !act,
      kind: flag.kind,
      platform: flag.platform,
      stage: flag.stage,
      office: { code: flag.officeCode, name: officeNames.get(flag.officeCode) ?? flag.officeCode },
      rules: [...titles].map(([id, title]) => ({ id, title })),
      zone: { name: zone, label: zoneLabel(zone) },
    };
  });
}

/** Whoever decides, or once could, in one of these offices; from the whole, so that a page of the list hides nobody. */
export function viewPeople(
  users: readonly User[],
  { offices, reach }: { offices: readonly Office[]; reach: readonly string[] | undefined },
): DecisionList['people'] {
  const parents = new Map(offices.map((office) => [office.code, office.parentCode]));
  const seen = new Set<string>(reach ?? parents.keys());
  for (const code of reach ?? []) {
    for (let up = parents.get(code); up !== undefined && !seen.has(up); up = parents.get(up)) seen.add(up);
  }
  return users
    .filter((user) => may(user, 'decide') && user.officeCodes.some((code) => seen.has(code)))
    .map(({ id, displayName }) => ({ id, name: displayName }))
    .sort((a, b) => a.name.localeCompare(b.name, 'id'));
}
