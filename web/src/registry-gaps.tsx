import { Link, useSearchParams } from 'react-router';
import { GAP_STEPS, GAP_TERMS, REGISTRY_PAGE } from '../../src/words/console/registry.js';
import { ACTOR_TERMS } from '../../src/words/coverage-terms.js';
import { capital } from '../../src/words/say.js';
import { withFilter } from './filter-select.js';
import { useWords } from './language.js';
import type { Registry } from './registry-api.js';

/** How many accounts lack what; each leads to those, and the chosen one says whose work it is and which. */
export function RegistryGaps({ gaps }: { gaps: Registry['gaps'] }) {
  const { say, nameOf } = useWords();
  const [search] = useSearchParams();
  const chosen = gaps.find(({ gap }) => gap === search.get('gap'));
  const there = gaps.filter((one) => one.accounts > 0 || one === chosen);
  if (there.length === 0) return null;
  const addressOf = (gap: string) => ({ search: withFilter(search, 'gap', gap).toString() });
  return (
    <>
      <nav className="verdicts" aria-label={say(REGISTRY_PAGE.gaps)}>
        <Link to={addressOf('')} aria-current={chosen ? undefined : 'true'}>
          {say(REGISTRY_PAGE.all)}
        </Link>
        {there.map(({ gap, accounts }) => (
          <Link key={gap} to={addressOf(gap)} aria-current={gap === chosen?.gap ? 'true' : undefined}>
            {say(REGISTRY_PAGE.gapLine, { n: accounts, gap: nameOf(GAP_TERMS, gap) })}
          </Link>
        ))}
      </nav>
      {chosen && <GapStep gap={chosen} />}
    </>
  );
}

/** Whose work it is, and what closes it. */
export function GapStep({ gap: { gap, actor } }: { gap: Pick<Registry['gaps'][number], 'gap' | 'actor'> }) {
  const { nameOf } = useWords();
  return (
    <p className="notice gap-step">
      <strong>{capital(nameOf(ACTOR_TERMS, actor))}.</strong> {capital(nameOf(GAP_STEPS, gap))}
    </p>
  );
}
