const STORE_KEY = 'netra.was-in';

export type LoginReason = 'ended' | 'wanted';

/** For this tab alone, and only that somebody was in: no name. */
export function rememberSession(): void {
  sessionStorage.setItem(STORE_KEY, 'yes');
}

/** Whoever logs out knows why the log-in is there. */
export function forgetSession(): void {
  sessionStorage.removeItem(STORE_KEY);
}

/** Why somebody is asked to log in who wanted something else. */
export function findLoginReason(): LoginReason | undefined {
  if (sessionStorage.getItem(STORE_KEY) !== null) return 'ended';
  return window.location.pathname === '/' ? undefined : 'wanted';
}
