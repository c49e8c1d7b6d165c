import { may } from '../../domain/abilities.js';
import { mayAssign, ownStep } from '../../domain/assignment.js';
import type { Flag } from '../../domain/flag.js';
import type { User } from '../../domain/user.js';
import type { FlagPage } from './flag-schemas.js';

type NameOf = (id: string) => string;

export function viewAssigned({ assigned }: Flag, user: User, nameOf: NameOf): FlagPage['assigned'] {
  // Names are for those who may open the flag.
  return assigned && may(user, 'decide') ? { to: nameOf(assigned.to), isMine: assigned.to === user.id } : null;
}

/** Whose work it is, and what this person may do about that. */
export function viewAssignment(
  flag: Flag,
  user: User,
  nameOf: NameOf,
): Pick<FlagPage, 'assigned' | 'ownStep' | 'canAssign'> {
  return {
    assigned: viewAssigned(flag, user, nameOf),
    ownStep: ownStep(flag, user) ?? null,
    canAssign: mayAssign(flag, user),
  };
}
