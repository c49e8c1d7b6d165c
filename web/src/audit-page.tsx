import { Alert, Button, Loader } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { describeDetails } from '../../src/words/audit-details.js';
import { AUDIT_TERMS, CHAIN_PROBLEM_TERMS } from '../../src/words/audit-terms.js';
import { FRAME } from '../../src/words/console/frame.js';
import { AUDIT } from '../../src/words/console/oversight.js';
import { QUEUE } from '../../src/words/console/queue.js';
import { type AuditList, api } from './api.js';
import { FailureNote } from './failure-note.js';
import { useWords } from './language.js';
import { formatInstant } from './time.js';

/** The log has no region of its own; it is read in the capital's time. */
const ZONE = { name: 'Asia/Jakarta', label: 'WIB' };

export function AuditPage() {
  const { say } = useWords();
  const log = useInfiniteQuery({
    queryKey: ['audit'],
    queryFn: ({ pageParam }) => api.audit(pageParam),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page: AuditList) => page.nextBefore ?? undefined,
  });
  if (log.isError) return <FailureNote error={log.error} onRetry={() => log.refetch()} />;
  const entries = log.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <div className="page">
      <div className="bar">
        <h1>{say(AUDIT.title)}</h1>
        <Chain />
      </div>
      {log.isPending && <Loader aria-label={say(FRAME.loading)} m="xl" />}
      {log.data && (
        <table className="list">
          <thead>
            <tr>
              <th className="narrow">#</th>
              <th className="narrow">{say(AUDIT.at)}</th>
              <th>{say(AUDIT.actor)}</th>
              <th>{say(AUDIT.action)}</th>
              <th>{say(AUDIT.subject)}</th>
              <th className="narrow">{say(AUDIT.hash)}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <Row key={entry.seq} entry={entry} />
            ))}
          </tbody>
        </table>
      )}
      {log.hasNextPage && (
        <Button variant="default" size="xs" onClick={() => log.fetchNextPage()} loading={log.isFetchingNextPage}>
          {say(QUEUE.more)}
        </Button>
      )}
    </div>
  );
}

function Row({ entry }: { entry: AuditList['entries'][number] }) {
  const { nameOf, language } = useWords();
  return (
    <tr>
      <td className="narrow number">{entry.seq}</td>
      <td className="narrow">{formatInstant(entry.at, ZONE, language)}</td>
      <td>
        <bdi>{entry.actor}</bdi>
      </td>
      <td>
        {nameOf(AUDIT_TERMS, entry.action)} <small>{describeDetails(entry.details, language)}</small>
      </td>
      <td className="mono">{entry.subject}</td>
      <td className="narrow mono" title={entry.hash}>
        {entry.hash.slice(0, 12)}
      </td>
    </tr>
  );
}

function Chain() {
  const { say, nameOf } = useWords();
  const chain = useQuery({ queryKey: ['audit', 'verify'], queryFn: api.verifyAudit });
  if (chain.isPending) return <span className="dim">{say(AUDIT.checking)}</span>;
  if (chain.isError) return <FailureNote error={chain.error} onRetry={() => chain.refetch()} />;
  const { ok, entries, brokenAt, problem, resumed } = chain.data;
  if (ok) return <span className="badge mine">✓ {say(AUDIT.ok, { n: entries ?? 0 })}</span>;
  const found = { n: brokenAt ?? 0, problem: nameOf(CHAIN_PROBLEM_TERMS, problem ?? '') };
  if (resumed) {
    return (
      <Alert color="yellow" role="status">
        {say(AUDIT.resumed, { ...found, since: resumed.since, by: resumed.by })}
      </Alert>
    );
  }
  return (
    <Alert color="red" role="alert">
      {say(AUDIT.broken, found)}
    </Alert>
  );
}
