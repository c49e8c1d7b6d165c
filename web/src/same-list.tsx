import { Button, Checkbox } from '@mantine/core';
import { ASSIGNMENT } from '../../src/words/console/assignment.js';
import { PENDING } from '../../src/words/console/pending.js';
import { QUEUE } from '../../src/words/console/queue.js';
import { DIFFERENCE_TERMS, SAME } from '../../src/words/console/same.js';
import { KIND_TERMS, PLATFORM_TERMS } from '../../src/words/terms.js';
import { useWords } from './language.js';
import type { SameFlag, SameFlags } from './same-api.js';
import type { SameInHand } from './same-in-hand.js';
import { formatInstant } from './time.js';

interface Props {
  readonly list: SameFlags;
  readonly same: SameInHand;
}

/** Each by its account, place and what tells it apart; those ticked are dismissed with the flag on the desk. */
export function SameList({ list, same }: Props) {
  const { say } = useWords();
  const ticked = new Set(same.ticked.map(({ id }) => id));
  const toggle = (id: string) => same.tick(ticked.has(id) ? [...ticked].filter((one) => one !== id) : [...ticked, id]);
  const offered = list.items.filter(({ isOffered }) => isOffered).map(({ id }) => id);
  return (
    <>
      <p className="explain">{say(SAME.onlyDismissing)}</p>
      <p>
        <Button size="compact-xs" variant="default" onClick={() => same.tick(offered)}>
          {say(SAME.tickAll)}
        </Button>{' '}
        <Button size="compact-xs" variant="default" onClick={() => same.tick([])}>
          {say(SAME.tickNone)}
        </Button>
      </p>
      <ul className="ticks">
        {list.items.map((item) => (
          <li key={item.id}>
            <Checkbox
              size="xs"
              checked={ticked.has(item.id)}
              onChange={() => toggle(item.id)}
              label={<Label item={item} />}
            />
          </li>
        ))}
      </ul>
      {list.more > 0 && <p className="dim">{say(SAME.more, { n: list.more })}</p>}
    </>
  );
}

/** Crawled text as text. */
function Label({ item }: { item: SameFlag }) {
  const { say, nameOf, language } = useWords();
  const differenceOf = useDifference();
  const { account, claim, assigned } = item;
  return (
    <>
      <bdi>{account ? `@${account.handle}` : item.id}</bdi> {account?.nipMasked.slice(-6)}{' '}
      <small>
        {nameOf(KIND_TERMS, item.kind)}, {nameOf(PLATFORM_TERMS, item.platform)}, {item.office.name},{' '}
        {formatInstant(item.actedAt, item.zone, language)}
      </small>{' '}
      <span className={item.differs.length > 0 ? 'badge warn' : 'badge quiet'}>{differenceOf(item)}</span>
      {claim && !claim.isMine && <span className="badge held">{say(QUEUE.stateHeld, { name: claim.by })}</span>}
      {assigned && !assigned.isMine && <span className="badge">{say(ASSIGNMENT.isOf, { name: assigned.to })}</span>}
      {item.wasReviewed && <span className="badge">{say(SAME.reviewed)}</span>}
      {item.isPending && <span className="badge mine">{say(PENDING.row)}</span>}
      {item.differs.length > 0 && item.firstLine && (
        <span className="act-words">
          {item.firstLine.of !== 'own' && <small>{say(QUEUE.lineOf[item.firstLine.of])} </small>}
          <bdi>{item.firstLine.text}</bdi>
        </span>
      )}
    </>
  );
}

/** What tells it apart, in words; nothing where it is the same. */
function useDifference(): (item: SameFlag) => string {
  const { say, nameOf } = useWords();
  return ({ differs }) => {
    if (differs.length === 0) return say(SAME.noDifference);
    return say(SAME.differs, { what: differs.map((one) => nameOf(DIFFERENCE_TERMS, one)).join(', ') });
  };
}
