import { Button, Loader } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { FRAME } from '../../src/words/console/frame.js';
import { QUEUE } from '../../src/words/console/queue.js';
import { FINDINGS } from '../../src/words/console/reports.js';
import { FailureNote } from './failure-note.js';
import { FindingForm } from './finding-form.js';
import { useWords } from './language.js';
import { type ReportList, reportApi } from './report-api.js';
import { ReportRows } from './report-rows.js';
import { may, useMe } from './session.js';

/** A new finding on top, the officer's own below. */
export function FindingsPage() {
  const me = useMe();
  const { say } = useWords();
  const queries = useQueryClient();
  const list = useInfiniteQuery({
    queryKey: ['findings'],
    queryFn: ({ pageParam }) => reportApi.findings(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: ReportList) => page.nextCursor ?? undefined,
    enabled: may(me, 'bring_findings'),
  });
  if (!may(me, 'bring_findings')) return <p className="page">{say(FRAME.noPart)}</p>;
  if (list.isError) return <FailureNote error={list.error} onRetry={() => list.refetch()} />;
  const first = list.data?.pages[0];
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page">
      {first && <FindingForm zone={first.zone} onSaved={() => queries.invalidateQueries({ queryKey: ['findings'] })} />}
      <h2>{say(FINDINGS.own)}</h2>
      {list.isPending && <Loader aria-label={say(FRAME.loading)} m="xl" />}
      {first && items.length === 0 && <p className="explain">{say(FINDINGS.empty)}</p>}
      {first && items.length > 0 && <ReportRows frame={first} items={items} to="/findings" />}
      {list.hasNextPage && (
        <Button variant="default" size="xs" onClick={() => list.fetchNextPage()} loading={list.isFetchingNextPage}>
          {say(QUEUE.more)}
        </Button>
      )}
    </div>
  );
}
