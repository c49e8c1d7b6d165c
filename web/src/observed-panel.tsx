import { EVIDENCE } from '../../src/words/console/flag.js';
import { COVERAGE } from '../../src/words/console/oversight.js';
import { HIDDEN_TERMS, OBSERVATION_TERMS } from '../../src/words/coverage-terms.js';
import { capital } from '../../src/words/say.js';
import { SIGNAL_TERMS } from '../../src/words/terms.js';
import type { FlagPage as Flag } from './api.js';
import { useWords } from './language.js';
import { formatDay } from './time.js';

/** What was seen of this account on the day of the mark, and where the mark comes from, to the hash. */
export function ObservedPanel({ flag }: { flag: Flag }) {
  const { say, nameOf, language } = useWords();
  const title = say(COVERAGE.ofAccount, { day: formatDay(flag.coverageDay, language) });
  return (
    <section className="panel observed" aria-label={title}>
      <h3>{title}</h3>
      {flag.coverage.length === 0 && <p className="dim">{say(COVERAGE.unknown)}</p>}
      <ul className="signals">
        {flag.coverage.map((c) => (
          <li key={c.signal} className={c.state}>
            {capital(nameOf(SIGNAL_TERMS, c.signal))}: {nameOf(OBSERVATION_TERMS, c.state)}
            {c.count !== null && ` ${c.count}`}
            {c.reason !== null && ` (${nameOf(HIDDEN_TERMS, c.reason)})`}
          </li>
        ))}
      </ul>
      <details>
        <summary>{say(EVIDENCE.provenance)}</summary>
        <dl className="hashes">
          <dt>{say(EVIDENCE.ruleset)}</dt>
          <dd>{flag.hashes.ruleset}</dd>
          <dt>{say(EVIDENCE.elections)}</dt>
          <dd>{flag.hashes.elections}</dd>
          <dt>{say(EVIDENCE.engine)}</dt>
          <dd>{flag.hashes.engine}</dd>
          {flag.evidence && (
            <>
              <dt>{say(EVIDENCE.manifest)}</dt>
              <dd>{flag.evidence.manifestSha256}</dd>
            </>
          )}
        </dl>
      </details>
    </section>
  );
}
