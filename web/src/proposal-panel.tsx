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

/** What a rule proposes and on which clause, and beside it what speaks against: read both, then decide. */
export function ProposalPanel({ flag, weighed, onWeigh }: Props) {
  const { say } = useWords();
  return (
    <section className="panel proposal" aria-label={say('proposal')}>
      {flag.matches.map((match) => (
        <RuleCard key={match.rule.id} match={match} />
      ))}
      <Against flag={flag} weighed={weighed} onWeigh={onWeigh} />
      <EarlierReviews flag={flag} />
    </section>
  );
}

function RuleCard({ match }: { match: Flag['matches'][number] }) {
  const { say } = useWords();
  const { rule } = match;
  return (
    <article className="rule">
      <h2>
        {rule.title} <small>{say(`stance_${match.stance}`)}</small>
      </h2>
      <p>{rule.explanation}</p>
      {match.tickets.length > 0 && (
        <p className="dim">
          {say('tickets')}: {match.tickets.map((t) => t.label).join('; ')}
        </p>
      )}
      {rule.clauses.map((clause) => (
        <p key={clause.item} className="clause">
          <strong>{say('clause', { item: clause.item })}</strong> “{clause.text}”{' '}
          <SourceStatus status={clause.sourceStatus} />
        </p>
      ))}
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

function EarlierReviews({ flag }: { flag: Flag }) {
  const { say, language } = useWords();
  if (flag.reviews.length === 0) return null;
  return (
    <div className="earlier">
      <h3>{say('earlier')}</h3>
      {flag.reviews.map((review) => (
        <p key={review.at}>
          <strong>{say(review.verdict)}</strong> — {review.reviewer}, {formatInstant(review.at, flag.zone, language)}
          <br />
          <bdi>{review.reason}</bdi>
        </p>
      ))}
    </div>
  );
}
