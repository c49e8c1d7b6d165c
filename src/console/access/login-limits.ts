/** How failed log-ins slow the next ones; why it is so: docs/decisions/0029-log-in-slows-and-never-locks.md. */
export interface LoginLimits {
  /** Failures of one person in one place before the first wait. */
  readonly freeTries: number;
  /** Doubles with each failure after that, up to the longest. */
  readonly firstWaitSeconds: number;
  readonly longestWaitSeconds: number;
  /** Failures on one name, from all places where it never logged in, before a new place has to wait once. */
  readonly strangersPerName: number;
  readonly introductionSeconds: number;
  /** Failures at one address, whatever the name, before each further one holds it for a moment. */
  readonly failuresPerAddress: number;
  readonly addressWaitSeconds: number;
}

export const LOGIN_LIMITS: LoginLimits = {
  freeTries: 5,
  firstWaitSeconds: 15,
  longestWaitSeconds: 900,
  strangersPerName: 20,
  introductionSeconds: 15,
  failuresPerAddress: 100,
  addressWaitSeconds: 10,
};

/** Seconds until the next try counts, after this many failures; 0: at once. */
export function waitAfter(
  failures: number,
  {
    freeTries,
    firstWaitSeconds,
    longestWaitSeconds,
  }: Pick<LoginLimits, 'freeTries' | 'firstWaitSeconds' | 'longestWaitSeconds'>,
): number {
  if (failures < freeTries) return 0;
  // Beyond 2^30 doubling would leave whole numbers; the longest wait is met long before.
  return Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** Math.min(failures - freeTries, 30));
}
