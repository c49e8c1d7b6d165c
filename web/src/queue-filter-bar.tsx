import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { STAGES } from '../../src/domain/election.js';
import { ACTIVITY_KINDS, PLATFORMS } from '../../src/domain/platform.js';
import { ASSIGNMENT } from '../../src/words/console/assignment.js';
import { ASKED_LIST } from '../../src/words/console/question.js';
import { QUEUE, SECOND } from '../../src/words/console/queue.js';
import { SAME } from '../../src/words/console/same.js';
import { SEARCH } from '../../src/words/console/search.js';
import { capital } from '../../src/words/say.js';
import { FLAG_STATE_TERMS, KIND_TERMS, PLATFORM_TERMS, STAGE_TERMS } from '../../src/words/terms.js';
import type { Queue, QueueFilters, QueueItem } from './api.js';
import { countText } from './count-text.js';
import { EvidenceFilter } from './evidence-filter.js';
import { FilterDay, FilterOffice, FilterSelect, withFilter } from './filter-select.js';
import { useWords } from './language.js';
import { filtersOf, isNarrowed, unnarrowed } from './queue-filters.js';
import { SavedViews } from './saved-views.js';
import { may, useMe } from './session.js';

interface Props {
  readonly frame: Queue | undefined;
  readonly items: readonly QueueItem[];
  readonly onReload: () => void;
  readonly children: ReactNode;
}

export function QueueFilterBar({ frame, items, onReload, children }: Props) {
  const { say, nameOf, language } = useWords();
  const [search, setSearch] = useSearchParams();
  const me = useMe();
  const filters = filtersOf(search, me);
  // A rule that was withdrawn since is named by what it marked.
  const named = [...items.flatMap((item) => item.rules), ...(frame?.rules ?? [])];
  const rules = new Map(named.map((rule) => [rule.id, rule.title]));
  if (filters.rule && !rules.has(filters.rule)) rules.set(filters.rule, filters.rule);

  function set(name: keyof QueueFilters, value: string) {
    const next = withFilter(search, name, value);
    // An order learned from decisions would tell them.
    if (name === 'waiting')
      for (const own of ['order', 'group', 'due', 'held', 'assigned', 'question']) next.delete(own);
    setSearch(next);
  }
  const shown = (all: number) =>
    frame && isNarrowed(search)
      ? say(QUEUE.fittingOf, { n: countText(frame.fitting, language), all: countText(all, language) })
      : countText(all, language);
  return (
    <div className="bar">
      {may(me, 'review_second') ? (
        <WaitingChoice
          waiting={filters.waiting}
          counts={frame?.counts}
          shown={shown}
          onChoose={(value) => set('waiting', value)}
        />
      ) : (
        <>
          <h1>{say(QUEUE.title)}</h1>
          {frame && <strong>{`${shown(frame.counts.open)} ${nameOf(FLAG_STATE_TERMS, 'open')}`}</strong>}
        </>
      )}
      {frame && <OtherCounts counts={frame.counts} office={filters.office} />}
      <FilterOffice value={filters.office} offices={frame?.offices ?? []} onChoose={(value) => set('office', value)} />
      <FilterSelect
        label={say(QUEUE.filterKind)}
        all={say(QUEUE.allKinds)}
        value={filters.kind}
        choices={ACTIVITY_KINDS.map((k) => ({ value: k, label: capital(nameOf(KIND_TERMS, k)) }))}
        onChoose={(value) => set('kind', value)}
      />
      <FilterSelect
        label={say(QUEUE.filterRule)}
        all={say(QUEUE.allRules)}
        value={filters.rule}
        choices={[...rules]
          .map(([value, label]) => ({ value, label }))
          .sort((a, b) => a.label.localeCompare(b.label, language))}
        onChoose={(value) => set('rule', value)}
      />
      <FilterSelect
        label={say(QUEUE.filterPlatform)}
        all={say(QUEUE.allPlatforms)}
        value={filters.platform}
        choices={PLATFORMS.map((p) => ({ value: p, label: nameOf(PLATFORM_TERMS, p) }))}
        onChoose={(value) => set('platform', value)}
      />
      <FilterSelect
        label={say(QUEUE.filterStage)}
        all={say(QUEUE.allStages)}
        value={filters.stage}
        choices={STAGES.map((stage) => ({ value: stage, label: capital(nameOf(STAGE_TERMS, stage)) }))}
        onChoose={(value) => set('stage', value)}
      />
      <EvidenceFilter value={filters.evidence} onChoose={(value) => set('evidence', value)} />
      {filters.waiting !== 'second' && (
        <FilterSelect
          label={say(QUEUE.filterDue)}
          all={say(QUEUE.allDue)}
          value={filters.due}
          choices={[{ value: 'overdue', label: say(QUEUE.dueOverdue) }]}
          onChoose={(value) => set('due', value)}
        />
      )}
      {filters.waiting !== 'second' && may(me, 'decide') && (
        <HandsFilters filters={filters} assignees={frame?.assignees ?? []} onChoose={set} />
      )}
      <FilterDay
        label={say(SEARCH.filterActed)}
        before={say(SEARCH.acted)}
        value={filters.acted}
        onChoose={(value) => set('acted', value)}
      />
      {filters.waiting !== 'second' && filters.order === undefined && (
        <FilterSelect
          label={say(SAME.filter)}
          all={say(SAME.grouped)}
          value={filters.group === undefined ? 'none' : undefined}
          choices={[{ value: 'none', label: say(SAME.each) }]}
          onChoose={(value) => set('group', value)}
        />
      )}
      {filters.waiting !== 'second' && (
        <FilterSelect
          className="order"
          label={say(QUEUE.order)}
          all={say(QUEUE.orderOldest)}
          value={filters.order}
          choices={[{ value: 'similar', label: say(QUEUE.orderSimilar) }]}
          onChoose={(value) => set('order', value)}
        />
      )}
      {isNarrowed(search) && (
        <Button size="xs" variant="subtle" onClick={() => setSearch(unnarrowed(search))}>
          {say(QUEUE.clearFilter)}
        </Button>
      )}
      <SavedViews page="queue" />
      <span className="spread" />
      <Button size="xs" variant="default" onClick={onReload}>
        {say(QUEUE.reload)}
      </Button>
      {children}
    </div>
  );
}

