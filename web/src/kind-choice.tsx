import { ACTIVITY_KINDS, type ActivityKind } from '../../src/domain/platform.js';
import { REPORTS } from '../../src/words/console/reports.js';
import { capital } from '../../src/words/say.js';
import { KIND_TERMS } from '../../src/words/terms.js';
import { useWords } from './language.js';

interface Props {
  readonly value: ActivityKind | null;
  readonly onChoose: (kind: ActivityKind) => void;
}

/** What was done; nothing is chosen for anybody. */
export function KindChoice({ value, onChoose }: Props) {
  const { say, nameOf } = useWords();
  return (
    <fieldset className="choices kinds" aria-label={say(REPORTS.kind)}>
      {ACTIVITY_KINDS.map((kind) => (
        <button
          key={kind}
          type="button"
          className="choice"
          aria-pressed={value === kind}
          onClick={() => onChoose(kind)}
        >
          {capital(nameOf(KIND_TERMS, kind))}
        </button>
      ))}
    </fieldset>
  );
}
