import { useState } from 'react';
import { FINDINGS, REPORTS } from '../../src/words/console/reports.js';
import { CHANNEL_TERMS, DOOR_TERMS, LINK_KIND_TERMS } from '../../src/words/reports/terms.js';
import { capital } from '../../src/words/say.js';
import { KIND_TERMS, PLATFORM_TERMS } from '../../src/words/terms.js';
import { Dialog } from './dialog.js';
import { Fact } from './fact.js';
import { useWords } from './language.js';
import { QuotedText } from './quoted-text.js';
import { type ReportPage as Report, reportFileAddress } from './report-api.js';
import { formatDay, formatInstant } from './time.js';

interface Props {
  readonly report: Report;
  readonly of: 'reports' | 'findings';
}

/** What somebody brought: their words as text, pictures as they were drawn anew, everything else to be saved. */
export function BroughtPanel({ report, of }: Props) {
  const { say, nameOf, language } = useWords();
  const { act, who, formal } = report;
  const said = [who.handle, who.name, who.office].filter(Boolean).join(' · ');
  return (
    <section className="panel" aria-label={say(REPORTS.brought)}>
      <h2>
        {say(REPORTS.brought)} <small>{nameOf(DOOR_TERMS, report.door)}</small>
        {report.broughtBy && <small> {say(REPORTS.byOfficer, { name: report.broughtBy })}</small>}
      </h2>
      {report.channel === 'private' && <p className="notice">{capital(nameOf(CHANNEL_TERMS, 'private'))}</p>}
      <dl className="facts">
        <Fact label={REPORTS.kind}>{act.kind && capital(nameOf(KIND_TERMS, act.kind))}</Fact>
        <Fact label={REPORTS.saidWho}>{said && <QuotedText text={said} />}</Fact>
        <Fact label={REPORTS.link}>
          {act.link && (
            <>
              <QuotedText text={act.link.canonical || act.link.given} />{' '}
              <small>
                {say(REPORTS.linkReads, {
                  platform: nameOf(PLATFORM_TERMS, act.link.platform),
                  kind: nameOf(LINK_KIND_TERMS, act.link.kind),
                })}
              </small>
            </>
          )}
        </Fact>
        <Fact label={REPORTS.words}>{act.words && <QuotedText text={act.words} />}</Fact>
        <Fact label={REPORTS.story}>{act.story && <QuotedText text={act.story} />}</Fact>
        <Fact label={REPORTS.seenAt}>{act.seenAt && formatInstant(act.seenAt, report.zone, language)}</Fact>
        <Fact label={REPORTS.place}>{act.place && <QuotedText text={act.place} />}</Fact>
        <Fact label={FINDINGS.taskLetter}>{act.taskLetter && <QuotedText text={act.taskLetter} />}</Fact>
      </dl>
      <Files report={report} of={of} />
      {report.hasIdentity && <p className="explain">{say(REPORTS.hasIdentity)}</p>}
      <p className="explain">
        {formal.daysLeft < 0
          ? say(REPORTS.formalLate, { day: formatDay(formal.lastDay, language) })
          : say(REPORTS.formal, { day: formatDay(formal.lastDay, language), n: formal.daysLeft })}{' '}
        {say(REPORTS.expires, { day: formatDay(report.expiresAt.slice(0, 10), language) })}
      </p>
    </section>
  );
}

function Files({ report, of }: Props) {
  const { say } = useWords();
  const [enlarged, setEnlarged] = useState<string | null>(null);
  const address = (file: string) => reportFileAddress(of, report.id, file);
  return (
    <div className="pictures">
      {report.files.map(({ id, isPicture, type, bytes }, i) =>
        isPicture ? (
          <button key={id} type="button" className="thumb" onClick={() => setEnlarged(id)}>
            <img src={address(id)} alt={say(REPORTS.picture, { n: i + 1 })} />
          </button>
        ) : (
          <a key={id} href={address(id)} download>
            {say(REPORTS.download, { type, size: Math.ceil(bytes / 1024) })}
          </a>
        ),
      )}
      <Dialog isOpen={enlarged !== null} onClose={() => setEnlarged(null)} title={say(REPORTS.brought)} size="90%">
        {enlarged && <img className="full" src={address(enlarged)} alt={say(REPORTS.brought)} />}
      </Dialog>
    </div>
  );
}
