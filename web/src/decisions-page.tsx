import { Button, Loader } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { MAX_SHEET_ROWS, SHEET_FORMATS } from '../../src/domain/decided.js';
import { DECISIONS } from '../../src/words/console/decisions.js';
import { FRAME } from '../../src/words/console/frame.js';
import { QUEUE } from '../../src/words/console/queue.js';
import { REFUSALS } from '../../src/words/console/refusals.js';
import { sayAdvice } from '../../src/words/say.js';
import { api, type DecisionFilters, type DecisionList, decisionSheetAddress } from './api.js';
import { DecisionFilterBar, decisionFiltersOf, isAnyFilter } from './decision-filter-bar.js';
import { DecisionRows } from './decision-rows.js';
import { FailureNote } from './failure-note.js';
import { useWords } from './language.js';
import { SearchChips } from './search-chips.js';
import { may, useMe } from './session.js';

/** Everything decided in one's offices, newest first: what was decided, of which act, by whom. */
export function DecisionsPage() {
  const me = useMe();
  const { say } = useWords();
  const [search] = useSearchParams();
  const filters = decisionFiltersOf(search);
  const list = useInfiniteQuery({
    queryKey: ['decisions', filters],
    queryFn: ({ pageParam }) => api.decisions(filters, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: DecisionList) => page.nextCursor ?? undefined,
    enabled: may(me, 'see_queue'),
  });
  if (!may(me, 'see_queue')) return <p className="page">{say(FRAME.noPart)}</p>;
  if (list.isError) return <FailureNote error={list.error} onRetry={() => list.refetch()} />;
  const first = list.data?.pages[0];
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page">
      <DecisionFilterBar frame={first} />
      <SearchChips about={first?.about} other="/" />
      {first?.hidden ? <HiddenLine count={first.hidden} /> : null}
      {first?.contrary ? <ContraryLine count={first.contrary} /> : null}
      {list.isPending && <Loader aria-label={say(FRAME.loading)} m="xl" />}
      {first && items.length === 0 && <Empty isFiltered={isAnyFilter(search)} hidden={first.hidden ?? 0} />}
      {items.length > 0 && <DecisionRows items={items} search={search} />}
      {first && items.length > 0 && may(me, 'decide') && <Download frame={first} filters={filters} />}
      {list.hasNextPage && (
        <Button variant="default" size="xs" onClick={() => list.fetchNextPage()} loading={list.isFetchingNextPage}>
          {say(QUEUE.more)}
        </Button>
      )}
    </div>
  );
}

/** The whole list under these filters, not only what is loaded. */
function Download({ frame, filters }: { frame: DecisionList; filters: DecisionFilters }) {
  const { say, language } = useWords();
  const all = frame.counts.filter(({ verdict }) => !filters.verdict || verdict === filters.verdict);
  const count = all.reduce((sum, one) => sum + one.count, 0);
  if (count > MAX_SHEET_ROWS) {
    const { message, hint } = sayAdvice(REFUSALS.too_many_rows, language, { limit: MAX_SHEET_ROWS });
    return <p className="explain wide">{`${message} ${hint}`}</p>;
  }
  return (
    <p className="explain wide">
      {say(DECISIONS.export, { n: count })}
      {SHEET_FORMATS.map((format) => (
        <span key={format}>
          {' '}
          <a href={decisionSheetAddress(filters, { format, language })} download>
            {format.toUpperCase()}
          </a>
        </span>
      ))}
    </p>
  );
}

/** What is missing is said, with the way to it. */
function HiddenLine({ count }: { count: number }) {
  const me = useMe();
  const { say } = useWords();
  if (!may(me, 'review_second')) return <p className="explain wide">{say(DECISIONS.closed, { n: count })}</p>;
  return (
    <p className="explain wide">
      {say(DECISIONS.hidden, { n: count })}{' '}
      <Link to={{ pathname: '/', search: 'waiting=second' }}>{say(DECISIONS.openHidden)}</Link>
    </p>
  );
}

function ContraryLine({ count }: { count: number }) {
  const me = useMe();
  const { say } = useWords();
  return (
    <p className="explain wide">
      {say(DECISIONS.contrary, { n: count })}{' '}
      {may(me, 'adjudicate') && <Link to="/adjudicate">{say(DECISIONS.openContrary)}</Link>}
    </p>
  );
}

function Empty({ isFiltered, hidden }: { isFiltered: boolean; hidden: number }) {
  const me = useMe();
  const { say } = useWords();
  const [what, means] = isFiltered
    ? [DECISIONS.emptyFiltered, DECISIONS.emptyFilteredMeans]
    : hidden > 0
      ? [DECISIONS.emptyHidden, may(me, 'review_second') ? DECISIONS.emptyHiddenMeans : DECISIONS.emptyClosedMeans]
      : [DECISIONS.empty, DECISIONS.emptyMeans];
  return (
    <section className="empty">
      <h2>{say(what)}</h2>
      <p>{say(means)}</p>
    </section>
  );
}
