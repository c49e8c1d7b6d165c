import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FRAME } from '../../src/words/console/frame.js';
import { TICKETS } from '../../src/words/console/oversight.js';
import { capital } from '../../src/words/say.js';
import { api } from './api.js';
import { FailureNote } from './failure-note.js';
import { useWords } from './language.js';

/** Marks per ticket: a check that the rules treat every ticket alike. */
export function TicketsPage() {
  const { say } = useWords();
  const list = useQuery({ queryKey: ['tickets'], queryFn: api.tickets });
  if (list.isError) return <FailureNote error={list.error} onRetry={() => list.refetch()} />;
  const tickets = list.data?.tickets ?? [];
  const most = Math.max(1, ...tickets.map((t) => t.marks));
  return (
    <div className="page">
      <div className="bar">
        <h1>{say(TICKETS.title)}</h1>
      </div>
      <p className="explain">{say(TICKETS.explain)}</p>
      {list.isPending && <Loader aria-label={say(FRAME.loading)} m="xl" />}
      {list.data && tickets.length === 0 && <p className="empty">{say(TICKETS.empty)}</p>}
      {tickets.length > 0 && (
        <table className="list">
          <thead>
            <tr>
              <th className="narrow">{say(TICKETS.contest)}</th>
              <th>{say(TICKETS.ticket)}</th>
              <th className="narrow">{say(TICKETS.marks)}</th>
            </tr>
          </thead>
          <tbody>
            {tickets.map((ticket) => (
              <tr key={ticket.id}>
                <td className="narrow">{ticket.id.slice(0, ticket.id.lastIndexOf('/'))}</td>
                <td>{capital(ticket.label)}</td>
                <td className="narrow number">
                  <span className="marks">
                    <meter aria-hidden="true" min={0} max={most} value={ticket.marks} /> {ticket.marks}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
