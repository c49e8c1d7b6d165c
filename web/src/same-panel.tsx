import { Button, Loader } from '@mantine/core';
import { Link } from 'react-router';
import { FRAME } from '../../src/words/console/frame.js';
import { SAME } from '../../src/words/console/same.js';
import { FLAG_STATE_TERMS, KIND_TERMS, PLATFORM_TERMS, VERDICT_TERMS } from '../../src/words/terms.js';
import type { FlagPage as Flag } from './api.js';
import { FailureNote } from './failure-note.js';
import { useKeys } from './keys.js';
import { useWords } from './language.js';
import type { EndedFlag, Refused } from './same-api.js';
import type { SameInHand } from './same-in-hand.js';
import { SameList } from './same-list.js';
import { formatInstant } from './time.js';

interface Props {
  readonly flag: Flag;
  readonly same: SameInHand;
  /** Of the decision given last: what did not go with it. */
  readonly refused: readonly Refused[];
}

/** Flags of the same post: those that wait with this one, and how others ended. Never a list of one person's marks. */
export function SamePanel({ flag, same, refused }: Props) {
  const { say } = useWords();
  const { family, list, isComparing } = same;
  const mayCompare = flag.canDecide && flag.state === 'open' && (family?.waiting ?? 0) > 0;
  useKeys(mayCompare && !isComparing ? { e: same.compare } : {});
  if (!family) return null;
  const { waiting, ended, isHidden } = family;
  if (waiting === 0 && ended.length === 0 && !isHidden && refused.length === 0) return null;
  return (
    <section className="panel same" aria-label={say(SAME.title)}>
      <h2>{say(SAME.title)}</h2>
      {refused.length > 0 && <RefusedOnes refused={refused} />}
      {waiting > 0 && (
        <p>
          {say(SAME.waiting, { n: waiting })}{' '}
          {mayCompare && !isComparing && (
            <Button size="compact-sm" variant="default" onClick={same.compare}>
              {say(SAME.compare)} <kbd>e</kbd>
            </Button>
          )}
        </p>
      )}
      {isComparing && list.isPending && <Loader aria-label={say(FRAME.loading)} size="sm" />}
      {list.isError && <FailureNote error={list.error} onRetry={() => list.refetch()} />}
      {isComparing && list.data && flag.canDecide && <SameList list={list.data} same={same} />}
      {isHidden && <p className="blind">{say(SAME.earlierHidden)}</p>}
      {ended.length > 0 && <Ended ended={ended} isMore={family.isMore} />}
    </section>
  );
}

function Ended({ ended, isMore }: { ended: readonly EndedFlag[]; isMore: boolean }) {
  const { say, nameOf, language } = useWords();
  const outcomeOf = (outcome: EndedFlag['outcome']) => {
    if (outcome === 'closed') return say(SAME.closed);
    return outcome === 'contrary' ? nameOf(FLAG_STATE_TERMS, outcome) : nameOf(VERDICT_TERMS, outcome);
  };
  return (
    <>
      <h3>{say(SAME.earlier)}</h3>
      <p className="dim">{say(SAME.earlierNote)}</p>
      <ul className="ended">
        {ended.map((one) => (
          <li key={one.id}>
            <Link to={`/flags/${one.id}`}>
              {nameOf(KIND_TERMS, one.kind)}, {nameOf(PLATFORM_TERMS, one.platform)}, {one.office.name}
            </Link>{' '}
            <small>{formatInstant(one.actedAt, one.zone, language)}</small>{' '}
            <span className="badge quiet">{outcomeOf(one.outcome)}</span>
          </li>
        ))}
        {isMore && <li aria-hidden="true">…</li>}
      </ul>
    </>
  );
}

function RefusedOnes({ refused }: { refused: readonly Refused[] }) {
  const { say } = useWords();
  return (
    <div className="note" role="alert">
      <p>{say(SAME.refused, { n: refused.length })}</p>
      <ul>
        {refused.map(({ id, message }) => (
          <li key={id}>
            <Link to={`/flags/${id}`}>{message}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
