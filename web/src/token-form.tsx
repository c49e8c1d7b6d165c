import { Checkbox, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { MAX_TOKEN_DAYS, MAX_TOKEN_NAME, type TokenAbility } from '../../src/domain/api-token.js';
import { ME } from '../../src/words/console/me.js';
import { SECOND_STEP } from '../../src/words/console/second-step.js';
import { TOKEN_ABILITY_TERMS, TOKENS } from '../../src/words/console/tokens.js';
import { capital } from '../../src/words/say.js';
import { CodeInput } from './code-input.js';
import { FormEnd } from './form-end.js';
import { useWords } from './language.js';
import { useMe } from './session.js';
import { type MadeToken, tokenApi } from './token-api.js';

interface Props {
  readonly abilities: readonly TokenAbility[];
  readonly onMade: (made: MadeToken) => unknown;
  readonly onCancel: () => void;
}

interface Typed {
  readonly name: string;
  readonly abilities: readonly TokenAbility[];
  readonly mayWrite: boolean;
  readonly days: number;
  readonly password: string;
  readonly code: string;
}

const EMPTY: Typed = { name: '', abilities: [], mayWrite: false, days: 90, password: '', code: '' };

/** What for, what it may read, for how long; and the password, for an open session is not enough. */
export function TokenForm({ abilities, onMade, onCancel }: Props) {
  const { say } = useWords();
  const { hasSecondStep } = useMe();
  const [typed, setTyped] = useState(EMPTY);
  const set = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const make = useMutation({
    mutationFn: () => tokenApi.make({ ...typed, abilities: [...typed.abilities], code: typed.code || undefined }),
    onSuccess: onMade,
    onError: () => set({ code: '' }),
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    make.mutate();
  }
  return (
    <form onSubmit={submit} aria-label={say(TOKENS.make)}>
      <Stack gap="sm" maw={420}>
        <TextInput
          label={say(TOKENS.name)}
          description={say(TOKENS.nameHint)}
          required
          autoFocus
          maxLength={MAX_TOKEN_NAME}
          value={typed.name}
          onChange={(e) => set({ name: e.currentTarget.value })}
        />
        <Reads all={abilities} typed={typed} onType={set} />
        <TextInput
          type="number"
          label={say(TOKENS.days)}
          description={say(TOKENS.daysHint, { max: MAX_TOKEN_DAYS })}
          required
          min={1}
          max={MAX_TOKEN_DAYS}
          value={typed.days}
          onChange={(e) => set({ days: e.currentTarget.valueAsNumber })}
        />
        <PasswordInput
          label={say(ME.current)}
          autoComplete="current-password"
          required
          value={typed.password}
          onChange={(e) => set({ password: e.currentTarget.value })}
        />
        {hasSecondStep && <CodeInput label={SECOND_STEP.code} code={typed.code} onType={(code) => set({ code })} />}
        <FormEnd label={TOKENS.make} sending={make} isReady={typed.abilities.length > 0} onCancel={onCancel} />
      </Stack>
    </form>
  );
}

interface ReadsProps {
  readonly all: readonly TokenAbility[];
  readonly typed: Typed;
  readonly onType: (part: Partial<Typed>) => void;
}

function Reads({ all, typed, onType }: ReadsProps) {
  const { say, nameOf } = useWords();
  return (
    <>
      <Checkbox.Group
        label={say(TOKENS.abilities)}
        required
        value={[...typed.abilities]}
        onChange={(chosen) => onType({ abilities: chosen as TokenAbility[] })}
      >
        {all.map((ability) => (
          <Checkbox key={ability} mt={6} value={ability} label={capital(nameOf(TOKEN_ABILITY_TERMS, ability))} />
        ))}
      </Checkbox.Group>
      {typed.abilities.includes('bring_findings') && (
        <Checkbox
          label={say(TOKENS.writes)}
          checked={typed.mayWrite}
          onChange={(e) => onType({ mayWrite: e.currentTarget.checked })}
        />
      )}
    </>
  );
}
