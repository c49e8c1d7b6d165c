import { Button, Loader } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { FRAME } from '../../src/words/console/frame.js';
import { ASKED_LIST } from '../../src/words/console/question.js';
import { QUEUE, SECOND } from '../../src/words/console/queue.js';
import { api, type Queue, type QueueFilters, type QueueItem } from './api.js';
import { countText } from './count-text.js';
import { CoverageLine } from './coverage-line.js';
import { FailureNote } from './failure-note.js';
import { useKeys } from './keys.js';
import { useWords } from './language.js';
import { QueueFilterBar } from './queue-filter-bar.js';
import { filtersOf, isNarrowed } from './queue-filters.js';
import { QueueTable } from './queue-table.js';
import { SearchChips } from './search-chips.js';
import { may, useMe } from './session.js';

export function QueuePage() {
  const me = useMe();
  const { say } = useWords();
  const [search] = useSearchParams();
  const filters = filtersOf(search, me);
  const isSecond = filters.waiting === 'second';
  const list = useRef<HTMLDivElement>(null);
  const queue = useInfiniteQuery({
    queryKey: ['queue', filters],
    queryFn: ({ pageParam }) => api.queue(filters, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Queue) => page.nextCursor ?? undefined,
    enabled: may(me, 'see_queue'),
  });
  const take = useTakeNext(search, filters);
  const step = (by: number) => focusRow(list.current, by);
  const rowKeys = { j: () => step(1), k: () => step(-1) };
  useKeys(may(me, 'decide') ? { ...rowKeys, t: () => take.mutate() } : rowKeys);
  const noneLeft = (useLocation().state as { noneLeft?: boolean } | null)?.noneLeft || take.data?.id === null;

  if (!may(me, 'see_queue')) return <p className="page">{say(FRAME.noPart)}</p>;
  if (queue.isError) return <FailureNote error={queue.error} onRetry={() => queue.refetch()} />;
  const first = queue.data?.pages[0];
  const items = mineFirst(queue.data?.pages ?? []);
  const begin = first && first.mine.length > 0 ? QUEUE.takeMine : QUEUE.takeOldest;
  return (
    <div className="page queue">
      <QueueFilterBar frame={first} items={items} onReload={() => queue.refetch()}>
        {may(me, 'decide') && (
          <Button size="xs" onClick={() => take.mutate()} loading={take.isPending} disabled={items.length === 0}>
            {say(isSecond ? SECOND.openOldest : first?.order === 'similar' ? QUEUE.takeFirst : begin)} <kbd>t</kbd>
          </Button>
        )}
      </QueueFilterBar>
      <SearchChips about={first?.about} other="/decisions" />
      {first && <CoverageLine coverage={first.coverage} />}
      {first && (isSecond ? <p className="explain wide">{say(SECOND.explain)}</p> : <OrderLine queue={first} />)}
      {take.isError && <FailureNote error={take.error} />}
      {noneLeft && items.length > 0 && <output className="notice">{say(QUEUE.noneLeft)}</output>}
      {queue.isPending && <Loader aria-label={say(FRAME.loading)} m="xl" />}
      {first && items.length === 0 && (
        <EmptyQueue counts={first.counts} isFiltered={isNarrowed(search)} isSecond={isSecond} />
      )}
      {first && items.length > 0 && (
        <div ref={list}>
          <QueueTable
            items={items}
            search={search}
            isSecond={isSecond}
            now={first.now}
            mayOpenFlags={may(me, 'decide')}
          />
        </div>
      )}
      {queue.hasNextPage && (
        <Button variant="default" size="xs" onClick={() => queue.fetchNextPage()} loading={queue.isFetchingNextPage}>
          {say(QUEUE.more)}
        </Button>
      )}
      {items.length > 0 && may(me, 'decide') && <p className="keys">{say(isSecond ? SECOND.keys : QUEUE.keys)}</p>}
    </div>
  );
}

/** What one holds stands first, and once. */
function mineFirst(pages: readonly Queue[]): QueueItem[] {
  const mine = pages[0]?.mine ?? [];
  const held = new Set(mine.map(({ id }) => id));
  return [...mine, ...pages.flatMap((page) => page.items.filter(({ id }) => !held.has(id)))];
}

function useTakeNext(search: URLSearchParams, filters: QueueFilters) {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => api.next(filters),
    onSuccess: ({ id }) => {
      if (id !== null) navigate({ pathname: `/flags/${id}`, search: search.toString() });
    },
  });
}

function focusRow(list: HTMLElement | null, by: number): void {
  const links = [...(list?.querySelectorAll<HTMLElement>('a.row-link') ?? [])];
  const at = links.indexOf(document.activeElement as HTMLElement);
  const next = at === -1 ? (by > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + by));
  links[next]?.focus();
}

/** What the order rests on, or that there is nothing yet to rest it on. */
function OrderLine({ queue }: { queue: Queue }) {
  const { say } = useWords();
  const { order, tooFewVerdicts } = queue;
  if (tooFewVerdicts)
    return <output className="notice">{say(QUEUE.orderTooFew, { n: tooFewVerdicts.accountsEach })}</output>;
  return order === 'similar' ? <p className="explain wide">{say(QUEUE.orderExplain)}</p> : null;
}

/** Says what "nothing" means; the coverage line stands above it. */
function EmptyQueue({
  counts,
  isFiltered,
  isSecond,
}: {
  counts: Queue['counts'];
  isFiltered: boolean;
  isSecond: boolean;
}) {
  const { say, language } = useWords();
  const others = isSecond ? (counts.second ?? 0) : counts.open;
  const means = isSecond ? SECOND.emptyMeans : QUEUE.emptyMeans;
  if (!isFiltered && !isSecond && counts.asked > 0) {
    return <p className="empty">{say(ASKED_LIST.empty, { n: countText(counts.asked, language) })}</p>;
  }
  return (
    <section className="empty">
      <h2>{say(isFiltered ? QUEUE.emptyFiltered : isSecond ? SECOND.empty : QUEUE.empty)}</h2>
      <p>{isFiltered && others > 0 ? say(QUEUE.emptyFilteredMeans, { n: countText(others, language) }) : say(means)}</p>
    </section>
  );
}
