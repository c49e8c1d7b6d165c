const STORE_KEY = 'netra.was-in';

export type LoginReason = 'ended' | 'wanted' | 'changed';

/** For this tab alone, and only that somebody was in: no name. */
export function rememberSession(): void {
  sessionStorage.setItem(STORE_KEY, 'yes');
}

/** Whoever logs out knows why the log-in is there. */
export function forgetSession(): void {
  sessionStorage.removeItem(STORE_KEY);
}

/** A new password ends the session; the log-in that follows says so. */
export function rememberNewPassword(): void {
  sessionStorage.setItem(STORE_KEY, 'changed');
}

/** Why somebody is asked to log in who wanted something else. */
export function findLoginReason(): LoginReason | undefined {
  const stored = sessionStorage.getItem(STORE_KEY);
  if (stored !== null) return stored === 'changed' ? 'changed' : 'ended';
  return window.location.pathname === '/' ? undefined : 'wanted';
}
