import { TextInput } from '@mantine/core';
import { MAX_CODE_LENGTH } from '../../src/domain/second-step.js';
import { SECOND_STEP } from '../../src/words/console/second-step.js';
import type { Message } from '../../src/words/say.js';
import { useWords } from './language.js';

interface Props {
  readonly label: Message;
  readonly code: string;
  readonly onType: (code: string) => void;
  readonly autoFocus?: boolean;
}

/** A code of an app; where the label says so, one that was written down as well. */
export function CodeInput({ label, code, onType, autoFocus = false }: Props) {
  const { say } = useWords();
  return (
    <TextInput
      label={say(label)}
      description={label === SECOND_STEP.code ? say(SECOND_STEP.codeHint) : undefined}
      autoComplete="one-time-code"
      autoCapitalize="off"
      spellCheck={false}
      inputMode={label === SECOND_STEP.code ? 'text' : 'numeric'}
      maxLength={MAX_CODE_LENGTH}
      required
      autoFocus={autoFocus}
      value={code}
      onChange={(e) => onType(e.currentTarget.value)}
    />
  );
}
