import type { AuditEvent } from './audit.js';
import type { Contradiction, FactProblem, FlagFacts } from './audit-contradiction.js';
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
  readonly content: string;
}

/** From here on the log says what the database says; what contradicted stays named. `flags`: as they stand, where they do. */
export function answerEvent(
  contradictions: readonly Contradiction[],
  flags: ReadonlyMap<string, FlagFacts>,
  { by, reason, at }: Resuming,
): AuditEvent {
  const ids = [...new Set(contradictions.map(({ flagId }) => flagId))];
  const written = ids.map((id) => {
    const flag = flags.get(id);
    const problems = contradictions.filter(({ flagId }) => flagId === id).map(({ problem }) => problem);
    const { manifest = '', seals = [], state = '', decision = '', content = '' } = flag ?? {};
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
