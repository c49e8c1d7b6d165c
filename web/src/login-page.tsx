import { Button, Paper, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { FRAME } from '../../src/words/console/frame.js';
import { SECOND_STEP } from '../../src/words/console/second-step.js';
import { ApiFailure, api, type Me } from './api.js';
import { CodeInput } from './code-input.js';
import { RefusalNote } from './failure-note.js';
import { useWords } from './language.js';
import { LanguageSwitch } from './language-switch.js';
import { loginApi } from './login-api.js';
import type { LoginReason } from './login-reason.js';
import { OpenIdWay, useOpenIdOutcome } from './open-id-way.js';

interface Props {
  /** Why somebody is asked who wanted something else; they are led back there. */
  readonly reason: LoginReason | undefined;
  readonly onLoggedIn: (me: Me) => void;
}

interface Typed {
  readonly username: string;
  readonly password: string;
  /** Once the password was right and a second step is set up. */
  readonly code?: string | undefined;
}

const NOTHING: Typed = { username: '', password: '' };

export function LoginPage({ reason, onLoggedIn }: Props) {
  const { say } = useWords();
  const { outcome, leaveOutcome } = useOpenIdOutcome();
  // The house's own log-in took the place of name and password.
  const isKnown = outcome === 'code';
  const [typed, setTyped] = useState<Typed>({ ...NOTHING, code: isKnown ? '' : undefined });
  const logIn = useMutation({
    mutationFn: () =>
      isKnown ? loginApi.finish(typed.code ?? '') : api.logIn(typed.username, typed.password, typed.code),
    onSuccess(me) {
      leaveOutcome();
      onLoggedIn(me);
    },
    onError(error) {
      // Whatever was wrong, a code that was sent may be used up.
      if (asksForCode(error) || typed.code !== undefined) setTyped({ ...typed, code: '' });
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    logIn.mutate();
  }
  function asOther() {
    logIn.reset();
    leaveOutcome();
    setTyped(NOTHING);
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
            {outcome && <output className="notice">{say(FRAME.openIdOutcome[outcome])}</output>}
            {reason && !outcome && <output className="notice">{say(FRAME.loginReason[reason])}</output>}
            {typed.code === undefined ? (
              <NameAndPassword typed={typed} onType={setTyped} />
            ) : (
              <CodeInput
                autoFocus
                label={SECOND_STEP.code}
                code={typed.code}
                onType={(code) => setTyped({ ...typed, code })}
              />
            )}
            {logIn.isError && !asksForCode(logIn.error) && <RefusalNote error={logIn.error} />}
            <Button type="submit" loading={logIn.isPending}>
              {say(FRAME.logIn)}
            </Button>
            {typed.code === undefined && <OpenIdWay />}
            {typed.code !== undefined && (
              <Button variant="subtle" onClick={asOther}>
                {say(SECOND_STEP.asOther)}
              </Button>
            )}
            <LanguageSwitch />
          </Stack>
        </form>
      </Paper>
    </main>
  );
}

function NameAndPassword({ typed, onType }: { typed: Typed; onType: (typed: Typed) => void }) {
  const { say } = useWords();
  return (
    <>
      <TextInput
        label={say(FRAME.username)}
        autoComplete="username"
        autoFocus
        required
        value={typed.username}
        onChange={(e) => onType({ ...typed, username: e.currentTarget.value })}
      />
      <PasswordInput
        label={say(FRAME.password)}
        autoComplete="current-password"
        required
        value={typed.password}
        onChange={(e) => onType({ ...typed, password: e.currentTarget.value })}
      />
    </>
  );
}

function asksForCode(error: unknown): boolean {
  return error instanceof ApiFailure && error.code === 'second_step_needed';
}
