import type { Me, QueueFilters } from './api.js';
import { may } from './session.js';

const NARROWING = [
  'office',
  'kind',
  'rule',
  'platform',
  'stage',
  'evidence',
  'due',
  'held',
  'assigned',
  'question',
  'acted',
  'words',
  'account',
  'ticket',
] as const;

/** What narrows the queue stands in the address, so that "next" and a reload keep it. */
export function filtersOf(search: URLSearchParams, me: Me): QueueFilters {
  const given = (name: string) => search.get(name) || undefined;
  const narrow = {
    office: given('office'),
    kind: given('kind'),
    rule: given('rule'),
    platform: given('platform'),
    stage: given('stage'),
    evidence: given('evidence'),
    acted: given('acted'),
    words: given('words'),
    account: given('account'),
    ticket: given('ticket'),
  };
  if (search.get('waiting') === 'second' && may(me, 'review_second')) return { ...narrow, waiting: 'second' };
  return {
    ...narrow,
    due: search.get('due') === 'overdue' ? 'overdue' : undefined,
    held: search.get('held') === 'mine' ? 'mine' : undefined,
    assigned: given('assigned'),
    question: search.get('question') === 'waiting' ? 'waiting' : undefined,
    order: search.get('order') === 'similar' ? 'similar' : undefined,
    // One line for the same, unless somebody wants each: an order learned from decisions stands by flag.
    group: search.get('group') === 'none' || search.get('order') === 'similar' ? undefined : 'same',
  };
}

/** The order narrows nothing, and neither does what the flags wait for. */
export function isNarrowed(search: URLSearchParams): boolean {
  return NARROWING.some((name) => search.has(name));
}

/** Order and what the flags wait for stay. */
export function unnarrowed(search: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams(search);
  for (const name of NARROWING) kept.delete(name);
  return kept;
}
