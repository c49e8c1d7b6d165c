import type { ConsoleApp, ConsoleContext } from '../context.js';
import { createFailureLog, type FailureLog, GATHER_MS } from './failure-log.js';
import { createLoginGuard, type LoginGuard } from './login-guard.js';

/** Wherever a password is asked for: one lane of hashes and one count of failures, however many routes ask. */
export interface PasswordDoor {
  readonly guard: LoginGuard;
  readonly failures: FailureLog;
}

export function openPasswordDoor(app: ConsoleApp, context: ConsoleContext): PasswordDoor {
  const { deps, login } = context;
  const guard = createLoginGuard({ counters: deps.loginCounters, ...login });
  return { guard, failures: logFailures(app, context) };
}

/** Failures of log-ins as entries of the log, gathered so that a flood fills no disk. */
function logFailures(app: ConsoleApp, { deps, clock, tell }: ConsoleContext): FailureLog {
  const failures = createFailureLog({ append: deps.audit.appendEntry, clock });
  const flush = () => failures.flush().catch((error: unknown) => tell('console-login-log', error));
  const timer = setInterval(flush, GATHER_MS).unref();
  app.addHook('onClose', async () => {
    clearInterval(timer);
    await failures.flush({ isClosing: true });
  });
  return failures;
}
