import { Button, Loader } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { FRAME } from '../../src/words/console/frame.js';
import { REPORTS } from '../../src/words/console/reports.js';
import { REPORT_OUTCOME_TERMS, REPORT_STATE_TERMS } from '../../src/words/reports/terms.js';
import { capital } from '../../src/words/say.js';
import { AccountList, AccountPicker } from './account-picker.js';
import { BehindLink } from './behind-link.js';
import { FailedPage } from './failed-page.js';
import { RefusalNote } from './failure-note.js';
import { useWords } from './language.js';
import { OtherPlatformNote } from './other-platform.js';
import { type ReportPage as Report, reportApi } from './report-api.js';
import { BroughtPanel } from './report-brought.js';
import { ReportDecision } from './report-decision.js';
import { ReportThread } from './report-thread.js';
import { formatInstant } from './time.js';

const LOOKING_MS = 4_000;

/** What is found behind a link comes while somebody reads; where a pause has to be kept, it does not. */
function whileLooking({ state: { data } }: { state: { data?: Report | undefined } }): number | false {
  return data?.isLookDue && !data.reading ? LOOKING_MS : false;
}

export function ReportPage() {
  const { id = '' } = useParams();
  const { say } = useWords();
  const report = useQuery({
    queryKey: ['report', id],
    queryFn: () => reportApi.one(id),
    refetchInterval: whileLooking,
  });
  if (report.isError) return <FailedPage title={REPORTS.title} error={report.error} onRetry={() => report.refetch()} />;
  if (report.isPending) return <Loader aria-label={say(FRAME.loading)} m="xl" />;
  return <Checking key={id} report={report.data} />;
}

/** One report: what was brought on the left; whose it is, what is like it and the decision on the right. */
function Checking({ report }: { report: Report }) {
  const { say, nameOf } = useWords();
  const queries = useQueryClient();
  const keep = (changed: Report) => queries.setQueryData(['report', report.id], changed);
  const step = useMutation({
    mutationFn: (body: Parameters<typeof reportApi.step>[1]) => reportApi.step(report.id, body),
    onSuccess: keep,
  });
  const seenVersion = report.version;
  const isOpen = report.state !== 'decided';
  return (
    <div className="page">
      <div className="bar">
        <Link to="/reports">← {say(REPORTS.back)}</Link>
        <h1>{say(REPORTS.title)}</h1>
        <span className="badge">{nameOf(REPORT_STATE_TERMS, report.state)}</span>
        {report.step?.isOverdue && <span className="badge warn">{say(REPORTS.overdue)}</span>}
      </div>
      {step.error && <RefusalNote error={step.error} onRetry={() => queries.invalidateQueries()} />}
      <div className="report">
        <div className="stack">
          <BroughtPanel report={report} of="reports" />
          <BehindLink report={report} />
          <Alike
            report={report}
            onJoin={isOpen ? (reportId) => step.mutate({ to: 'duplicate', reportId, seenVersion }) : undefined}
          />
          {report.door !== 'patrol' && <ReportThread report={report} onSent={keep} />}
        </div>
        <div className="stack">
          <Whose
            report={report}
            onTie={isOpen ? (accountId) => step.mutate({ to: 'identified', accountId, seenVersion }) : undefined}
            onLeave={() => step.mutate({ to: 'waits_for_registry', seenVersion })}
          />
          {isOpen ? <ReportDecision report={report} onDecided={keep} /> : <Decided report={report} />}
        </div>
      </div>
    </div>
  );
}

interface WhoseProps {
  readonly report: Report;
  readonly onTie: ((accountId: string) => void) | undefined;
  readonly onLeave: () => void;
}

/** A name is many people's: nobody is chosen here but by a person. */
function Whose({ report, onTie, onLeave }: WhoseProps) {
  const { say } = useWords();
  const { account, candidates } = report;
  const others = candidates.filter(({ id }) => id !== account?.id);
  return (
    <section className="panel" aria-label={say(REPORTS.whose)}>
      <h2>{account ? say(REPORTS.tied) : say(REPORTS.whose)}</h2>
      {account && <AccountList accounts={[account]} />}
      <OtherPlatformNote account={account} link={report.act.link?.platform} />
      {onTie && (
        <details open={!account}>
          <summary>{account ? say(REPORTS.change) : say(REPORTS.candidates)}</summary>
          {others.length === 0 && <p className="explain">{say(REPORTS.noCandidates)}</p>}
          <AccountList accounts={others} onChoose={({ id }) => onTie(id)} label={say(REPORTS.candidates)} />
          <AccountPicker onChoose={({ id }) => onTie(id)} />
          {report.state !== 'waits_for_registry' && (
            <Button size="compact-sm" variant="default" mt="xs" onClick={onLeave}>
              {say(REPORTS.leave)}
            </Button>
          )}
        </details>
      )}
    </section>
  );
}

function Alike({ report, onJoin }: { report: Report; onJoin: ((id: string) => void) | undefined }) {
  const { say, nameOf, language } = useWords();
  if (report.alike.length === 0 && !report.duplicateOf) return null;
  return (
    <section className="panel" aria-label={say(REPORTS.alike)}>
      <h2>{say(REPORTS.alike)}</h2>
      {report.duplicateOf && (
        <p>
          {say(REPORTS.joined)} <Link to={`/reports/${report.duplicateOf}`}>{say(REPORTS.openOther)}</Link>
        </p>
      )}
      <ul className="people">
        {report.alike.map((other) => (
          <li key={other.id}>
            <span className="spread">
              <Link to={`/reports/${other.id}`}>{formatInstant(other.broughtAt, report.zone, language)}</Link>{' '}
              <small>
                {[
                  ...other.by.map((way) => say(REPORTS.alikeBy[way])),
                  nameOf(REPORT_STATE_TERMS, other.state),
                  ...(other.outcome ? [nameOf(REPORT_OUTCOME_TERMS, other.outcome)] : []),
                ].join(' · ')}
              </small>
            </span>
            {onJoin && other.state !== 'duplicate' && report.duplicateOf !== other.id && (
              <Button size="compact-sm" variant="default" onClick={() => onJoin(other.id)}>
                {say(REPORTS.join)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Decided({ report }: { report: Report }) {
  const { say, nameOf, language } = useWords();
  const { decision, flagId } = report;
  if (!decision) return null;
  return (
    <section className="panel" aria-label={say(REPORTS.decide)}>
      <h2>{capital(nameOf(REPORT_OUTCOME_TERMS, decision.outcome))}</h2>
      <p>{decision.reason}</p>
      <p className="explain">
        {say(REPORTS.decidedBy, { name: decision.by, when: formatInstant(decision.at, report.zone, language) })}
      </p>
      {flagId && (
        <p>
          <Link to={`/flags/${flagId}`}>{say(REPORTS.openFlag)}</Link> <small>{say(REPORTS.flagSealing)}</small>
        </p>
      )}
    </section>
  );
}
