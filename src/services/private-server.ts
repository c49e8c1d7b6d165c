import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { RetryableError } from '../domain/errors.js';
import { SERVER_LINES } from '../words/adapters/services.js';
import { sayIn } from '../words/say.js';
import { takeFreePort } from './free-port.js';
import { markProcess, type ProcessMark } from './process-mark.mjs';
import { endProcess, removeRecord, sendSignal, writeRecord } from './server-record.js';
import { endWithParent, whenReady } from './spawned-server.js';

const say = sayIn('id');

/** What differs between one server program and another. */
export interface ServerSpec {
  readonly name: 'MongoDB' | 'Redis';
  readonly command: string;
  readonly args: (port: number) => string[];
  /** Printed by the server itself once it listens, so that no stranger on the same port is taken for it. */
  readonly readyLine: RegExp;
  readonly afterReady?: (port: number) => Promise<void>;
  readonly folder: string;
  readonly recordPath: string;
  /** Goes into the record, for other programs of the same owner that join. */
  readonly password: string;
}

export interface PrivateServerDeps {
  readonly spec: ServerSpec;
  /** Only PATH, HOME and the language reach the server: secrets are no business of it. */
  readonly env: NodeJS.ProcessEnv;
  readonly log: (line: string) => void;
}

const PORT_TRIES = 8;
const RESTARTS_PER_MINUTE = 5;
const SAME_PORT_LIMIT_MS = 10_000;
const SAME_PORT_PAUSE_MS = 100;

/** One server program that lives and dies with ours. Comes back on the same port and data when it falls over. */
export class PrivateServer {
  #child: ChildProcess | undefined;
  #mark: ProcessMark | undefined;
  #port = 0;
  #isWanted = false;
  readonly #restartedAt: number[] = [];

  private constructor(private readonly deps: PrivateServerDeps) {}

  static async start(deps: PrivateServerDeps): Promise<PrivateServer> {
    const server = new PrivateServer(deps);
    await server.#startOnFreePort();
    return server;
  }

  get port(): number {
    return this.#port;
  }

  /** The process as it is now; another one after each restart. */
  get pid(): number | undefined {
    return this.#mark?.pid;
  }

  /** Kills it as a power cut would, and leaves it dead until `restart`. For crash tests. */
  async kill9(): Promise<void> {
    this.#isWanted = false;
    await this.#leave('SIGKILL');
  }

  /** Brings it back on the same port with the same data. */
  async restart(): Promise<void> {
    this.#isWanted = false;
    if (this.#mark) await endProcess(this.#mark);
    await this.#startOnSamePort();
  }

  async stop(): Promise<void> {
    this.#isWanted = false;
    if (this.#mark) await endProcess(this.#mark);
    removeRecord(this.deps.spec.recordPath);
  }

  /** For the last moment of our process, where nothing can be waited for. */
  stopAtExit(): void {
    this.#isWanted = false;
    if (this.#mark) sendSignal(this.#mark, 'SIGTERM');
  }

  async #startOnFreePort(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      this.#port = await takeFreePort();
      try {
        return await this.#launch();
      } catch (error) {
        // Between asking for a port and taking it, somebody else may have taken it.
        if (!(error instanceof RetryableError) || attempt === PORT_TRIES) throw error;
      }
    }
  }

  async #startOnSamePort(): Promise<void> {
    for (let waitedMs = 0; ; waitedMs += SAME_PORT_PAUSE_MS) {
      try {
        return await this.#launch();
      } catch (error) {
        if (!(error instanceof RetryableError) || waitedMs >= SAME_PORT_LIMIT_MS) throw error;
        await pause(SAME_PORT_PAUSE_MS);
      }
    }
  }

  async #launch(): Promise<void> {
    const { spec, env } = this.deps;
    const { command, args } = endWithParent({ command: spec.command, args: spec.args(this.#port) }, env);
    // Its own process group: Ctrl-C in the terminal reaches our program only, which then stops it in order.
    const child = spawn(command, args, {
      cwd: spec.folder,
      env: { PATH: env.PATH, HOME: env.HOME, LANG: env.LANG },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    const ready = whenReady(child, spec);
    this.#mark = child.pid === undefined ? undefined : markProcess(child.pid);
    this.#record(false);
    try {
      await ready;
      await spec.afterReady?.(this.#port);
    } catch (error) {
      if (this.#mark) await endProcess(this.#mark);
      throw error;
    }
    this.#record(true);
    this.#isWanted = true;
    child.once('exit', () => void this.#comeBack(child));
    if (child.exitCode !== null || child.signalCode !== null) void this.#comeBack(child);
    child.unref();
  }

  #record(isReady: boolean): void {
    const owner = markProcess(process.pid);
    if (!this.#mark || !owner) return;
    const { recordPath, password } = this.deps.spec;
    writeRecord(recordPath, { server: this.#mark, owner, port: this.#port, isReady, password });
  }

  async #leave(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (!child || !this.#mark || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.ref();
    sendSignal(this.#mark, signal);
    await gone;
  }

  async #comeBack(fallen: ChildProcess): Promise<void> {
    if (!this.#isWanted || fallen !== this.#child) return;
    this.#isWanted = false;
    const { spec, log } = this.deps;
    const now = Date.now();
    this.#restartedAt.push(now);
    if (this.#restartedAt.filter((at) => at > now - 60_000).length > RESTARTS_PER_MINUTE) {
      log(say(SERVER_LINES.givenUp, { name: spec.name }));
      return;
    }
    log(say(SERVER_LINES.startedAgain, { name: spec.name, code: String(fallen.signalCode ?? fallen.exitCode) }));
    await this.#startOnSamePort().catch((error: Error) => log(`${spec.name}: ${error.message}`));
  }
}
