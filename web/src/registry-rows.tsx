import { Link, useSearchParams } from 'react-router';
import { GAP_TERMS, REGISTRY_PAGE } from '../../src/words/console/registry.js';
import { PLATFORM_TERMS, PROOF_TERMS } from '../../src/words/terms.js';
import { useWords } from './language.js';
import type { Registered } from './registry-api.js';

/** Lines on a wide screen, cards on a narrow one. */
export function RegistryRows({ items }: { items: readonly Registered[] }) {
  const { say } = useWords();
  const [search] = useSearchParams();
  const back = `/registry${search.size > 0 ? `?${search}` : ''}`;
  return (
    <ul className="decisions registry" aria-label={say(REGISTRY_PAGE.list)}>
      {items.map((item) => (
        <li key={item.id}>
          <div>
            <Link className="row-link" to={`/registry/${item.id}`} state={{ back }}>
              <bdi>{item.name}</bdi>
            </Link>
            <small>
              NIP {item.nipMasked.slice(-4)} · {item.office.name}
            </small>
          </div>
          <div>
            <Handle account={item} />
          </div>
          <div className="what">
            <Gaps item={item} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What is missing, or how it is known; two words for one thing do not stand side by side. */
function Gaps({ item: { gaps, proof } }: { item: Registered }) {
  const { nameOf } = useWords();
  if (gaps.length === 0) return <small>{nameOf(PROOF_TERMS, proof)}</small>;
  return gaps.map(({ gap }) => (
    <span key={gap} className="badge warn">
      {nameOf(GAP_TERMS, gap)}
    </span>
  ));
}

export function Handle({ account: { platform, handle } }: { account: Pick<Registered, 'platform' | 'handle'> }) {
  const { nameOf } = useWords();
  return (
    <span className="handle">
      <bdi>{platform === 'web' ? handle : `@${handle}`}</bdi> <small>{nameOf(PLATFORM_TERMS, platform)}</small>
    </span>
  );
}
