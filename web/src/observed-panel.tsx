import type { FlagPage as Flag } from './api.js';
import { useWords } from './language.js';

/** What was seen of this account that day, and where the mark comes from, to the hash. */
export function ObservedPanel({ flag }: { flag: Flag }) {
  const { say, nameOf } = useWords();
  return (
    <section className="panel observed" aria-label={say('coverage_that_day')}>
      <h3>{say('coverage_that_day')}</h3>
      {flag.coverage.length === 0 && <p className="dim">{say('coverage_unknown')}</p>}
      <ul className="signals">
        {flag.coverage.map((c) => (
          <li key={c.signal} className={c.state}>
            {nameOf(c.signal)}: {say(c.state)}
            {c.count !== null && ` ${c.count}`}
            {c.reason !== null && ` (${nameOf(c.reason)})`}
          </li>
        ))}
      </ul>
      <details>
        <summary>{say('provenance')}</summary>
        <dl className="hashes">
          <dt>{say('ruleset')}</dt>
          <dd>{flag.hashes.ruleset}</dd>
          <dt>{say('elections')}</dt>
          <dd>{flag.hashes.elections}</dd>
          <dt>{say('engine')}</dt>
          <dd>{flag.hashes.engine}</dd>
          {flag.evidence && (
            <>
              <dt>{say('manifest')}</dt>
              <dd>{flag.evidence.manifestSha256}</dd>
            </>
          )}
        </dl>
      </details>
    </section>
  );
}
