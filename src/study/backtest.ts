import { setImmediate } from 'node:timers/promises';
import { type Rate, wilson } from '../domain/interval.js';
import type { Screener, ScreenInput, ScreenResult } from '../domain/screening.js';
import { countsFor, type Verdict } from '../domain/verdict.js';

/** One act to be judged by both sets, with the verdict in force where a person gave one. */
export interface BacktestAct {
  readonly input: ScreenInput;
  readonly verdict?: Verdict;
}

/** Marks of one set, and what people said about the acts behind them. */
export interface Tally {
  readonly marks: number;
  readonly confirmed: number;
  readonly dismissed: number;
  /** Not decided yet, waiting for context, or from a file without verdicts. */
  readonly undecided: number;
  /** confirmed / (confirmed + dismissed). */
  readonly precision: Rate;
}

/** The set in force beside the proposed one. `newMarks` are marks that only the proposed set makes. */
export interface Comparison {
  readonly old: Tally;
  readonly new: Tally;
  readonly newMarks: number;
  readonly lostMarks: number;
}

export interface BacktestReport {
  readonly old: SetName;
  readonly new: SetName;
  readonly acts: number;
  /** Acts marked by both sets, but not by the same rules, tickets and stances. */
  readonly changedMarks: number;
  readonly total: Comparison;
  readonly byRule: Readonly<Record<string, Comparison>>;
  readonly byTicket: Readonly<Record<string, Comparison>>;
  /** Rules in shadow in the proposed set: they make no mark, so they stand in none of the tallies above. */
  readonly shadow: Readonly<Record<string, ShadowTally>>;
  /** Ids of the first acts of each kind, to look at. */
  readonly examples: {
    readonly newMarks: readonly string[];
    readonly lostMarks: readonly string[];
    /** The costly ones: a person confirmed these. */
    readonly lostConfirmed: readonly string[];
  };
}

/** `acts`: it would have fired on; `alsoMarked`: of these, those that the proposed set's live rules mark. */
export interface ShadowTally {
  readonly acts: number;
  readonly alsoMarked: number;
}

export interface SetName {
  readonly ruleset: string;
  readonly elections: string;
}

const MAX_EXAMPLES = 20;
/** Acts judged in one go: some milliseconds. */
const TURN = 100;

/**
 * Judges a stream of acts by two sets and adds up what would change. Holds a few numbers for each rule and ticket and
 * at most `MAX_EXAMPLES` ids, however long the stream is. Judges with the very screeners that the workers use.
 */
export async function backtest(
  sets: { readonly old: Screener; readonly new: Screener },
  acts: AsyncIterable<readonly BacktestAct[]>,
  onProgress?: (done: number) => void,
): Promise<BacktestReport> {
  const run = new BacktestRun();
  for await (const batch of acts) {
    for (const [i, { input, verdict }] of batch.entries()) {
      // What reads ahead needs its turn.
      if (i % TURN === TURN - 1) await setImmediate();
      const after = sets.new.screen(input);
      run.add(verdict, sets.old.screen(input), after);
      run.addShadow(sets.new.wouldFire(input), after);
    }
    onProgress?.(run.acts);
  }
  return run.report({ old: nameOf(sets.old), new: nameOf(sets.new) });
}

function nameOf({ ruleset, elections }: Screener): SetName {
  return { ruleset, elections };
}

class BacktestRun {
  acts = 0;
  #changedMarks = 0;
  readonly #total = new Counts();
  readonly #rules = new Map<string, Counts>();
  readonly #tickets = new Map<string, Counts>();
  readonly #shadow = new Map<string, ShadowTally>();
  readonly #examples = { newMarks: [] as string[], lostMarks: [] as string[], lostConfirmed: [] as string[] };