/** What the list does not hold, and the way to it. */
function OtherCounts({ counts, office }: { counts: Queue['counts']; office: string | undefined }) {
  const { say, nameOf, language } = useWords();
  const sealing = `${countText(counts.sealing, language)} ${nameOf(FLAG_STATE_TERMS, 'sealing')}`;
  return (
    <span className="counts">
      {counts.asked > 0 && (
        <Link to={{ pathname: '/', search: 'question=waiting' }}>
          {say(ASKED_LIST.waiting, { n: countText(counts.asked, language) })}
        </Link>
      )}
      {counts.sealing > 0 && <span>{sealing}</span>}
      <Link to={{ pathname: '/decisions', search: office ? `office=${office}` : '' }}>
        {`${countText(counts.decided, language)} ${nameOf(FLAG_STATE_TERMS, 'decided')}`}
      </Link>
    </span>
  );
}

interface Hands {
  readonly filters: QueueFilters;
  readonly assignees: Queue['assignees'];
  readonly onChoose: (name: 'held' | 'assigned', value: string) => void;
}

/** Who has it: in hand now, or as their work. */
function HandsFilters({ filters, assignees, onChoose }: Hands) {
  const { say } = useWords();
  return (
    <>
      <FilterSelect
        label={say(SEARCH.filterHeld)}
        all={say(SEARCH.allHeld)}
        value={filters.held}
        choices={[{ value: 'mine', label: say(SEARCH.heldMine) }]}
        onChoose={(value) => onChoose('held', value)}
      />
      <FilterSelect
        label={say(ASSIGNMENT.filter)}
        all={say(ASSIGNMENT.all)}
        value={filters.assigned}
        choices={[
          { value: 'me', label: say(ASSIGNMENT.mine) },
          { value: 'none', label: say(ASSIGNMENT.none) },
          ...assignees.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChoose={(value) => onChoose('assigned', value)}
      />
    </>
  );
}

interface Choice {
  readonly waiting: QueueFilters['waiting'];
  readonly counts: Queue['counts'] | undefined;
  /** How many of them the filters show. */
  readonly shown: (all: number) => string;
  readonly onChoose: (value: string) => void;
}

/** What the list holds is its heading, for those who may choose; what it does not hold is counted in the whole reach. */
function WaitingChoice({ waiting, counts, shown, onChoose }: Choice) {
  const { say, language } = useWords();
  const countOf = (all: number | null | undefined, isList: boolean) =>
    typeof all !== 'number' ? '…' : isList ? shown(all) : countText(all, language);
  return (
    <>
      <h1 className="sr-only">{say(QUEUE.title)}</h1>
      <FilterSelect
        className="waiting"
        label={say(SECOND.waitingFor)}
        all={say(SECOND.waitingForFirst, { n: countOf(counts?.open, waiting !== 'second') })}
        value={waiting}
        choices={[
          {
            value: 'second',
            label: say(SECOND.waitingForSecond, { n: countOf(counts?.second, waiting === 'second') }),
          },
        ]}
        onChoose={onChoose}
      />
    </>
  );
}
