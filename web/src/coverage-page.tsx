import { Loader, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { RegistryGap } from '../../src/domain/registry-gap.js';
import { FRAME } from '../../src/words/console/frame.js';
import { COVERAGE } from '../../src/words/console/oversight.js';
import { REGISTRY_PAGE } from '../../src/words/console/registry.js';
import { HIDDEN_TERMS, OBSERVATION_TERMS, SIGNAL_WAY_TERMS } from '../../src/words/coverage-terms.js';
import { capital } from '../../src/words/say.js';
import { PLATFORM_TERMS, SIGNAL_TERMS } from '../../src/words/terms.js';
import { api, type CoverageTree } from './api.js';
import { FailureNote } from './failure-note.js';
import { useWords } from './language.js';
import { inTreeOrder } from './office-tree.js';
import { may, useMe } from './session.js';

const SIGNALS = ['posts', 'shares', 'likes', 'comments', 'follows'] as const;
type Office = CoverageTree['offices'][number];

/** Offices by signals: seen, none, not observable and why. */
export function CoveragePage() {
  const me = useMe();
  const { say, nameOf } = useWords();
  const [day, setDay] = useState<string>();
  const tree = useQuery({ queryKey: ['coverage', day], queryFn: () => api.coverage(day) });
  if (tree.isError) return <FailureNote error={tree.error} onRetry={() => tree.refetch()} />;
  return (
    <div className="page">
      <div className="bar">
        <h1>{say(COVERAGE.title)}</h1>
        <TextInput
          type="date"
          size="xs"
          aria-label={say(COVERAGE.day)}
          value={day ?? tree.data?.day ?? ''}
          onChange={(e) => setDay(e.currentTarget.value || undefined)}
        />
        {tree.data && <span className="dim">{say(COVERAGE.accounts, { n: tree.data.total.accounts })}</span>}
        {may(me, 'see_registry') && <Link to="/registry">{say(REGISTRY_PAGE.title)}</Link>}
      </div>
      <p className="explain">{say(COVERAGE.explain)}</p>
      {tree.isPending && <Loader aria-label={say(FRAME.loading)} m="xl" />}
      {tree.data && (
        <>
          <Reasons reasons={tree.data.total.reasons} />
          {tree.data.platforms.length > 0 && <Platforms platforms={tree.data.platforms} />}
          <h2 id="by-office">{say(COVERAGE.byOffice)}</h2>
          <table className="list grid cards" aria-labelledby="by-office">
            <thead>
              <tr>
                <th>{say(COVERAGE.office)}</th>
                {SIGNALS.map((s) => (
                  <th key={s}>{capital(nameOf(SIGNAL_TERMS, s))}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {inTreeOrder(tree.data.offices).map(({ office, depth }) => (
                <Row key={office.code} office={office} depth={depth} />
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  );
}

/** How acts of each kind come at all, so that a silent platform does not read as a clean one. */
function Platforms({ platforms }: { platforms: CoverageTree['platforms'] }) {
  const { say, nameOf } = useWords();
  return (
    <>
      <h2 id="by-platform">{say(COVERAGE.byPlatform)}</h2>
      <p className="explain">{say(COVERAGE.waysExplain)}</p>
      <table className="list grid cards" aria-labelledby="by-platform">
        <thead>
          <tr>
            <th>{say(COVERAGE.platform)}</th>
            {SIGNALS.map((s) => (
              <th key={s}>{capital(nameOf(SIGNAL_TERMS, s))}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {platforms.map(({ platform, signals }) => (
            <tr key={platform}>
              <th scope="row">{capital(nameOf(PLATFORM_TERMS, platform))}</th>
              {signals.map((cell) => (
                <td key={cell.signal} data-label={capital(nameOf(SIGNAL_TERMS, cell.signal))}>
                  <PlatformCell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

type PlatformSignal = CoverageTree['platforms'][number]['signals'][number];

/** The way first; of what no machine reads only what was brought, for what was not is no finding of the day. */
function PlatformCell({ cell }: { cell: PlatformSignal }) {
  const { nameOf } = useWords();
  const brought = { ...cell, none: 0, notObservable: 0 };
  return (
    <span className="cell">
      <strong>{capital(nameOf(SIGNAL_WAY_TERMS, cell.way))}</strong>
      <Cell cell={cell.way === 'machine' ? cell : brought} />
    </span>
  );
}

function Reasons({ reasons }: { reasons: Readonly<Record<string, number>> }) {
  const { say, nameOf } = useWords();
  const entries = Object.entries(reasons);
  if (entries.length === 0) return null;
  return (
    <p className="reasons">
      <strong>{say(COVERAGE.whyHidden)}:</strong>{' '}
      {entries.map(([reason, n], i) => (
        <span key={reason}>
          {i > 0 && ' · '}
          <Reason reason={reason} text={`${nameOf(HIDDEN_TERMS, reason)} ${n}`} />
        </span>
      ))}
    </p>
  );
}

/** Those that somebody can close lead to the accounts they are about. */
const GAP_OF: Readonly<Record<string, RegistryGap>> = {
  unproven: 'unproven',
  no_mandate: 'no_mandate',
  no_collector: 'no_reader',
};

function Reason({ reason, text }: { reason: string; text: string }) {
  const me = useMe();
  const gap = GAP_OF[reason];
  if (!gap || !may(me, 'see_registry')) return text;
  return <Link to={{ pathname: '/registry', search: `gap=${gap}` }}>{text}</Link>;
}

function Row({ office, depth }: { office: Office; depth: number }) {
  const { nameOf } = useWords();
  return (
    <tr>
      <th scope="row" className={`depth-${Math.min(depth, 4)}`}>
        {office.name} <small>{office.zone}</small>
      </th>
      {SIGNALS.map((signal) => (
        <td key={signal} data-label={capital(nameOf(SIGNAL_TERMS, signal))}>
          <Cell cell={office.signals.find((s) => s.signal === signal)} />
        </td>
      ))}
    </tr>
  );
}

/** Three words with their numbers, never a colour alone; a state with nobody in it stays silent. */
function Cell({ cell }: { cell: Office['signals'][number] | undefined }) {
  const { say, nameOf } = useWords();
  if (!cell) return <span className="dim">{say(COVERAGE.noVisit)}</span>;
  const reasons = Object.entries(cell.reasons).map(([reason, n]) => `${nameOf(HIDDEN_TERMS, reason)} ${n}`);
  return (
    <span className="cell">
      {cell.seen > 0 && (
        <span className="seen">
          ● {cell.seen} {nameOf(OBSERVATION_TERMS, 'seen')}
        </span>
      )}
      {cell.none > 0 && (
        <span className="none">
          ○ {cell.none} {nameOf(OBSERVATION_TERMS, 'none')}
        </span>
      )}
      {cell.notObservable > 0 && (
        <span className="not_observable">
          ▨ {cell.notObservable} {nameOf(OBSERVATION_TERMS, 'not_observable')} <small>({reasons.join(', ')})</small>
        </span>
      )}
    </span>
  );
}
