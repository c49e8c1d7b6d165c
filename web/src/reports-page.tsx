import { Button, Loader } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { FRAME } from '../../src/words/console/frame.js';
import { POSTERS } from '../../src/words/console/posters.js';
import { QUEUE } from '../../src/words/console/queue.js';
import { REPORTS } from '../../src/words/console/reports.js';
import { DOOR_TERMS, REPORT_STATE_TERMS } from '../../src/words/reports/terms.js';
import { capital } from '../../src/words/say.js';
import { FailureNote } from './failure-note.js';
import { FilterSelect, withFilter } from './filter-select.js';
import { useWords } from './language.js';
import { type ReportFilters, type ReportList, reportApi } from './report-api.js';
import { ReportRows } from './report-rows.js';
import { may, useMe } from './session.js';

/** What people brought and nobody has decided yet, oldest first. */
export function ReportsPage() {
  const me = useMe();
  const { say } = useWords();
  const [search] = useSearchParams();
  const filters = filtersOf(search);
  const list = useInfiniteQuery({
    queryKey: ['reports', filters],
    queryFn: ({ pageParam }) => reportApi.list(filters, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: ReportList) => page.nextCursor ?? undefined,
    enabled: may(me, 'check_reports'),
  });
  if (!may(me, 'check_reports')) return <p className="page">{say(FRAME.noPart)}</p>;
  if (list.isError) return <FailureNote error={list.error} onRetry={() => list.refetch()} />;
  const first = list.data?.pages[0];
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page">
      <FilterBar frame={first} />
      <p className="explain wide">{say(REPORTS.explain)}</p>
      {list.isPending && <Loader aria-label={say(FRAME.loading)} m="xl" />}
      {first && items.length === 0 && <p className="empty">{say(REPORTS.empty)}</p>}
      {first && items.length > 0 && <ReportRows frame={first} items={items} to="/reports" />}
      {list.hasNextPage && (
        <Button variant="default" size="xs" onClick={() => list.fetchNextPage()} loading={list.isFetchingNextPage}>
          {say(QUEUE.more)}
        </Button>
      )}
    </div>
  );
}

function filtersOf(search: URLSearchParams): ReportFilters {
  const [state, door, due] = ['state', 'door', 'due'].map((name) => search.get(name) ?? undefined);
  return { state, door, due };
}

function FilterBar({ frame }: { frame: ReportList | undefined }) {
  const me = useMe();
  const { say, nameOf } = useWords();
  const [search, setSearch] = useSearchParams();
  const choose = (name: string) => (value: string) => setSearch(withFilter(search, name, value));
  const states = Object.keys(REPORT_STATE_TERMS) as (keyof typeof REPORT_STATE_TERMS)[];
  return (
    <div className="bar">
      <h1>{say(REPORTS.title)}</h1>
      <FilterSelect
        label={say(REPORTS.stepFilter)}
        all={say(REPORTS.waiting)}
        value={search.get('state') ?? undefined}
        choices={states.map((value) => ({
          value,
          label: `${capital(nameOf(REPORT_STATE_TERMS, value))} (${frame?.counts[value] ?? 0})`,
        }))}
        onChoose={choose('state')}
        className="waiting"
      />
      <FilterSelect
        label={say(REPORTS.door)}
        all={say(REPORTS.allDoors)}
        value={search.get('door') ?? undefined}
        choices={Object.keys(DOOR_TERMS).map((value) => ({ value, label: capital(nameOf(DOOR_TERMS, value)) }))}
        onChoose={choose('door')}
      />
      {frame !== undefined && frame.overdue > 0 && (
        <Link className="badge warn" to={{ search: withFilter(search, 'due', 'overdue').toString() }}>
          {say(REPORTS.overdueOnly, { n: frame.overdue })}
        </Link>
      )}
      {may(me, 'keep_posters') && <Link to="/posters">{say(POSTERS.title)}</Link>}
    </div>
  );
}
