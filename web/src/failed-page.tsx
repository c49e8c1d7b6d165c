import type { Message } from '../../src/words/say.js';
import { FailureNote } from './failure-note.js';
import { useWords } from './language.js';

interface Props {
  readonly title: Message;
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** In place of a page that cannot be shown: still a page, with its heading first. */
export function FailedPage({ title, error, onRetry }: Props) {
  const { say } = useWords();
  return (
    <div className="page">
      <h1>{say(title)}</h1>
      <FailureNote error={error} onRetry={onRetry} />
    </div>
  );
}
