import { Link } from 'react-router';
import type { SearchAnswer } from '../../src/console/views/search-schemas.js';
import { SEARCH } from '../../src/words/console/search.js';
import { PLATFORM_TERMS } from '../../src/words/terms.js';
import { useWords } from './language.js';
import { formatDay } from './time.js';

interface Entry {
  readonly kind: string;
  readonly label: string;
  readonly more?: string;
  readonly to: { readonly pathname: string; readonly search: string };
}

interface Props {
  readonly q: string;
  readonly found: SearchAnswer | undefined;
  readonly onChosen: () => void;
}

/** What the words may mean, each a way to a list narrowed by it; the words themselves stand last. */
export function SearchFound({ q, found, onChosen }: Props) {
  const { say } = useWords();
  const entries = useEntries(q, found);
  return (
    <ul className="found" aria-label={say(SEARCH.found)}>
      {entries.map(({ kind, label, more, to }) => (
        <li key={`${to.pathname} ${to.search}`}>
          <Link to={to} onClick={onChosen}>
            <small>{kind}</small> <bdi>{label}</bdi> {more && <small>{more}</small>}
          </Link>
        </li>
      ))}
    </ul>
  );
}

const queueBy = (by: Readonly<Record<string, string>>) => ({
  pathname: '/',
  search: new URLSearchParams(by).toString(),
});
const decidedBy = (by: Readonly<Record<string, string>>) => ({ ...queueBy(by), pathname: '/decisions' });

export function useEntries(q: string, found: SearchAnswer | undefined): Entry[] {
  const { say, nameOf, language } = useWords();
  const words: Entry[] = [
    { kind: '', label: say(SEARCH.words, { q }), to: queueBy({ words: q }) },
    { kind: '', label: say(SEARCH.words, { q }), more: say(SEARCH.decided), to: decidedBy({ words: q }) },
  ];
  if (!found) return words;
  const { people, offices, rules, tickets, reviewers, day } = found;
  const shown = day === null ? '' : formatDay(day, language);
  const days: Entry[] =
    day === null
      ? []
      : [
          { kind: say(SEARCH.acted), label: say(SEARCH.actedOn, { day: shown }), to: queueBy({ acted: day }) },
          { kind: say(SEARCH.acted), label: say(SEARCH.decidedOn, { day: shown }), to: decidedBy({ day }) },
        ];
  return [
    ...days,
    ...people.map(({ id, name, nipMasked, handle, platform, office }) => ({
      kind: say(SEARCH.person),
      label: name,
      more: `@${handle} (${nameOf(PLATFORM_TERMS, platform)}) · ${nipMasked.slice(-4)} · ${office}`,
      to: queueBy({ account: id }),
    })),
    ...offices.map(({ code, name }) => ({ kind: say(SEARCH.office), label: name, to: queueBy({ office: code }) })),
    ...rules.map(({ id, title }) => ({ kind: say(SEARCH.rule), label: title, to: queueBy({ rule: id }) })),
    ...tickets.map(({ id, label }) => ({ kind: say(SEARCH.ticket), label, to: queueBy({ ticket: id }) })),
    ...reviewers.map(({ id, name }) => ({ kind: say(SEARCH.reviewer), label: name, to: decidedBy({ person: id }) })),
    ...words,
  ];
}
