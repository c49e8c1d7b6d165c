import { fileURLToPath } from 'node:url';
import { getKeys } from '../config/keys.js';
import type { Config, Secrets } from '../config/read-config.js';
import { createConsole } from '../console/create-console.js';
import type { ConsoleDeps } from '../console/deps.js';
import { PermanentError, RetryableError } from '../domain/errors.js';
import type { OpenIdDoor } from '../domain/open-id.js';
import { subkeyOf } from '../domain/sealed-bytes.js';
import { openOpenIdDoor } from '../openid/open-id-door.js';
import { APP_FAULTS } from '../words/app.js';
import { CONSOLE_PORT_TAKEN } from '../words/cli/services.js';
import { sayAdvice, sayError } from '../words/say.js';
import { type ConsoleAddress, openConsoleAddress } from './console-address.js';
import { consoleDeps } from './console-deps.js';
import type { Core, CoreOptions } from './core.js';
import { type DigestParts, openDigests } from './digests.js';
import { type Judging, openJudging } from './judging.js';
import { openReading, type ReadingParts } from './reading.js';
import { openReportDesk } from './report-desk.js';
import { openReportFiles } from './report-files.js';
import { rolesWithSecondStep } from './second-step-roles.js';
import { invitationSender, resetNoticeSender } from './send-to-person.js';
import { namesOf, startWorkers } from './start-workers.js';

export interface InstallationOptions extends CoreOptions {
  /** The demo's own mail catcher; else `SMTP_URL`. */
  readonly smtpUrl?: string;
}

/** A whole Netra in one process: what `netra up`, the demo and the workers' own entry are made of. */
export interface Installation extends Judging {
  readonly reading: ReadingParts;
  readonly digests: DigestParts;
  startWorkers(options?: {
    queues?: string;
    every?: { collect?: number; digest?: number; recover?: number };
  }): Promise<void>;
  /** Returns the address people open. */
  startConsole(options: { port: number }): Promise<string>;
}

/** A second `netra up` on one machine shares the work, but not the console's port. */
function asListenError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== 'EADDRINUSE') return error;
  const { message, hint } = sayAdvice(CONSOLE_PORT_TAKEN, 'id', { port });
  return new PermanentError(message, hint, { cause: error });
}

/** The built browser app; the same folder from the sources and from `dist/`. */
const WEB_DIR = fileURLToPath(
  new URL(import.meta.url.includes('/dist/') ? '../../web' : '../../dist/web', import.meta.url),
);
const SESSION_HOURS = 10;

export async function openInstallation(options: InstallationOptions): Promise<Installation> {
  // Closed in the opposite order: nothing is taken away from under something that still runs.
  const closers: (() => unknown)[] = [];
  const close = async () => {
    for (const end of closers.splice(0).reverse()) await end();
  };
  try {
    const parts = await openParts(options, closers);
    return { ...parts, ...starters(options, parts, closers), close: () => closeParts(parts, close) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What the workers could not hand back is said last, when all is closed. */
async function closeParts({ core, ended }: Parts, close: () => Promise<void>): Promise<void> {
  core.beginEnd();
  await close();
  if (ended.untold === 0) return;
  throw new RetryableError(...sayError(APP_FAULTS.unfinished, 'id', { jobs: ended.untold }));
}

type Parts = Omit<Judging, 'close'> &
  Pick<Installation, 'reading' | 'digests'> & {
    readonly consoleAddress: ConsoleAddress;
    readonly ended: { untold: number };
  };

async function openParts(options: InstallationOptions, closers: (() => unknown)[]): Promise<Parts> {
  const judging = await openJudging(options);
  closers.push(judging.close);
  const { core } = judging;
  const reading = await openReading(core);
  closers.push(reading.close);
  const consoleAddress = openConsoleAddress(options.config.console);
  const digests = openDigests(core, { consoleUrl: consoleAddress.current, smtpUrl: options.smtpUrl });
  closers.push(digests.close);
  return { ...judging, reading, digests, consoleAddress, ended: { untold: 0 } };
}

function starters(
  { config, log }: InstallationOptions,
  parts: Parts,
  closers: (() => unknown)[],
): Pick<Installation, 'startWorkers' | 'startConsole'> {
  const { core, reading, screener, takeIn, digests, consoleAddress } = parts;
  const { publicUrl, trustedProxies, undoMs } = config.console;
  const secondStepRoles = rolesWithSecondStep(config.console);
  return {
    async startWorkers({ queues, every } = {}) {
      const names = namesOf(queues);
      const workers = await startWorkers({ core, reading, takeIn, screener: screener.current, digests, names, every });
      closers.push(async () => {
        parts.ended.untold += await workers.close();
      });
    },
    async startConsole({ port }) {
      const app = await createConsole({
        deps: await openConsoleDeps(core, { reading, screener, digests }, closers),
        clock: core.clock,
        publicUrl,
        webDir: WEB_DIR,
        sessionHours: SESSION_HOURS,
        isSecure: publicUrl?.startsWith('https:') ?? false,
        trustedProxies,
        undoMs,
        secondStepRoles,
        reports: { origins: config.reportOrigins },
        openId: openIdDoorOf(config.console, core.secrets),
        secret: consoleSecret(config, core.secrets),
        tell: core.failures.tell,
        logger: log,
      });
      closers.push(() => app.close());
      const url = await app.listen({ host: config.console.host, port }).catch((error) => {
        throw asListenError(error, port);
      });
      consoleAddress.listensOn(url);
      return url;
    },
  };
}

function openIdDoorOf(
  { openId }: Config['console'],
  { openIdClientSecret: clientSecret }: Pick<Secrets, 'openIdClientSecret'>,
): OpenIdDoor | undefined {
  return openId && clientSecret ? openOpenIdDoor({ ...openId, clientSecret }) : undefined;
}

/** What the console is given, opened; each part is closed with the rest. */
async function openConsoleDeps(
  core: Core,
  { reading, screener, digests }: Pick<Parts, 'reading' | 'screener' | 'digests'>,
  closers: (() => unknown)[],
): Promise<ConsoleDeps> {
  const loginCounters = await core.openCounters();
  closers.push(loginCounters.close);
  const reportFiles = await openReportFiles(core, reading.picturePool);
  closers.push(reportFiles.close);
  const { store, printPage, linkPacks } = reading;
  const parts = { ...reportFiles, linkStore: linkPacks.store, printPage, screener: screener.current };
  const reportDesk = openReportDesk(core, parts);
  const mails = { sendInvitation: invitationSender(digests.deps), sendResetNotice: resetNoticeSender(digests.deps) };
  return consoleDeps({ core, store, screener, loginCounters, reportFiles, reportDesk, mails });
}

/** A key of its own from the one that is there: what names a browser can name nothing else. */
function consoleSecret(config: Config, secrets: Secrets): Uint8Array {
  return subkeyOf(getKeys(config, secrets, ['hashKey']).hashKey, 'netra console');
}
