import { type Account, isInMandate, mandateTimeOf, whyNotWatchable } from '../domain/account.js';
import type { Activity } from '../domain/activity.js';
import type { Clock } from '../domain/clock.js';
import { PermanentError } from '../domain/errors.js';
import { linkOf } from '../domain/link-reading.js';
import { isPlatform } from '../domain/platform.js';
import { isTrueOutcome, type Report, type ReportDecision } from '../domain/report.js';
import { decideReport } from '../domain/report-moves.js';
import { type Screener, type ScreenResult, toScreenInput } from '../domain/screening.js';
import type { AccountRepository } from '../storage/account-repository.js';
import type { ActivityRepository } from '../storage/activity-repository.js';
import type { FlagRepository } from '../storage/flag-repository.js';
import type { ReportRepository } from '../storage/report-repository.js';
import type { MarkedAct } from '../storage/save-marked.js';
import { REPORT_FAULTS } from '../words/reports/truth.js';
import { sayError } from '../words/say.js';
import { judgeFoundTrue } from './judge-acts.js';

/** What of a report says which act it is about. */
type ReportedAs = Pick<Report, 'id' | 'door' | 'channel' | 'act' | 'reading'>;

export interface TruthDeps<Checked> {
  readonly reports: Pick<ReportRepository, 'saveReportDecision'>;
  readonly accounts: Pick<AccountRepository, 'findAccount'>;
  readonly flags: Pick<FlagRepository, 'listFlagsOfAccount'>;
  readonly activities: Pick<ActivityRepository, 'findAllMarked'>;
  readonly screener: () => Screener;
  /** The report as an act of this account, by what a person checked. */
  readonly toAct: (report: ReportedAs, account: Account, given: { checked: Checked; now: Date }) => Activity;
  readonly isSameAct: (one: Activity, other: Activity) => boolean;
  readonly enqueueEvidence: (flagIds: readonly string[]) => Promise<void>;
  readonly clock: Clock;
}

export interface GivenDecision<Checked> {
  readonly seenVersion: number;
  readonly decision: ReportDecision;
  /** Asked for where the outcome is `true`. */
  readonly checked?: Checked | undefined;
}

/** What becomes of a report once a named person has decided. */
export interface ReportTruth<Checked> {
  /** Only `true` makes a flag, and one act has one: where it has one, the report joins it. */
  decide(report: Report, given: GivenDecision<Checked>): Promise<Report>;
  /** What the rules say of it now, for the person who decides. */
  screen(report: ReportedAs, account: Account, checked: Checked): { act: Activity; result: ScreenResult };
  /** The flag this act has already. */
  findFlagOf(act: Activity): Promise<string | undefined>;
}

/** Nobody has as many flags; whoever has is not helped by one more list. */
const MAX_FLAGS = 500;

export function createReportTruth<Checked>(deps: TruthDeps<Checked>): ReportTruth<Checked> {
  const findFlagOf = async (act: Activity): Promise<string | undefined> => {
    const flags = await deps.flags.listFlagsOfAccount(act.accountId, { limit: MAX_FLAGS });
    const acts = await deps.activities.findAllMarked(flags.map(({ activityId }) => activityId));
    return flags.find(({ id, activityId }) => {
      const other = acts.get(activityId);
      return id === act.id || (other !== undefined && deps.isSameAct(act, other));
    })?.id;
  };
  return {
    findFlagOf,
    screen(report, account, checked) {
      const act = deps.toAct(report, account, { checked, now: deps.clock() });
      return { act, result: deps.screener().screen(toScreenInput(account, act)) };
    },
    async decide(report, { seenVersion, decision, checked }) {
      if (!isTrueOutcome(decision.outcome)) return save(deps, decideReport(report, seenVersion, { decision }));
      const made = await makeFlag(deps, report, checked);
      const joined = await findFlagOf(made.activity);
      const decided = decideReport(report, seenVersion, { decision, flagId: joined ?? made.flag.id });
      await save(deps, decided, joined === undefined ? made : undefined);
      if (joined === undefined) await deps.enqueueEvidence([made.flag.id]);
      return decided;
    },
  };
}

async function save(
  { reports }: Pick<TruthDeps<never>, 'reports'>,
  decided: Report,
  made?: MarkedAct,
): Promise<Report> {
  await reports.saveReportDecision(decided, made);
  return decided;
}

async function makeFlag<Checked>(
  deps: TruthDeps<Checked>,
  report: Report,
  checked: Checked | undefined,
): Promise<MarkedAct> {
  const account = report.accountId === undefined ? undefined : await deps.accounts.findAccount(report.accountId);
  if (!account) throw new PermanentError(...sayError(REPORT_FAULTS.notTied, 'id'));
  if (checked === undefined) throw new PermanentError(...sayError(REPORT_FAULTS.notChecked, 'id'));
  refuseOtherPlatform(report, account);
  const now = deps.clock();
  const act = deps.toAct(report, account, { checked, now });
  refuseUnwatched(account, act, now);
  const made = judgeFoundTrue({ screener: deps.screener(), account, now }, act);
  if (!made) throw new PermanentError(...sayError(REPORT_FAULTS.noStage, 'id'));
  const { activity, flag } = made;
  // Whose post was liked is kept where everybody may know of it; then its page is what evidence is taken of.
  return { flag, activity: { ...activity, url: activity.url ?? activity.target?.url } };
}

/** A person's account of one platform is registered, and not the one of the same person, or of a namesake, elsewhere. */
function refuseOtherPlatform(report: Report, { platform }: Account): void {
  const link = linkOf(report);
  if (!link || link.canonical === '' || link.platform === 'web' || !isPlatform(link.platform)) return;
  if (link.platform !== platform) throw new PermanentError(...sayError(REPORT_FAULTS.otherPlatform, 'id'));
}

/** People bring acts of accounts that may be watched, as machines read them: proven, and within the mandate. */
function refuseUnwatched(account: Account, { publishedAt }: Activity, now: Date): void {
  const mandate = mandateTimeOf(account);
  const why = whyNotWatchable(account.proof, mandate, now);
  if (why === 'unproven') throw new PermanentError(...sayError(REPORT_FAULTS.unproven, 'id'));
  if (why === 'no_mandate' || !isInMandate(mandate, publishedAt)) {
    throw new PermanentError(...sayError(REPORT_FAULTS.outsideMandate, 'id'));
  }
}
