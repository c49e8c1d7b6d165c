import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { ensureUsers } from '../../src/console/access/create-user.js';
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
// while the next one takes over. Then the console while it takes the decision, and what seals the flag that comes of it.

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

const brought: Awaited<ReturnType<typeof bring>>[] = [];

it('loses no link and seals it once, wherever what looks behind it was killed, and its thread opens', async () => {
  const { reports, audit } = site.core.storage;
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

/** After the decision was sent, in milliseconds: before it is written, and about when it is. */
const DECIDING_MS = [5, 60];

it('decides once and opens one flag, wherever console and sealing were killed, and its thread opens', async () => {
  const { reports, flags, audit } = site.core.storage;
  const reviewer = await openConsole();
  for (const [place, { id }] of brought.entries()) {
    const sent = reviewer.decide(id);
    await wait(DECIDING_MS[place]!);
    await reviewer.kill9();
    await sent;
    await until(async () => {
      await reviewer.decide(id);
      return (await reports.findReport(id))?.state === 'decided';
    }, 'the decision');
  }
  await reviewer.stop();
  const evidence = join(site.folder, 'data', 'evidence');
  const program = site.worker('capture-evidence,schedule');
  const sealing = new Supervised({ ...program, env: { ...program.env, NETRA_ALLOW_PRIVATE_HOSTS: pages.host } });
  // In the middle of the first pack, or just behind it.
  await until(() => existsSync(evidence) && readdirSync(evidence).length > 0, 'a pack');
  await sealing.kill9();
  const opened = await until(async () => {
    const { flags: open } = await flags.listFlagQueue({ state: 'open' }, { limit: 10 });
    return open.length >= brought.length && open;
  }, 'open flags');
  await sealing.stop();
  expect(sealing.falls).toEqual([]);
  const decided = await Promise.all(brought.map(({ receipt }) => reports.findReportByReceipt(receipt)));
  expect(decided.map((report) => report?.flagId).toSorted()).toEqual(opened.map(({ id }) => id).toSorted());
  const packs = openPacks(await createFolderStore(evidence, { clock: () => new Date() }));
  for (const { id: flagId, evidence: seal } of opened) {
    expect((await packs.verify({ flagId, ...seal! })).problems, flagId).toEqual([]);
  }
  const told = (await audit.listEntries({ limit: 200 })).filter(({ action }) => action === 'report_decided');
  expect(told.map(({ subject }) => subject).toSorted()).toEqual(brought.map(({ id }) => id).toSorted());
  expect(await audit.verify()).toMatchObject({ ok: true });
});

/** A reviewer at a console of its own process, who asks again wherever no answer came. */
async function openConsole() {
  const { users, offices, audit, reports } = site.core.storage;
  const someone = {
    username: 'peninjau',
    displayName: 'Peninjau Contoh',
    role: 'reviewer',
    officeCodes: ['OPD-1'],
  } as const;
  const deps = { users, offices, audit, clock: () => new Date(), actor: 'system:test' } as const;
  await ensureUsers(deps, [{ ...someone, password: PASSWORD }]);
  let running = await start();
  const call = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(`${running.base}${path}`, {
      method: 'POST',
      headers: { origin: running.base, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const login = await call('/api/login', { username: someone.username, password: PASSWORD });
  const { csrfToken } = (await login.json()) as { csrfToken: string };
  const session = { cookie: login.headers.getSetCookie()[0]!.split(';')[0]!, 'x-netra-csrf': csrfToken };
  return {
    /** What is answered: 409 where it counts already; nothing where the console died over it. */
    async decide(id: string): Promise<number | undefined> {
      const { version: seenVersion } = (await reports.findReport(id))!;
      const checked = {
        kind: 'post',
        words: 'Ayo coblos Bram-Sekar nomor 1 (contoh).',
        actedAt: new Date().toISOString(),
      };
      const body = { outcome: 'true', reason: 'Dicocokkan (contoh).', checked, seenVersion };
      const answer = await call(`/api/reports/${id}/decision`, body, session).catch(() => undefined);
      return answer?.status;
    },
    async kill9() {
      await end(running.child, 'SIGKILL');
      running = await start();
    },
    stop: () => end(running.child, 'SIGTERM'),
  };
}

const PASSWORD = 'Jembatan gantung 7 di hulu (contoh)';

async function start(): Promise<{ child: ChildProcess; base: string }> {
  const { args, env } = site.netra('up', '--console-only', '--json');
  const child = spawn(process.execPath, args, {
    env: { ...env, NETRA_CONSOLE_PORT: '0', NETRA_UNDO_SECONDS: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, base: (JSON.parse(String(line)) as { console: string }).console };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
