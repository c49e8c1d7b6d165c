import { Button } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { PROOF_STATES } from '../../src/domain/account.js';
import { PLATFORMS } from '../../src/domain/platform.js';
import { QUEUE } from '../../src/words/console/queue.js';
import { REGISTRY_PAGE } from '../../src/words/console/registry.js';
import { capital } from '../../src/words/say.js';
import { PLATFORM_TERMS, PROOF_TERMS } from '../../src/words/terms.js';
import { FilterOffice, FilterSelect, withFilter } from './filter-select.js';
import { useWords } from './language.js';
import { ListSearch } from './list-search.js';
import type { Registry, RegistryFilters } from './registry-api.js';

interface Props {
  readonly filters: RegistryFilters;
  readonly offices: Registry['offices'];
}

export function RegistryFilterBar({ filters, offices }: Props) {
  const { say, nameOf } = useWords();
  const [search, setSearch] = useSearchParams();
  const set = (name: keyof RegistryFilters, value: string) => setSearch(withFilter(search, name, value));
  return (
    <div className="bar">
      <ListSearch
        key={filters.q ?? ''}
        q={filters.q}
        label={say(REGISTRY_PAGE.search)}
        find={say(REGISTRY_PAGE.find)}
        className="registry-search"
        onSearch={(text) => set('q', text)}
      />
      <FilterOffice value={filters.office} offices={offices} onChoose={(value) => set('office', value)} />
      <FilterSelect
        label={say(REGISTRY_PAGE.filterPlatform)}
        all={say(QUEUE.allPlatforms)}
        value={filters.platform}
        choices={PLATFORMS.map((p) => ({ value: p, label: nameOf(PLATFORM_TERMS, p) }))}
        onChoose={(value) => set('platform', value)}
      />
      <FilterSelect
        label={say(REGISTRY_PAGE.filterProof)}
        all={say(REGISTRY_PAGE.allProofs)}
        value={filters.proof}
        choices={PROOF_STATES.map((p) => ({ value: p, label: capital(nameOf(PROOF_TERMS, p)) }))}
        onChoose={(value) => set('proof', value)}
      />
      {Object.values(filters).some(Boolean) && (
        <Button size="xs" variant="subtle" onClick={() => setSearch('')}>
          {say(REGISTRY_PAGE.clear)}
        </Button>
      )}
    </div>
  );
}
