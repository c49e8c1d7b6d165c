import { Link, useSearchParams } from 'react-router';
import { SEARCH } from '../../src/words/console/search.js';
import type { Queue } from './api.js';
import { withFilter } from './filter-select.js';
import { useWords } from './language.js';

interface Props {
  readonly about: Queue['about'] | undefined;
  /** The other list that the same can be looked for in. */
  readonly other: '/' | '/decisions';
}

/** What a list was searched for stands above it, each to be dropped by itself, and the way to the same in the other list. */
export function SearchChips({ about, other }: Props) {
  const { say } = useWords();
  const [search] = useSearchParams();
  // A rule has a filter of its own on the queue.
  const names =
    other === '/' ? (['words', 'account', 'ticket', 'rule'] as const) : (['words', 'account', 'ticket'] as const);
  const chips = names.flatMap((name) => {
    const value = search.get(name);
    if (!value) return [];
    const shown = name === 'account' || name === 'ticket' ? (about?.[name] ?? value) : value;
    return [{ name, shown }];
  });
  if (chips.length === 0) return null;
  const same = new URLSearchParams([...search].filter(([name]) => SAME.includes(name)));
  return (
    <p className="chips">
      {chips.map(({ name, shown }) => (
        <Link
          key={name}
          to={{ search: withFilter(search, name, '').toString() }}
          aria-label={say(SEARCH.drop, { value: shown })}
        >
          {say(SEARCH.chip[name], { value: shown })} <span aria-hidden="true">×</span>
        </Link>
      ))}
      <Link className="also" to={{ pathname: other, search: same.toString() }}>
        {say(other === '/' ? SEARCH.alsoQueue : SEARCH.alsoDecisions)}
      </Link>
    </p>
  );
}

const SAME: readonly string[] = ['words', 'account', 'ticket', 'rule', 'office'];
