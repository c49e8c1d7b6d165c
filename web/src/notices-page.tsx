import { Button, Loader } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { FRAME } from '../../src/words/console/frame.js';
import { NOTICE_TERMS, NOTICES } from '../../src/words/console/notices.js';
import { QUEUE } from '../../src/words/console/queue.js';
import { api, type NoticeList } from './api.js';
import { FailureNote } from './failure-note.js';
import { useWords } from './language.js';
import { formatWait } from './time.js';

/** Often enough for somebody who waits for an answer; a count of one small index. */
const LOOK_EVERY_MS = 60_000;

/** How many are unread; beyond a hundred nobody counts. */
export function useUnread(): number {
  const { data } = useQuery({
    queryKey: ['notices', 'unread'],
    queryFn: () => api.notices({ limit: '1' }),
    refetchInterval: LOOK_EVERY_MS,
  });
  return data?.unread ?? 0;
}

/** What one is told: each leads to its flag, and says nothing of what stands there. */
export function NoticesPage() {
  const { say } = useWords();
  const queries = useQueryClient();
  const list = useInfiniteQuery({
    queryKey: ['notices', 'list'],
    queryFn: ({ pageParam }) => api.notices({ cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: NoticeList) => page.nextCursor ?? undefined,
  });
  const read = useMutation({
    mutationFn: (until: string) => api.readNotices({ until }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notices'] }),
  });
  if (list.isError) return <FailureNote error={list.error} onRetry={() => list.refetch()} />;
  if (list.isPending) return <Loader aria-label={say(FRAME.loading)} m="xl" />;
  const { now, unread } = list.data.pages[0]!;
  const items = list.data.pages.flatMap((page) => page.items);
  return (
    <div className="page own">
      <h1>{say(NOTICES.title)}</h1>
      {items.length === 0 && <p>{say(NOTICES.empty)}</p>}
      {unread > 0 && (
        <Button size="compact-sm" variant="default" onClick={() => read.mutate(now)} loading={read.isPending}>
          {say(NOTICES.allRead)}
        </Button>
      )}
      {read.isError && <FailureNote error={read.error} />}
      <ul className="notices">
        {items.map((item) => (
          <Line key={item.id} item={item} now={now} />
        ))}
      </ul>
      <p className="explain">{say(NOTICES.kept)}</p>
      {list.hasNextPage && (
        <Button variant="default" size="xs" onClick={() => list.fetchNextPage()} loading={list.isFetchingNextPage}>
          {say(QUEUE.more)}
        </Button>
      )}
    </div>
  );
}

function Line({ item, now }: { item: NoticeList['items'][number]; now: string }) {
  const { say, nameOf, language } = useWords();
  const words = nameOf(NOTICE_TERMS, item.kind);
  return (
    <li className={item.isRead ? undefined : 'unread'}>
      {item.isRead ? words : <strong>{words}</strong>} <small>{formatWait(item.at, now, language)}</small>{' '}
      <Link to={`/flags/${item.flagId}`} state={{ back: '/notices' }} aria-label={`${say(NOTICES.open)}: ${words}`}>
        {say(NOTICES.open)}
      </Link>
    </li>
  );
}
