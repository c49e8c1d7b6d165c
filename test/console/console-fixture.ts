import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import type { LoginLimits } from '../../src/console/access/login-limits.js';
import type { ConsoleApp, Tell } from '../../src/console/context.js';
import { createConsole } from '../../src/console/create-console.js';
import type { ConsoleDeps } from '../../src/console/deps.js';
import type { HttpPatience } from '../../src/console/http-limits.js';
import type { ReportLimits } from '../../src/console/lapor/budgets.js';
import type { UploadPatience } from '../../src/console/upload-patience.js';
import type { Role } from '../../src/domain/abilities.js';
import type { Election } from '../../src/domain/election.js';
import type { OpenIdDoor } from '../../src/domain/open-id.js';
import { subkeyOf } from '../../src/domain/sealed-bytes.js';
import { type BroughtFiles, openBroughtFiles } from '../../src/evidence/brought-files.js';
import { createPictureDrawer } from '../../src/evidence/drawing-process.js';
import type { EvidenceStore } from '../../src/evidence/evidence-store.js';
import { createFolderStore } from '../../src/evidence/folder-store.js';
import { openPacks } from '../../src/evidence/open-packs.js';
import { UPLOAD_LIMITS } from '../../src/intake/uploads/upload-limits.js';
import { looksOfCuts } from '../../src/pictures/look-of-picture.js';
import { wayOf } from '../../src/platforms/index.js';
import { openCounters } from '../../src/queues/open-counters.js';
import { createFlagEvidence } from '../../src/steps/flag-evidence.js';
import type { Storage } from '../../src/storage/storage.js';
import { testServices, uniqueName } from '../support/test-services.js';
import { testReportDesk } from './report-desk.js';
import { NOW, PASSWORD, RULE_ENTRIES, type SampleAct, screener, TICKETS } from './sample.js';
import { laySample } from './sample-snapshot.js';
import { createActAdder, type FilesOf, KEYS, openSampleStorage, smallFiles } from './seed-sample.js';

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
  /** Else as the console has it. */
  readonly calibrateEvery?: number;
  readonly reportLimits?: ReportLimits;
  readonly reportOrigins?: readonly string[];
  readonly reportPatience?: UploadPatience;
  readonly acts?: readonly SampleAct[];
  /** Else none is loaded. */
  readonly elections?: readonly Election[];
  /** Else the sample: what lies in database and folder before the console opens them. */
  readonly lay?: (to: {
    databaseName: string;
    dataDir: string;
    evidenceDir: string;
  }) => Promise<{ accountIds: readonly string[] }>;
  /** Else no mail goes out. */
  readonly sendInvitation?: ConsoleDeps['sendInvitation'];
  readonly sendResetNotice?: ConsoleDeps['sendResetNotice'];
  readonly secondStepRoles?: readonly Role[];
  readonly openId?: OpenIdDoor;
  /** Else one that nobody listens at. */
  readonly publicUrl?: string;
  /** Else a failure that nobody awaits ends the run. */
  readonly tell?: Tell;
  /** Else every flag is told in the sample's own words. */
  readonly sets?: (storage: Storage) => ConsoleDeps['sets'];
  /** Contents of the evidence of each flag beside the act itself; small invented bytes without it. */
  readonly files?: FilesOf;
}

/** Our own fake of a house's log-in, which lets nobody in. */
export const CLOSED_OPEN_ID: OpenIdDoor = {
  name: 'akun contoh',
  ask: async () => ({ address: '/', question: { state: 's', nonce: 'n', verifier: 'v' } }),
  take: async () => undefined,
};

const noMail = () => Promise.reject(new Error('no mail server here'));

const failOnFailure: Tell = (where, error) => {
  throw new Error(`untold failure in ${where}`, { cause: error });
};

/** A console on real storage and a real evidence folder, with users of every role and the sample acts. */
export async function startConsoleFixture(options: FixtureOptions = {}): Promise<ConsoleFixture> {
  let now = NOW;
  const clock = () => now;
  const databaseName = uniqueName('console');
  const dataDir = await mkdtemp(join(tmpdir(), 'netra-console-'));
  const evidenceDir = join(dataDir, 'evidence');
  await mkdir(evidenceDir);
  const { acts, files = smallFiles } = options;
  const lay = options.lay ?? ((to) => laySample(acts ? 'none' : files, to));
  const { accountIds } = await lay({ databaseName, dataDir, evidenceDir });
  const storage = await openSampleStorage(databaseName);
  const evidence = await createFolderStore(evidenceDir, { clock });
  const linkPacks = await createFolderStore(join(dataDir, 'links'), { clock });
  const loginCounters = await openCounters({
    redisUrl: testServices().redisUrl,
    prefix: options.queuePrefix ?? databaseName,
    onError: (error) => failOnFailure('redis', error),
  });
  const key = subkeyOf(KEYS.hashKey, 'netra brought file');
  const broughtFiles = await openBroughtFiles(join(dataDir, 'reports'), { key, now: NOW });
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
    sendInvitation: options.sendInvitation ?? noMail,
    sendResetNotice: options.sendResetNotice ?? noMail,
    loginCounters,
    wayOf,
    evidence: createFlagEvidence({ packs: openPacks(evidence), activities: storage.activities }),
    sets: options.sets?.(storage) ?? { wordsOf: async () => screener },
    rules: () => RULE_ENTRIES,
    tickets: () => Object.entries(TICKETS).map(([id, label]) => ({ id, label })),
    countElectionsInForce: () => 1,
    elections: () => options.elections ?? [],
    looksOfPicture: looksOfCuts,
  };
  const addAct = createActAdder({ storage, evidence, accountIds, files });
  for (const act of acts ?? []) await addAct(act);
  const app = await createConsole({
    deps,
    clock,
    publicUrl: options.publicUrl ?? 'http://localhost',
    webDir: options.webDir ?? join(evidenceDir, 'no-web'),
    sessionHours: options.sessionHours ?? SESSION_HOURS,
    isSecure: false,
    tell: options.tell ?? failOnFailure,
    loginLimits: options.loginLimits,
    patience: options.patience,
    trustedProxies: options.trustedProxies,
    undoMs: options.undoMs ?? 0,
    calibrateEvery: options.calibrateEvery,
    secondStepRoles: options.secondStepRoles ?? [],
    openId: options.openId,
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
