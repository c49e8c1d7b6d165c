import { Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { isBoundToOffices } from '../../src/domain/abilities.js';
import { MIN_PASSWORD_LENGTH } from '../../src/domain/user.js';
import { ME } from '../../src/words/console/me.js';
import { ROLE_TERMS } from '../../src/words/terms.js';
import { api } from './api.js';
import { RefusalNote } from './failure-note.js';
import { useWords } from './language.js';
import { rememberNewPassword } from './login-reason.js';
import { useMe } from './session.js';

/** Who one is here, and a new password. */
export function MePage() {
  const me = useMe();
  const { say, nameOf } = useWords();
  const none = isBoundToOffices(me.role) ? ME.noOffice : ME.everyOffice;
  return (
    <div className="page own">
      <h1>{say(ME.title)}</h1>
      <dl>
        <dt>{say(ME.username)}</dt>
        <dd>
          {me.displayName} <small>{me.username}</small>
        </dd>
        <dt>{say(ME.role)}</dt>
        <dd>{nameOf(ROLE_TERMS, me.role)}</dd>
        <dt>{say(ME.offices)}</dt>
        <dd>{me.officeCodes.length > 0 ? me.officeCodes.join(', ') : say(none)}</dd>
      </dl>
      <p className="dim">{say(ME.changedByAdmin)}</p>
      <PasswordForm />
    </div>
  );
}

function PasswordForm() {
  const { say } = useWords();
  const queries = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const change = useMutation({
    mutationFn: () => api.changePassword(current, next),
    onSuccess: () => {
      queries.clear();
      rememberNewPassword();
      // A fresh page holds nothing of what was on this one.
      window.location.assign('/');
    },
  });
  const isTypo = again !== '' && again !== next;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (next === again) change.mutate();
  }
  return (
    <form onSubmit={submit} aria-label={say(ME.password)}>
      <h2>{say(ME.password)}</h2>
      <Stack gap="sm" maw={420}>
        <PasswordInput
          label={say(ME.current)}
          autoComplete="current-password"
          required
          value={current}
          onChange={(e) => setCurrent(e.currentTarget.value)}
        />
        <PasswordInput
          label={say(ME.next)}
          description={say(ME.nextHint, { min: MIN_PASSWORD_LENGTH })}
          autoComplete="new-password"
          required
          minLength={MIN_PASSWORD_LENGTH}
          value={next}
          onChange={(e) => setNext(e.currentTarget.value)}
        />
        <PasswordInput
          label={say(ME.again)}
          autoComplete="new-password"
          required
          error={isTypo && say(ME.notAlike)}
          value={again}
          onChange={(e) => setAgain(e.currentTarget.value)}
        />
        {change.isError && <RefusalNote error={change.error} />}
        <p className="dim">{say(ME.effect)}</p>
        <Button type="submit" loading={change.isPending} disabled={isTypo}>
          {say(ME.change)}
        </Button>
      </Stack>
    </form>
  );
}
