import type { FileIssue } from './errors.js';

/** Why the files on a process's disk are not the set it judges by. */
export interface RuleFault {
  readonly issues: readonly FileIssue[];
  /** All of them; `issues` holds the first ones. */
  readonly count: number;
  readonly since: Date;
}

/** What one process says of the set it judges by. */
export interface RuleState {
  /** Names the process: made anew at each start, so that two never share one. */
  readonly processId: string;
  readonly ruleset: string;
  readonly elections: string;
  readonly engine: string;
  /** Since when this process judges by it. */
  readonly since: Date;
  readonly toldAt: Date;
  readonly fault?: RuleFault;
}

/** A set in force, and how many processes judge by it. */
export interface SetInForce {
  readonly ruleset: string;
  readonly elections: string;
  readonly engine: string;
  readonly since: Date;
  readonly processes: number;
}

/** `silent`: no process has told anything lately. `broken`: some disk holds files that cannot come into force. */
export interface RuleHealth {
  readonly state: 'sound' | 'broken' | 'silent';
  /** More than one for the moment of a change, or where machines have different files. */
  readonly sets: readonly SetInForce[];
  readonly faults: readonly { readonly issue: FileIssue; readonly since: Date; readonly processes: number }[];
  readonly faultCount: number;
}

/** A process tells this often, in milliseconds. */
export const TELL_EVERY_MS = 15_000;
/** One that told nothing for so long has ended or hangs: four tellings missed. */
export const SILENT_AFTER_MS = 4 * TELL_EVERY_MS;
/** So many faults are shown; the command that mends them shows all. */
export const MAX_ISSUES = 20;

/**
 * One view of what all processes say. `firstInForce`: the set that was recorded last as coming into force, whose time
 * is older than a process that started since.
 */
export function assessRuleHealth(
  states: readonly RuleState[],
  now: Date,
  firstInForce?: Pick<SetInForce, 'ruleset' | 'elections' | 'since'>,
): RuleHealth {
  const alive = states.filter(({ toldAt }) => now.getTime() - toldAt.getTime() < SILENT_AFTER_MS);
  const sets = [...groupBy(alive, (s) => `${s.ruleset} ${s.elections}`).values()].map((same) => {
    const [{ ruleset, elections, engine }] = same;
    const isRecorded = firstInForce?.ruleset === ruleset && firstInForce.elections === elections;
    const since = earliest([...same.map((s) => s.since), ...(isRecorded ? [firstInForce.since] : [])]);
    return { ruleset, elections, engine, since, processes: same.length };
  });
  const broken = alive.flatMap(({ fault }) => (fault ? [fault] : []));
  const told = broken.flatMap(({ issues, since }) => issues.map((issue) => ({ issue, since })));
  const faults = [...groupBy(told, ({ issue }) => JSON.stringify(issue)).values()].map((same) => ({
    issue: same[0].issue,
    since: earliest(same.map((s) => s.since)),
    processes: same.length,
  }));
  return {
    state: alive.length === 0 ? 'silent' : broken.length > 0 ? 'broken' : 'sound',
    sets: sets.sort((a, b) => b.processes - a.processes || (a.ruleset < b.ruleset ? -1 : 1)),
    faults: faults.slice(0, MAX_ISSUES),
    faultCount: Math.max(faults.length, ...broken.map(({ count }) => count)),
  };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, [T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function earliest(instants: readonly Date[]): Date {
  return new Date(Math.min(...instants.map((instant) => instant.getTime())));
}
