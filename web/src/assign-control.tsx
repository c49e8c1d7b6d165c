import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ASSIGNMENT } from '../../src/words/console/assignment.js';
import { api, type FlagPage as Flag } from './api.js';
import { FailureNote } from './failure-note.js';
import { useKeys } from './keys.js';
import { useWords } from './language.js';

/** Whose work a flag is: given by whoever gives out work; taken and given back by anybody who decides. */
export function AssignControl({ flag }: { flag: Flag }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const kept = { onSuccess: (page: Flag) => queries.setQueryData(['flag', flag.id], page) };
  const assign = useMutation({ mutationFn: (to: string | null) => api.assign(flag.id, to), ...kept });
  const take = useMutation({ mutationFn: (isMine: boolean) => api.take(flag.id, isMine), ...kept });
  const { ownStep, canAssign } = flag;
  const step = () => ownStep && !take.isPending && take.mutate(ownStep === 'take');
  useKeys(ownStep ? { m: step } : {});
  const error = assign.error ?? take.error;
  return (
    <div className="hands">
      {canAssign && <Assignees flag={flag} onAssign={(to) => assign.mutate(to)} />}
      {ownStep && (
        <Button size="compact-sm" variant="default" onClick={step} loading={take.isPending}>
          {say(ownStep === 'take' ? ASSIGNMENT.take : ASSIGNMENT.giveBack)} <kbd>m</kbd>
        </Button>
      )}
      {error && <FailureNote error={error} />}
    </div>
  );
}

function Assignees({ flag, onAssign }: { flag: Flag; onAssign: (to: string | null) => void }) {
  const { say } = useWords();
  const { data } = useQuery({ queryKey: ['colleagues', flag.id], queryFn: () => api.colleagues(flag.id) });
  const people = data?.colleagues ?? [];
  const { assigned } = flag;
  // By name, as the page has it: whoever may not open the flag any more still has it.
  const holder = people.find((one) => (assigned?.isMine ? one.isMe : one.displayName === assigned?.to));
  const gone = assigned && !holder ? [{ value: 'gone', label: say(ASSIGNMENT.isOf, { name: assigned.to }) }] : [];
  return (
    <NativeSelect
      size="xs"
      aria-label={say(ASSIGNMENT.title)}
      value={holder?.id ?? (assigned ? 'gone' : '')}
      onChange={(e) => onAssign(e.currentTarget.value || null)}
      data={[
        { value: '', label: say(ASSIGNMENT.none) },
        ...gone,
        ...people.map(({ id, displayName }) => ({ value: id, label: say(ASSIGNMENT.isOf, { name: displayName }) })),
      ]}
    />
  );
}
