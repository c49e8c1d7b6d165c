import { may } from './abilities.js';
import type { Flag } from './flag.js';
import type { User } from './user.js';

type Assigned = Pick<Flag, 'state' | 'assigned'>;

/** Takes what is nobody's, or gives back what is one's own; else the flag is none of those. */
export function ownStep({ state, assigned }: Assigned, { id }: Pick<User, 'id'>): 'take' | 'give_back' | undefined {
  if (state !== 'open') return undefined;
  if (!assigned) return 'take';
  return assigned.to === id ? 'give_back' : undefined;
}

/** Gives it to any colleague, whoever has it. */
export function mayAssign({ state }: Assigned, user: Pick<User, 'role'>): boolean {
  return state === 'open' && may(user, 'assign');
}
