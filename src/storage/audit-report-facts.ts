import type { ClientSession, Collection } from 'mongoose';
import type { ReportFacts } from '../domain/audit-contradiction.js';
import type { AuditMac } from '../domain/audit-mac.js';
import { decisionText, stepText } from '../domain/report-events.js';
import { digestOf, oddText, textOf } from './audit-bytes.js';
import type { Loose } from './flag-content.js';

/** What a decided report says. Its thread goes on; what it is found by follows from the rest. */
const SAID = [
  'door',
  'broughtAt',
  'broughtBy',
  'channel',
  'state',
  'accountId',
  'officeCode',
  'sealed',
  'files',
  'identity',
  'receiptKey',
  'decision',
  'flagId',
  'reading',
  'expireAt',
] as const;

const SAID_FIELDS = Object.fromEntries(SAID.map((field) => [field, 1])) as Readonly<Record<string, 1>>;

export interface ReportContentDeps {
  readonly reports: Pick<Collection<Loose>, 'find'>;
  readonly mac: Pick<AuditMac, 'ofReport'>;
}

/** What the log says of it, within the transaction that decides it. */
export async function sealReport(
  { reports, mac }: ReportContentDeps,
  id: string,
  session: ClientSession,
): Promise<string> {
  const [report] = await reports.find({ _id: id as never }, { session, projection: SAID_FIELDS }).toArray();
  return contentOf({ ...report, _id: id }, mac);
}

function contentOf(report: Loose, mac: ReportContentDeps['mac']): string {
  return mac.ofReport(String(report._id), digestOf({ said: SAID.map((field) => report[field]) }));
}

/** A report has some kB. */
const REPORTS_TOGETHER = 200;

/** Every report as it is compared, in order of ids. */
export async function* streamReportFacts({ reports, mac }: ReportContentDeps): AsyncGenerator<ReportFacts> {
  const cursor = reports.find({}, { projection: SAID_FIELDS, batchSize: REPORTS_TOGETHER }).sort({ _id: 1 });
  for await (const report of cursor) yield factsOfReport(report, mac);
}

/** Never throws, and is bounded: whoever writes the database may have put anything there. */
function factsOfReport(report: Loose, mac: ReportContentDeps['mac']): ReportFacts {
  const { _id, state, accountId, expireAt } = report;
  const decision = decisionOf(report);
  return {
    id: textOf(_id),
    step: stepText(textOf(state), accountId == null ? undefined : textOf(accountId)),
    decision,
    content: decision === undefined ? undefined : contentOf(report, mac),
    expiresAt: expireAt instanceof Date ? expireAt.getTime() : Number.NaN,
  };
}

/** Of some files with their digests. */
const MAX_DIGESTS = 4_000;

/** One that has no decision but says it is decided, or the other way round, has one that no entry tells of. */
function decisionOf({ state, decision, flagId, files }: Loose): string | undefined {
  const isDecided = state === 'decided';
  if (!isDecided && decision == null) return undefined;
  if (!isDecided || !isFields(decision)) return oddText([state, decision]);
  const { outcome, by, at } = decision;
  return decisionText({
    outcome: textOf(outcome),
    by: textOf(by),
    at: at instanceof Date ? at : oddText(at),
    flag: flagId == null ? undefined : textOf(flagId),
    files: digestsOf(files),
  });
}

function digestsOf(files: unknown): string | undefined {
  if (!Array.isArray(files) || !files.every(isFields)) return oddText(files);
  return files.length === 0
    ? undefined
    : textOf(files.map(({ broughtSha256 }) => String(broughtSha256)).join(' '), MAX_DIGESTS);
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
