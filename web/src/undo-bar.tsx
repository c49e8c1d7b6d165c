import { Button } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { PENDING } from '../../src/words/console/pending.js';
import { VERDICT_TERMS } from '../../src/words/terms.js';
import { RefusalNote } from './failure-note.js';
import { useKeys } from './keys.js';
import { useWords } from './language.js';
import { usePending, useSecondsLeft, useUndo } from './pending.js';

type Pending = NonNullable<ReturnType<typeof usePending>['data']>['pending'][number];

/** On whatever page: the decision given last, for as long as it can be taken back, and what could not count. */
export function UndoBar() {
  const { say } = useWords();
  const { data } = usePending();
  const undo = useUndo();
  const { pathname } = useLocation();
  const last = data?.pending.at(-1);
  const back = data?.cameBack.find((id) => pathname !== `/flags/${id}`);
  // On its own page the panel of the decision says it.
  const isShown = last !== undefined && pathname !== `/flags/${last.id}`;
  const takeBack = () => last && !undo.isPending && undo.mutate(last.id);
  useKeys(isShown ? { z: takeBack } : {});
  return (
    <div className="undo">
      {undo.isError && <RefusalNote error={undo.error} />}
      {isShown && <Counting pending={last} isUndoing={undo.isPending} onUndo={takeBack} />}
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
  readonly isUndoing: boolean;
  readonly onUndo: () => void;
}

function Counting({ pending: { id, verdict, msLeft }, isUndoing, onUndo }: Props) {
  const { say, nameOf } = useWords();
  const n = useSecondsLeft(msLeft);
  const name = verdict === null ? '…' : nameOf(VERDICT_TERMS, verdict);
  return (
    <div className="note counting">
      {/* Told once; a clock that is read aloud each second is not. */}
      <output className="sr-only" key={id}>
        {say(PENDING.counts, { verdict: name, n: 10 })}
      </output>
      <span aria-hidden="true">{say(n > 0 ? PENDING.counts : PENDING.countsNow, { verdict: name, n })}</span>
      <Button size="compact-sm" variant="default" onClick={onUndo} loading={isUndoing}>
        {say(PENDING.undo)} <kbd>z</kbd>
      </Button>
    </div>
  );
}
