import { Link } from 'react-router';
import { COVERAGE } from '../../src/words/console/oversight.js';
import { HIDDEN_TERMS } from '../../src/words/coverage-terms.js';
import type { Queue } from './api.js';
import { useWords } from './language.js';
import { formatDay } from './time.js';

/** One line that keeps an empty list from reading as "all clear". */
export function CoverageLine({ coverage }: { coverage: Queue['coverage'] }) {
  const { say, nameOf, language } = useWords();
  const day = formatDay(coverage.day, language);
  if (coverage.signals === 0) {
    return (
      <p className="coverage-line">
        <Link to="/coverage">{say(COVERAGE.none, { day })}</Link>
      </p>
    );
  }
  const looked = coverage.seen + coverage.none;
  const reasons = Object.entries(coverage.reasons).map(([reason, n]) => `${nameOf(HIDDEN_TERMS, reason)} ${n}`);
  return (
    <p className="coverage-line">
      <Link to="/coverage">
        {say(COVERAGE.line, { day, looked, all: coverage.signals, hidden: coverage.notObservable })}
      </Link>
      {reasons.length > 0 && <small> ({reasons.join(', ')})</small>}
    </p>
  );
}
