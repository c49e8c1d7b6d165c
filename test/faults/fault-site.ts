import { join } from 'node:path';
import { ensureUsers } from '../../src/console/access/create-user.js';
import { type CrashSite, openCrashSite, writeActs } from '../integration/crash-site.js';
import { type Ended, type Program, runOnce, Supervised } from '../integration/supervisor.js';
import { until } from '../support/until.js';
import { mountSmall, type SmallDisk } from './folder-faults.js';

const PASSWORD = 'Jembatan gantung 7 di hulu (contoh)';
const REVIEWER = 'penilai.contoh';

/** The installation of the crash test with the workers that open flags, and a console that a reviewer uses. */
export interface FaultSite extends CrashSite {
  readonly workers: { readonly evidence: Supervised; readonly schedule: Supervised };
  readonly console: FaultConsole;
  /** Evidence lies on it; `undefined` where none could be mounted. */
  readonly disk: SmallDisk | undefined;
  /** Imports acts of a series of their own to the end. */
  importActs(series: string, count: number): Promise<Ended>;
  countActs(): Promise<number>;
  /** Waits until no flag waits for evidence; returns how many are open. */
  whenAllOpen(): Promise<number>;
}

export async function openFaultSite(): Promise<FaultSite> {
  const site = await openCrashSite();
  const disk = mountSmall(join(site.folder, 'data/evidence'));
  const workers = {
    evidence: new Supervised(site.worker('capture-evidence')),
    schedule: new Supervised(site.worker('schedule')),
  };
  const console = await openFaultConsole(site);
  const importActs = async (series: string, count: number) =>
    site.run('import', await writeActs(site, { count, series }), '--json');
  await importActs('awal', 2_000);
  await whenAllOpen(site);
  return {
    ...site,
    workers,
    console,
    disk,
    importActs,
    async countActs() {
      const { marked, unmarked } = await site.core.storage.activities.countActs();
      return marked + unmarked;
    },
    whenAllOpen: () => whenAllOpen(site),
    async close() {
      await console.stop();
      await Promise.all(Object.values(workers).map((worker) => worker.stop()));
      disk?.unmount();
      await site.close();
    },
  };
}

async function whenAllOpen({ core }: Pick<CrashSite, 'core'>): Promise<number> {
  const { flags } = core.storage;
  await until(async () => {
    const { sealing } = await flags.countFlagsByState();
    if (sealing > 0) throw new Error(`${sealing} sealing`);
    return true;
  }, 'every flag is open');
  // Asked again: the counts of one answer are not of one moment.
  return (await flags.countFlagsByState()).open;
}

/** While `work` runs, the worker is stopped where it stands, and its jobs wait or go to others. */
export async function frozen<T>(worker: Supervised, work: () => Promise<T>): Promise<T> {
  process.kill(worker.pid!, 'SIGSTOP');
  return work().finally(() => process.kill(worker.pid!, 'SIGCONT'));
}

export function withEnv(program: Program, env: NodeJS.ProcessEnv): Program {
  return { ...program, env: { ...program.env, ...env } };
}

/** A program that prints where its console is, and its lines as they come. */
export async function startConsole(program: Program) {
  const running = runOnce(program);
  let said = '';
  running.child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const url = await until(() => /"console":"([^"]+)"/.exec(said)?.[1] ?? running.child.exitCode !== null, 'a console');
  if (typeof url === 'boolean') throw new Error(`${program.name}: ${(await running.ended).stderr}`);
  return { ...running, url };
}

export interface FaultConsole {
  get(path: string): Promise<Answer>;
  post(path: string, body?: object): Promise<Answer>;
  stop(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the console answers; the tests compare it
  readonly body: any;
  readonly ms: number;
}

async function openFaultConsole(site: CrashSite): Promise<FaultConsole> {
  const { users, audit, offices } = site.core.storage;
  const draft = {
    username: REVIEWER,
    displayName: 'Penilai Contoh',
    role: 'reviewer',
    officeCodes: ['OPD-1'],
  } as const;
  await ensureUsers({ users, audit, offices, clock: site.core.clock, actor: 'system:test' }, [
    { ...draft, password: PASSWORD },
  ]);
  const up = site.netra('up', '--console-only', '--json');
  const { url, child, ended } = await startConsole(withEnv(up, { NETRA_CONSOLE_PORT: '0' }));
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  const call = async (method: string, path: string, body?: object): Promise<Answer> => {
    const startedAt = performance.now();
    const response = await fetch(url + path, { method, headers, body: body && JSON.stringify(body) });
    const text = await response.text();
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    if (cookies.length > 0) headers.cookie = cookies.join('; ');
    return { status: response.status, body: text && JSON.parse(text), ms: performance.now() - startedAt };
  };
  const login = await call('POST', '/api/login', { username: REVIEWER, password: PASSWORD });
  headers['x-netra-csrf'] = login.body.csrfToken;
  return {
    get: (path) => call('GET', path),
    post: (path, body = {}) => call('POST', path, body),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
