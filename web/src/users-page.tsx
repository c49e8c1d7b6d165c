import { Button, Loader } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { FRAME } from '../../src/words/console/frame.js';
import { PEOPLE } from '../../src/words/console/people.js';
import { api, type UserList } from './api.js';
import { FailureNote } from './failure-note.js';
import { withFilter } from './filter-select.js';
import { useWords } from './language.js';
import { ListSearch } from './list-search.js';
import { may, useMe } from './session.js';
import { UserInvite } from './user-invite.js';
import { UserRow } from './user-row.js';

/** Who logs in, for whoever keeps that. */
export function UsersPage() {
  const me = useMe();
  const { say } = useWords();
  const queries = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') || undefined;
  const mayManage = may(me, 'manage_users');
  const list = useInfiniteQuery({
    queryKey: ['users', q],
    queryFn: ({ pageParam }) => api.users({ q }, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: UserList) => page.nextCursor ?? undefined,
    enabled: mayManage,
  });
  if (!mayManage) return <p className="page">{say(FRAME.noPart)}</p>;
  if (list.isError) return <FailureNote error={list.error} onRetry={() => list.refetch()} />;
  if (list.isPending) return <Loader aria-label={say(FRAME.loading)} m="xl" />;
  const users = list.data.pages.flatMap((page) => page.users);
  const { offices } = list.data.pages[0]!;
  const find = (text: string) => setSearch(withFilter(search, 'q', text));
  const changed = () => queries.invalidateQueries({ queryKey: ['users'] });
  return (
    <div className="page own">
      <h1>{say(PEOPLE.title)}</h1>
      <p className="explain">{say(PEOPLE.explain)}</p>
      <UserInvite offices={offices} onInvited={changed} />
      <ListSearch key={q ?? ''} q={q} label={say(PEOPLE.search)} find={say(PEOPLE.find)} onSearch={find}>
        {q !== undefined && (
          <Button size="xs" variant="subtle" onClick={() => find('')}>
            {say(PEOPLE.everybody)}
          </Button>
        )}
      </ListSearch>
      {users.length === 0 && <p>{say(PEOPLE.noneFound)}</p>}
      <ul className="people">
        {users.map((user) => (
          <UserRow key={user.id} user={user} offices={offices} onChanged={changed} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button variant="default" size="xs" onClick={() => list.fetchNextPage()} loading={list.isFetchingNextPage}>
          {say(PEOPLE.more)}
        </Button>
      )}
    </div>
  );
}
