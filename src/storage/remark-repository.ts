import { remarkEvent } from '../domain/audit-events.js';
import type { Notice } from '../domain/notice.js';
import type { Remark } from '../domain/remark.js';
import type { AuditRecorder } from './audit-repository.js';
import { isDuplicateKey } from './insert-new.js';
import { type Notices, saveNotices } from './notice-repository.js';
import type { RemarkStore, WrittenRemark } from './remark-store.js';

/** What colleagues write on flags. Nothing is changed or taken back: the log says that it was written. */
export interface RemarkRepository {
  /** With its notices and its entry of the log; the same again changes nothing. False: another one stands by that id. */
  addRemark(remark: WrittenRemark, notices: readonly Notice[]): Promise<boolean>;
  /** Of one flag, oldest first. */
  listRemarks(flagId: string): Promise<Remark[]>;
}

interface RemarkDeps {
  readonly audit: AuditRecorder;
  readonly notices: Notices;
}

export function createRemarkRepository(remarks: RemarkStore, { audit, notices }: RemarkDeps): RemarkRepository {
  return {
    async addRemark(remark, told) {
      try {
        await audit.record(async (session) => {
          await remarks.insert(remark, session);
          await saveNotices(notices, told, session);
          return { value: undefined, event: remarkEvent(remark, told) };
        });
        return true;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return remarks.isThere(remark);
      }
    },

    listRemarks: remarks.list,
  };
}
