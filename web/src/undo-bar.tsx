import { Button } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { PENDING } from '../../src/words/console/pending.js';
import { SAME } from '../../src/words/console/same.js';
import { VERDICT_TERMS } from '../../src/words/terms.js';
import { RefusalNote } from './failure-note.js';
import { useKeys } from './keys.js';
import { useWords } from './language.js';
import { countTogether, usePending, useSecondsLeft, useUndo } from './pending.js';

type Pending = NonNullable<ReturnType<typeof usePending>['data']>['pending'][number];

/** On whatever page: the decision given last, for as long as it can be taken back, and what could not count. */
export function UndoBar() {
  const { say } = useWords();
  const { data } = usePending();
  const undo = useUndo();
  const { pathname } = useLocation();
  const newest = data?.pending.at(-1);
  // Those given in one go are taken back where they were given.
  const last = data?.pending.find(({ id }) => id === newest?.from) ?? newest;
  const back = data?.cameBack.find((id) => pathname !== `/flags/${id}`);
  // On its own page the panel of the decision says it.
  const isShown = last !== undefined && pathname !== `/flags/${last.id}`;
  const takeBack = () => last && !undo.isPending && undo.mutate(last.id);
  useKeys(isShown ? { z: takeBack } : {});
  return (
    <div className="undo">
      {undo.isError && <RefusalNote error={undo.error} />}
      {isShown && (
        <Counting pending={last} count={countTogether(data, last)} isUndoing={undo.isPending} onUndo={takeBack} />
      )}
      {back !== undefined && (
        <div className="note" role="alert">
          {say(PENDING.cameBack)} <Link to={`/flags/${back}`}>{say(PENDING.openCameBack)}</Link>
        </div>
      )}
    </div>
  );
}

interface Props {
  readonly pending: Pending;
  /** Given together with it, itself among them. */
  readonly count: number;
  readonly isUndoing: boolean;
  readonly onUndo: () => void;
}

function Counting({ pending: { id, verdict, msLeft }, count, isUndoing, onUndo }: Props) {
  const { say, nameOf } = useWords();
  const n = useSecondsLeft(msLeft);
  const name = verdict === null ? '…' : nameOf(VERDICT_TERMS, verdict);
  const counting = (s: number) => {
    if (count === 1) return say(s > 0 ? PENDING.counts : PENDING.countsNow, { verdict: name, n: s });
    return say(s > 0 ? SAME.allCount : SAME.allCountNow, { verdict: name, n: count, s });
  };
  return (
    <div className="note counting">
      {/* Told once; a clock that is read aloud each second is not. */}
      <output className="sr-only" key={id}>
        {counting(10)}
      </output>
      <span aria-hidden="true">{counting(n)}</span>
      <Button size="compact-sm" variant="default" onClick={onUndo} loading={isUndoing}>
        {say(count === 1 ? PENDING.undo : SAME.undoAll)} <kbd>z</kbd>
      </Button>
    </div>
  );
}
