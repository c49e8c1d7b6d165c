import { z } from 'zod';
import type { AuditEvent } from '../../domain/audit.js';
import { sharedWhileRunning } from '../../domain/while-running.js';
import type { ConsoleApp, ConsoleContext } from '../context.js';
import { toChainReport } from '../views/chain-report.js';
import {
  type AuditList,
  auditListSchema,
  type ChainReport,
  chainSchema,
  type TicketList,
  ticketListSchema,
} from '../views/oversight-schemas.js';

/** What watches the watchers: the log for the auditor, and whether every ticket is treated alike. */
export function addOversightRoutes(app: ConsoleApp, context: ConsoleContext): void {
  addAuditRoutes(app, context);
  addTicketRoute(app, context);
}

function addAuditRoutes(app: ConsoleApp, { deps }: ConsoleContext): void {
  const querystring = z.object({
    before: z.coerce.number().int().positive().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  });
  app.get('/api/audit', { schema: { querystring, response: { 200: auditListSchema } } }, async (request) => {
    const { before, limit } = request.query;
    const [entries, users] = await Promise.all([deps.audit.listEntries({ limit, before }), deps.users.listUsers()]);
    const names = new Map(users.map((u) => [u.id, u.displayName]));
    const list: AuditList = {
      entries: entries.map((e) => ({
        seq: e.seq,
        at: e.at.toISOString(),
        actor: names.get(e.actor) ?? e.actor,
        action: e.action,
        subject: names.get(e.subject) ?? e.subject,
        details: shownDetails(e.details),
        hash: e.mac,
      })),
      nextBefore: entries.length === limit ? (entries.at(-1)?.seq ?? null) : null,
    };
    return list;
  });

  /** Reads the whole log: whoever asks while it is read is told the same. */
  const verify = sharedWhileRunning(async () => toChainReport(await deps.audit.verifyChain()));
  app.get('/api/audit/verify', { schema: { response: { 200: chainSchema } } }, (): Promise<ChainReport> => verify());
}

/** An entry may name two thousand flags: the log has them all, a page only how they begin. */
const DETAIL_LENGTH = 160;

function shownDetails(details: AuditEvent['details']): AuditList['entries'][number]['details'] {
  const shown = Object.entries(details).flatMap(([key, value]) => {
    if (value === undefined) return [];
    const isLong = typeof value === 'string' && value.length > DETAIL_LENGTH;
    return [[key, isLong ? `${value.slice(0, DETAIL_LENGTH)}…` : value] as const];
  });
  return Object.fromEntries(shown);
}

function addTicketRoute(app: ConsoleApp, { deps }: ConsoleContext): void {
  app.get('/api/tickets', { schema: { response: { 200: ticketListSchema } } }, async (): Promise<TicketList> => {
    const counts = await deps.flags.countFlagsByTicket();
    const tickets = await Promise.all(
      counts.map(async ({ ticket: id, marks, elections, ruleset }) => {
        const words = await deps.sets.wordsOf({ ruleset, elections });
        return { id, label: words.ticketLabel(id), marks };
      }),
    );
    // In order of contest and number, never of marks: this is a check of our rules, not a league table.
    return { tickets: tickets.sort((a, b) => a.id.localeCompare(b.id, 'id', { numeric: true })) };
  });
}
