import { randomUUID } from 'node:crypto';
import type { Account } from '../../src/domain/account.js';
import type { Activity } from '../../src/domain/activity.js';
import type { CoverageEntry } from '../../src/domain/coverage.js';
import type { EvidenceSeal } from '../../src/domain/evidence.js';
import type { Platform } from '../../src/domain/platform.js';
import type { AccountDraft } from '../../src/storage/account-draft.js';
import type { FlagDraft } from '../../src/storage/flag-document.js';
import type { Storage } from '../../src/storage/storage.js';

// All names, numbers and handles are invented ("contoh").
export const NOW = new Date('2024-10-01T03:00:00.000Z');

export function minutesAfter(minutes: number): Date {
  return new Date(NOW.getTime() + minutes * 60_000);
}

export function anActivity(given: Partial<Activity> = {}): Activity {
  const id = given.id ?? randomUUID();
  return {
    id,
    accountId: 'akun-contoh',
    platform: 'bluesky',
    source: 'import',
    collectedAt: NOW,
    kind: 'post',
    externalId: `at://contoh/${id}`,
    text: 'Selamat pagi, ini tulisan contoh.',
    publishedAt: new Date('2024-09-30T01:00:00.000Z'),
    ...given,
  };
}

export function aFlagDraft(given: Partial<FlagDraft> = {}): FlagDraft {
  const id = given.id ?? randomUUID();
  return {
    id,
    activityId: id,
    accountId: 'akun-contoh',
    officeCode: 'dinas-contoh',
    region: '35.78',
    platform: 'bluesky',
    kind: 'post',
    actedAt: new Date('2024-09-30T01:00:00.000Z'),
    stage: 'campaign',
    matches: [
      {
        rule: 'call-to-vote',
        basis: ['D2', 'D8'],
        tickets: ['contoh-1/1'],
        stance: 'support',
        spans: [{ field: 'text', start: 0, end: 4, means: 'ajakan' }],
      },
    ],
    cleared: [],
    ruleset: 'sha256:aa',
    elections: 'sha256:bb',
    engine: '0.1.0',
    createdAt: NOW,
    ...given,
  };
}

/** Flags as the way of an act makes them: each with its content. Returns the ids that are new. */
export function saveFlags(
  { activities }: Pick<Storage, 'activities'>,
  drafts: readonly FlagDraft[],
): Promise<string[]> {
  return activities.saveMarkedOnce(
    drafts.map((flag) => {
      const { activityId: id, accountId, platform, kind, actedAt: publishedAt } = flag;
      return { activity: anActivity({ id, accountId, platform, kind, publishedAt }), flag };
    }),
  );
}

export async function findByHandle(
  { accounts }: Pick<Storage, 'accounts'>,
  platform: Platform,
  handle: string,
): Promise<Account | undefined> {
  const [found] = await accounts.findAccountsByHandle(platform, [handle]);
  return found;
}

export const A_SEAL: EvidenceSeal = {
  manifestSha256: 'ab'.repeat(32),
  sealedAt: NOW,
  items: [{ name: 'text.txt', mediaType: 'text/plain', bytes: 12, sha256: 'cd'.repeat(32) }],
  missing: [{ name: 'page.mhtml', reason: 'no_url', detail: 'tidak ada alamat' }],
};

export function anAccountDraft(given: Partial<AccountDraft> = {}): AccountDraft {
  return {
    nip: '198001012005011001',
    name: 'Pegawai Contoh',
    position: 'Analis Contoh',
    officeCode: 'dinas-contoh',
    region: '35.78',
    platform: 'bluesky',
    handle: `contoh-${randomUUID().slice(0, 8)}.example`,
    mandate: { decree: 'SK-1/CONTOH/2024', office: 'dinas-contoh', from: '2024-08-01', to: '2025-01-31' },
    proof: 'proven',
    ...given,
  };
}

export function aCoverageEntry(given: Partial<CoverageEntry> = {}): CoverageEntry {
  return {
    accountId: 'akun-contoh',
    officeCode: 'dinas-contoh',
    platform: 'bluesky',
    signal: 'posts',
    day: '2024-10-01',
    observation: { state: 'none' },
    skipped: {},
    at: NOW,
    ...given,
  };
}
