import type { AuditEvent } from './audit.js';
import type { Report, ReportMessage } from './report.js';

/** What the log says of reports: ids alone. Of a public one it knows nobody, since nobody is known. */

type Brought = Pick<Report, 'id' | 'door' | 'broughtAt' | 'broughtBy'>;

/** Names each, so that one that vanished is missed; those that come in together by one door stand in one entry. */
export function broughtEvents(reports: readonly Brought[]): AuditEvent[] {
  const actors = [...new Set(reports.map(actorOf))];
  return actors.map((actor) => {
    const theirs = reports.filter((report) => actorOf(report) === actor);
    const { broughtAt: at, door: subject } = theirs[0]!;
    const details = { count: theirs.length, reports: theirs.map(({ id }) => id).join(' ') };
    return { at, actor, action: 'reports_brought', subject, details };
  });
}

function actorOf({ door, broughtBy }: Brought): string {
  return broughtBy ?? `system:door-${door}`;
}

export function moveEvent(moved: Report, { by, at }: { by: string; at: Date }): AuditEvent {
  const { id, state, accountId, duplicateOf, version } = moved;
  const details = { step: state, account: accountId, report: duplicateOf, version };
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

/** Names the digests of what was brought: whoever exchanges a file afterwards has the log against him. */
export function reportDecisionEvent({ id, decision, flagId, version, files }: Report): AuditEvent {
  const { outcome, by, at } = decision!;
  const digests = files.map(({ broughtSha256 }) => broughtSha256).join(' ') || undefined;
  const details = { outcome, flag: flagId, files: digests, version };
  return { at, actor: by, action: 'report_decided', subject: id, details };
}
