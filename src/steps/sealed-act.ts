import type { Account } from '../domain/account.js';
import type { Activity } from '../domain/activity.js';
import { toScreenInput } from '../domain/screening.js';

/** `activity.json` of a pack: what the rules saw, and what the platform calls the act. No name, no NIP. */
export function toSealedAct(
  account: Pick<Account, 'id' | 'region' | 'position'>,
  activity: Activity,
): Record<string, unknown> {
  return { ...toScreenInput(account, activity), externalId: activity.externalId };
}
