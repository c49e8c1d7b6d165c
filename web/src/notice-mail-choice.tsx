import { Checkbox } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { NOTICES } from '../../src/words/console/notices.js';
import { api } from './api.js';
import { FailureNote } from './failure-note.js';
import { useWords } from './language.js';

/** Whether one is written to of what one has not read. */
export function NoticeMailChoice() {
  const { say } = useWords();
  const queries = useQueryClient();
  const choice = useQuery({ queryKey: ['notice-mail'], queryFn: api.noticeMail });
  const set = useMutation({
    mutationFn: api.setNoticeMail,
    onSuccess: (set) => queries.setQueryData(['notice-mail'], set),
  });
  if (!choice.data) return choice.isError ? <FailureNote error={choice.error} /> : null;
  const { isWanted, mail } = choice.data;
  return (
    <section aria-label={say(NOTICES.mail)}>
      <h2>{say(NOTICES.mail)}</h2>
      <Checkbox
        label={say(NOTICES.mailWanted)}
        checked={isWanted}
        disabled={set.isPending}
        onChange={(e) => set.mutate(e.currentTarget.checked)}
      />
      <p className="dim">{mail === null ? say(NOTICES.mailNone) : say(NOTICES.mailTo, { mail })}</p>
      {set.isError && <FailureNote error={set.error} />}
    </section>
  );
}
