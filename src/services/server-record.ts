import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { writePrivateFile } from './private-folder.js';
import { isStillRunning, type ProcessMark } from './process-mark.mjs';

/** What a later start has to know about a private server to join it, or to end it when its owner is gone. */
export interface ServerRecord {
  readonly server: ProcessMark;
  readonly owner: ProcessMark;
  readonly port: number;
  /** Absent in the record of a version before passwords, whose server may still run. */
  readonly password?: string;
  /** False while it comes up: nobody may join it yet. */
  readonly isReady: boolean;
}

const POLL_MS = 20;
/** A database needs time for its last checkpoint; after that it is not coming. */
const STOP_LIMIT_MS = 10_000;

export function readRecord(path: string): ServerRecord | undefined {
  try {
    const record = JSON.parse(readFileSync(path, 'utf8')) as ServerRecord;
    return Number.isInteger(record.port) && Number.isInteger(record.server?.pid) ? record : undefined;
  } catch {
    return undefined; // None, or half written by a machine that lost power: both mean that nothing is known.
  }
}

/** Whole or not at all, because the writer may be killed at any moment. */
export function writeRecord(path: string, record: ServerRecord): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writePrivateFile(draft, JSON.stringify(record));
  renameSync(draft, path);
}

export function removeRecord(path: string): void {
  rmSync(path, { force: true });
}

/** A server that somebody alive answers for: another program on the same data may use it. */
export function isJoinable(record: ServerRecord | undefined): record is ServerRecord {
  return record?.isReady === true && isStillRunning(record.server) && isStillRunning(record.owner);
}

/** Ends the server that a killed program left behind, and only that one. Returns whether there was one. */
export async function endOrphan(record: ServerRecord | undefined): Promise<boolean> {
  if (!record || !isStillRunning(record.server)) return false;
  await endProcess(record.server);
  return true;
}

/** Asks first, so that the data is written out; then ends it. */
export async function endProcess(mark: ProcessMark): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    sendSignal(mark, signal);
    for (let waitedMs = 0; waitedMs < STOP_LIMIT_MS; waitedMs += POLL_MS) {
      if (!isStillRunning(mark)) return;
      await pause(POLL_MS);
    }
  }
}

export function sendSignal(mark: ProcessMark, signal: NodeJS.Signals): void {
  if (!isStillRunning(mark)) return;
  try {
    process.kill(mark.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
