import type { Office } from '../domain/account.js';
import type { AuditEvent } from '../domain/audit.js';
import type { AccountDraft, ImportCounts } from './account-draft.js';
import { MAX_TRIES } from './account-import.js';
import type { AccountRepository } from './account-repository.js';
import type { AuditRecorder } from './audit-repository.js';
import { isDuplicateKey } from './insert-new.js';
import type { HoldNipKey } from './nip-key-repository.js';
import type { OfficeRepository } from './office-repository.js';

export interface RegistryCounts {
  readonly accounts: ImportCounts;
  readonly offices: ImportCounts;
}

export interface RegistryRepository {
  /** Offices, accounts and the entry that tells of them: all of it, or nothing was imported. Safe to repeat. */
  saveRegistry(
    registry: { readonly offices: readonly Office[]; readonly drafts: readonly AccountDraft[] },
    toEvent: (counts: RegistryCounts) => AuditEvent,
  ): Promise<RegistryCounts>;
}

export function createRegistryRepository(parts: {
  accounts: Pick<AccountRepository, 'saveAccounts'>;
  offices: Pick<OfficeRepository, 'saveOffices'>;
  audit: AuditRecorder;
  holdNipKey: HoldNipKey;
}): RegistryRepository {
  return {
    async saveRegistry({ offices, drafts }, toEvent) {
      for (let tries = 1; ; tries += 1) {
        try {
          return await parts.audit.record(async (session) => {
            await parts.holdNipKey(session);
            const ofOffices = await parts.offices.saveOffices(offices, session);
            const value = { accounts: await parts.accounts.saveAccounts(drafts, session), offices: ofOffices };
            return { value, event: toEvent(value) };
          });
        } catch (error) {
          // Another import wrote the same accounts meanwhile.
          if (!isDuplicateKey(error) || tries === MAX_TRIES) throw error;
        }
      }
    },
  };
}
