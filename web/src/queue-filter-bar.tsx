import { Button, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { Me, Queue, QueueFilters, QueueItem } from './api.js';
import { useWords } from './language.js';
import { mayOpen, useMe } from './session.js';

const KINDS = ['post', 'share', 'like', 'comment', 'follow'];

/** What narrows the queue stands in the address, so that "next" and a reload keep it. */
export function filtersOf(search: URLSearchParams, me: Me): QueueFilters {
  const [office, kind, rule] = ['office', 'kind', 'rule'].map((name) => search.get(name) ?? undefined);
  const narrow = { ...(office ? { office } : {}), ...(kind ? { kind } : {}), ...(rule ? { rule } : {}) };
  if (search.get('waiting') === 'second' && mayOpen(me, 'secondReviews')) return { ...narrow, waiting: 'second' };
  return { ...narrow, ...(search.get('order') === 'similar' ? { order: 'similar' as const } : {}) };
}

/** The order narrows nothing, and neither does what the flags wait for. */
export function isNarrowed(search: URLSearchParams): boolean {
  return ['office', 'kind', 'rule'].some((name) => search.has(name));
}

interface Props {
  readonly frame: Queue | undefined;
  readonly items: readonly QueueItem[];
  readonly onReload: () => void;
  readonly children: ReactNode;
}

export function QueueFilterBar({ frame, items, onReload, children }: Props) {
  const { say, nameOf } = useWords();
  const [search, setSearch] = useSearchParams();
  const me = useMe();
  const filters = filtersOf(search, me);
  const rules = new Map(items.flatMap((item) => item.rules.map((r) => [r.id, r.title] as const)));
  if (filters.rule && !rules.has(filters.rule)) rules.set(filters.rule, filters.rule);

  function set(name: keyof QueueFilters, value: string) {
    const next = new URLSearchParams(search);
    // An order learned from decisions would tell them.
    if (name === 'waiting') next.delete('order');
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next);
  }
  const offices = (frame?.offices ?? []).map((o) => ({ value: o.code, label: o.name }));
  return (
    <div className="bar">
      <h1>{say('queue_title')}</h1>
      {frame && <Counts counts={frame.counts} isSecond={filters.waiting === 'second'} />}
      {mayOpen(me, 'secondReviews') && (
        <NativeSelect
          size="xs"
          className="waiting"
          aria-label={say('waiting_for')}
          value={filters.waiting ?? ''}
          onChange={(e) => set('waiting', e.currentTarget.value)}
          data={[
            { value: '', label: say('waiting_first', { n: frame?.counts.open ?? '…' }) },
            { value: 'second', label: say('waiting_second', { n: frame?.counts.second ?? '…' }) },
          ]}
        />
      )}
      <NativeSelect
        size="xs"
        aria-label={say('filter_office')}
        value={filters.office ?? ''}
        onChange={(e) => set('office', e.currentTarget.value)}
        data={[{ value: '', label: say('all_offices') }, ...offices]}
      />
      <NativeSelect
        size="xs"
        aria-label={say('filter_kind')}
        value={filters.kind ?? ''}
        onChange={(e) => set('kind', e.currentTarget.value)}
        data={[{ value: '', label: say('all_kinds') }, ...KINDS.map((k) => ({ value: k, label: nameOf(k) }))]}
      />
      <NativeSelect
        size="xs"
        aria-label={say('filter_rule')}
        value={filters.rule ?? ''}
        onChange={(e) => set('rule', e.currentTarget.value)}
        data={[{ value: '', label: say('all_rules') }, ...[...rules].map(([value, label]) => ({ value, label }))]}
      />
      {filters.waiting !== 'second' && (
        <NativeSelect
          size="xs"
          className="order"
          aria-label={say('order')}
          value={filters.order ?? ''}
          onChange={(e) => set('order', e.currentTarget.value)}
          data={[
            { value: '', label: say('order_oldest') },
            { value: 'similar', label: say('order_similar') },
          ]}
        />
      )}
      {isNarrowed(search) && (
        <Button size="xs" variant="subtle" onClick={() => setSearch(unnarrowed(filters))}>
          {say('clear_filter')}
        </Button>
      )}
      <span className="spread" />
      <Button size="xs" variant="default" onClick={onReload}>
        {say('reload')}
      </Button>
      {children}
    </div>
  );
}

function unnarrowed({ order, waiting }: QueueFilters): Record<string, string> {
  return { ...(order ? { order } : {}), ...(waiting ? { waiting } : {}) };
}

/** Of the person's whole reach, whatever narrows the list. */
function Counts({ counts, isSecond }: { counts: Queue['counts']; isSecond: boolean }) {
  const { say } = useWords();
  return (
    <span className="counts">
      <strong>{isSecond ? say('second_n', { n: counts.second ?? 0 }) : say('waiting_n', { n: counts.open })}</strong>
      {!isSecond && counts.sealing > 0 && <span>{say('sealing_n', { n: counts.sealing })}</span>}
      <span>{say('decided_n', { n: counts.decided })}</span>
    </span>
  );
}
