import { Button, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { FRAME } from '../../src/words/console/frame.js';
import { FINDINGS, REPORTS } from '../../src/words/console/reports.js';
import { REPORT_OUTCOME_TERMS, REPORT_STATE_TERMS } from '../../src/words/reports/terms.js';
import { capital } from '../../src/words/say.js';
import { AccountList } from './account-picker.js';
import { FailedPage } from './failed-page.js';
import { useWords } from './language.js';
import { annexAddress, reportApi } from './report-api.js';
import { BroughtPanel } from './report-brought.js';

/** One's own finding as it goes on, and its paper. */
export function FindingPage() {
  const { id = '' } = useParams();
  const { say, nameOf } = useWords();
  const finding = useQuery({ queryKey: ['finding', id], queryFn: () => reportApi.finding(id) });
  if (finding.isError) {
    return <FailedPage title={FINDINGS.title} error={finding.error} onRetry={() => finding.refetch()} />;
  }
  if (finding.isPending) return <Loader aria-label={say(FRAME.loading)} m="xl" />;
  const { state, account, decision } = finding.data;
  return (
    <div className="page">
      <div className="bar">
        <Link to="/findings">← {say(REPORTS.back)}</Link>
        <h1>{say(FINDINGS.title)}</h1>
        <span className="badge">{nameOf(REPORT_STATE_TERMS, state)}</span>
        <span className="spread" />
        <Button component="a" size="xs" href={annexAddress(id)} download>
          {say(FINDINGS.annex)}
        </Button>
      </div>
      <div className="report">
        <BroughtPanel report={finding.data} of="findings" />
        <div className="stack">
          <section className="panel" aria-label={say(FINDINGS.account)}>
            <h2>{say(FINDINGS.account)}</h2>
            {account ? <AccountList accounts={[account]} /> : <p className="explain">{say(FINDINGS.noAccount)}</p>}
          </section>
          {decision && (
            <section className="panel" aria-label={say(REPORTS.decide)}>
              <h2>{capital(nameOf(REPORT_OUTCOME_TERMS, decision.outcome))}</h2>
              <p>{decision.reason}</p>
            </section>
          )}
        </div>
      </div>
    </div>
  );
}
