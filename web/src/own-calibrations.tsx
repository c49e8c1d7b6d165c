import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { GOLDEN } from '../../src/words/console/golden.js';
import { VERDICT_TERMS } from '../../src/words/terms.js';
import { FailureNote } from './failure-note.js';
import { goldenApi } from './golden-api.js';
import { useWords } from './language.js';
import { formatDay } from './time.js';

/** How one answered golden flags: for oneself alone. */
export function OwnCalibrations() {
  const { say, nameOf, language } = useWords();
  const own = useQuery({ queryKey: ['own-calibrations'], queryFn: goldenApi.own });
  return (
    <section aria-label={say(GOLDEN.own)}>
      <h2>{say(GOLDEN.own)}</h2>
      {own.isError && <FailureNote error={own.error} onRetry={() => own.refetch()} />}
      {own.data && own.data.answered === 0 && <p>{say(GOLDEN.ownNone)}</p>}
      {own.data && own.data.answered > 0 && (
        <>
          <p>{say(GOLDEN.ownCount, own.data)}</p>
          <p className="dim">{say(GOLDEN.ownMeans)}</p>
          <ul>
            {own.data.items.map(({ flagId, on, said, answer }) => (
              <li key={flagId}>
                <Link to={`/flags/${flagId}`}>{formatDay(on, language)}</Link>
                {`: ${say(GOLDEN.said)} ${nameOf(VERDICT_TERMS, said)}, ${say(GOLDEN.agreed).toLowerCase()} ${nameOf(VERDICT_TERMS, answer)}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
