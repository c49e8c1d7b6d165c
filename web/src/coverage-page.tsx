import { Loader, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type CoverageTree } from './api.js';
import { FailureNote } from './failure-note.js';
import { useWords } from './language.js';
import { inTreeOrder } from './office-tree.js';

const SIGNALS = ['posts', 'shares', 'likes', 'comments', 'follows'] as const;
type Office = CoverageTree['offices'][number];

/** Offices by signals: seen, none, not observable and why. */
export function CoveragePage() {
  const { say, nameOf } = useWords();
  const [day, setDay] = useState<string>();
  const tree = useQuery({ queryKey: ['coverage', day], queryFn: () => api.coverage(day) });
  if (tree.isError) return <FailureNote error={tree.error} onRetry={() => tree.refetch()} />;
  return (
    <div className="page">
      <div className="bar">
        <h1>{say('coverage_title')}</h1>
        <TextInput
          type="date"
          size="xs"
          aria-label={say('day')}
          value={day ?? tree.data?.day ?? ''}
          onChange={(e) => setDay(e.currentTarget.value || undefined)}
        />
        {tree.data && <span className="dim">{say('accounts_n', { n: tree.data.total.accounts })}</span>}
      </div>
      <p className="explain">{say('coverage_explain')}</p>
      {tree.isPending && <Loader aria-label={say('loading')} m="xl" />}
      {tree.data && (
        <>
          <Reasons reasons={tree.data.total.reasons} />
          <table className="list grid">
            <thead>
              <tr>
                <th>{say('office')}</th>
                {SIGNALS.map((s) => (
                  <th key={s}>{nameOf(s)}</th>
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

function Reasons({ reasons }: { reasons: Readonly<Record<string, number>> }) {
  const { say, nameOf } = useWords();
  const entries = Object.entries(reasons);
  if (entries.length === 0) return null;
  return (
    <p className="reasons">
      <strong>{say('why_hidden')}:</strong> {entries.map(([r, n]) => `${nameOf(r)} ${n}`).join(' · ')}
    </p>
  );
}

function Row({ office, depth }: { office: Office; depth: number }) {
  return (
    <tr>
      <th scope="row" className={`depth-${Math.min(depth, 4)}`}>
        {office.name} <small>{office.zone}</small>
      </th>
      {SIGNALS.map((signal) => (
        <td key={signal}>
          <Cell cell={office.signals.find((s) => s.signal === signal)} />
        </td>
      ))}
    </tr>
  );
}

/** Three words with their numbers, never a colour alone; a state with nobody in it stays silent. */
function Cell({ cell }: { cell: Office['signals'][number] | undefined }) {
  const { say, nameOf } = useWords();
  if (!cell) return <span className="dim">{say('no_visit')}</span>;
  const reasons = Object.entries(cell.reasons).map(([reason, n]) => `${nameOf(reason)} ${n}`);
  return (
    <span className="cell">
      {cell.seen > 0 && (
        <span className="seen">
          ● {cell.seen} {say('seen')}
        </span>
      )}
      {cell.none > 0 && (
        <span className="none">
          ○ {cell.none} {say('none')}
        </span>
      )}
      {cell.notObservable > 0 && (
        <span className="not_observable">
          ▨ {cell.notObservable} {say('not_observable')} <small>{reasons.join(', ')}</small>
        </span>
      )}
    </span>
  );
}
