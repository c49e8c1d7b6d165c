import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import { ensureUsers } from '../../src/console/access/create-user.js';
import type { LoginLimits } from '../../src/console/access/login-limits.js';
import type { ConsoleApp, Tell } from '../../src/console/context.js';
import { createConsole } from '../../src/console/create-console.js';
import type { ConsoleDeps } from '../../src/console/deps.js';
import type { HttpPatience } from '../../src/console/http-limits.js';
import type { ReportLimits } from '../../src/console/lapor/budgets.js';
import type { UploadPatience } from '../../src/console/upload-patience.js';
import type { Activity } from '../../src/domain/activity.js';
import { canonicalJson } from '../../src/domain/canonical-json.js';
import type { NotObservableReason, Observation } from '../../src/domain/coverage.js';
import type { EvidenceItemName } from '../../src/domain/evidence.js';
import { SIGNALS, type Signal } from '../../src/domain/platform.js';
import { localDay, timeZoneOf } from '../../src/domain/region.js';
import { type BroughtFiles, openBroughtFiles } from '../../src/evidence/brought-files.js';
import { createPictureDrawer } from '../../src/evidence/drawing-process.js';
import type { EvidenceStore, PackFile } from '../../src/evidence/evidence-store.js';
import { createFolderStore } from '../../src/evidence/folder-store.js';
import { openPacks } from '../../src/evidence/open-packs.js';
import { sealOf, sealPack } from '../../src/evidence/seal-pack.js';
import { UPLOAD_LIMITS } from '../../src/intake/uploads/upload-limits.js';
import { openCounters } from '../../src/queues/open-counters.js';
import { createFlagEvidence } from '../../src/steps/flag-evidence.js';
import { toSealedAct } from '../../src/steps/sealed-act.js';
import type { FlagDraft } from '../../src/storage/flag-document.js';
import { openStorage } from '../../src/storage/open-storage.js';
import type { Storage } from '../../src/storage/storage.js';
import { findByHandle } from '../storage/builders.js';
import { testServices, uniqueName } from '../support/test-services.js';
import { testReportDesk } from './report-desk.js';
import {
  ACCOUNTS,
  ACTS,
  NOW,
  OFFICES,
  PASSWORD,
  RULE_ENTRIES,
  type SampleAct,
  screener,
  TICKETS,
  USERS,
} from './sample.js';

export interface ConsoleFixture {
  readonly app: ConsoleApp;
  readonly storage: Storage;
  /** For tests that write the database as somebody else would. */
  readonly databaseName: string;
  readonly evidence: EvidenceStore;
  readonly evidenceDir: string;
  /** Packs of links that were brought. */
  readonly linkPacks: EvidenceStore;
  /** Holds `evidenceDir` and what people brought. */
  readonly dataDir: string;
  /** What people brought, as it lies sealed in a folder of its own. */
  readonly broughtFiles: BroughtFiles;
  readonly accountIds: readonly string[];
  /** Sets the console's clock; storage keeps what it is told. */
  setNow(now: Date): void;
  addAct(act: SampleAct, options?: { isSealed?: boolean }): Promise<void>;
  close(): Promise<void>;
}

/** The server's own sweep goes by the machine's clock, which is past `NOW`: sessions must not expire under a test. */
const SESSION_HOURS = 20 * 365 * 24;

export interface FixtureOptions {
  readonly sessionHours?: number;
  readonly webDir?: string;
  readonly loginLimits?: LoginLimits;
  readonly patience?: HttpPatience;
  readonly trustedProxies?: number | readonly string[];
  /** For tests that let a wait run out. */
  readonly queuePrefix?: string;
  /** Else a decision counts at once. */
  readonly undoMs?: number;
  readonly reportLimits?: ReportLimits;
  readonly reportOrigins?: readonly string[];
  readonly reportPatience?: UploadPatience;
  readonly acts?: readonly SampleAct[];
  /** Else no mail goes out. */
  readonly sendInvitation?: ConsoleDeps['sendInvitation'];
  /** Else a failure that nobody awaits ends the run. */
  readonly tell?: Tell;
  /** Else every flag is told in the sample's own words. */
  readonly sets?: (storage: Storage) => ConsoleDeps['sets'];
  /** Contents of the evidence of each flag beside the act itself; small invented bytes without it. */
  readonly files?: (act: SampleAct) => Promise<readonly PackFile[]> | readonly PackFile[];
}

const failOnFailure: Tell = (where, error) => {
  throw new Error(`untold failure in ${where}`, { cause: error });
};

