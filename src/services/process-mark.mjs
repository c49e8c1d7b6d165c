// Plain JavaScript without packages: the set-up script imports it before `npm ci` has run.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A process as it can be found again after a crash. The number alone is not enough: the system
 * gives it to somebody else later, and a stranger must never be stopped.
 *
 * @typedef {{ pid: number, startedMark: string }} ProcessMark
 */

/**
 * The mark of a running process; undefined when no such process runs.
 *
 * @param {number} pid
 * @returns {ProcessMark | undefined}
 */
export function markProcess(pid) {
  const startedMark = process.platform === 'linux' ? readProcStart(pid) : readPsStart(pid);
  return startedMark === undefined ? undefined : { pid, startedMark };
}

/**
 * Whether exactly this process still runs, and not another one with the same number.
 *
 * @param {ProcessMark | undefined} mark
 */
export function isStillRunning(mark) {
  return mark !== undefined && markProcess(mark.pid)?.startedMark === mark.startedMark;
}

/** @param {number} pid */
function readProcStart(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program name stands in brackets and may itself hold brackets and blanks.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state] = fields;
    if (state === 'Z' || state === 'X') return undefined;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}:${fields[19]}`; // Field 22 of proc(5): ticks from boot to the start of the process.
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function readPsStart(pid) {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}