  add(verdict: Verdict | undefined, before: ScreenResult, after: ScreenResult): void {
    this.acts += 1;
    if (!before.flagged && !after.flagged) return;
    const seen = { verdict, isOld: before.flagged, isNew: after.flagged };
    this.#total.add(seen);
    addEach(this.#rules, verdict, [rulesOf(before), rulesOf(after)]);
    addEach(this.#tickets, verdict, [ticketsOf(before), ticketsOf(after)]);
    if (before.flagged && after.flagged) {
      if (essenceOf(before) !== essenceOf(after)) this.#changedMarks += 1;
      return;
    }
    const { newMarks, lostMarks, lostConfirmed } = this.#examples;
    remember(after.flagged ? newMarks : lostMarks, before.id);
    if (before.flagged && countsFor(verdict) === 'confirmed') remember(lostConfirmed, before.id);
  }

  addShadow(rules: readonly string[], { flagged }: ScreenResult): void {
    for (const rule of rules) {
      const { acts, alsoMarked } = this.#shadow.get(rule) ?? { acts: 0, alsoMarked: 0 };
      this.#shadow.set(rule, { acts: acts + 1, alsoMarked: alsoMarked + (flagged ? 1 : 0) });
    }
  }

  report(names: { old: SetName; new: SetName }): BacktestReport {
    return {
      ...names,
      acts: this.acts,
      changedMarks: this.#changedMarks,
      total: this.#total.result(),
      byRule: resultsOf(this.#rules),
      byTicket: resultsOf(this.#tickets),
      shadow: Object.fromEntries([...this.#shadow].sort(([a], [b]) => (a < b ? -1 : 1))),
      examples: this.#examples,
    };
  }
}

interface Seen {
  readonly verdict: Verdict | undefined;
  readonly isOld: boolean;
  readonly isNew: boolean;
}

class Counts {
  readonly #old = { marks: 0, confirmed: 0, dismissed: 0 };
  readonly #new = { marks: 0, confirmed: 0, dismissed: 0 };
  #newMarks = 0;
  #lostMarks = 0;

  add({ verdict, isOld, isNew }: Seen): void {
    const counted = countsFor(verdict);
    for (const side of [...(isOld ? [this.#old] : []), ...(isNew ? [this.#new] : [])]) {
      side.marks += 1;
      if (counted) side[counted] += 1;
    }
    if (isNew && !isOld) this.#newMarks += 1;
    if (isOld && !isNew) this.#lostMarks += 1;
  }

  result(): Comparison {
    const tally = (side: { marks: number; confirmed: number; dismissed: number }): Tally => {
      const decided = side.confirmed + side.dismissed;
      return { ...side, undecided: side.marks - decided, precision: wilson(side.confirmed, decided) };
    };
    return { old: tally(this.#old), new: tally(this.#new), newMarks: this.#newMarks, lostMarks: this.#lostMarks };
  }
}

function addEach(
  counts: Map<string, Counts>,
  verdict: Verdict | undefined,
  [before, after]: readonly [ReadonlySet<string>, ReadonlySet<string>],
): void {
  for (const key of new Set([...before, ...after])) {
    const own = counts.get(key) ?? new Counts();
    counts.set(key, own);
    own.add({ verdict, isOld: before.has(key), isNew: after.has(key) });
  }
}

function rulesOf({ matches }: ScreenResult): Set<string> {
  return new Set(matches.map((match) => match.rule));
}

function ticketsOf({ matches }: ScreenResult): Set<string> {
  return new Set(matches.flatMap((match) => match.tickets));
}

/** What a reviewer would be told, without the words quoted for it. */
function essenceOf({ matches, stage }: ScreenResult): string {
  return JSON.stringify([stage, matches.map(({ rule, tickets, stance, basis }) => [rule, tickets, stance, basis])]);
}

function remember(ids: string[], id: string): void {
  if (ids.length < MAX_EXAMPLES) ids.push(id);
}

function resultsOf(counts: ReadonlyMap<string, Counts>): Record<string, Comparison> {
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, own]) => [key, own.result()]));
}
