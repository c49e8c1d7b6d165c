import type { AuditEvent } from '../../domain/audit.js';
import type { Clock } from '../../domain/clock.js';

/** Failed log-ins in the audit log, at most one entry a minute for each person. */
export interface FailureLog {
  /**
   * `failed`: a password was compared; `codes`: it was right, and the code was not; `held`: the try was refused unread.
   * The typed name is never told.
   */
  tell(userId: string | undefined, outcome: Outcome): Promise<void>;
  /** Writes what is gathered and due; all of it on the way out. */
  flush(options?: { isClosing: boolean }): Promise<void>;
}

type Outcome = 'failed' | 'codes' | 'held';

export const GATHER_MS = 60_000;

type Gathered = Record<Outcome, number> & { writtenAt: number };

/** The first is written at once; those that follow within a minute are gathered into the next entry, with their count. */
export function createFailureLog(deps: {
  readonly append: (event: AuditEvent) => Promise<unknown>;
  readonly clock: Clock;
}): FailureLog {
  // As many as there are people, and one for all unknown names.
  const gathered = new Map<string, Gathered>();

  async function write(subject: string, own: Gathered): Promise<void> {
    const { failed, codes, held } = own;
    const at = deps.clock();
    Object.assign(own, { writtenAt: at.getTime(), failed: 0, codes: 0, held: 0 });
    const details = { failed, codes: codes || undefined, held };
    await deps.append({ at, actor: 'system:console', action: 'login_failed', subject, details });
  }

  return {
    async tell(userId, outcome) {
      const subject = userId ?? 'unknown';
      const own = gathered.get(subject) ?? { writtenAt: Number.NEGATIVE_INFINITY, failed: 0, codes: 0, held: 0 };
      gathered.set(subject, own);
      own[outcome] += 1;
      if (deps.clock().getTime() - own.writtenAt >= GATHER_MS) await write(subject, own);
    },
    async flush({ isClosing } = { isClosing: false }) {
      const now = deps.clock().getTime();
      for (const [subject, own] of gathered) {
        if (!isClosing && now - own.writtenAt < GATHER_MS) continue;
        if (own.failed + own.codes + own.held > 0) await write(subject, own);
        else gathered.delete(subject);
      }
    },
  };
}
