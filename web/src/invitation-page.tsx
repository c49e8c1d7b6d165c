import { Button, Loader, Paper, Stack, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { FRAME } from '../../src/words/console/frame.js';
import { PEOPLE } from '../../src/words/console/people.js';
import { api } from './api.js';
import { RefusalNote } from './failure-note.js';
import { useWords } from './language.js';
import { LanguageSwitch } from './language-switch.js';
import { rememberNewPassword } from './login-reason.js';
import { isTypo, NewPassword, type TypedTwice } from './new-password.js';
import { useTitle } from './title.js';

export const INVITATION_PATH = '/undangan';

/** Behind the link of an invitation: the first password, chosen where nobody else looks. */
export function InvitationPage() {
  const { say } = useWords();
  const [token] = useState(() => window.location.hash.slice(1));
  useTitle(say(PEOPLE.choose));
  const look = useQuery({ queryKey: ['invitation'], queryFn: () => api.lookAtInvitation(token), retry: false });
  return (
    <main className="login">
      <Paper withBorder p="xl" w="min(420px, 94vw)" shadow="sm">
        <Stack gap="sm">
          <Title order={1} size="h2">
            {say(PEOPLE.choose)}
          </Title>
          {look.isPending && <Loader aria-label={say(FRAME.loading)} />}
          {look.isError && <RefusalNote error={look.error} />}
          {look.data && (
            <>
              <p>{say(PEOPLE.chooseFor, { name: look.data.displayName, username: look.data.username })}</p>
              <ChooseForm token={token} username={look.data.username} />
            </>
          )}
          <LanguageSwitch />
        </Stack>
      </Paper>
    </main>
  );
}

function ChooseForm({ token, username }: { token: string; username: string }) {
  const { say } = useWords();
  const [typed, setTyped] = useState<TypedTwice>({ next: '', again: '' });
  const take = useMutation({
    mutationFn: () => api.takeInvitation(token, typed.next),
    onSuccess() {
      rememberNewPassword();
      window.location.assign('/');
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    if (typed.next === typed.again) take.mutate();
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {/* For the browser that keeps passwords: whose it is. */}
        <input type="text" autoComplete="username" value={username} readOnly hidden />
        <NewPassword typed={typed} onType={setTyped} />
        {take.isError && <RefusalNote error={take.error} />}
        <Button type="submit" loading={take.isPending} disabled={isTypo(typed)}>
          {say(PEOPLE.keep)}
        </Button>
      </Stack>
    </form>
  );
}
