import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Account } from '../../src/domain/account.js';
import { createFolderStore } from '../../src/evidence/folder-store.js';
import { openPacks } from '../../src/evidence/open-packs.js';
import { bringReport } from '../../src/intake/reports/bring-report.js';
import { type CrashSite, openCrashSite } from '../integration/crash-site.js';
import { Supervised } from '../integration/supervisor.js';
import { findByHandle } from '../storage/builders.js';
import { anAccountDraft } from '../support/core.js';
import { until } from '../support/until.js';
import { type HeldPages, openHeldPages } from './held-pages.js';

// What looks behind links is killed (-9) as a process: while a page is asked for, while it is shown to be sealed, and
// while the next one takes over.

let site: CrashSite;
let pages: HeldPages;
let worker: Supervised;
let account: Account;

beforeAll(async () => {
  [site, pages] = await Promise.all([openCrashSite(), openHeldPages()]);
  const handle = `${pages.host}/contoh`;
  await site.core.storage.accounts.saveAccounts([{ ...anAccountDraft(900), platform: 'web', handle }]);
  account = (await findByHandle(site.core.storage, 'web', handle))!;
  const program = site.worker('read-link');
  worker = new Supervised({ ...program, env: { ...program.env, NETRA_ALLOW_PRIVATE_HOSTS: pages.host } });
});
afterAll(async () => {
  pages?.letGo();
  await worker?.stop();
  await pages?.close();
  await site?.close();
});

let receipts = 0;
async function bring(): Promise<{ id: string; receipt: string }> {
  const { reports, accounts } = site.core.storage;
  receipts += 1;
  const receipt = String(10 ** 15 + receipts);
  const brought = {
    id: randomUUID(),
    door: 'public',
    broughtAt: new Date(),
    channel: 'public',
    who: {},
    files: [],
    accountId: account.id,
    officeCode: account.officeCode,
    act: { kind: 'post', link: pages.url(`/contoh/${receipts}`), story: 'Contoh karangan.' },
  } as const;
  const { report } = await bringReport({ reports, accounts, enqueueLooks: site.core.enqueueLooks }, brought, {
    receipt,
  });
  return { id: report.id, receipt };
}

it('loses no link and seals it once, wherever what looks behind it was killed, and its thread opens', async () => {
  const { reports, audit } = site.core.storage;
  const brought: Awaited<ReturnType<typeof bring>>[] = [];
  // How many answers a look gets before the next one waits: none (asked), one (being sealed).
  for (const answered of [0, 1]) {
    pages.holdAfter(answered);
    brought.push(await bring());
    await until(() => pages.held() > 0);
    await worker.kill9();
    // Whoever takes over is killed as well, in the middle of the same.
    pages.holdAfter(answered);
    await until(() => pages.held() > 0);
    await worker.kill9();
    pages.letGo();
    await until(async () => (await reports.findReport(brought.at(-1)!.id))?.reading !== undefined);
  }
  const packs = openPacks(await createFolderStore(join(site.folder, 'data', 'links'), { clock: () => new Date() }));
  // An entry that waits beside its act gets its place a moment later.
  const entries = await until(async () => {
    const told = (await audit.listEntries({ limit: 200 })).filter(({ action }) => action === 'report_link_read');
    return told.length >= brought.length && told;
  }, 'an entry of each look');
  expect(entries.map(({ subject }) => subject).toSorted()).toEqual(brought.map(({ id }) => id).toSorted());
  for (const { id, receipt } of brought) {
    const { reading, lookDueAt } = (await reports.findReportByReceipt(receipt))!;
    expect({ outcome: reading?.outcome, lookDueAt }).toEqual({ outcome: 'seen', lookDueAt: undefined });
    const { id: flagId, ...seal } = reading!.pack!;
    expect((await packs.verify({ flagId, ...seal })).problems, id).toEqual([]);
    expect(entries.find(({ subject }) => subject === id)?.details.manifest).toBe(seal.manifestSha256);
  }
  const kept = readdirSync(join(site.folder, 'data', 'links'), { recursive: true, encoding: 'utf8' });
  expect(kept.filter((path) => path.endsWith('manifest.json'))).toHaveLength(brought.length);
  expect(await audit.verify()).toMatchObject({ ok: true });
  expect(worker.falls).toEqual([]);
});
