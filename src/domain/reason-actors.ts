import type { NotObservableReason } from './coverage.js';

/** Whose work it is that something be seen; `nobody`: a limit of the platform, or the holder's own choice. */
export const ACTORS = ['registry', 'operator', 'bringer', 'nobody'] as const;
export type Actor = (typeof ACTORS)[number];

/** Who can change that a signal could not be seen. */
export const REASON_ACTORS: Readonly<Record<NotObservableReason, Actor>> = {
  unproven: 'registry',
  no_mandate: 'registry',
  gone: 'registry',
  no_collector: 'bringer',
  broken_recipe: 'operator',
  drift: 'operator',
  unreachable: 'operator',
  timeout: 'operator',
  unreadable: 'operator',
  interrupted: 'operator',
  rate_limited: 'nobody',
  shown_to_nobody: 'nobody',
  not_offered: 'nobody',
  not_public: 'nobody',
  login_wall: 'nobody',
  robots: 'nobody',
};
