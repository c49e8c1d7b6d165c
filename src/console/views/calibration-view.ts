import { may } from '../../domain/abilities.js';
import { goldenAnswerOf, isCopy } from '../../domain/calibration.js';
import type { Flag } from '../../domain/flag.js';
import type { User } from '../../domain/user.js';
import { settles } from '../../domain/verdict.js';
import type { ConsoleDeps } from '../deps.js';
import type { FlagPage } from './flag-schemas.js';

/** What an answered question of a golden flag tells, and what those who choose golden flags may do with a flag. */
export async function viewGolden(
  deps: ConsoleDeps,
  flag: Flag,
  user: User,
): Promise<Pick<FlagPage, 'calibration' | 'golden'>> {
  if (isCopy(flag)) return { calibration: await viewCalibration(deps, flag, user), golden: null };
  const mayChoose = may(user, 'adjudicate') && goldenAnswerOf(flag) !== undefined;
  return { calibration: null, golden: mayChoose ? { isGolden: await deps.calibrations.isGolden(flag.id) } : null };
}

/** Nothing before the answer: until then it is like any flag. */
async function viewCalibration(deps: ConsoleDeps, copy: Flag, user: User): Promise<FlagPage['calibration']> {
  const calibration = await deps.calibrations.findCalibration(copy.id, user.id);
  if (!calibration?.said) return null;
  const flag = await deps.flags.findFlag(calibration.flagId);
  const reasons = flag?.reviews.filter(({ verdict }) => settles(verdict)).map(({ reason }) => reason) ?? [];
  return { flagId: calibration.flagId, said: calibration.said, answer: calibration.answer, reasons };
}
