import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { VERDICT } from '../../src/words/console/flag.js';
import { PENDING } from '../../src/words/console/pending.js';
import { SAME } from '../../src/words/console/same.js';
import { api, type FlagPage as Flag } from './api.js';
import { FailureNote } from './failure-note.js';
import { useKeys } from './keys.js';
import { useWords } from './language.js';
import { countTogether, usePending, useSecondsLeft, useUndo, useWhenSettled } from './pending.js';

interface Props {
  readonly flag: Flag;
  readonly failure: unknown;
  readonly onNext: () => void;
}

/** In place of the decision's panel while it can be taken back. The other verdict of a blind review comes after that. */
export function GivenPanel({ flag, failure, onNext }: Props) {
  const { say } = useWords();
  const queries = useQueryClient();
  const undo = useUndo();
  const settle = useMutation({
    mutationFn: () => api.settle(flag.id),
    onSuccess: (settled) => queries.setQueryData(['flag', flag.id], settled),
    onSettled: () => queries.invalidateQueries({ queryKey: ['pending'] }),
  });
  const takeBack = () => !undo.isPending && undo.mutate(flag.id);
  useWhenSettled(flag.id, () => void queries.invalidateQueries({ queryKey: ['flag', flag.id] }));
  useKeys({ t: onNext, z: takeBack });
  const n = useSecondsLeft(flag.pending?.msLeft ?? 0);
  const { data } = usePending();
  const own = data?.pending.find(({ id }) => id === flag.id);
  const count = own ? countTogether(data, own) : 1;
  const error = failure ?? undo.error ?? settle.error;
  return (
    <section className="panel verdict" aria-label={say(VERDICT.title)}>
      <p>
        {count > 1 && <strong>{say(SAME.given, { n: count })} </strong>}
        <strong>{say(n > 0 ? PENDING.given : PENDING.givenNow, { n })}</strong>{' '}
        {say(flag.hiddenReviews > 0 ? PENDING.otherAfterwards : PENDING.nobodyKnows)}
      </p>
      {error ? <FailureNote error={error} /> : null}
      <div className="submit">
        <Button size="sm" variant="default" onClick={takeBack} loading={undo.isPending}>
          {say(count > 1 ? SAME.undoAll : PENDING.undo)} <kbd>z</kbd>
        </Button>
        <Button size="sm" variant="default" onClick={() => settle.mutate()} loading={settle.isPending}>
          {say(PENDING.settle)}
        </Button>
        <Button size="sm" onClick={onNext}>
          {say(VERDICT.nextFlag)} <kbd>t</kbd>
        </Button>
      </div>
    </section>
  );
}
