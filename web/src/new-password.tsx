import { PasswordInput } from '@mantine/core';
import { MIN_PASSWORD_LENGTH } from '../../src/domain/user.js';
import { ME } from '../../src/words/console/me.js';
import { useWords } from './language.js';

export interface TypedTwice {
  readonly next: string;
  readonly again: string;
}

export function isTypo({ next, again }: TypedTwice): boolean {
  return again !== '' && again !== next;
}

/** A new password, typed twice. */
export function NewPassword({ typed, onType }: { typed: TypedTwice; onType: (typed: TypedTwice) => void }) {
  const { say } = useWords();
  return (
    <>
      <PasswordInput
        label={say(ME.next)}
        description={say(ME.nextHint, { min: MIN_PASSWORD_LENGTH })}
        autoComplete="new-password"
        required
        minLength={MIN_PASSWORD_LENGTH}
        value={typed.next}
        onChange={(e) => onType({ ...typed, next: e.currentTarget.value })}
      />
      <PasswordInput
        label={say(ME.again)}
        autoComplete="new-password"
        required
        error={isTypo(typed) && say(ME.notAlike)}
        value={typed.again}
        onChange={(e) => onType({ ...typed, again: e.currentTarget.value })}
      />
    </>
  );
}
