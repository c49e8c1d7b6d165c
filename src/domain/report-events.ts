import type { AuditEvent } from './audit.js';
import type { Report, ReportMessage } from './report.js';

/** What the log says of reports: ids alone. Of a public one it knows nobody, since nobody is known. */

type Brought = Pick<Report, 'id' | 'door' | 'broughtAt' | 'broughtBy' | 'expiresAt'>;

/**
 * Names each, so that one that vanished is missed; those that come in together by one door stand in one entry. `until`:
 * from then on the first of them may be gone by itself.
 */
export function broughtEvents(reports: readonly Brought[]): AuditEvent[] {
  const actors = [...new Set(reports.map(actorOf))];
  return actors.map((actor) => {
    const theirs = reports.filter((report) => actorOf(report) === actor);
    const { broughtAt: at, door: subject } = theirs[0]!;
    const until = new Date(Math.min(...theirs.map(({ expiresAt }) => expiresAt.getTime()))).toISOString();
    const details = { count: theirs.length, reports: theirs.map(({ id }) => id).join(' '), until };
    return { at, actor, action: 'reports_brought', subject, details };
  });
}

function actorOf({ door, broughtBy }: Brought): string {
  return broughtBy ?? `system:door-${door}`;
}

export function moveEvent(moved: Report, { by, at }: { by: string; at: Date }): AuditEvent {
  const { id, state, accountId, duplicateOf, version, expiresAt } = moved;
  const until = expiresAt.toISOString();
  const details = { step: state, account: accountId, report: duplicateOf, version, until };
  return { at, actor: by, action: 'report_moved', subject: id, details };
}

export function answerEvent(
  id: string,
  { by = 'system:door-public', at, from }: ReportMessage,
): AuditEvent | undefined {
  return from === 'office' ? { at, actor: by, action: 'report_answered', subject: id, details: {} } : undefined;
}

/** The pack's manifest is named: whoever exchanges it before there is a flag has the log against him. */
export function linkReadEvent({ id, reading, version }: Report): AuditEvent {
  const { at, outcome: link, pack } = reading!;
  const details = { link, manifest: pack?.manifestSha256, version };
  return { at, actor: 'system:reading', action: 'report_link_read', subject: id, details };
}

/**
 * Names the digests of what was brought: whoever exchanges a file afterwards has the log against him. `content`: the
 * keyed seal of all that the report says from now on.
 */
export function reportDecisionEvent(
  { id, decision, flagId, version, files, expiresAt }: Report,
  content: string,
): AuditEvent {
  const { outcome, by, at } = decision!;
  const until = expiresAt.toISOString();
  const details = { outcome, flag: flagId, files: digestsOf(files) || undefined, version, until, content };
  return { at, actor: by, action: 'report_decided', subject: id, details };
}

function digestsOf(files: Report['files']): string {
  return files.map(({ broughtSha256 }) => broughtSha256).join(' ');
}

/** How `audit verify` compares where a report stands; parts as texts, whatever was found in their place. */
export function stepText(state: unknown, accountId: unknown): string {
  return `${String(state)} ${String(accountId ?? '')}`;
}

/** The same of its decision. */
export function decisionText(said: Record<'outcome' | 'by' | 'at' | 'flag' | 'files', unknown>): string {
  const { outcome, by, at, flag = '', files = '' } = said;
  const time = at instanceof Date && !Number.isNaN(at.getTime()) ? at.toISOString() : at;
  return [outcome, by, time, flag, files].map((part) => encodeURIComponent(String(part))).join(' ');
}
