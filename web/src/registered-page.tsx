import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { FRAME } from '../../src/words/console/frame.js';
import { REGISTRY_PAGE } from '../../src/words/console/registry.js';
import { ACTOR_TERMS, HIDDEN_TERMS, OBSERVATION_TERMS, SIGNAL_WAY_TERMS } from '../../src/words/coverage-terms.js';
import { capital } from '../../src/words/say.js';
import { PROOF_TERMS, SIGNAL_TERMS } from '../../src/words/terms.js';
import { FailedPage } from './failed-page.js';
import { useWords } from './language.js';
import { type RegisteredAccount, registryApi } from './registry-api.js';
import { GapStep } from './registry-gaps.js';
import { Handle } from './registry-rows.js';
import { formatDay } from './time.js';

/** One account as the registry has it: whose it is, by what right it is watched, and what is missing. */
export function RegisteredPage() {
  const { id = '' } = useParams();
  const { say } = useWords();
  const account = useQuery({ queryKey: ['registered', id], queryFn: () => registryApi.one(id) });
  if (account.isError) {
    return <FailedPage title={REGISTRY_PAGE.account} error={account.error} onRetry={() => account.refetch()} />;
  }
  if (account.isPending) return <Loader aria-label={say(FRAME.loading)} m="xl" />;
  return <Account account={account.data} />;
}

function Account({ account }: { account: RegisteredAccount }) {
  const { say } = useWords();
  const back = (useLocation().state as { back?: string } | null)?.back ?? '/registry';
  return (
    <div className="page">
      <div className="bar">
        <Link to={back}>← {say(REGISTRY_PAGE.back)}</Link>
        <h1>{account.name}</h1>
        <Handle account={account} />
      </div>
      <div className="report">
        <div className="stack">
          <section className="panel" aria-label={say(REGISTRY_PAGE.account)}>
            <h2>{say(REGISTRY_PAGE.account)}</h2>
            <Facts account={account} />
          </section>
        </div>
        <div className="stack">
          <section className="panel" aria-label={say(REGISTRY_PAGE.gaps)}>
            <h2>{say(REGISTRY_PAGE.gaps)}</h2>
            {account.gaps.length === 0 && <p>{say(REGISTRY_PAGE.nothingMissing)}</p>}
            {account.gaps.map((gap) => (
              <GapStep key={gap.gap} gap={gap} />
            ))}
          </section>
          <Signals account={account} />
        </div>
      </div>
    </div>
  );
}

function Facts({ account }: { account: RegisteredAccount }) {
  const { say, nameOf, language } = useWords();
  const { mandate, formerHandles, others } = account;
  const days = { from: formatDay(mandate.from, language), to: formatDay(mandate.to, language) };
  return (
    <dl className="facts">
      <dt>{say(REGISTRY_PAGE.office)}</dt>
      <dd>{account.office.name}</dd>
      {account.position && (
        <>
          <dt>{say(REGISTRY_PAGE.position)}</dt>
          <dd>{account.position}</dd>
        </>
      )}
      <dt>{say(REGISTRY_PAGE.nip)}</dt>
      <dd>{account.nipMasked}</dd>
      <dt>{say(REGISTRY_PAGE.proof)}</dt>
      <dd>{capital(nameOf(PROOF_TERMS, account.proof))}</dd>
      <dt>{say(REGISTRY_PAGE.mandate)}</dt>
      <dd>
        {say(REGISTRY_PAGE.mandateSays, { decree: mandate.decree, office: mandate.office, ...days })}{' '}
        <span className={`badge ${account.isInMandate ? 'quiet' : 'warn'}`}>
          {say(account.isInMandate ? REGISTRY_PAGE.inForce : REGISTRY_PAGE.notInForce)}
        </span>
      </dd>
      <dt>{say(REGISTRY_PAGE.renames)}</dt>
      <dd>
        {formerHandles.length > 0 ? formerHandles.map((one) => `@${one}`).join(', ') : say(REGISTRY_PAGE.noRenames)}
        <br />
        <small>{say(account.isFollowed ? REGISTRY_PAGE.followed : REGISTRY_PAGE.notFollowed)}</small>
      </dd>
      <dt>{say(REGISTRY_PAGE.others)}</dt>
      <dd>
        {others.length === 0 && say(REGISTRY_PAGE.noOthers)}
        {others.map((other) => (
          <div key={other.id}>
            <Link to={`/registry/${other.id}`}>
              <Handle account={other} />
            </Link>{' '}
            <small>{nameOf(PROOF_TERMS, other.proof)}</small>
          </div>
        ))}
      </dd>
    </dl>
  );
}

/** How each kind of act comes, and what was seen of it: of what was not, why, and who can change that. */
function Signals({ account: { day, signals } }: { account: RegisteredAccount }) {
  const { say, nameOf, language } = useWords();
  return (
    <section className="panel" aria-labelledby="signals">
      <h2 id="signals">{say(REGISTRY_PAGE.signals, { day: formatDay(day, language) })}</h2>
      <dl className="facts">
        {signals.map(({ signal, way, state, count, reason, actor }) => (
          <Fragment key={signal}>
            <dt>{capital(nameOf(SIGNAL_TERMS, signal))}</dt>
            <dd>
              {state !== null ? nameOf(OBSERVATION_TERMS, state) : way === 'machine' && say(REGISTRY_PAGE.notYet)}
              {count !== null && ` ${count}`}
              {reason !== null && ` (${nameOf(HIDDEN_TERMS, reason)})`} <small>{nameOf(SIGNAL_WAY_TERMS, way)}</small>
              {actor !== null && (
                <>
                  <br />
                  <small>{capital(nameOf(ACTOR_TERMS, actor))}</small>
                </>
              )}
            </dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}
