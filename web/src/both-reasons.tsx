import { settles } from '../../src/domain/verdict.js';
import { ADJUDICATION } from '../../src/words/console/adjudication.js';
import { VERDICT_TERMS } from '../../src/words/terms.js';
import type { FlagPage as Flag } from './api.js';
import { useWords } from './language.js';

/** Both sides beside each other, in the same form: neither is first. */
export function BothReasons({ flag }: { flag: Flag }) {
  const { say, nameOf } = useWords();
  const asked = flag.reviews.filter(({ verdict }) => !settles(verdict));
  return (
    <section className="panel both" aria-label={say(ADJUDICATION.both)}>
      <h2>{say(ADJUDICATION.both)}</h2>
      <div className="sides">
        {flag.reviews
          .filter(({ verdict }) => settles(verdict))
          .map(({ verdict, reason, weighed }) => (
            <article key={`${verdict} ${reason}`}>
              <h3>{say(ADJUDICATION.says, { verdict: nameOf(VERDICT_TERMS, verdict) })}</h3>
              <p>
                <bdi>{reason}</bdi>
              </p>
              {weighed.length > 0 && (
                <p className="dim">{say(ADJUDICATION.weighed, { reasons: weighed.join('; ') })}</p>
              )}
            </article>
          ))}
      </div>
      {asked.map(({ reason }) => (
        <p key={reason}>
          {nameOf(VERDICT_TERMS, 'needs_context')}: <bdi>{reason}</bdi>
        </p>
      ))}
      <p className="dim">{say(ADJUDICATION.hidden)}</p>
    </section>
  );
}
