import type { Account } from '../domain/account.js';
import { type Activity, lettersOf } from '../domain/activity.js';
import { RuleFailedError } from '../domain/errors.js';
import type { CountedAct } from '../domain/rule-counts.js';
import { type Screener, type ScreenResult, toScreenInput, withoutPoints } from '../domain/screening.js';
import type { FlagDraft } from '../storage/flag-document.js';
import type { MarkedAct } from '../storage/save-marked.js';
import { type JudgedAct, toCountedActs } from './count-rules.js';
import { maskThirdParties, publicSides } from './mask-third-parties.js';

/** What rules make of some acts. The content of an unmarked one is nowhere in it. */
export interface Judged {
  /** As they may be kept: third parties are masked. */
  readonly marked: readonly MarkedAct[];
  readonly unmarkedIds: readonly string[];
  readonly counted: readonly CountedAct[];
  readonly setAside: readonly SetAside[];
}

/** An act that nobody could judge. It stays unknown, so that it is judged when it is read again. */
export interface SetAside {
  readonly activityId: string;
  /** Where the fault is that of one rule. */
  readonly rule?: string | undefined;
  readonly error: unknown;
}

export interface Judges {
  readonly screener: Screener;
  /** By id. An account that left the registry is nobody's business any more: its acts are forgotten like unmarked ones. */
  readonly accounts: ReadonlyMap<string, Account>;
  readonly now: Date;
}

const NO_COUNTS: readonly CountedAct[] = [];
/** A hundred letters take some 50 us, and three times that where somebody wrote them for it. */
const LETTERS_A_TURN = 5_000;

/**
 * Judges each act by one rule set. Pure; an act on which something throws is set aside alone. Stops between acts now and
 * then, and between the passes over a long one, so that nothing holds the process for as long as they take together.
 */
export function* judgeInTurns(judges: Judges, acts: readonly Activity[]): Generator<void, Judged> {
  const marked: MarkedAct[] = [];
  const unmarkedIds: string[] = [];
  const counted: CountedAct[] = [];
  const setAside: SetAside[] = [];
  const isPublicSide = publicSides(judges.screener);
  let letters = 0;
  for (const activity of acts) {
    if (letters > LETTERS_A_TURN) {
      yield;
      letters = 0;
    }
    const own = lettersOf(activity);
    letters += own;
    const isLong = own > LETTERS_A_TURN;
    try {
      const account = judges.accounts.get(activity.accountId);
      const judged = account && judge(judges.screener, account, activity);
      if (isLong) yield;
      const counts = judged ? toCountedActs(judges.screener, judged) : NO_COUNTS;
      if (judged?.isMarked) {
        if (isLong) yield;
        const kept = whatStays(judged, judges.screener, isPublicSide);
        marked.push({ activity: kept.activity, flag: toFlagDraft(kept, judges.now) });
      } else unmarkedIds.push(activity.id);
      if (counts.length > 0) counted.push(...counts);
    } catch (error) {
      const rule = error instanceof RuleFailedError ? error.rule : undefined;
      setAside.push({ activityId: activity.id, rule, error });
    }
  }
  return { marked, unmarkedIds, counted, setAside };
}

/**
 * An act that people found true: it is kept and gets its flag also where no rule marks it. `undefined` where no stage is
 * in force at its time, so that there is nothing to hold it against.
 */
export function judgeFoundTrue(
  { screener, account, now }: Pick<Judges, 'screener' | 'now'> & { readonly account: Account },
  activity: Activity,
): MarkedAct | undefined {
  const judged = judge(screener, account, activity);
  if (judged.result.stage === null) return undefined;
  const kept = whatStays(judged, screener, publicSides(screener));
  return { activity: kept.activity, flag: toFlagDraft(kept, now) };
}

function judge(screener: Screener, account: Account, activity: Activity): JudgedAct {
  const input = toScreenInput(account, activity);
  const result = screener.screen(input);
  return { account, activity, input, result, isMarked: result.flagged && result.stage !== null };
}

/**
 * A marked act as it is kept: third parties masked, unless masking would change the verdict. The flag says what the
 * rules say of just this; points may differ by the words of a masked handle.
 */
function whatStays(judged: JudgedAct, screener: Screener, isPublicSide: (handle: string) => boolean): JudgedAct {
  const { account, activity, result } = judged;
  const isKnown = (handle: string) => handle === account.handle || isPublicSide(handle);
  const masked = { ...activity, ...maskThirdParties(activity, result.matches, isKnown) };
  const again = screener.screen(toScreenInput(account, masked));
  // A flag must be recomputable byte for byte from what is stored.
  return isSameVerdict(again, result) ? { ...judged, activity: masked, result: again } : judged;
}

function isSameVerdict(a: ScreenResult, b: ScreenResult): boolean {
  return JSON.stringify(withoutPoints(a)) === JSON.stringify(withoutPoints(b));
}

function toFlagDraft({ account, activity, result }: JudgedAct, now: Date): FlagDraft {
  return {
    id: activity.id,
    activityId: activity.id,
    accountId: account.id,
    officeCode: account.officeCode,
    region: account.region,
    position: account.position,
    platform: activity.platform,
    kind: activity.kind,
    actedAt: activity.publishedAt,
    stage: result.stage!,
    matches: result.matches,
    cleared: result.cleared,
    notes: result.notes,
    sides: result.sides,
    points: result.points,
    ruleset: result.ruleset,
    elections: result.elections,
    engine: result.engine,
    createdAt: now,
  };
}
