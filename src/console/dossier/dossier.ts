import type { AuditEntry } from '../../domain/audit.js';
import { formatHead } from '../../domain/audit-outside.js';
import type { DossierCopy } from '../../domain/dossier.js';
import type { Flag } from '../../domain/flag.js';
import type { Door } from '../../domain/report.js';
import type { Verdict } from '../../domain/verdict.js';
import type { ConsoleDeps } from '../deps.js';
import { type MarkedView, viewMarked } from '../views/flag-view.js';
import { namesOf } from '../views/names-of.js';

/** A person in a dossier: `id` as the log knows them; `null` in a masked copy, where `name` is a number of theirs. */
export interface DossierPerson {
  readonly id: string | null;
  readonly name: string;
}

export interface DossierReview {
  readonly verdict: Verdict;
  readonly at: string;
  readonly by: DossierPerson;
  readonly reason: string;
  readonly weighed: readonly string[];
}

/** One entry of the log about the flag. */
export interface CustodyEntry extends Pick<AuditEntry, 'seq' | 'action' | 'details' | 'actor'> {
  readonly at: string;
}

/**
 * All that a confirmed flag rests on, and nothing of when or for whom it was put together: the same data give the same
 * dossier. The log is told up to the last verdict; looking on later changes nothing here.
 */
export interface Dossier {
  readonly copy: DossierCopy;
  readonly marked: MarkedView;
  /** Each rule that marked it, as the set of that day says it. */
  readonly rules: readonly { readonly id: string; readonly text: string }[];
  readonly reviews: readonly DossierReview[];
  /** Where people brought it. */
  readonly brought: readonly { readonly door: Door; readonly at: string; readonly by: string | null }[];
  readonly custody: readonly CustodyEntry[];
  /** Where the log stood with the last verdict, as `netra audit verify --head` takes it. */
  readonly head: string | null;
}

/** Beyond this a dossier tells the last ones. */
export const CUSTODY_SHOWN = 1_000;

export interface DossierDeps extends Pick<ConsoleDeps, 'accounts' | 'activities' | 'offices' | 'coverage' | 'sets'> {
  readonly users: Pick<ConsoleDeps['users'], 'findUser'>;
  readonly audit: Pick<ConsoleDeps['audit'], 'listCustody'>;
  readonly reports: Pick<ConsoleDeps['reportDesk']['reports'], 'listReportsOfFlag'>;
}

export async function gatherDossier(deps: DossierDeps, flag: Flag): Promise<Dossier> {
  const [marked, words, nameOf, entries, reports] = await Promise.all([
    viewMarked(deps, flag),
    deps.sets.wordsOf(flag),
    namesOf(deps, flag),
    deps.audit.listCustody(flag.id, CUSTODY_SHOWN),
    deps.reports.listReportsOfFlag(flag.id),
  ]);
  const rules = [...new Set(flag.matches.map(({ rule }) => rule))].sort();
  const last = entries.at(-1);
  return {
    copy: 'full',
    marked,
    rules: rules.map((id) => ({ id, text: words.ruleText(id) ?? '' })),
    reviews: flag.reviews.map(({ verdict, at, reviewerId, reason, weighed }) => ({
      verdict,
      at: at.toISOString(),
      by: { id: reviewerId, name: nameOf(reviewerId) },
      reason,
      weighed: [...weighed],
    })),
    brought: reports.map(({ door, broughtAt, broughtBy }) => ({
      door,
      at: broughtAt.toISOString(),
      by: broughtBy ?? null,
    })),
    custody: entries.map(({ seq, at, actor, action, details }) => ({
      seq,
      at: at.toISOString(),
      actor,
      action,
      details,
    })),
    head: last ? formatHead(last) : null,
  };
}
