import { Checkbox } from '@mantine/core';
import type { FlagPage as Flag } from './api.js';
import { useKeys } from './keys.js';
import { useWords } from './language.js';
import { MESSAGES, type MessageKey } from './messages.js';
import { formatInstant } from './time.js';

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
      <section className="panel proposal" aria-label={say('proposal')}>
        {flag.matches.map((match) => (
          <RuleCard key={match.rule.id} match={match} />
        ))}
        {clauses.map((clause) => (
          <p key={clause.item} className="clause">
            <strong>{say('clause', { item: clause.item })}</strong> “{clause.text}”{' '}
            <SourceStatus status={clause.sourceStatus} />
          </p>
        ))}
        <EarlierReviews flag={flag} />
      </section>
      <Against flag={flag} weighed={weighed} onWeigh={onWeigh} />
      <Notes flag={flag} />
    </>
  );
}

function RuleCard({ match }: { match: Flag['matches'][number] }) {
  const { say } = useWords();
  const { rule } = match;
  // The explanation usually names the ticket already.
  const unnamed = match.tickets.filter((t) => !rule.explanation.includes(t.label));
  return (
    <article className="rule">
      <h2>
        {rule.title} <small>{say(`stance_${match.stance}`)}</small>
      </h2>
      <p>{rule.explanation}</p>
      {unnamed.length > 0 && (
        <p className="dim">
          {say('tickets')}: {unnamed.map((t) => t.label).join('; ')}
        </p>
      )}
    </article>
  );
}

function SourceStatus({ status }: { status: string }) {
  const { say } = useWords();
  const key = `source_${status}`;
  return <span className="badge quiet">{key in MESSAGES ? say(key as MessageKey) : status}</span>;
}

function Against({ flag, weighed, onWeigh }: Props) {
  const { say } = useWords();
  useKeys({ c: () => document.querySelector<HTMLElement>('.against input')?.focus() });
  const falsePositives = [...new Set(flag.matches.flatMap((m) => m.rule.falsePositives))];
  const toggle = (reason: string, isOn: boolean) =>
    onWeigh(isOn ? [...weighed, reason] : weighed.filter((r) => r !== reason));
  return (
    <fieldset className="against">
      <legend>{say('against')}</legend>
      {flag.cleared.length === 0 ? (
        <p className="dim">{say('against_none')}</p>
      ) : (
        <p className="dim">{say('against_tick')}</p>
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
          <strong>{say('false_positives')}:</strong> {falsePositives.join('; ')}.
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
    <aside className="notes" aria-label={say('notes')}>
      <p className="dim">
        <strong>{say('notes')}</strong>: {say('notes_meaning')}
      </p>
      {flag.notes.map(({ title, explanation }) => (
        <p key={title}>
          <strong>{title}.</strong> {explanation}
        </p>
      ))}
    </aside>
  );
}

function EarlierReviews({ flag }: { flag: Flag }) {
  const { say, language } = useWords();
  if (flag.reviews.length === 0 && flag.hiddenReviews === 0) return null;
  return (
    <div className="earlier">
      <h3>{say('earlier')}</h3>
      {flag.hiddenReviews > 0 && <p className="blind">{say('blind_review')}</p>}
      {flag.reviews.map((review) => (
        <p key={review.at}>
          <strong>{say(review.verdict)}</strong> — {review.reviewer ?? say('name_hidden')},{' '}
          {formatInstant(review.at, flag.zone, language)}
          <br />
          <bdi>{review.reason}</bdi>
        </p>
      ))}
    </div>
  );
}
