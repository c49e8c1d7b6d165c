import { randomUUID } from 'node:crypto';
import { relative, sep } from 'node:path';
import type { Clock } from '../domain/clock.js';
import { type FileIssue, FileIssuesError, NetraError } from '../domain/errors.js';
import { MAX_ISSUES, type RuleFault, type RuleState, TELL_EVERY_MS } from '../domain/rule-health.js';
import type { LiveScreener } from '../rules/live-screener.js';
import type { RuleStateRepository } from '../storage/rule-state-repository.js';
import { sayAdvice } from '../words/say.js';
import { STUDY_FAULTS } from '../words/steps.js';

interface RuleHealthOptions {
  readonly screener: Pick<LiveScreener, 'current' | 'fault'>;
  readonly states: Pick<RuleStateRepository, 'saveRuleState' | 'removeRuleState'>;
  readonly clock: Clock;
  readonly rulesDir: string;
  readonly onFailed: (error: unknown) => void;
}

/** How often a process looks whether there is something new to tell. */
const LOOK_MS = 1_000;

/**
 * Tells MongoDB which set this process judges by and what is wrong with the files on its disk. Each process tells for
 * itself: the console's own disk says nothing about a worker on another machine.
 */
export function tellRuleHealth(options: RuleHealthOptions): { look(): Promise<void>; close(): Promise<void> } {
  const teller = new Teller(options);
  const timer = setInterval(() => void teller.look().catch(options.onFailed), LOOK_MS).unref();
  return {
    look: () => teller.look(),
    async close() {
      clearInterval(timer);
      await teller.end().catch(options.onFailed);
    },
  };
}

class Teller {
  readonly #processId = randomUUID();
  readonly #options: RuleHealthOptions;
  #told: RuleState | undefined;
  #telling: Promise<void> | undefined;
  #isEnded = false;

  constructor(options: RuleHealthOptions) {
    this.#options = options;
  }

  /** A second call joins the one under way. Tells when something changed, and now and then to say that it lives. */
  look(): Promise<void> {
    if (this.#isEnded) return Promise.resolve();
    this.#telling ??= this.#tell().finally(() => {
      this.#telling = undefined;
    });
    return this.#telling;
  }

  async end(): Promise<void> {
    this.#isEnded = true;
    await this.#telling?.catch(() => {});
    await this.#options.states.removeRuleState(this.#processId);
  }

  async #tell(): Promise<void> {
    const before = this.#told;
    const state = this.#state();
    const isDue = before === undefined || state.toldAt.getTime() - before.toldAt.getTime() >= TELL_EVERY_MS;
    if (!isDue && essence(before) === essence(state)) return;
    await this.#options.states.saveRuleState(state);
    this.#told = state;
  }

  #state(): RuleState {
    const { screener, clock } = this.#options;
    const { ruleset, elections, engine } = screener.current();
    const now = clock();
    const before = this.#told;
    const isSame = before?.ruleset === ruleset && before.elections === elections;
    const error = screener.fault();
    return {
      processId: this.#processId,
      ruleset,
      elections,
      engine,
      toldAt: now,
      since: isSame ? before.since : now,
      fault: error && this.#faultOf(error, before?.fault?.since ?? now),
    };
  }

  #faultOf(error: Error, since: Date): RuleFault {
    const issues = issuesOf(error).map((issue) => ({ ...issue, path: fromRules(this.#options.rulesDir, issue.path) }));
    return { issues: issues.slice(0, MAX_ISSUES), count: issues.length, since };
  }
}

function essence({ ruleset, elections, fault }: RuleState): string {
  return JSON.stringify([ruleset, elections, fault?.issues]);
}

/** A fault that lies in no file, such as a set that could not be stored yet, has an empty path. */
function issuesOf(error: Error): readonly FileIssue[] {
  if (error instanceof FileIssuesError) return error.issues;
  // A driver's words may hold addresses and values; ours are made to be read.
  const said = error instanceof NetraError ? error : sayAdvice(STUDY_FAULTS.notInForce, 'id');
  return [{ path: '', line: 1, column: 1, problem: said.message, hint: said.hint }];
}

/** As analysts write it, from the rules folder on; where that folder lies is the server's business. */
function fromRules(rulesDir: string, path: string): string {
  const inside = relative(rulesDir, path);
  return inside.startsWith('..') ? path : ['rules', ...inside.split(sep)].filter((part) => part !== '').join('/');
}
