import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'react-router';
import { RULE_HEALTH } from '../../src/words/console/rules.js';
import { api, type RuleHealth } from './api.js';
import { FailureNote } from './failure-note.js';
import { useWords } from './language.js';
import { may, useMe } from './session.js';
import { formatInstant } from './time.js';

/** A rule set has no region of its own; its times are read in the capital's. */
const ZONE = { name: 'Asia/Jakarta', label: 'WIB' };
/** No view of content, so it may ask again by itself: a mended file clears the banner. */
const ASK_EVERY_MS = 15_000;

function useHealth() {
  const me = useMe();
  return useQuery({
    queryKey: ['rule-health'],
    queryFn: api.ruleHealth,
    enabled: may(me, 'see_rule_health'),
    refetchInterval: ASK_EVERY_MS,
  });
}

/** One calm line on every page of those who can do something about it; nothing while all is well. */
export function RuleHealthBanner() {
  const { say } = useWords();
  const { pathname } = useLocation();
  const health = useHealth();
  if (health.data?.state !== 'broken' || pathname === '/rules') return null;
  return (
    <output className="notice rules-broken">
      {say(RULE_HEALTH.state.broken)} <Link to="/rules">{say(RULE_HEALTH.more)}</Link>
    </output>
  );
}

export function RuleHealthPanel() {
  const { say } = useWords();
  const health = useHealth();
  if (health.isError) return <FailureNote error={health.error} onRetry={() => health.refetch()} />;
  if (!health.data) return null;
  const { state, sets, faults, faultCount } = health.data;
  return (
    <section className={`panel health ${state}`} aria-label={say(RULE_HEALTH.title)}>
      <h2>{say(RULE_HEALTH.title)}</h2>
      <p>{say(RULE_HEALTH.state[state])}</p>
      {faults.map((fault) => (
        <Fault key={JSON.stringify(fault)} fault={fault} />
      ))}
      {faultCount > faults.length && <p className="dim">{say(RULE_HEALTH.left, { n: faultCount - faults.length })}</p>}
      {sets.length > 1 && <p>{say(RULE_HEALTH.differ)}</p>}
      {sets.map((set) => (
        <SetLine key={`${set.ruleset} ${set.elections}`} set={set} />
      ))}
    </section>
  );
}

function Fault({ fault }: { fault: RuleHealth['faults'][number] }) {
  const { say, language } = useWords();
  const { place, problem, hint, since, processes } = fault;
  return (
    <p className="fault">
      <code>{place ? `${place.path}:${place.line}:${place.column}` : say(RULE_HEALTH.noPlace)}</code> {problem}
      <br />
      <span className="dim">
        {say(RULE_HEALTH.hint, { hint })} ·{' '}
        {say(RULE_HEALTH.since, { time: formatInstant(since, ZONE, language), n: processes })}
      </span>
    </p>
  );
}

function SetLine({ set }: { set: RuleHealth['sets'][number] }) {
  const { say, language } = useWords();
  const { ruleset, elections, engine, processes: n } = set;
  const time = formatInstant(set.since, ZONE, language);
  return (
    <p className="dim" title={`${ruleset} ${elections}`}>
      {say(RULE_HEALTH.set, { ruleset: short(ruleset), elections: short(elections), engine, time, n })}
    </p>
  );
}

/** Twelve digits tell sets apart; the whole hash is the title. */
function short(hash: string): string {
  return hash.replace(/^(sha256:.{12}).*$/, '$1');
}
