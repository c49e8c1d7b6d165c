import type { Message } from '../../src/words/say.js';
import { useWords } from './language.js';

/** One line of a list of facts; nothing where there is none. */
export function Fact({ label, children }: { label: Message; children: React.ReactNode }) {
  const { say } = useWords();
  if (!children) return null;
  return (
    <>
      <dt>{say(label)}</dt>
      <dd>{children}</dd>
    </>
  );
}
