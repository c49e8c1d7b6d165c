import { join } from 'node:path';
import { ensureUsers } from '../../src/console/access/create-user.js';
import { type CrashSite, openCrashSite, writeActs } from '../integration/crash-site.js';
import { type Ended, type Program, runOnce, Supervised } from '../integration/supervisor.js';
import { until } from '../support/until.js';
import { mountSmall, type SmallDisk } from './folder-faults.js';
import { endRunning } from './in-test.js';

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
  // Closed in the opposite order, also where the opening itself breaks off.
  const closers: (() => unknown)[] = [];
  const close = async () => {
    for (const end of closers.splice(0).reverse()) await end();
  };
  try {
    return { ...(await openParts(closers)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openParts(closers: (() => unknown)[]): Promise<Omit<FaultSite, 'close'>> {
  const site = await openCrashSite();
  closers.push(site.close);
  const disk = mountSmall(join(site.folder, 'data/evidence'));
  closers.push(() => disk?.unmount());
  const supervise = (queues: string) => {
    const worker = new Supervised(site.worker(queues));
    closers.push(() => worker.stop());
    return worker;
  };
  const workers = { evidence: supervise('capture-evidence'), schedule: supervise('schedule') };
  const console = await openFaultConsole(site, closers);
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

export function withEnv(program: Program, env: NodeJS.ProcessEnv): Program {
  return { ...program, env: { ...program.env, ...env } };
}

/** Waits until a program that was just started prints where its console is. */
export async function startConsole(running: ReturnType<typeof runOnce>) {
  let said = '';
  running.child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const url = await until(() => /"console":"([^"]+)"/.exec(said)?.[1] ?? running.child.exitCode !== null, 'a console');
  if (typeof url === 'boolean') throw new Error(`no console: ${(await running.ended).stderr}`);
  return { ...running, url };
}

export interface FaultConsole {
  get(path: string): Promise<Answer>;
  post(path: string, body?: object): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the console answers; the tests compare it
  readonly body: any;
  readonly ms: number;
}

async function openFaultConsole(site: CrashSite, closers: (() => unknown)[]): Promise<FaultConsole> {
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
  // A verdict counts at once: what is tried here is the act itself, not the time to take it back.
  const running = runOnce(withEnv(up, { NETRA_CONSOLE_PORT: '0', NETRA_UNDO_SECONDS: '0' }));
  closers.push(() => endRunning(running));
  const { url } = await startConsole(running);
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
  };
}
