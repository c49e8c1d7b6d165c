import { Checkbox } from '@mantine/core';
import { Link } from 'react-router';
import { settles } from '../../src/domain/verdict.js';
import { FLAG } from '../../src/words/console/flag.js';
import { stanceTerms } from '../../src/words/rules/sides.js';
import { capital } from '../../src/words/say.js';
import { VERDICT_TERMS } from '../../src/words/terms.js';
import type { FlagPage as Flag } from './api.js';
import { useKeys } from './keys.js';
import { useWords } from './language.js';
import { isToldApart } from './question-panel.js';
import { formatInstant } from './time.js';
import { WhyMarked } from './why-marked.js';

interface Props {
  readonly flag: Flag;
  readonly weighed: readonly string[];
  readonly onWeigh: (weighed: readonly string[]) => void;
}

/**
 * What the rules propose and on which clauses, and below it what speaks against: the second stays in sight however
 * many rules fired.
 */
export function ProposalPanel({ flag, weighed, onWeigh }: Props) {
  const { say } = useWords();
  const clauses = [...new Map(flag.matches.flatMap((m) => m.rule.clauses).map((c) => [c.item, c])).values()];
  return (
    <>
      <section className="panel proposal" aria-label={say(FLAG.proposal)}>
        <WhyMarked flag={flag} />
        {flag.matches.map((match) => (
          <RuleCard key={match.rule.id} match={match} />
        ))}
        {clauses.map((clause) => (
          <p key={clause.item} className="clause">
            <strong>{say(FLAG.clause, { item: clause.item })}</strong> “{clause.text}”{' '}
            <SourceStatus status={clause.sourceStatus} />
          </p>
        ))}
        {!flag.isMasked && <EarlierReviews flag={flag} />}
      </section>
      <Against flag={flag} weighed={weighed} onWeigh={onWeigh} />
      <Notes flag={flag} />
    </>
  );
}

function RuleCard({ match }: { match: Flag['matches'][number] }) {
  const { say, nameOf } = useWords();
  const { rule } = match;
  // The explanation usually names the ticket already.
  const unnamed = match.tickets.filter((t) => !rule.explanation.includes(t.label));
  return (
    <article className="rule">
      <h2>
        {rule.title}{' '}
        <small>
          {say(FLAG.stance, { stance: nameOf(stanceTerms(match.tickets.map(({ id }) => id)), match.stance) })}
        </small>
      </h2>
      <p>{rule.explanation}</p>
      {unnamed.length > 0 && (
        <p className="dim">
          {say(FLAG.tickets)}: {unnamed.map((t) => t.label).join('; ')}
        </p>
      )}
    </article>
  );
}

function SourceStatus({ status }: { status: string }) {
  const { nameOf } = useWords();
  return <span className="badge quiet">{nameOf(FLAG.source, status)}</span>;
}

function Against({ flag, weighed, onWeigh }: Props) {
  const { say } = useWords();
  const toFirst = () => document.querySelector<HTMLElement>('.against input')?.focus();
  useKeys(flag.cleared.length > 0 ? { c: toFirst } : {});
  const falsePositives = [...new Set(flag.matches.flatMap((m) => m.rule.falsePositives))];
  const toggle = (reason: string, isOn: boolean) =>
    onWeigh(isOn ? [...weighed, reason] : weighed.filter((r) => r !== reason));
  return (
    <fieldset className="against">
      <legend>{say(FLAG.against)}</legend>
      {flag.cleared.length === 0 ? (
        <p className="dim">{say(FLAG.againstNone)}</p>
      ) : (
        <p className="dim">{say(FLAG.againstTick)}</p>
      )}
      {flag.cleared.map(({ reason, spans }) => (
        <Checkbox
          key={reason}
          size="sm"
          checked={weighed.includes(reason)}
          onChange={(e) => toggle(reason, e.currentTarget.checked)}
          label={reason}
          description={[...new Set(spans.map((s) => s.means))].join('; ') || undefined}
        />
      ))}
      {falsePositives.length > 0 && (
        <p className="false-positives">
          <strong>{say(FLAG.falsePositives)}:</strong> {falsePositives.join('; ')}.
        </p>
      )}
    </fieldset>
  );
}

/** What may be taught, in a quiet place: it is no finding, so there is nothing to tick. */
function Notes({ flag }: { flag: Flag }) {
  const { say } = useWords();
  if (flag.notes.length === 0) return null;
  return (
    <aside className="notes" aria-label={say(FLAG.notes)}>
      <p className="dim">
        <strong>{say(FLAG.notes)}</strong>: {say(FLAG.notesMeaning)}
      </p>
      {flag.notes.map(({ title, explanation }) => (
        <p key={title}>
          <strong>{title}.</strong> {explanation}
        </p>
      ))}
    </aside>
  );
}

/** Leads to everything decided so; a question decides nothing. */
function VerdictName({ verdict }: { verdict: Flag['reviews'][number]['verdict'] }) {
  const { nameOf } = useWords();
  const name = <strong>{capital(nameOf(VERDICT_TERMS, verdict))}</strong>;
  return settles(verdict) ? <Link to={`/decisions?verdict=${verdict}`}>{name}</Link> : name;
}

function EarlierReviews({ flag }: { flag: Flag }) {
  const { say, language } = useWords();
  const reviews = flag.reviews.filter((review) => !isToldApart(flag, review));
  if (reviews.length === 0 && flag.hiddenReviews === 0) return null;
  const isSecond = flag.canDecide || flag.pending !== null;
  return (
    <div className="earlier">
      <h3>{say(FLAG.earlier)}</h3>
      {flag.hiddenReviews > 0 && <p className="blind">{say(isSecond ? FLAG.blindReview : FLAG.closedToYou)}</p>}
      {reviews.map((review) => (
        <p key={review.at}>
          <VerdictName verdict={review.verdict} /> — {review.reviewer ?? say(FLAG.nameHidden)},{' '}
          {formatInstant(review.at, flag.zone, language)}
          <br />
          <bdi>{review.reason}</bdi>
        </p>
      ))}
    </div>
  );
}
