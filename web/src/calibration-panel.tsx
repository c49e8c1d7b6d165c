import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { VERDICT } from '../../src/words/console/flag.js';
import { GOLDEN } from '../../src/words/console/golden.js';
import { capital } from '../../src/words/say.js';
import { VERDICT_TERMS } from '../../src/words/terms.js';
import type { FlagPage as Flag } from './api.js';
import { FailureNote } from './failure-note.js';
import { useKeys } from './keys.js';
import { useWords } from './language.js';

interface Props {
  readonly told: NonNullable<Flag['calibration']>;
  readonly failure: unknown;
  readonly onNext: () => void;
}

/** What was asked to calibrate, once it is answered: that it decides nothing, what was agreed, and why. */
export function CalibrationPanel({ told, failure, onNext }: Props) {
  const { say, nameOf } = useWords();
  useKeys({ t: onNext });
  return (
    <section className="panel verdict" aria-label={say(GOLDEN.told)}>
      <h3>
        <output>{say(GOLDEN.told)}</output>
      </h3>
      <p>{say(GOLDEN.toldMeans)}</p>
      <p>
        {say(GOLDEN.said)}: <strong>{capital(nameOf(VERDICT_TERMS, told.said))}</strong>
        <br />
        {say(GOLDEN.agreed)}: <strong>{capital(nameOf(VERDICT_TERMS, told.answer))}</strong>
      </p>
      {told.reasons.map((reason, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two people may give the same reason, and the list never changes.
        <p key={place}>“{reason}”</p>
      ))}
      {told.said !== told.answer && <p className="dim">{say(GOLDEN.disagree)}</p>}
      <p>
        <Link to={`/flags/${told.flagId}`}>{say(GOLDEN.original)}</Link>
      </p>
      {failure ? <FailureNote error={failure} /> : null}
      <Button size="sm" onClick={onNext}>
        {say(VERDICT.nextFlag)} <kbd>t</kbd>
      </Button>
    </section>
  );
}
