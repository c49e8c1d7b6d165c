import type { CoverageEntry } from '../domain/coverage.js';
import type { ConsoleCoverage, CoverageCell } from './deps.js';

interface Sources {
  readonly accounts: {
    list(options: { officeCodes: readonly string[]; after?: string; limit: number }): Promise<{ id: string }[]>;
  };
  readonly coverage: Pick<ConsoleCoverage, 'listForAccount'>;
}

/** Ledgers read at the same time; more only queues in the driver's pool. */
const PARALLEL = 20;

/**
 * `breakDown` for a store that has no aggregate of its own: one read an account, about 4,000 accounts a second.
 * Good for an office tree of some thousands; beyond that the store should count.
 */
export function createBreakDown({ accounts, coverage }: Sources): ConsoleCoverage['breakDown'] {
  return async ({ day, officeCodes }) => {
    const cells = new Map<string, CoverageCell>();
    let after: string | undefined;
    for (;;) {
      const page = await accounts.list({ officeCodes, limit: PARALLEL, ...(after === undefined ? {} : { after }) });
      const ledgers = await Promise.all(page.map((account) => coverage.listForAccount(account.id, day)));
      for (const entry of ledgers.flat()) addTo(cells, entry);
      after = page.at(-1)?.id;
      if (page.length < PARALLEL || after === undefined) return [...cells.values()];
    }
  };
}

function addTo(cells: Map<string, CoverageCell>, { officeCode, signal, observation }: CoverageEntry): void {
  const key = `${officeCode} ${signal}`;
  const cell = cells.get(key) ?? { officeCode, signal, seen: 0, none: 0, notObservable: 0, reasons: {} };
  if (observation.state === 'seen') cells.set(key, { ...cell, seen: cell.seen + 1 });
  else if (observation.state === 'none') cells.set(key, { ...cell, none: cell.none + 1 });
  else {
    const { reason } = observation;
    const reasons = { ...cell.reasons, [reason]: (cell.reasons[reason] ?? 0) + 1 };
    cells.set(key, { ...cell, notObservable: cell.notObservable + 1, reasons });
  }
}
