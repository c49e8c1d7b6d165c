import { PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ME } from '../../src/words/console/me.js';
import { SECOND_STEP } from '../../src/words/console/second-step.js';
import type { Message } from '../../src/words/say.js';
import { CodeInput } from './code-input.js';
import { FormEnd } from './form-end.js';
import { useWords } from './language.js';

interface Asked {
  readonly password: string;
  readonly code: string;
}

interface Props<Answer> {
  /** Then a code of the one in use is asked for too. */
  readonly isOn: boolean;
  readonly effect?: Message;
  readonly label: Message;
  readonly ask: (asked: Asked) => Promise<Answer>;
  readonly onDone: (answer: Answer) => void;
  readonly onCancel: () => void;
}

/** Password, and code where there is one: a session that was left open must not be enough. */
export function AskAgain<Answer>({ isOn, effect, label, ask, onDone, onCancel }: Props<Answer>) {
  const { say } = useWords();
  const [typed, setTyped] = useState<Asked>({ password: '', code: '' });
  const send = useMutation({
    mutationFn: () => ask(typed),
    onSuccess: onDone,
    onError: () => setTyped({ ...typed, code: '' }),
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    send.mutate();
  }
  return (
    <form onSubmit={submit} aria-label={say(label)}>
      <Stack gap="sm" maw={420}>
        {effect && <p>{say(effect)}</p>}
        <PasswordInput
          label={say(ME.current)}
          autoComplete="current-password"
          autoFocus
          required
          value={typed.password}
          onChange={(e) => setTyped({ ...typed, password: e.currentTarget.value })}
        />
        {isOn && (
          <CodeInput label={SECOND_STEP.code} code={typed.code} onType={(code) => setTyped({ ...typed, code })} />
        )}
        <FormEnd label={SECOND_STEP.go} sending={send} onCancel={onCancel} />
      </Stack>
    </form>
  );
}
