import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { numberQuotes } from '../../src/domain/segments.js';
import { FLAG } from '../../src/words/console/flag.js';
import { REPORTS } from '../../src/words/console/reports.js';
import { stanceTerms } from '../../src/words/rules/sides.js';
import { useWords } from './language.js';
import { QuotedText, QuoteLegend } from './quoted-text.js';
import { type Opinion, type OpinionBody, reportApi } from './report-api.js';

/** What the rules in force say of it, beside the decision and not in its place. Asked again while one types. */
export function OpinionPanel({ asked }: { asked: OpinionBody | undefined }) {
  const { say } = useWords();
  const body = useDeferredValue(asked);
  const opinion = useQuery({
    queryKey: ['opinion', body],
    queryFn: () => reportApi.opinion(body!),
    enabled: body !== undefined,
    placeholderData: (before) => before,
  });
  if (!body) return null;
  return (
    <section className="panel opinion" aria-label={say(REPORTS.opinion)} aria-live="polite">
      <h2>{say(REPORTS.opinion)}</h2>
      <p className="explain">{say(REPORTS.opinionMeans)}</p>
      {opinion.data && <Words opinion={opinion.data} />}
    </section>
  );
}

function Words({ opinion }: { opinion: Opinion }) {
  const { say, nameOf } = useWords();
  const quotes = numberQuotes(opinion);
  const { text, targetText, matches, cleared, stage, flagId } = opinion;
  return (
    <>
      {flagId && <p className="notice">{say(REPORTS.sameFlag)}</p>}
      {stage === null && <p className="notice">{say(REPORTS.opinionNoStage)}</p>}
      {stage !== null && matches.length === 0 && <p>{say(REPORTS.opinionNone)}</p>}
      {text && <QuotedText text={text} quotes={quotes.get('text')} />}
      {targetText && <QuotedText text={targetText} quotes={quotes.get('target.text')} />}
      {opinion.media.map(({ text: written, poster }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pictures of one act in their order
        <blockquote className="words target" key={i}>
          <small>{say(FLAG.pictureText)}: </small>
          {written === '' ? (
            say(REPORTS.nothingWritten)
          ) : (
            <QuotedText text={written} quotes={quotes.get(`media.${i}.text`)} />
          )}
          {poster && <p className="notice">{say(FLAG.poster, { ticket: poster })}</p>}
        </blockquote>
      ))}
      <QuoteLegend byField={quotes} />
      {matches.map(({ rule, stance, tickets }) => (
        <p key={rule.id} className="clause">
          <strong>{rule.title}</strong>{' '}
          <small>
            {nameOf(stanceTerms(tickets.map(({ id }) => id)), stance)} {tickets.map(({ label }) => label).join(', ')}
          </small>
        </p>
      ))}
      {cleared.length > 0 && (
        <p>
          <strong>{say(REPORTS.opinionClears)}:</strong> {cleared.map(({ reason }) => reason).join('; ')}
        </p>
      )}
    </>
  );
}
