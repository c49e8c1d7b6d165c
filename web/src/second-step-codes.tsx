import { Button } from '@mantine/core';
import { SECOND_STEP } from '../../src/words/console/second-step.js';
import { useWords } from './language.js';

/** Shown this once; the page goes on when the person says that they are kept. */
export function Codes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { say } = useWords();
  return (
    <section className="notice codes" aria-labelledby="recovery-codes">
      <h3 id="recovery-codes">{say(SECOND_STEP.codesTitle)}</h3>
      <p>{say(SECOND_STEP.codesExplain)}</p>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="button-row">
        <Button variant="default" onClick={() => window.print()}>
          {say(SECOND_STEP.print)}
        </Button>
        <Button onClick={onKept}>{say(SECOND_STEP.codesKept)}</Button>
      </div>
    </section>
  );
}
