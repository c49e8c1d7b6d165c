import { Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { isBoundToOffices } from '../../src/domain/abilities.js';
import { ME } from '../../src/words/console/me.js';
import { ROLE_TERMS } from '../../src/words/terms.js';
import { api, type Me } from './api.js';
import { RefusalNote } from './failure-note.js';
import { useWords } from './language.js';
import { rememberNewPassword } from './login-reason.js';
import { isTypo, NewPassword, type TypedTwice } from './new-password.js';
import { NoticeMailChoice } from './notice-mail-choice.js';
import { OwnCalibrations } from './own-calibrations.js';
import { SecondStep } from './second-step.js';
import { may, useMe } from './session.js';
import { Tokens } from './tokens.js';

/** Who one is here, and a new password. */
export function MePage() {
  const me = useMe();
  const { say, nameOf } = useWords();
  const queries = useQueryClient();
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
      <NoticeMailChoice />
      <PasswordForm />
      <SecondStep onDone={(viewer: Me) => queries.setQueryData(['me'], viewer)} />
      <Tokens />
      {may(me, 'decide') && <OwnCalibrations />}
    </div>
  );
}

function PasswordForm() {
  const { say } = useWords();
  const queries = useQueryClient();
  const [current, setCurrent] = useState('');
  const [typed, setTyped] = useState<TypedTwice>({ next: '', again: '' });
  const change = useMutation({
    mutationFn: () => api.changePassword(current, typed.next),
    onSuccess: () => {
      queries.clear();
      rememberNewPassword();
      // A fresh page holds nothing of what was on this one.
      window.location.assign('/');
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (typed.next === typed.again) change.mutate();
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
        <NewPassword typed={typed} onType={setTyped} />
        {change.isError && <RefusalNote error={change.error} />}
        <p className="dim">{say(ME.effect)}</p>
        <Button type="submit" loading={change.isPending} disabled={isTypo(typed)}>
          {say(ME.change)}
        </Button>
      </Stack>
    </form>
  );
}
