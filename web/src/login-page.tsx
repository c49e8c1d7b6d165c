import { Button, Paper, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { FRAME } from '../../src/words/console/frame.js';
import { api, type Me } from './api.js';
import { RefusalNote } from './failure-note.js';
import { useWords } from './language.js';
import { LanguageSwitch } from './language-switch.js';
import type { LoginReason } from './login-reason.js';

interface Props {
  /** Why somebody is asked who wanted something else; they are led back there. */
  readonly reason: LoginReason | undefined;
  readonly onLoggedIn: (me: Me) => void;
}

export function LoginPage({ reason, onLoggedIn }: Props) {
  const { say } = useWords();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const logIn = useMutation({ mutationFn: () => api.logIn(username, password), onSuccess: onLoggedIn });

  function submit(event: FormEvent) {
    event.preventDefault();
    logIn.mutate();
  }
  return (
    <main className="login">
      <Paper withBorder p="xl" w={380} shadow="sm">
        <form onSubmit={submit}>
          <Stack gap="sm">
            <div>
              <Title order={1} size="h2">
                {say(FRAME.app)}
              </Title>
              <p className="dim">{say(FRAME.tagline)}</p>
            </div>
            {reason && <output className="notice">{say(FRAME.loginReason[reason])}</output>}
            <TextInput
              label={say(FRAME.username)}
              autoComplete="username"
              autoFocus
              required
              value={username}
              onChange={(e) => setUsername(e.currentTarget.value)}
            />
            <PasswordInput
              label={say(FRAME.password)}
              autoComplete="current-password"
              required
              value={password}
              onChange={(e) => setPassword(e.currentTarget.value)}
            />
            {logIn.isError && <RefusalNote error={logIn.error} />}
            <Button type="submit" loading={logIn.isPending}>
              {say(FRAME.logIn)}
            </Button>
            <LanguageSwitch />
          </Stack>
        </form>
      </Paper>
    </main>
  );
}
