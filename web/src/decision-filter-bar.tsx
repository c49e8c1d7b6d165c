import { Button } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { DECISIONS } from '../../src/words/console/decisions.js';
import { QUEUE } from '../../src/words/console/queue.js';
import { capital } from '../../src/words/say.js';
import { VERDICT_TERMS } from '../../src/words/terms.js';
import type { DecisionFilters, DecisionList } from './api.js';
import { countText } from './count-text.js';
import { FilterDay, FilterOffice, FilterSelect, withFilter } from './filter-select.js';
import { useWords } from './language.js';
import { SavedViews } from './saved-views.js';

const NAMES = [
  'verdict',
  'person',
  'day',
  'until',
  'office',
  'rule',
  'words',
  'account',
  'ticket',
] as const satisfies readonly (keyof DecisionFilters)[];

/** They stand in the address, so that a reload, Back and a sent link keep them. */
export function decisionFiltersOf(search: URLSearchParams): DecisionFilters {
  return Object.fromEntries(NAMES.map((name) => [name, search.get(name) || undefined]));
}

export function isAnyFilter(search: URLSearchParams): boolean {
  return NAMES.some((name) => search.get(name));
}

export function DecisionFilterBar({ frame }: { frame: DecisionList | undefined }) {
  const { say } = useWords();
  const [search, setSearch] = useSearchParams();
  const filters = decisionFiltersOf(search);
  const set = (name: (typeof NAMES)[number], value: string) => setSearch(withFilter(search, name, value));
  const people = (frame?.people ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="bar">
      <h1>{say(DECISIONS.title)}</h1>
      <VerdictLinks frame={frame} search={search} />
      {people.length > 0 && (
        <FilterSelect
          label={say(DECISIONS.filterPerson)}
          all={say(DECISIONS.everybody)}
          value={filters.person}
          choices={people}
          onChoose={(value) => set('person', value)}
        />
      )}
      <FilterDay
        label={say(DECISIONS.filterDay)}
        before={say(DECISIONS.day)}
        value={filters.day}
        onChoose={(value) => set('day', value)}
      />
      <FilterDay
        label={say(DECISIONS.filterUntil)}
        before={say(DECISIONS.until)}
        value={filters.until}
        min={filters.day}
        onChoose={(value) => set('until', value)}
      />
      <FilterOffice value={filters.office} offices={frame?.offices ?? []} onChoose={(value) => set('office', value)} />
      {isAnyFilter(search) && (
        <Button size="xs" variant="subtle" onClick={() => setSearch(new URLSearchParams())}>
          {say(QUEUE.clearFilter)}
        </Button>
      )}
      <SavedViews page="decisions" />
    </div>
  );
}

/** How many there are of each verdict within the other filters, and the way to them. */
function VerdictLinks({ frame, search }: { frame: DecisionList | undefined; search: URLSearchParams }) {
  const { say, nameOf, language } = useWords();
  const chosen = search.get('verdict') ?? '';
  const counts = frame?.counts ?? [];
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const links = [
    { value: '', name: say(DECISIONS.allVerdicts), count: all },
    ...counts.map(({ verdict, count }) => ({ value: verdict, name: capital(nameOf(VERDICT_TERMS, verdict)), count })),
  ];
  return (
    <nav className="verdicts" aria-label={say(DECISIONS.filterVerdict)}>
      {links.map(({ value, name, count }) => (
        <Link
          key={value}
          to={{ search: withFilter(search, 'verdict', value).toString() }}
          aria-current={chosen === value ? 'true' : undefined}
        >
          {name} <b>{frame ? countText(count, language) : '…'}</b>
        </Link>
      ))}
    </nav>
  );
}
