import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { FRAME } from '../../src/words/console/frame.js';
import { POSTERS } from '../../src/words/console/posters.js';
import { RULES } from '../../src/words/console/rules.js';
import { api, type RuleList } from './api.js';
import { FailureNote } from './failure-note.js';
import { useWords } from './language.js';
import { MissedActs } from './missed-acts.js';
import { RuleHealthPanel } from './rule-health.js';
import { RuleNumbers } from './rule-numbers.js';
import { may, useMe } from './session.js';

type Rule = RuleList['rules'][number];

/** The state of the set for all who may mend it, and the rules themselves for analysts. Nothing here can be changed. */
export function RulesPage() {
  const me = useMe();
  const { say } = useWords();
  const seesList = may(me, 'see_rules');
  if (!seesList && !may(me, 'see_rule_health')) return <p className="page">{say(FRAME.noPart)}</p>;
  return (
    <div className="page">
      <RuleHealthPanel />
      {seesList && <RuleTable />}
      {seesList && <MissedActs />}
    </div>
  );
}

function RuleTable() {
  const me = useMe();
  const { say } = useWords();
  const list = useQuery({ queryKey: ['rules'], queryFn: api.rules });
  if (list.isError) return <FailureNote error={list.error} onRetry={() => list.refetch()} />;
  if (list.isPending) return <Loader aria-label={say(FRAME.loading)} m="xl" />;
  const { rules, decided, recentDays, electionsInForce } = list.data;
  return (
    <>
      <div className="bar">
        <h1>{say(RULES.title)}</h1>
        <span className="dim">{say(RULES.decided, { n: decided })}</span>
        {may(me, 'keep_posters') && <Link to="/posters">{say(POSTERS.title)}</Link>}
      </div>
      <p className="explain wide">{say(RULES.explain)}</p>
      {electionsInForce === 0 && <p className="explain wide">{say(RULES.noElection)}</p>}
      {rules.some((rule) => rule.proposal) && <p className="explain wide">{say(RULES.alarmsExplain)}</p>}
      {rules.some((rule) => rule.shadow) && (
        <p className="explain wide">{say(RULES.shadowExplain, { n: recentDays })}</p>
      )}
      {rules.length === 0 && <p className="empty">{say(RULES.empty)}</p>}
      <table className="list rules cards">
        <thead>
          <tr>
            <th>{say(RULES.colRule)}</th>
            <th className="narrow">{say(RULES.colStatus)}</th>
            <th className="narrow">{say(RULES.colClause)}</th>
            <th className="narrow number">{say(RULES.colMarks, { n: recentDays })}</th>
            <th className="narrow number">{say(RULES.colVerdicts)}</th>
            <th className="narrow">{say(RULES.colPrecision)}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <Row key={rule.id} rule={rule} recentDays={recentDays} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Row({ rule, recentDays }: { rule: Rule; recentDays: number }) {
  const { say } = useWords();
  const { effect, alarm, proposal, shadow, weak } = rule;
  return (
    <tr>
      <td>
        {rule.title}{' '}
        <small>
          {rule.subject}/{rule.id}
        </small>
        {effect !== 'marks' && <span className="badge quiet">{say(RULES.effect[effect])}</span>}
        {alarm && <span className="badge warn">{say(RULES.alarm[alarm])}</span>}
        {shadow?.alarm && <span className="badge warn">{say(RULES.accountsAlarm[shadow.alarm])}</span>}
        {proposal && <span className="badge warn">{say(RULES.proposal[proposal])}</span>}
        {weak.length > 0 && (
          <details className="weak">
            <summary>{say(RULES.weak)}</summary>
            <ul>
              {weak.map((kind) => (
                <li key={kind}>{kind}</li>
              ))}
            </ul>
          </details>
        )}
      </td>
      <td className="narrow" data-label={say(RULES.colStatus)}>
        <span className={rule.status === 'live' ? 'badge' : 'badge quiet'}>{rule.status}</span>
      </td>
      <td
        className="narrow"
        data-label={rule.clauses.length > 0 ? say(RULES.colClause) : undefined}
        title={rule.clauses.map((c) => `${c.item}: ${c.text}`).join('\n')}
      >
        {rule.clauses.map((clause) => clause.item).join(', ')}
      </td>
      <RuleNumbers rule={rule} recentDays={recentDays} />
    </tr>
  );
}
