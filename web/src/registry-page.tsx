import { Button, Loader } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { FRAME } from '../../src/words/console/frame.js';
import { REGISTRY_PAGE } from '../../src/words/console/registry.js';
import { FailedPage } from './failed-page.js';
import { useWords } from './language.js';
import { type Registry, type RegistryFilters, registryApi } from './registry-api.js';
import { RegistryFilterBar } from './registry-filter-bar.js';
import { RegistryGaps } from './registry-gaps.js';
import { RegistryRows } from './registry-rows.js';
import { may, useMe } from './session.js';

/** Who is registered in one's offices, and what each account lacks to be watched. */
export function RegistryPage() {
  const me = useMe();
  const { say } = useWords();
  const [search] = useSearchParams();
  const filters = filtersOf(search);
  const isOpen = may(me, 'see_registry');
  const list = useInfiniteQuery({
    queryKey: ['registry', filters],
    queryFn: ({ pageParam }) => registryApi.list(filters, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Registry) => page.nextCursor ?? undefined,
    enabled: isOpen,
  });
  if (!isOpen) return <p className="page">{say(FRAME.noPart)}</p>;
  if (list.isError) {
    return <FailedPage title={REGISTRY_PAGE.title} error={list.error} onRetry={() => list.refetch()} />;
  }
  const first = list.data?.pages[0];
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const isFiltered = Object.values(filters).some(Boolean);
  return (
    <div className="page">
      <div className="bar">
        <h1>{say(REGISTRY_PAGE.title)}</h1>
        {first && <strong>{say(REGISTRY_PAGE.fitting, { n: first.fitting, all: first.total })}</strong>}
      </div>
      <p className="explain">{say(REGISTRY_PAGE.explain)}</p>
      {first && <RegistryGaps gaps={first.gaps} />}
      <RegistryFilterBar filters={filters} offices={first?.offices ?? []} />
      {list.isPending && <Loader aria-label={say(FRAME.loading)} m="xl" />}
      {first && items.length === 0 && (
        <p className="empty">{say(isFiltered ? REGISTRY_PAGE.emptyFiltered : REGISTRY_PAGE.empty)}</p>
      )}
      {items.length > 0 && <RegistryRows items={items} />}
      {list.hasNextPage && (
        <Button variant="default" size="xs" onClick={() => list.fetchNextPage()} loading={list.isFetchingNextPage}>
          {say(REGISTRY_PAGE.more)}
        </Button>
      )}
    </div>
  );
}

function filtersOf(search: URLSearchParams): RegistryFilters {
  const given = (name: string) => search.get(name) || undefined;
  return {
    q: given('q'),
    office: given('office'),
    platform: given('platform'),
    proof: given('proof'),
    gap: given('gap'),
  };
}
