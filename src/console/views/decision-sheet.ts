import { setImmediate } from 'node:timers/promises';
import type { Account, Office } from '../../domain/account.js';
import { awaitsSecond } from '../../domain/blind-review.js';
import type { DecidedFlag } from '../../domain/decided.js';
import type { Flag } from '../../domain/flag.js';
import { timeZoneOf, zoneLabel } from '../../domain/region.js';
import { standingOf } from '../../domain/standing.js';
import { settles } from '../../domain/verdict.js';
import { SHEET, STANDING } from '../../words/console/decisions.js';
import type { Language } from '../../words/language.js';
import { sayIn } from '../../words/say.js';
import { KIND_TERMS, PLATFORM_TERMS, STAGE_TERMS, termOf, VERDICT_TERMS } from '../../words/terms.js';
import type { ConsoleDeps } from '../deps.js';
import type { Sheet } from '../sheets/sheet.js';
import { ruleTitles } from './flag-view.js';
import { namesOf } from './names-of.js';

interface SheetContext {
  readonly offices: readonly Office[];
  readonly language: Language;
  /** The address of a flag's page. */
  readonly linkTo: (flagId: string) => string;
}

const COLUMNS = Object.values(SHEET);

/** Some milliseconds of the process, which does what else is due in between. */
const ROWS_A_TURN = 250;

/** One line a decided flag: who, where, which act, which rule, how and why it was decided. Nothing of what was written. */
export async function viewDecisionSheet(
  deps: ConsoleDeps,
  decided: readonly DecidedFlag[],
  { offices, language, linkTo }: SheetContext,
): Promise<Sheet> {
  const flags = decided.map(({ flag }) => flag);
  const [nameOf, accounts, words] = await Promise.all([
    namesOf(deps, ...flags),
    deps.accounts.findAccounts([...new Set(flags.map(({ accountId }) => accountId))]),
    Promise.all(flags.map((flag) => deps.sets.wordsOf(flag))),
  ]);
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const officeNames = new Map(offices.map(({ code, name }) => [code, name]));
  const say = sayIn(language);
  const saidOf = (flag: Flag) => {
    // Whose they are and why is closed to whoever is to settle it, and a file is handed on.
    if (flag.state === 'contrary') return ['', '', ''];
    const verdicts = flag.reviews.filter(({ verdict }) => settles(verdict));
    const last = verdicts.at(-1)!;
    const name = termOf(VERDICT_TERMS, last.verdict, language);
    const people = [...new Set(verdicts.map(({ reviewerId }) => nameOf(reviewerId)))].join('; ');
    return [name, people, last.reason];
  };
  const rowOf = ({ flag, decidedAt }: DecidedFlag, place: number) => {
    const titles = ruleTitles(words[place]!, flag).values();
    return [
      localTime(decidedAt, flag),
      ...saidOf(flag),
      flag.officeCode,
      officeNames.get(flag.officeCode) ?? flag.officeCode,
      ...personOf(byId.get(flag.accountId)),
      termOf(PLATFORM_TERMS, flag.platform, language),
      termOf(KIND_TERMS, flag.kind, language),
      localTime(flag.actedAt, flag),
      termOf(STAGE_TERMS, flag.stage, language),
      [...new Set(titles)].join('; '),
      [...new Set(flag.matches.flatMap(({ basis }) => basis))].sort().join(', '),
      say(STANDING[awaitsSecond(flag) ? 'awaitsSecond' : standingOf(flag.reviews).as]),
      linkTo(flag.id),
    ];
  };
  const rows: string[][] = [];
  for (const [place, one] of decided.entries()) {
    rows.push(rowOf(one, place));
    if (place % ROWS_A_TURN === ROWS_A_TURN - 1) await setImmediate();
  }
  return [COLUMNS.map((column) => say(column)), ...rows];
}

/** Of an account that left the registry nothing is known any more. */
function personOf(account: Account | undefined): string[] {
  if (account === undefined) return ['', '', '', ''];
  return [account.name, account.nipMasked, account.position, account.handle];
}

/** Each takes longer to make than a row. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** `2026-11-21 14:05 WITA`: sorts as text. */
function localTime(instant: Date, { region }: Pick<Flag, 'region'>): string {
  const zone = timeZoneOf(region);
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    clocks.set(zone, clock);
  }
  return `${clock.format(instant)} ${zoneLabel(zone)}`;
}
