import { escapeUTF8 } from 'entities';
import { DOSSIER } from '../../words/console/dossier.js';
import { FLAG } from '../../words/console/flag.js';
import { ACT_SIGN_TERMS } from '../../words/rules/act-signs.js';
import { stanceTerms } from '../../words/rules/sides.js';
import { type Message, say } from '../../words/say.js';
import { termOf } from '../../words/terms.js';
import type { MarkedView } from '../views/flag-view.js';
import { type PaperRow, paperTable, textOf } from '../views/paper.js';
import type { Dossier } from './dossier.js';

/** What each rule says of the act, on which clauses, and its file as it stood. */
export function rulesPaper({ marked: { matches }, rules }: Dossier): string {
  const cards = matches.map(({ rule, tickets, stance }) => {
    const terms = stanceTerms(tickets.map(({ id }) => id));
    const rows: PaperRow[] = [
      [FLAG.tickets, tickets.map(({ label }) => label).join('; ')],
      [DOSSIER.stance, termOf(terms, stance, 'id')],
      [DOSSIER.oftenWrong, rule.falsePositives.join('; ')],
    ];
    const clauses = rule.clauses.map(({ item, text, sourceStatus }) => {
      const status = termOf(FLAG.source, sourceStatus, 'id');
      return `<li>${escapeUTF8(say(DOSSIER.clause, 'id', { item, text, status }))}</li>`;
    });
    return `<h3>${escapeUTF8(rule.title)}</h3><p>${escapeUTF8(rule.explanation)}</p><ul>${clauses.join('')}</ul>${paperTable(rows)}`;
  });
  const files = rules.map(
    ({ id, text }) => `<h3>${textOf(DOSSIER.ruleText)}: ${escapeUTF8(id)}</h3><pre>${escapeUTF8(text)}</pre>`,
  );
  return cards.join('') + files.join('');
}

/** Points of signs and frames, what cleared, and what only teaches. */
export function weighingPaper({ points, cleared, notes }: MarkedView): string {
  const nameOf = (sign: string, title: string | null) => title ?? termOf(ACT_SIGN_TERMS, sign, 'id');
  const signs = points?.signs.map(({ sign, title, points: n }) => `${nameOf(sign, title)}: ${n}`) ?? [];
  const total = points ? [say(DOSSIER.pointsSay, 'id', { total: points.total, line: points.line })] : [];
  return [
    list(DOSSIER.points, [...total, ...signs]),
    list(
      DOSSIER.cleared,
      cleared.map(({ reason }) => reason),
    ),
    list(
      DOSSIER.note,
      notes.map(({ title, explanation }) => `${title}: ${explanation}`),
    ),
  ].join('');
}

function list(heading: Message, items: readonly string[]): string {
  const lines = items.length > 0 ? items : [say(DOSSIER.nothing, 'id')];
  return `<h3>${textOf(heading)}</h3><ul>${lines.map((item) => `<li>${escapeUTF8(item)}</li>`).join('')}</ul>`;
}
