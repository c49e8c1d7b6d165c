import { EVIDENCE_KINDS } from '../../src/domain/flag-filter.js';
import { QUEUE } from '../../src/words/console/queue.js';
import { EVIDENCE_KIND_TERMS } from '../../src/words/evidence-terms.js';
import { capital } from '../../src/words/say.js';
import { FilterSelect } from './filter-select.js';
import { useWords } from './language.js';

/** By what the pack holds. */
export function EvidenceFilter({ value, onChoose }: { value: string | undefined; onChoose: (value: string) => void }) {
  const { say, nameOf } = useWords();
  return (
    <FilterSelect
      label={say(QUEUE.filterEvidence)}
      all={say(QUEUE.allEvidence)}
      value={value}
      choices={EVIDENCE_KINDS.map((kind) => ({ value: kind, label: capital(nameOf(EVIDENCE_KIND_TERMS, kind)) }))}
      onChoose={onChoose}
    />
  );
}
