import { Button, Loader, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useSearchParams } from 'react-router';
import { FRAME } from '../../src/words/console/frame.js';
import { PEOPLE } from '../../src/words/console/people.js';
import { api, type UserList } from './api.js';
import { FailureNote } from './failure-note.js';
import { withFilter } from './filter-select.js';
import { useWords } from './language.js';
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
  const changed = () => queries.invalidateQueries({ queryKey: ['users'] });
  return (
    <div className="page own">
      <h1>{say(PEOPLE.title)}</h1>
      <p className="explain">{say(PEOPLE.explain)}</p>
      <UserInvite offices={offices} onInvited={changed} />
      <UserSearch key={q ?? ''} q={q} onSearch={(text) => setSearch(withFilter(search, 'q', text))} />
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

function UserSearch({ q, onSearch }: { q: string | undefined; onSearch: (text: string) => void }) {
  const { say } = useWords();
  const [text, setText] = useState(q ?? '');
  function submit(event: FormEvent) {
    event.preventDefault();
    onSearch(text.trim());
  }
  return (
    <search>
      <form className="people-search" onSubmit={submit}>
        <TextInput
          size="xs"
          type="search"
          aria-label={say(PEOPLE.search)}
          placeholder={say(PEOPLE.search)}
          value={text}
          maxLength={100}
          onChange={(e) => setText(e.currentTarget.value)}
        />
        <Button size="xs" type="submit" variant="default">
          {say(PEOPLE.find)}
        </Button>
        {q !== undefined && (
          <Button size="xs" variant="subtle" onClick={() => onSearch('')}>
            {say(PEOPLE.everybody)}
          </Button>
        )}
      </form>
    </search>
  );
}
