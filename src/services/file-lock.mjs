// Plain JavaScript without packages: the set-up script imports it before `npm ci` has run.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isStillRunning, markProcess } from './process-mark.mjs';

const POLL_MS = 50;
let lastTicket = 0;

/**
 * Waits until this process alone holds the lock file, and returns the function that gives it back.
 * A lock whose owner is gone is taken over silently: after a crash nobody has to tidy up.
 *
 * @param {string} path
 * @param {{ onWait?: (ownerPid: number) => void }} [options] `onWait` is called once, when somebody else holds it.
 * @returns {Promise<() => void>}
 */
export async function acquireLock(path, { onWait } = {}) {
  mkdirSync(dirname(path), { recursive: true });
  lastTicket += 1;
  const ticket = `${path}.${process.pid}.${lastTicket}`;
  const mine = JSON.stringify({ ...markProcess(process.pid), ticket: lastTicket });
  writeFileSync(ticket, mine);
  try {
    for (let hasTold = false; ; ) {
      if (tryLink(ticket, path)) return () => release(path, mine);
      const holder = readText(path);
      const owner = parseOwner(holder);
      if (holder !== undefined && !isStillRunning(owner)) removeStale(path, holder);
      else {
        if (!hasTold && owner) onWait?.(owner.pid);
        hasTold = true;
        await pause(POLL_MS);
      }
    }
  } finally {
    rmSync(ticket, { force: true });
  }
}

/**
 * A hard link makes the lock appear whole or not at all, owner included.
 *
 * @param {string} ticket
 * @param {string} path
 */
function tryLink(ticket, path) {
  try {
    linkSync(ticket, path);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * @param {string} path
 * @param {string} seen
 */
function removeStale(path, seen) {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return; // Somebody else was quicker.
  }
  // Between reading and moving, another process may have taken the lock: then it gets it back.
  if (readText(aside) !== seen) tryLink(aside, path);
  rmSync(aside, { force: true });
}

/**
 * @param {string} path
 * @param {string} mine
 */
function release(path, mine) {
  if (readText(path) === mine) rmSync(path, { force: true });
}

/** @param {string} path */
function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * @param {string | undefined} text
 * @returns {import('./process-mark.mjs').ProcessMark | undefined}
 */
function parseOwner(text) {
  try {
    const owner = JSON.parse(text ?? 'null');
    return typeof owner?.pid === 'number' ? owner : undefined;
  } catch {
    return undefined;
  }
}
