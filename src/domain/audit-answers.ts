import type { AuditEvent } from './audit.js';
import type {
  FactProblem,
  FlagContradiction,
  FlagFacts,
  ReportContradiction,
  ReportFacts,
  ReportProblem,
} from './audit-contradiction.js';
import type { Resuming } from './audit-stretch.js';

/** A flag as it stood when a named person answered for what log and database said differently of it. */
export interface AnsweredFlag {
  readonly id: string;
  readonly problems: readonly FactProblem[];
  readonly manifest: string;
  readonly seals: readonly string[];
  readonly state: string;
  /** Empty in entries from before they were compared. */
  readonly decision: string;
  /** Of one that is not opened as it was marked. */
  readonly content: string;
}

/** From here on the log says what the database says; what contradicted stays named. `flags`: as they stand, where they do. */
export function answerEvent(
  contradictions: readonly FlagContradiction[],
  flags: ReadonlyMap<string, FlagFacts>,
  { by, reason, at }: Resuming,
): AuditEvent {
  const ids = [...new Set(contradictions.map(({ flagId }) => flagId))];
  const written = ids.map((id) => {
    const flag = flags.get(id);
    const problems = contradictions.filter(({ flagId }) => flagId === id).map(({ problem }) => problem);
    const { manifest = '', seals = [], state = '', decision = '' } = flag ?? {};
    // What comes with the opening is still to come.
    const content = (manifest ? flag?.content : flag?.marked) ?? '';
    const parts = [id, problems.join('+'), manifest, seals.join('+'), state, decision, content];
    // An id that somebody forged may hold anything, the signs between the parts too.
    return parts.map((part) => encodeURIComponent(part)).join('|');
  });
  const details = { count: ids.length, flags: written.join(' '), reason };
  return { at, actor: `operator:${by}`, action: 'flags_answered', subject: 'flags', details };
}

export function readAnswers(text: unknown): AnsweredFlag[] {
  if (typeof text !== 'string') return [];
  return text.split(' ').map((written) => {
    const parts = written.split('|').map(decodeURIComponent);
    const [id = '', problems = '', manifest = '', seals = '', state = '', decision = '', content = ''] = parts;
    return {
      id,
      problems: problems.split('+').filter(Boolean) as FactProblem[],
      manifest,
      seals: seals.split('+').filter(Boolean),
      state,
      decision,
      content,
    };
  });
}

/** A report as it stood then. */
export interface AnsweredReport extends Pick<ReportFacts, 'id' | 'step' | 'expiresAt'> {
  readonly problems: readonly ReportProblem[];
  /** Empty: it was not decided. */
  readonly decision: string;
  readonly content: string;
}

export function reportAnswerEvent(
  contradictions: readonly ReportContradiction[],
  reports: ReadonlyMap<string, ReportFacts>,
  { by, reason, at }: Resuming,
): AuditEvent {
  const ids = [...new Set(contradictions.map(({ reportId }) => reportId))];
  const written = ids.map((id) => {
    const report = reports.get(id);
    const problems = contradictions.filter(({ reportId }) => reportId === id).map(({ problem }) => problem);
    const { step = '', decision = '', content = '', expiresAt = 0 } = report ?? {};
    const parts = [id, problems.join('+'), step, decision, content, String(expiresAt)];
    return parts.map((part) => encodeURIComponent(part)).join('|');
  });
  const details = { count: ids.length, reports: written.join(' '), reason };
  return { at, actor: `operator:${by}`, action: 'reports_answered', subject: 'reports', details };
}

export function readReportAnswers(text: unknown): AnsweredReport[] {
  if (typeof text !== 'string') return [];
  return text.split(' ').map((written) => {
    const parts = written.split('|').map(decodeURIComponent);
    const [id = '', problems = '', step = '', decision = '', content = '', expiresAt = ''] = parts;
    const known = problems.split('+').filter(Boolean) as ReportProblem[];
    return { id, problems: known, step, decision, content, expiresAt: Number(expiresAt) };
  });
}
