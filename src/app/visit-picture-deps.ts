import type { Account } from '../domain/account.js';
import { type Screener, toScreenInput } from '../domain/screening.js';
import type { LookAtPicture } from '../steps/public-picture.js';
import { PICTURE_LIMITS, type PictureDeps } from '../steps/visit-pictures.js';
import type { Core } from './core.js';

/** How a visit to this account looks at pictures: none is asked for of an act that the set in force holds against nothing. */
export function createVisitPictureDeps(
  { clock }: Pick<Core, 'clock'>,
  { look, screener }: { readonly look: LookAtPicture; readonly screener: () => Screener },
) {
  return (account: Account): PictureDeps => ({
    look,
    limits: PICTURE_LIMITS,
    isInStage: (activity) => screener().screen(toScreenInput(account, activity)).stage !== null,
    clock,
  });
}
