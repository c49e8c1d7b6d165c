import { Fragment } from 'react';
import { Link } from 'react-router';
import { ASSIGNMENT } from '../../src/words/console/assignment.js';
import { FLAG } from '../../src/words/console/flag.js';
import { PENDING } from '../../src/words/console/pending.js';
import { QUEUE, SECOND } from '../../src/words/console/queue.js';
import { SAME } from '../../src/words/console/same.js';
import { capital } from '../../src/words/say.js';
import { KIND_TERMS, PLATFORM_TERMS, STAGE_TERMS, STANCE_TERMS } from '../../src/words/terms.js';
import type { QueueItem } from './api.js';
import { useWords, type Words } from './language.js';
import { QuestionBadge } from './question-panel.js';
import { formatClock, formatInstant, formatWait } from './time.js';

interface Props {
  readonly items: readonly QueueItem[];
  readonly now: string;
  readonly search: URLSearchParams;
  readonly mayOpenFlags: boolean;
  /** They wait for a second review: decided once, and nothing of that is shown. */
  readonly isSecond: boolean;
}

/** Lines on a wide screen, cards on a narrow one. */
export function QueueTable({ items, ...shared }: Props) {
  const { say } = useWords();
  return (
    <table className="list cards">
      <thead>
        <tr>
          <th className="narrow">{say(shared.isSecond ? SECOND.colAge : QUEUE.colWaiting)}</th>
          <th className="narrow">{say(QUEUE.colKind)}</th>
          <th>{say(QUEUE.colRules)}</th>
          <th>{say(QUEUE.colOffice)}</th>
          <th className="narrow">{say(QUEUE.colStage)}</th>
          <th className="narrow">{say(QUEUE.colState)}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={item.id} item={item} {...shared} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ item, now, search, mayOpenFlags, isSecond }: Omit<Props, 'items'> & { item: QueueItem }) {
  const { say, nameOf, language } = useWords();
  const [first, ...others] = item.rules.map((r) => r.title);
  const titles = [first, ...others].join(' · ');
  return (
    <tr>
      <td
        className="narrow age"
        data-label={say(isSecond ? SECOND.colAge : QUEUE.colWaiting)}
        title={formatInstant(item.waitingSince, item.zone, language)}
      >
        {formatWait(item.waitingSince, now, language)}
        {item.isOverdue && <span className="badge warn">{say(QUEUE.overdue)}</span>}
      </td>
      <td className="narrow kind">
        {capital(nameOf(KIND_TERMS, item.kind))} <small>{nameOf(PLATFORM_TERMS, item.platform)}</small>
      </td>
      <td className="one-line what" title={titles}>
        {mayOpenFlags ? (
          <Link className="row-link" to={{ pathname: `/flags/${item.id}`, search: search.toString() }}>
            {first}
          </Link>
        ) : (
          first
        )}
        {others.length > 0 && <small>{say(QUEUE.moreRules, { n: others.length })}</small>}
        {item.same > 1 && <span className="badge">{say(SAME.rows, { n: item.same })}</span>}
        {mayOpenFlags && <ActLine item={item} />}
        <Why item={item} />
      </td>
      <td className="one-line office" title={item.office.name}>
        {item.office.name}
      </td>
      <td className="narrow stage" title={formatInstant(item.actedAt, item.zone, language)}>
        <span className="badge">{nameOf(STAGE_TERMS, item.stage)}</span>
      </td>
      <td className="narrow state">
        {item.question && <QuestionBadge question={item.question} />}
        {isSecond ? <SecondState item={item} /> : <State item={item} />}
        {item.assigned && <AssignedNote assigned={item.assigned} />}
        {item.clearedCount > 0 && <small>{say(QUEUE.clears, { n: item.clearedCount })}</small>}
      </td>
    </tr>
  );
}

