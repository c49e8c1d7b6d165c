import { ConfigError } from '../config/config-error.js';
import type { Config } from '../config/read-config.js';
import { isRole, ROLES, type Role } from '../domain/abilities.js';
import { LOG } from '../words/app.js';
import { say } from '../words/say.js';

/** Throws ConfigError for a role that is none: who was meant would log in by a password alone. */
export function rolesWithSecondStep({ secondStepRoles }: Pick<Config['console'], 'secondStepRoles'>): readonly Role[] {
  return secondStepRoles.map((role) => {
    if (isRole(role)) return role;
    const advice = say(LOG.chooseRoles, 'id', { roles: ROLES.join(', ') });
    throw new ConfigError([{ variable: 'NETRA_SECOND_STEP_ROLES', advice }]);
  });
}
