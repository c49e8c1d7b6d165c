import { isBoundToOffices } from '../../domain/abilities.js';
import type { Office } from '../../domain/account.js';
import { isToSettle } from '../../domain/blind-review.js';
import { goldenAnswerOf, toCopy } from '../../domain/calibration.js';
import type { Flag } from '../../domain/flag.js';
import type { User } from '../../domain/user.js';
import type { ConsoleDeps } from '../deps.js';
import { Refusal } from './refusal.js';

/** Offices a person sees: their own and all below; none without any. `undefined`: numbers of every office. */
export async function reachOf(deps: ConsoleDeps, user: User): Promise<readonly string[] | undefined> {
  if (!isBoundToOffices(user.role)) return undefined;
  return user.officeCodes.length === 0 ? [] : deps.offices.withDescendants(user.officeCodes);
}

export interface OfficesInReach {
  readonly reach: readonly string[] | undefined;
  /** Those of the reach. */
  readonly offices: readonly Office[];
  readonly allOffices: readonly Office[];
}

export async function officesInReach(deps: ConsoleDeps, user: User): Promise<OfficesInReach> {
  const [reach, allOffices] = await Promise.all([reachOf(deps, user), deps.offices.listOffices()]);
  const offices = allOffices.filter(({ code }) => reach === undefined || reach.includes(code));
  return { reach, offices, allOffices };
}

/** The reach narrowed to one office and those below it. */
export async function narrowReach(
  deps: ConsoleDeps,
  reach: readonly string[] | undefined,
  office: string | undefined,
): Promise<readonly string[] | undefined> {
  if (office === undefined) return reach;
  const wanted = await deps.offices.withDescendants([office]);
  return reach === undefined ? wanted : wanted.filter((code) => reach.includes(code));
}

/** As `getVisibleFlag`, for what shows which ticket an act speaks of: not before one has settled it. */
export async function getUnmaskedFlag(deps: ConsoleDeps, user: User, id: string): Promise<Flag> {
  const flag = await getShownFlag(deps, user, id);
  if (isToSettle(flag, user)) throw new Refusal('settle_first');
  return flag;
}

/**
 * A flag that this person may look at. Outside their offices, or before its evidence is sealed, it does not exist for
 * them: the answer is the same as for an id that nobody has.
 */
export async function getVisibleFlag(deps: ConsoleDeps, user: User, id: string): Promise<Flag> {
  const flag = await findVisible(deps, user, id);
  if (flag) return flag;
  // Whatever else is done with a flag would reach others: of a question to one person alone there is nothing to do.
  const isCopy = (await deps.calibrations.findCalibration(id, user.id)) !== undefined;
  throw new Refusal(isCopy ? 'calibration_only' : 'not_found');
}

/** To look at and to answer: a flag, or the question of a golden one before this person, which looks like any that waits. */
export async function getShownFlag(deps: ConsoleDeps, user: User, id: string): Promise<Flag> {
  const flag = (await findVisible(deps, user, id)) ?? (await findCopy(deps, user, id));
  if (!flag) throw new Refusal('not_found');
  return flag;
}

async function findVisible(deps: ConsoleDeps, user: User, id: string): Promise<Flag | undefined> {
  const [flag, reach] = await Promise.all([deps.flags.findFlag(id), reachOf(deps, user)]);
  if (!flag || flag.state === 'sealing') return undefined;
  return reach === undefined || reach.includes(flag.officeCode) ? flag : undefined;
}

/** Gone with the person's reach, and, before it is answered, with the agreement on its verdict. */
export async function findCopy(deps: ConsoleDeps, user: User, id: string): Promise<Flag | undefined> {
  const calibration = await deps.calibrations.findCalibration(id, user.id);
  const flag = calibration && (await findVisible(deps, user, calibration.flagId));
  if (!flag) return undefined;
  if (!calibration.said && goldenAnswerOf(flag) !== calibration.answer) return undefined;
  return toCopy(flag, calibration);
}
