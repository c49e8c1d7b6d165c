import type { ConsoleApp, ConsoleContext } from '../context.js';
import { type CodeLimit, createCodeLimit } from './code-limit.js';
import { createFailureLog, type FailureLog, GATHER_MS } from './failure-log.js';
import { createKnownBrowsers, type KnownBrowsers } from './known-browsers.js';
import { createLoginGuard, type LoginGuard } from './login-guard.js';

/** Wherever a password or a code is asked for: one lane of hashes, one count of failures and of codes, however many routes ask. */
export interface PasswordDoor {
  readonly guard: LoginGuard;
  readonly failures: FailureLog;
  readonly browsers: KnownBrowsers;
  readonly codes: CodeLimit;
}

export function openPasswordDoor(app: ConsoleApp, context: ConsoleContext): PasswordDoor {
  const { deps, login, session } = context;
  const guard = createLoginGuard({ counters: deps.loginCounters, ...login });
  return {
    guard,
    failures: logFailures(app, context),
    browsers: createKnownBrowsers(login.secret, session),
    codes: createCodeLimit(deps.loginCounters),
  };
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