/** Crawled text as text, and whose words it is before it; what it means stands on the flag's page. */
function ActLine({ item: { line, isContentGone } }: { item: QueueItem }) {
  const { say } = useWords();
  if (line === null) return <i className="act-words">{say(isContentGone ? FLAG.contentGone : FLAG.noOwnText)}</i>;
  return (
    <>
      {line.own && <Pieces pieces={line.own} />}
      <Pieces pieces={line.pieces} before={line.of === 'own' ? undefined : say(QUEUE.lineOf[line.of])} />
    </>
  );
}

type Line = NonNullable<QueueItem['line']>;

function Pieces({ pieces, before }: { pieces: Line['pieces']; before?: string | undefined }) {
  return (
    <span className="act-words">
      {before !== undefined && <small>{before} </small>}
      <bdi>
        {pieces.map(({ text, tone }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one immutable line never move
          <Fragment key={i}>{tone === null ? text : <mark className={tone}>{text}</mark>}</Fragment>
        ))}
      </bdi>
    </span>
  );
}

/** Why a flag stands where it stands: signs in words, never a number. */
function Why({ item: { why, rules } }: { item: QueueItem }) {
  const words = useWords();
  const only = rules.length === 1 ? rules[0]?.title : undefined;
  const lines = (['first', 'last'] as const).flatMap((pull) => {
    const signs = why
      .filter((reason) => reason.pull === pull)
      .map((r) => (r.of === 'rule' && r.word === only ? words.say(QUEUE.signThisRule) : signWords(r, words)));
    return signs.length > 0 ? [words.say(QUEUE.why[pull], { signs: signs.join('; ') })] : [];
  });
  return lines.map((line) => (
    <span key={line} className="why">
      {line}
    </span>
  ));
}

function signWords({ of, word }: QueueItem['why'][number], { say, nameOf }: Words): string {
  if (of === 'kind') return nameOf(KIND_TERMS, word);
  if (of === 'stance') return say(FLAG.stance, { stance: nameOf(STANCE_TERMS, word) });
  return say(QUEUE.sign[of], { word: of === 'stage' ? nameOf(STAGE_TERMS, word) : word });
}

function State({ item }: { item: QueueItem }) {
  const { say } = useWords();
  if (item.isPending) return <span className="badge mine">{say(PENDING.row)}</span>;
  if (item.claim?.isMine) return <span className="badge mine">{say(QUEUE.stateMine)}</span>;
  if (item.claim) return <Held item={item} claim={item.claim} />;
  if (item.question) return null;
  if (item.questionCount > 0)
    return <span className="badge">{say(QUEUE.stateContext, { n: item.questionCount })}</span>;
  return <span className="badge quiet">{say(QUEUE.stateNew)}</span>;
}

function Held({ item, claim }: { item: QueueItem; claim: NonNullable<QueueItem['claim']> }) {
  const { say, language } = useWords();
  const held = say(QUEUE.stateHeld, { name: claim.by });
  const time = formatClock(claim.until, item.zone, language);
  return (
    <>
      <span className="badge held" title={held}>
        {held}
      </span>
      <small className="below">{say(QUEUE.heldUntil, { time })}</small>
    </>
  );
}

function AssignedNote({ assigned }: { assigned: NonNullable<QueueItem['assigned']> }) {
  const { say } = useWords();
  const words = assigned.isMine ? say(ASSIGNMENT.isYours) : say(ASSIGNMENT.isOf, { name: assigned.to });
  return (
    <small className="below" title={words}>
      {words}
    </small>
  );
}

/** The same for every decision there may be. */
function SecondState({ item }: { item: QueueItem }) {
  const { say } = useWords();
  if (item.isPending) return <span className="badge mine">{say(PENDING.row)}</span>;
  if (item.claim) return <Held item={item} claim={item.claim} />;
  return (
    <>
      <span className="badge quiet">{say(SECOND.state)}</span>
      {item.questionCount > 0 && <small>{say(SECOND.askedBefore)}</small>}
    </>
  );
}
