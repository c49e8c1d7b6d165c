import type { Model } from 'mongoose';
import { assignmentEvent } from '../domain/audit-events.js';
import type { Notice } from '../domain/notice.js';
import type { AuditRecorder } from './audit-repository.js';
import type { FlagDocument } from './flag-document.js';
import { type Notices, saveNotices } from './notice-repository.js';
import { asText, asTexts } from './plain-value.js';

/** From whom to whom; `undefined`: nobody. */
export interface Reassignment {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly by: string;
  readonly at: Date;
}

/** It is no change of the flag: the version stays. */
export interface FlagAssigning {
  /** Of an open flag that is still `from`'s, with its notices and its entry of the log. False: it is not. */
  assignFlag(id: string, change: Reassignment, notices: readonly Notice[]): Promise<boolean>;
  /** Whoever has an open flag of these offices; `undefined` means all. */
  listAssignees(officeCodes?: readonly string[]): Promise<string[]>;
}

/** The few that are somebody's are found by it among all that wait. */
export const ASSIGNED = 'assigned';

export const IS_ASSIGNED = { 'assigned.to': { $exists: true } } as const;

export function createFlagAssigning(
  flags: Model<FlagDocument>,
  { audit, notices }: { audit: AuditRecorder; notices: Notices },
): FlagAssigning {
  return {
    async assignFlag(id, { from, to, by, at }, told) {
      const held = from === undefined ? { $exists: false } : asText(from);
      const change =
        to === undefined ? { $unset: { assigned: '' } } : { $set: { assigned: { to: asText(to), by, at } } };
      return audit.record(async (session) => {
        const filter = { _id: asText(id), state: 'open' as const, 'assigned.to': held };
        const { matchedCount } = await flags.updateOne(filter, change, { session });
        if (matchedCount === 0) return { value: false };
        await saveNotices(notices, told, session);
        return { value: true, event: assignmentEvent(id, { from, to, by, at }) };
      });
    },

    async listAssignees(officeCodes) {
      const within = officeCodes ? { officeCode: { $in: asTexts(officeCodes) } } : {};
      const found = await flags.aggregate<{ _id: string }>(
        [{ $match: { ...IS_ASSIGNED, state: 'open', ...within } }, { $group: { _id: '$assigned.to' } }],
        { hint: ASSIGNED },
      );
      return found.map(({ _id }) => _id).sort();
    },
  };
}