/** A console on real storage and a real evidence folder, with users of every role and the sample acts. */
export async function startConsoleFixture(options: FixtureOptions = {}): Promise<ConsoleFixture> {
  let now = NOW;
  const clock = () => now;
  const databaseName = uniqueName('console');
  const storage = await openStorage({
    uri: testServices().mongodbUri,
    databaseName,
    hashKey: Buffer.alloc(32, 1),
    fieldKey: Buffer.alloc(32, 2),
    auditKey: Buffer.alloc(32, 3),
  });
  const dataDir = await mkdtemp(join(tmpdir(), 'netra-console-'));
  const evidenceDir = join(dataDir, 'evidence');
  await mkdir(evidenceDir);
  const evidence = await createFolderStore(evidenceDir, { clock });
  const linkPacks = await createFolderStore(join(dataDir, 'links'), { clock });
  const loginCounters = await openCounters({
    redisUrl: testServices().redisUrl,
    prefix: options.queuePrefix ?? databaseName,
    onError: (error) => failOnFailure('redis', error),
  });
  const broughtFiles = await openBroughtFiles(join(dataDir, 'reports'), { key: Buffer.alloc(32, 4), now: NOW });
  const drawer = createPictureDrawer();
  const uploads = { limits: UPLOAD_LIMITS, drawPicture: drawer.drawPicture, keepFile: broughtFiles.keepFile };
  const { reports, accounts } = storage;
  const deps: ConsoleDeps = {
    ...storage,
    reportDesk: testReportDesk({ storage, files: broughtFiles, uploads, linkStore: linkPacks, clock }),
    publicDoor: {
      reports,
      accounts,
      uploads,
      enqueueLooks: async () => {},
      findReportKey: storage.reportKeys.findReportKey,
    },
    sendInvitation: options.sendInvitation ?? (() => Promise.reject(new Error('no mail server here'))),
    loginCounters,
    evidence: createFlagEvidence({ packs: openPacks(evidence), activities: storage.activities }),
    sets: options.sets?.(storage) ?? { wordsOf: async () => screener },
    rules: () => RULE_ENTRIES,
    tickets: () => Object.entries(TICKETS).map(([id, label]) => ({ id, label })),
    countElectionsInForce: () => 1,
  };
  await seedPeople(storage, clock);
  const accountIds = await seedAccounts(storage);
  await seedCoverage(storage, accountIds);
  const addAct = createActAdder({ storage, evidence, accountIds, files: options.files ?? smallFiles });
  for (const act of options.acts ?? ACTS) await addAct(act);
  const app = await createConsole({
    deps,
    clock,
    publicUrl: 'http://localhost',
    webDir: options.webDir ?? join(evidenceDir, 'no-web'),
    sessionHours: options.sessionHours ?? SESSION_HOURS,
    isSecure: false,
    tell: options.tell ?? failOnFailure,
    loginLimits: options.loginLimits,
    patience: options.patience,
    trustedProxies: options.trustedProxies,
    undoMs: options.undoMs ?? 0,
    secret: Buffer.alloc(32, 3),
    reports: {
      limits: options.reportLimits,
      origins: options.reportOrigins ?? [],
      patience: options.reportPatience,
    },
  });
  return {
    app,
    storage,
    databaseName,
    evidence,
    dataDir,
    evidenceDir,
    linkPacks,
    broughtFiles,
    accountIds,
    setNow: (instant) => {
      now = instant;
    },
    addAct,
    async close() {
      await app.close();
      drawer.close();
      await loginCounters.close();
      await storage.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function seedPeople(storage: Storage, clock: () => Date): Promise<void> {
  await storage.offices.saveOffices(OFFICES);
  const drafts = USERS.map((user) => ({ ...user, password: PASSWORD }));
  const { users, audit, offices } = storage;
  await ensureUsers({ users, audit, offices, clock, actor: 'system:test' }, drafts);
}

async function seedAccounts(storage: Storage): Promise<string[]> {
  await storage.accounts.saveAccounts(
    ACCOUNTS.map((account, i) => ({
      ...account,
      nip: `19800101200501100${i}`,
      region: OFFICES.find((o) => o.code === account.officeCode)!.region,
      platform: 'bluesky' as const,
      mandate: {
        decree: 'SK Wali Kota Contoh 188/1/2026',
        office: 'BKPSDM Contoh',
        from: '2026-01-01',
        to: '2027-06-30',
      },
      proof: 'proven' as const,
    })),
  );
  const found = await Promise.all(ACCOUNTS.map((a) => findByHandle(storage, 'bluesky', a.handle)));
  return found.map((a) => a!.id);
}

const HIDDEN: Partial<Record<Signal, NotObservableReason>> = { likes: 'not_offered', follows: 'login_wall' };

async function seedCoverage(storage: Storage, accountIds: readonly string[]): Promise<void> {
  const yesterday = new Date(NOW.getTime() - 24 * 3_600_000);
  await storage.coverage.recordCoverage([...coverageOf(accountIds, yesterday), ...coverageOf(accountIds, NOW)]);
}

function coverageOf(accountIds: readonly string[], at: Date) {
  return accountIds.flatMap((accountId, i) =>
    SIGNALS.map((signal) => {
      const account = ACCOUNTS[i]!;
      const { region } = OFFICES.find((o) => o.code === account.officeCode)!;
      const reason = i % 2 === 0 ? HIDDEN[signal] : undefined;
      const observation: Observation = reason
        ? { state: 'not_observable', reason }
        : signal === 'posts'
          ? { state: 'seen', count: i + 1 }
          : { state: 'none' };
      const { officeCode } = account;
      const day = localDay(at, timeZoneOf(region));
      return { accountId, officeCode, platform: 'bluesky' as const, signal, day, observation, skipped: {}, at };
    }),
  );
}

function smallFiles({ text }: SampleAct): PackFile[] {
  const file = (name: EvidenceItemName, content: string) => ({ name, content: Buffer.from(content) });
  return [
    file('viewport.png', '\u0089PNG contoh <script>window.hacked=6</script>'),
    file('page.mhtml', '<html><script>window.hacked=7</script></html>'),
    file('text.txt', `<b>${text}</b>`),
  ];
}

function sealedAct({ region, ...activity }: Activity & { region: string }): Buffer {
  return canonicalJson(toSealedAct({ id: activity.accountId, region, position: 'Pelaksana' }, activity));
}

function createActAdder(given: {
  storage: Storage;
  evidence: EvidenceStore;
  accountIds: readonly string[];
  files: NonNullable<FixtureOptions['files']>;
}) {
  const { storage, evidence, accountIds } = given;
  return async (act: SampleAct, { isSealed = true } = {}): Promise<void> => {
    const at = new Date(NOW.getTime() - act.hoursAgo * 3_600_000);
    const accountId = accountIds[act.account]!;
    const { officeCode } = ACCOUNTS[act.account]!;
    const { region } = OFFICES.find((o) => o.code === officeCode)!;
    const { id, kind, text } = act;
    const common = { accountId, platform: 'bluesky', kind } as const;
    const url = `https://bsky.contoh.test/profile/${ACCOUNTS[act.account]!.handle}/post/${id}`;
    const activity: Activity = {
      ...common,
      ...{
        id,
        text,
        url,
        source: 'bluesky',
        externalId: `at://did:plc:contoh/${id}`,
        publishedAt: at,
        publishedAtSource: act.publishedAtSource,
        collectedAt: at,
      },
      ...(act.target ? { target: act.target } : {}),
    };
    const flag: FlagDraft = {
      ...common,
      ...{ id, activityId: id, officeCode, region, actedAt: at, stage: 'campaign', createdAt: at },
      ...{ matches: act.matches, cleared: act.cleared ?? [], ...(act.notes && { notes: act.notes }) },
      sides: act.sides,
      points: act.points,
      ...{ ruleset: `sha256:${'a1'.repeat(32)}`, elections: `sha256:${'b2'.repeat(32)}`, engine: '0.1.0' },
    };
    await storage.activities.saveMarkedOnce([{ activity, flag }]);
    if (!isSealed) return;
    const pack = sealPack(
      {
        ...{ flagId: id, activityId: id, url, finalUrl: url, status: 200, textSource: 'page' },
        ...{ startedAt: at.toISOString(), sealedAt: new Date(at.getTime() + 4000).toISOString() },
        environment: { netra: '0.1.0', browser: 'Chromium (contoh)', viewport: '1280x900', os: 'linux' },
        missing: [{ name: 'fullpage.png', reason: 'timeout', detail: 'halaman tidak selesai dimuat' }],
      },
      [...(await given.files(act)), { name: 'activity.json', content: sealedAct({ ...activity, region }) }],
    );
    const seal = sealOf(id, await evidence.saveOnce(pack));
    await storage.flags.openFlag(id, seal, new Date(at.getTime() + 5000));
  };
}

export interface Caller {
  get(url: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  post(url: string, body?: unknown, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  readonly cookie: string;
  readonly csrfToken: string;
}

/** Logs in by the API and keeps cookie and token; `undefined` stays a stranger. */
export async function callAs(app: ConsoleApp, username?: string): Promise<Caller> {
  let cookie = '';
  let csrfToken = '';
  if (username !== undefined) {
    const login = await app.inject({ method: 'POST', url: '/api/login', payload: { username, password: PASSWORD } });
    if (login.statusCode !== 200) throw new Error(`log-in of ${username}: ${login.statusCode} ${login.body}`);
    cookie = login.cookies.map((c) => `${c.name}=${c.value}`).join('; ');
    ({ csrfToken } = login.json());
  }
  const own = { ...(cookie ? { cookie } : {}), ...(csrfToken ? { 'x-netra-csrf': csrfToken } : {}) };
  return {
    cookie,
    csrfToken,
    get: (url, headers = {}) => app.inject({ method: 'GET', url, headers: { ...own, ...headers } }),
    post: (url, body = {}, headers = {}) =>
      app.inject({ method: 'POST', url, payload: body as object, headers: { ...own, ...headers } }),
  };
}
