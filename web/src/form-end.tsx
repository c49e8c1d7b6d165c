import { Button } from '@mantine/core';
import { FRAME } from '../../src/words/console/frame.js';
import type { Message } from '../../src/words/say.js';
import { RefusalNote } from './failure-note.js';
import { useWords } from './language.js';

interface Props {
  readonly label: Message;
  readonly sending: { readonly isError: boolean; readonly error: unknown; readonly isPending: boolean };
  /** Nothing is missing that the fields themselves do not ask for. */
  readonly isReady?: boolean;
  readonly onCancel: () => void;
}

/** How a form ends: why it was refused, what sends it, and the way out. */
export function FormEnd({ label, sending, isReady = true, onCancel }: Props) {
  const { say } = useWords();
  return (
    <>
      {sending.isError && <RefusalNote error={sending.error} />}
      <div className="button-row">
        <Button type="submit" loading={sending.isPending} disabled={!isReady}>
          {say(label)}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {say(FRAME.cancel)}
        </Button>
      </div>
    </>
  );
}
