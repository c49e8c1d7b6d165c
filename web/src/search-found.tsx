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
  readonly pathname?: '/decisions';
  readonly by: Readonly<Record<string, string>>;
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
      {entries.map(({ kind, label, more, pathname, by }) => {
        const search = new URLSearchParams(by).toString();
        return (
          <li key={`${pathname} ${search}`}>
            <Link to={{ pathname: pathname ?? '/', search }} onClick={onChosen}>
              <small>{kind}</small> <bdi>{label}</bdi> {more && <small>{more}</small>}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function useEntries(q: string, found: SearchAnswer | undefined): Entry[] {
  const { say, nameOf, language } = useWords();
  const words: Entry[] = [
    { kind: '', label: say(SEARCH.words, { q }), by: { words: q } },
    { kind: '', label: say(SEARCH.words, { q }), more: say(SEARCH.decided), pathname: '/decisions', by: { words: q } },
  ];
  if (!found) return words;
  const { people, offices, rules, tickets, reviewers, day } = found;
  const shown = day === null ? '' : formatDay(day, language);
  const days: Entry[] =
    day === null
      ? []
      : [
          { kind: say(SEARCH.acted), label: say(SEARCH.actedOn, { day: shown }), by: { acted: day } },
          {
            kind: say(SEARCH.acted),
            label: say(SEARCH.decidedOn, { day: shown }),
            pathname: '/decisions',
            by: { day },
          },
        ];
  return [
    ...days,
    ...people.map(({ id, name, nipMasked, handle, platform, office }) => ({
      kind: say(SEARCH.person),
      label: name,
      more: `@${handle} (${nameOf(PLATFORM_TERMS, platform)}) · ${nipMasked.slice(-4)} · ${office}`,
      by: { account: id },
    })),
    ...offices.map(({ code, name }) => ({ kind: say(SEARCH.office), label: name, by: { office: code } })),
    ...rules.map(({ id, title }) => ({ kind: say(SEARCH.rule), label: title, by: { rule: id } })),
    ...tickets.map(({ id, label }) => ({ kind: say(SEARCH.ticket), label, by: { ticket: id } })),
    ...reviewers.map(({ id, name }) => ({
      kind: say(SEARCH.reviewer),
      label: name,
      pathname: '/decisions' as const,
      by: { person: id },
    })),
    ...words,
  ];
}
