import { type Account, isInMandate, whyNotWatchable } from '../domain/account.js';
import type { Activity, CollectedActivity } from '../domain/activity.js';
import type { Clock } from '../domain/clock.js';
import type { NotObservableReason, SkipReason } from '../domain/coverage.js';
import { type ImportLine, identityOf } from '../domain/import-line.js';
import { signalOf } from '../domain/platform.js';
import type { AccountRepository } from '../storage/account-repository.js';
import { say } from '../words/say.js';
import { STEP_FAULTS } from '../words/steps.js';
import { createAccountLookup, type NamedAccount } from './import-accounts.js';
import { createImportLedger } from './import-ledger.js';
import type { SetAside } from './judge-acts.js';
import type { TakeIn } from './take-in-acts.js';

export interface ImportRunDeps {
  readonly accounts: Pick<AccountRepository, 'findAccountsByHandle'>;
  readonly activityId: (account: Account, activity: CollectedActivity) => string;
  readonly takeIn: TakeIn;
  readonly clock: Clock;
}

export interface ImportReport {
  readonly lines: number;
  readonly newActivities: number;
  readonly knownActivities: number;
  /** Acts that are in, with texts cut to `MAX_READ_LENGTH`. */
  readonly cut: number;
  /** Lines passed over, by reason; they and the two counts above add up to `lines`. */
  readonly skipped: Partial<Record<SkipReason | NotObservableReason, number>>;
  /** The first of the lines that could not be read or judged; `skipped` counts all. */
  readonly faults: readonly Fault[];
}

interface Fault {
  readonly line: number;
  readonly error: string;
  readonly hint: string;
}

/** A line that holds an act, and one that does not. */
export type ActLine = Extract<ImportLine, { activity: CollectedActivity }>;
type PassedLine = Exclude<ImportLine, ActLine>;

interface ReadAct {
  readonly line: number;
  readonly activity: Activity;
}

type Refusal = SkipReason | NotObservableReason;

const FAULTS_SHOWN = 100;

/** What one import has seen so far: counts, faults and the ledger. */
export class ImportRun {
  readonly counts = { lines: 0, newActivities: 0, knownActivities: 0, cut: 0 };
  readonly ledger;
  readonly #deps: ImportRunDeps;
  readonly #loadAccounts;
  readonly #skipped: Partial<Record<Refusal, number>> = {};
  readonly #unreadable: Fault[] = [];
  /** Apart: batches are judged after later lines have been read. */
  readonly #notJudged: Fault[] = [];

  constructor(deps: ImportRunDeps) {
    this.#deps = deps;
    this.ledger = createImportLedger(deps.clock);
    this.#loadAccounts = createAccountLookup(deps.accounts);
  }

  passOver(passed: PassedLine): void {
    this.#skip(passed.reason);
    if (!('error' in passed) || this.#unreadable.length >= FAULTS_SHOWN) return;
    const { line, error, hint } = passed;
    this.#unreadable.push({ line, error, hint });
  }

  /** Safe to call while another batch is under way. */
  async takeIn(batch: readonly ActLine[]): Promise<void> {
    const accountOf = await this.#loadAccounts(batch);
    const now = this.#deps.clock();
    const acts: ReadAct[] = [];
    for (const line of batch) {
      const named = accountOf(line);
      const refusal = whyRefused(named, line.activity, now);
      if (named === undefined || refusal !== undefined) {
        this.#skip(refusal ?? 'unregistered_account');
        continue;
      }
      const { account } = named;
      if (line.wasCut) this.counts.cut += 1;
      this.ledger.see(account, signalOf(line.activity.kind));
      acts.push({ line: line.line, activity: this.#toActivity(account, line, now) });
    }
    const taken = await this.#deps.takeIn(acts.map(({ activity }) => activity));
    this.counts.newActivities += taken.newActivities;
    this.counts.knownActivities += taken.knownActivities;
    if (taken.setAside.length > 0) this.#noteSetAside(acts, taken.setAside);
  }

  report(): ImportReport {
    const faults = [...this.#unreadable, ...this.#notJudged].sort((a, b) => a.line - b.line).slice(0, FAULTS_SHOWN);
    return { ...this.counts, skipped: this.#skipped, faults };
  }

  #skip(reason: Refusal): void {
    this.#skipped[reason] = (this.#skipped[reason] ?? 0) + 1;
  }

  #noteSetAside(acts: readonly ReadAct[], setAside: readonly SetAside[]): void {
    const ruleOf = new Map(setAside.map((act) => [act.activityId, act.rule]));
    for (const { line, activity } of acts) {
      if (!ruleOf.has(activity.id)) continue;
      this.#skip('failed_to_judge');
      this.ledger.skip(activity.accountId, signalOf(activity.kind), 'failed_to_judge');
      const fault = { line, ...explainSetAside(ruleOf.get(activity.id)) };
      if (this.#notJudged.length < FAULTS_SHOWN) this.#notJudged.push(fault);
    }
  }

  #toActivity(account: Account, line: ActLine, now: Date): Activity {
    const { kind, externalId, text, publishedAt, url, target, media } = line.activity;
    const id = this.#deps.activityId(account, identityOf(line));
    const { id: accountId, platform } = account;
    return {
      kind,
      externalId,
      text,
      publishedAt,
      url,
      target,
      media,
      id,
      accountId,
      platform,
      source: 'import',
      collectedAt: now,
    };
  }
}

function whyRefused(named: NamedAccount | undefined, activity: CollectedActivity, now: Date): Refusal | undefined {
  if (!named) return 'unregistered_account';
  const { account, mandate } = named;
  const notWatchable = whyNotWatchable(account.proof, mandate, now);
  if (notWatchable) return notWatchable;
  return isInMandate(mandate, activity.publishedAt) ? undefined : 'outside_mandate';
}

function explainSetAside(rule: string | undefined): { error: string; hint: string } {
  return {
    error: rule === undefined ? say(STEP_FAULTS.lineNotJudged, 'id') : say(STEP_FAULTS.ruleFailed, 'id', { rule }),
    hint: say(STEP_FAULTS.tellDevelopers, 'id'),
  };
}
