import { stringify } from 'yaml';
import type { Election, Stage } from '../../domain/election.js';
import type { Match, RuleCard, SetWords } from '../../domain/screening.js';
import { EMPTY_BOX, titleFor } from '../../words/rules/sides.js';
import { STAGE_TERMS } from '../../words/terms.js';
import type { Clause, Lexicon, Rule } from '../files/rule-schema.js';
import { hasEmptyBox } from '../tickets/signs.js';

export interface SetContent {
  readonly rules: readonly Rule[];
  readonly clauses: readonly Clause[];
  readonly lexicons: readonly Pick<Lexicon, 'id' | 'means'>[];
}

/** The words of one rule set and its elections: rules of every status, since a mark outlives a rule's retirement. */
export function setWordsOf(
  { rules, clauses, lexicons }: SetContent,
  ticketLabels: ReadonlyMap<string, string>,
): SetWords {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const byItem = new Map(clauses.map((clause) => [clause.item, clause]));
  const meanings = new Map(lexicons.map(({ id, means }) => [id, means]));
  const ticketLabel = (ticketId: string) => ticketLabels.get(ticketId) ?? ticketId;
  return {
    ticketLabel,
    ruleText(id) {
      const rule = byId.get(id);
      return rule && stringify(rule, { lineWidth: 0 });
    },
    signTitle(sign: string): string | undefined {
      const [of, id] = [sign.slice(0, sign.indexOf('.')), sign.slice(sign.indexOf('.') + 1)];
      if (of === 'word') return meanings.get(id);
      return of === 'rule' || of === 'frame' || of === 'clearing' ? byId.get(id)?.title : undefined;
    },
    describe(match: Pick<Match, 'rule' | 'tickets' | 'basis'>, stage: Stage): RuleCard {
      const rule = byId.get(match.rule);
      const explanation = (rule?.explain ?? '')
        .replaceAll('{ticket}', match.tickets.map(ticketLabel).join('; '))
        .replaceAll('{stage}', STAGE_TERMS[stage].id);
      return {
        id: match.rule,
        title: titleFor(rule?.title ?? match.rule, match.tickets),
        explanation,
        clauses: match.basis.flatMap((item) => {
          const clause = byItem.get(item);
          return clause ? [{ item, text: clause.text, sourceStatus: clause.source_status }] : [];
        }),
        falsePositives: rule?.false_positives ?? [],
      };
    },
  };
}

/** `1 · Nama dan Nama` by the id of each ticket; the empty box is ticket 0 of its contest and is called what it is. */
export function ticketLabelsOf(elections: readonly Election[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const contest of elections.flatMap((election) => election.contests)) {
    for (const { id, number, names } of contest.tickets) labels.set(id, `${number} · ${names.join(' dan ')}`);
    if (hasEmptyBox(contest)) labels.set(`${contest.id}/0`, EMPTY_BOX.id);
  }
  return labels;
}
