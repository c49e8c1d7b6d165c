import { spawn } from 'node:child_process';

const PLAIN_LINE_EVERY_MS = 10_000;
const KEPT_HEAD = 2_000;
const KEPT_TAIL = 2_000;

/** A stage of the set-up did not work; `message` is for the person at the terminal. */
export class StageError extends Error {
  /** @param {string} message @param {number} exitCode 1: it broke; 3: something has to be installed first. */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

const STANDING_MS = 5_000;

/**
 * What a stage says of itself. A detail that stands for long carries its own clock: two lines are never the same.
 *
 * @param {{ name: string, detail: string, since: number, startedAt: number, now: number }} state
 */
export function progressLine({ name, detail, since, startedAt, now }) {
  const standing = now - since >= STANDING_MS ? `, sudah ${seconds(now - since)}` : '';
  return `${name}${detail && ` — ${detail}${standing}`} (${seconds(now - startedAt)})`;
}

/** @param {number} ms */
function seconds(ms) {
  return `${Math.round(ms / 1000)} s`;
}

/** Numbers the stages and says what each one waits for: in place on a terminal, else a line now and then. */
export class Progress {
  #count = 0;
  /** @param {number} total */
  constructor(total) {
    this.total = total;
  }

  /**
   * @param {string} label
   * @returns {{ note: (detail: string) => void, done: () => void }}
   */
  begin(label) {
    this.#count += 1;
    const name = `[${this.#count}/${this.total}] ${label}`;
    const startedAt = Date.now();
    let latest = { detail: '', since: startedAt };
    const isTerminal = process.stderr.isTTY;
    const show = () => {
      const line = progressLine({ name, ...latest, startedAt, now: Date.now() });
      process.stderr.write(isTerminal ? `\r\u001b[2K${line}` : `${line}\n`);
    };
    process.stderr.write(`${name} …${isTerminal ? '' : '\n'}`);
    const timer = setInterval(show, isTerminal ? 1000 : PLAIN_LINE_EVERY_MS);
    return {
      note: (detail) => {
        if (detail !== latest.detail) latest = { detail, since: Date.now() };
      },
      done: () => {
        clearInterval(timer);
        process.stderr.write(
          `${isTerminal ? '\r\u001b[2K' : ''}${name}: selesai (${seconds(Date.now() - startedAt)})\n`,
        );
      },
    };
  }
}

/**
 * Runs one program quietly; what it printed is shown only when it fails.
 *
 * @param {{ command: string, args: string[] }} line
 * @param {{ stage: { note: (detail: string) => void }, env?: NodeJS.ProcessEnv, readDetail?: (output: string) => string | undefined }} options
 * @returns {Promise<void>}
 */
export function run({ command, args }, { stage, env = process.env, readDetail }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ['inherit', 'pipe', 'pipe'] });
    const end = () => child.kill();
    process.once('exit', end); // Another stage failed: this one must not go on alone.
    let head = '';
    let tail = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        // The cause stands at one end or the other, depending on the program.
        const room = KEPT_HEAD - head.length;
        head += text.slice(0, room);
        tail = (tail + text.slice(Math.max(0, room))).slice(-KEPT_TAIL);
        const detail = readDetail?.(text);
        if (detail) stage.note(detail);
      });
    }
    child.once('error', (error) => reject(new StageError(`${command}: ${error.message}`)));
    child.once('close', (code) => {
      process.off('exit', end);
      if (code === 0) resolve();
      else reject(new StageError(`${[command, ...args].join(' ')}\n${(head + tail).trim()}\n(kode keluar ${code})`));
    });
  });
}
