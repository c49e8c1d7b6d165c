import { Link } from 'react-router';
import { ADJUDICATION } from '../../src/words/console/adjudication.js';
import { DECISIONS } from '../../src/words/console/decisions.js';
import { FLAG } from '../../src/words/console/flag.js';
import { QUEUE } from '../../src/words/console/queue.js';
import { capital } from '../../src/words/say.js';
import { VERDICT_TERMS } from '../../src/words/terms.js';
import { ActPlace } from './act-place.js';
import type { Decision } from './api.js';
import { useWords } from './language.js';
import { may, useMe } from './session.js';
import { formatInstant } from './time.js';

interface Props {
  readonly items: readonly Decision[];
  readonly search: URLSearchParams;
}

/** Lines on a wide screen, cards on a narrow one. */
export function DecisionRows({ items, search }: Props) {
  const { say } = useWords();
  return (
    <ul className="decisions" aria-label={say(DECISIONS.title)}>
      {items.map((item) => (
        <Row key={item.id} item={item} search={search} />
      ))}
    </ul>
  );
}

function Row({ item, search }: { item: Decision; search: URLSearchParams }) {
  const me = useMe();
  const { say, nameOf, language } = useWords();
  const [last, ...earlier] = item.people;
  const titles = item.rules.map((rule) => rule.title).join(' · ');
  const back = `/decisions${search.size > 0 ? `?${search}` : ''}`;
  return (
    <li>
      <div className="what">
        <span className={`badge ${item.verdict}`}>{capital(nameOf(VERDICT_TERMS, item.verdict))}</span>
        {item.isAwaitingSecond && <span className="badge quiet">{say(ADJUDICATION.awaitsSecond)}</span>}
        <small>{formatInstant(item.decidedAt, item.zone, language)}</small>
        {last && <small>{say(DECISIONS.by, { name: last })}</small>}
        {earlier.length > 0 && <small>{say(DECISIONS.after, { names: earlier.join(', ') })}</small>}
      </div>
      <div className="act-line">
        {may(me, 'decide') ? (
          <Link className="row-link" to={`/flags/${item.id}`} state={{ back }}>
            <Words item={item} />
          </Link>
        ) : (
          <strong>{titles}</strong>
        )}
        {may(me, 'decide') && <small>{titles}</small>}
      </div>
      <ActPlace item={item} />
    </li>
  );
}

/** Words of others never stand as the act's own. */
function Words({ item: { firstLine, isContentGone } }: { item: Decision }) {
  const { say } = useWords();
  if (firstLine === null) return <i>{say(isContentGone ? FLAG.contentGone : FLAG.noOwnText)}</i>;
  return (
    <>
      {firstLine.of !== 'own' && <small>{say(QUEUE.lineOf[firstLine.of])} </small>}
      <bdi>{firstLine.text}</bdi>
    </>
  );
}
