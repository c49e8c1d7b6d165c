import type { Activity } from '../../domain/activity.js';
import { reviewsFor } from '../../domain/blind-review.js';
import { firstLineOf } from '../../domain/first-line.js';
import type { Flag } from '../../domain/flag.js';
import { differencesOf } from '../../domain/post-family.js';
import { timeZoneOf, zoneLabel } from '../../domain/region.js';
import { standingOf } from '../../domain/standing.js';
import type { User } from '../../domain/user.js';
import type { ConsoleDeps } from '../deps.js';
import { viewAssigned } from './assignment-view.js';
import { isOwnPending, viewClaim } from './flag-view.js';
import { namesOf } from './names-of.js';
import type { Family, SameList } from './same-schemas.js';

type Viewer = { readonly user: User; readonly now: Date };
type Offices = ReadonlyMap<string, string>;

/** What was decided of a post family: no names, no handles, and of what is closed no verdict. */
export async function viewEnded(
  deps: Pick<ConsoleDeps, 'offices'>,
  flags: readonly Flag[],
  user: User,
): Promise<Family['ended']> {
  const offices = await officeNames(deps);
  return flags.map((flag) => ({ ...viewSame(flag, offices), outcome: outcomeFor(flag, user) }));
}

function outcomeFor(flag: Flag, user: User): Family['ended'][number]['outcome'] {
  if (reviewsFor(flag, user).isBlind) return 'closed';
  const standing = standingOf(flag.reviews);
  return 'verdict' in standing && standing.verdict !== 'needs_context' ? standing.verdict : 'contrary';
}

/** Each with what tells it from the one that is being decided, and whether it is in somebody else's hands. */
export async function viewSameFlags(
  deps: ConsoleDeps,
  flag: Flag,
  { flags, viewer }: { flags: readonly Flag[]; viewer: Viewer },
): Promise<SameList['items']> {
  const [offices, nameOf, acts, accounts] = await Promise.all([
    officeNames(deps),
    namesOf(deps, ...flags),
    deps.activities.findAllMarked([flag, ...flags].map(({ activityId }) => activityId)),
    deps.accounts.findAccounts(flags.map(({ accountId }) => accountId)),
  ]);
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const read = (one: Flag) => ({ flag: one, act: acts.get(one.activityId) });
  return flags.map((one) => {
    const account = byId.get(one.accountId);
    const claim = viewClaim(one, viewer, nameOf);
    const assigned = viewAssigned(one, viewer.user, nameOf);
    const differs = differencesOf(read(flag), read(one));
    const isFree = !one.pending && (claim?.isMine ?? true) && (assigned?.isMine ?? true);
    const wasReviewed = one.reviews.length > 0;
    return {
      ...viewSame(one, offices),
      version: one.version,
      account: account ? { handle: account.handle, nipMasked: account.nipMasked } : null,
      firstLine: lineOf(acts.get(one.activityId)),
      differs,
      claim,
      assigned,
      wasReviewed,
      isPending: isOwnPending(one, viewer.user),
      isOffered: differs.length === 0 && isFree && !wasReviewed,
    };
  });
}

function lineOf(act: Activity | undefined): SameList['items'][number]['firstLine'] {
  return (act && firstLineOf(act)) ?? null;
}

function viewSame(flag: Flag, offices: Offices) {
  const zone = timeZoneOf(flag.region);
  return {
    id: flag.id,
    kind: flag.kind,
    platform: flag.platform,
    office: { code: flag.officeCode, name: offices.get(flag.officeCode) ?? flag.officeCode },
    actedAt: flag.actedAt.toISOString(),
    zone: { name: zone, label: zoneLabel(zone) },
  };
}

async function officeNames({ offices }: Pick<ConsoleDeps, 'offices'>): Promise<Offices> {
  return new Map((await offices.listOffices()).map(({ code, name }) => [code, name]));
}
