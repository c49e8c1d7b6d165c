import type { CountedAs } from '../../domain/verdict.js';

/** A decided act as its signs. The account is known here alone, to count by; it never leaves. */
export interface DecidedSigns {
  readonly accountId: string;
  readonly label: CountedAs;
  readonly signs: readonly string[];
}

/** A line of the file that is handed on: no text, person, office, time or id. */
export interface SignLine {
  readonly signs: readonly string[];
  readonly label: CountedAs;
  readonly ruleset: string;
}

export interface Shared {
  readonly lines: readonly SignLine[];
  /** Acts that are no line, by reason. */
  readonly skipped: { readonly overAccountLimit: number; readonly tooRare: number };
  /** Signs that were left out of some line, since too few accounts share what they would tell. */
  readonly shortened: number;
}

/** Lines that fewer accounts share could be tied to one public act by whoever reads it with the same rules. */
export const SHARED_BY = 5;
/** Who is decided about often must not decide what all are like. */
const MOST_OF_AN_ACCOUNT = 5;

interface Row {
  readonly act: DecidedSigns;
  readonly signs: readonly string[];
}

/**
 * Lines of which every combination of signs is shared by so many accounts: where it is not, the rarest sign of the
 * line is left out, again and again. Lines are sorted, so that their order says nothing.
 */
export function shareSigns(decided: readonly DecidedSigns[], ruleset: string, sharedBy = SHARED_BY): Shared {
  const taken = withinLimit(decided);
  let rows: readonly Row[] = taken.map((act) => ({ act, signs: [...act.signs].sort() }));
  for (;;) {
    const rarity = accountsBy(rows, ({ signs }) => signs);
    const sharing = accountsBy(rows, (row) => [keyOf(row)]);
    const isRare = (row: Row) => row.signs.length > 0 && sharing.get(keyOf(row))!.size < sharedBy;
    if (!rows.some(isRare)) break;
    rows = rows.map((row) => (isRare(row) ? withoutRarest(row, rarity) : row));
  }
  const told = rows.filter(({ signs }) => signs.length > 0);
  const lines = told.map(({ act, signs }) => ({ signs, label: act.label, ruleset }));
  return {
    lines: lines.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    skipped: { overAccountLimit: decided.length - taken.length, tooRare: rows.length - told.length },
    shortened: told.filter(({ act, signs }) => signs.length < act.signs.length).length,
  };
}

function withinLimit(decided: readonly DecidedSigns[]): DecidedSigns[] {
  const counts = new Map<string, number>();
  return decided.filter(({ accountId }) => {
    const count = (counts.get(accountId) ?? 0) + 1;
    counts.set(accountId, count);
    return count <= MOST_OF_AN_ACCOUNT;
  });
}

function accountsBy(rows: readonly Row[], keysOf: (row: Row) => readonly string[]): Map<string, Set<string>> {
  const accounts = new Map<string, Set<string>>();
  for (const row of rows) {
    for (const key of keysOf(row)) {
      const known = accounts.get(key) ?? new Set();
      accounts.set(key, known.add(row.act.accountId));
    }
  }
  return accounts;
}

/** Of equally rare ones the last by name: equal verdicts give equal files. */
function withoutRarest({ act, signs }: Row, rarity: ReadonlyMap<string, ReadonlySet<string>>): Row {
  const [rarest] = [...signs].sort((a, b) => rarity.get(a)!.size - rarity.get(b)!.size || (a < b ? 1 : -1));
  return { act, signs: signs.filter((sign) => sign !== rarest) };
}

/** Without the label: what was decided must not make a combination look common. */
function keyOf({ signs }: Row): string {
  return signs.join(' ');
}
