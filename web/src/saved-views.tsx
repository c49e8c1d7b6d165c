import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useSearchParams } from 'react-router';
import { keptFilters, MAX_VIEW_NAME, type ViewPage } from '../../src/domain/saved-view.js';
import { FRAME } from '../../src/words/console/frame.js';
import { VIEWS } from '../../src/words/console/views.js';
import { FailureNote } from './failure-note.js';
import { useWords } from './language.js';
import { type ViewList, viewApi } from './view-api.js';

/** Filters under a name: chosen here, kept from what stands in the address, and dropped again. */
export function SavedViews({ page }: { page: ViewPage }) {
  const { say } = useWords();
  const [search, setSearch] = useSearchParams();
  const [isOpen, setIsOpen] = useState(false);
  const queries = useQueryClient();
  const list = useQuery({ queryKey: ['views'], queryFn: viewApi.views });
  const reload = () => queries.invalidateQueries({ queryKey: ['views'] });
  const remove = useMutation({ mutationFn: viewApi.removeView, onSuccess: reload });
  if (!list.data) return null;
  const views = list.data.views.filter((view) => view.page === page);
  const filters = keptFilters(page, search.toString());
  const here = views.find((view) => view.search === filters);
  const choices = (isOwn: boolean) =>
    views.filter(({ office }) => (office === null) === isOwn).map(({ id, name }) => ({ value: id, label: name }));
  const groups = [
    { group: say(VIEWS.own), items: choices(true) },
    { group: say(VIEWS.ofOffices), items: choices(false) },
  ].filter(({ items }) => items.length > 0);
  return (
    <>
      {views.length > 0 && (
        <NativeSelect
          size="xs"
          aria-label={say(VIEWS.title)}
          value={here?.id ?? ''}
          onChange={(e) => setSearch(views.find(({ id }) => id === e.currentTarget.value)?.search ?? '')}
          data={[{ value: '', label: say(VIEWS.choose) }, ...groups]}
        />
      )}
      {here?.mayRemove && (
        <Button size="xs" variant="subtle" onClick={() => remove.mutate(here.id)} loading={remove.isPending}>
          {say(VIEWS.remove, { name: here.name })}
        </Button>
      )}
      {!here && filters !== '' && !isOpen && (
        <Button size="xs" variant="subtle" onClick={() => setIsOpen(true)}>
          {say(VIEWS.save)}
        </Button>
      )}
      {isOpen && !here && (
        <ViewForm
          page={page}
          search={filters}
          offices={list.data.offices}
          onEnd={() => {
            setIsOpen(false);
            void reload();
          }}
        />
      )}
    </>
  );
}

interface FormProps {
  readonly page: ViewPage;
  readonly search: string;
  readonly offices: ViewList['offices'];
  readonly onEnd: () => void;
}

function ViewForm({ page, search, offices, onEnd }: FormProps) {
  const { say } = useWords();
  const [name, setName] = useState('');
  const [office, setOffice] = useState('');
  const save = useMutation({
    mutationFn: () => viewApi.saveView({ page, search, name, office: office || null }),
    onSuccess: onEnd,
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    save.mutate();
  }
  return (
    <form className="view-form" onSubmit={submit} aria-label={say(VIEWS.save)}>
      <TextInput
        size="xs"
        label={say(VIEWS.name)}
        autoFocus
        required
        maxLength={MAX_VIEW_NAME}
        value={name}
        onChange={(e) => setName(e.currentTarget.value)}
      />
      {offices.length > 0 && (
        <NativeSelect
          size="xs"
          label={say(VIEWS.whose)}
          value={office}
          onChange={(e) => setOffice(e.currentTarget.value)}
          data={[
            { value: '', label: say(VIEWS.forMe) },
            ...offices.map(({ code, name: n }) => ({ value: code, label: say(VIEWS.forOffice, { office: n }) })),
          ]}
        />
      )}
      <Button size="xs" type="submit" loading={save.isPending} disabled={name.trim() === ''}>
        {say(VIEWS.confirm)}
      </Button>
      <Button size="xs" variant="subtle" onClick={onEnd}>
        {say(FRAME.cancel)}
      </Button>
      <small className="dim">{say(VIEWS.explain)}</small>
      {save.isError && <FailureNote error={save.error} />}
    </form>
  );
}
