import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { WAIT_LIMIT_MS } from '../support/until.js';

const KEPT_CHARACTERS = 4_000;
/** More falls than this of one program are no bad luck any more. */
const MOST_FALLS = 20;

export interface Program {
  readonly name: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** What systemd or Docker do for a worker: start it again whenever it ends, for whatever reason, until `stop`. */
export class Supervised {
  #child: ChildProcess;
  #isWanted = true;
  #said = '';
  /** Ends that nobody asked for, with the last words. */
  readonly falls: string[] = [];

  constructor(private readonly program: Program) {
    this.#child = this.#start();
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Of its last words, whichever start of it spoke them. */
  hasSaid(words: string): boolean {
    return this.#said.includes(words);
  }

  /** Resolves when the process is dead; the next one is starting then. */
  async kill9(): Promise<void> {
    const child = this.#child;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  /** Asks it to finish what it holds. Returns its exit code; null when it had to be killed. */
  async stop(): Promise<number | null> {
    this.#isWanted = false;
    const child = this.#child;
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    const limit = setTimeout(() => child.kill('SIGKILL'), WAIT_LIMIT_MS);
    await gone;
    clearTimeout(limit);
    return child.exitCode;
  }

  #start(): ChildProcess {
    const { args, env, name } = this.program;
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        this.#said = (this.#said + chunk.toString()).slice(-KEPT_CHARACTERS);
      });
    }
    child.once('exit', (code, signal) => {
      if (!this.#isWanted) return;
      if (signal !== 'SIGKILL') this.falls.push(`${name} ended by itself (${code ?? signal}): ${this.#said}`);
      if (this.falls.length <= MOST_FALLS) this.#child = this.#start();
    });
    return child;
  }
}

export interface Ended {
  /** Null: killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** One command run to its end, or until it is killed. */
export function runOnce(program: Program): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const child = spawn(process.execPath, program.args, { env: program.env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    said.stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said.stderr += chunk.toString();
  });
  return { child, ended: once(child, 'close').then(() => ({ code: child.exitCode, ...said })) };
}
