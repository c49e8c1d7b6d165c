import { Button, Loader } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ADJUDICATION } from '../../src/words/console/adjudication.js';
import { AGREEMENT } from '../../src/words/console/agreement.js';
import { FRAME } from '../../src/words/console/frame.js';
import { QUEUE } from '../../src/words/console/queue.js';
import { ActPlace } from './act-place.js';
import { type Adjudication, type AdjudicationList, api } from './api.js';
import { FailureNote } from './failure-note.js';
import { useWords } from './language.js';
import { may, useMe } from './session.js';
import { formatInstant } from './time.js';

/** What two people decided against each other, for whoever gave neither verdict. */
export function AdjudicatePage() {
  const me = useMe();
  const { say } = useWords();
  const list = useInfiniteQuery({
    queryKey: ['adjudications'],
    queryFn: ({ pageParam }) => api.adjudications(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: AdjudicationList) => page.nextCursor ?? undefined,
    enabled: may(me, 'adjudicate'),
  });
  if (!may(me, 'adjudicate')) return <p className="page">{say(FRAME.noPart)}</p>;
  if (list.isError) return <FailureNote error={list.error} onRetry={() => list.refetch()} />;
  const first = list.data?.pages[0];
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page">
      <h1>{say(ADJUDICATION.heading)}</h1>
      <p className="explain wide">{say(ADJUDICATION.explain)}</p>
      <p>
        <Link to="/agreement">{say(AGREEMENT.title)}</Link>
      </p>
      {list.isPending && <Loader aria-label={say(FRAME.loading)} m="xl" />}
      {first && items.length === 0 && <p className="empty">{say(ADJUDICATION.empty)}</p>}
      <ul className="decisions" aria-label={say(ADJUDICATION.heading)}>
        {items.map((item) => (
          <Row key={item.id} item={item} />
        ))}
      </ul>
      {first && first.ofOthers > 0 && (
        <p className="explain wide">
          {say(ADJUDICATION.ofOthers, { n: first.ofOthers })} {say(ADJUDICATION.noOther)}
        </p>
      )}
      {list.hasNextPage && (
        <Button variant="default" size="xs" onClick={() => list.fetchNextPage()} loading={list.isFetchingNextPage}>
          {say(QUEUE.more)}
        </Button>
      )}
    </div>
  );
}

function Row({ item }: { item: Adjudication }) {
  const { say, language } = useWords();
  return (
    <li>
      <div className="what">
        <small>
          {say(ADJUDICATION.since)} {formatInstant(item.since, item.zone, language)}
        </small>
        {item.isGiven && <span className="badge held">{say(ADJUDICATION.given)}</span>}
      </div>
      <div className="act-line">
        <Link className="row-link" to={`/flags/${item.id}`} state={{ back: '/adjudicate' }}>
          {item.rules.map((rule) => rule.title).join(' · ')}
        </Link>
      </div>
      <ActPlace item={item} />
    </li>
  );
}
