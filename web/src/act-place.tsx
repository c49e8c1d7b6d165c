import { capital } from '../../src/words/say.js';
import { KIND_TERMS, PLATFORM_TERMS, STAGE_TERMS } from '../../src/words/terms.js';
import type { Decision } from './api.js';
import { useWords } from './language.js';

/** Of an act in a list: whose office, and what kind of act on which platform in which stage. */
export function ActPlace({ item }: { item: Pick<Decision, 'office' | 'kind' | 'platform' | 'stage'> }) {
  const { nameOf } = useWords();
  return (
    <div className="where">
      <span>{item.office.name}</span>
      <small>
        {capital(nameOf(KIND_TERMS, item.kind))} · {nameOf(PLATFORM_TERMS, item.platform)} ·{' '}
        {nameOf(STAGE_TERMS, item.stage)}
      </small>
    </div>
  );
}
