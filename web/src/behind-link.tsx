import { REPORTS } from '../../src/words/console/reports.js';
import { EVIDENCE_TERMS } from '../../src/words/evidence-terms.js';
import { POST_OUTCOME_TERMS, POST_READ_BY_TERMS } from '../../src/words/post-terms.js';
import { capital } from '../../src/words/say.js';
import { Fact } from './fact.js';
import { useWords } from './language.js';
import { QuotedText } from './quoted-text.js';
import { type ReportPage as Report, reportLinkAddress } from './report-api.js';
import { formatInstant } from './time.js';

type Reading = NonNullable<Report['reading']>;

/** What a machine found behind the link, beside what was brought; the page as it was sealed. Nothing where there is no such link. */
export function BehindLink({ report }: { report: Report }) {
  const { say } = useWords();
  const { reading, isLookDue } = report;
  if (!reading && !isLookDue) return null;
  return (
    <section className="panel" aria-label={say(REPORTS.behind)} aria-live="polite">
      <h2>{say(REPORTS.behind)}</h2>
      {reading ? <Found report={report} reading={reading} /> : <p className="explain">{say(REPORTS.lookDue)}</p>}
    </section>
  );
}

function Found({ report, reading }: { report: Report; reading: Reading }) {
  const { say, nameOf, language } = useWords();
  const { outcome, by, at, leadsTo, text, author, publishedAt, media } = reading;
  const when = (instant: string) => formatInstant(instant, report.zone, language);
  return (
    <>
      <p>
        <strong>{capital(nameOf(POST_OUTCOME_TERMS, outcome))}</strong>{' '}
        <small>{say(REPORTS.lookedAt, { when: when(at) })}</small>
      </p>
      {by !== 'read' && <p className="explain">{capital(nameOf(POST_READ_BY_TERMS, by))}.</p>}
      <dl className="facts">
        <Fact label={REPORTS.leadsTo}>{leadsTo && <QuotedText text={leadsTo} />}</Fact>
        <Fact label={REPORTS.readAuthor}>{author && <QuotedText text={author} />}</Fact>
        <Fact label={REPORTS.readText}>{text && <QuotedText text={text} />}</Fact>
        <Fact label={REPORTS.readMedia}>{media.length > 0 && <QuotedText text={media.join('\n')} />}</Fact>
        <Fact label={REPORTS.readAt}>{publishedAt && when(publishedAt)}</Fact>
      </dl>
      <Sealed report={report} reading={reading} />
      {report.isLookDue && <p className="explain">{say(REPORTS.lookAgain)}</p>}
    </>
  );
}

function Sealed({ report, reading: { outcome, by, pack } }: { report: Report; reading: Reading }) {
  const { say, nameOf, language } = useWords();
  if (!pack)
    return outcome === 'seen' && by !== 'not_asked' ? <p className="explain">{say(REPORTS.linkNotKept)}</p> : null;
  return (
    <>
      <p className="explain">
        {say(REPORTS.linkSealed, { when: formatInstant(pack.sealedAt, report.zone, language) })}
      </p>
      <div className="pictures">
        {pack.items
          .filter((name) => name === 'viewport.png' || name === 'fullpage.png')
          .map((name) => (
            <a key={name} href={reportLinkAddress(report.id, name)} target="_blank" rel="noreferrer">
              {name === 'viewport.png' ? (
                <img src={reportLinkAddress(report.id, name)} alt={say(REPORTS.sealedPage)} height={110} />
              ) : (
                capital(nameOf(EVIDENCE_TERMS, name))
              )}
            </a>
          ))}
      </div>
    </>
  );
}
