import { isRole, ROLES, type Role } from '../../domain/abilities.js';
import { PermanentError } from '../../domain/errors.js';
import { USER_FAULTS } from '../../words/console/users.js';
import { sayAdvice } from '../../words/say.js';

export function readRole(text: string): Role {
  if (isRole(text)) return text;
  const { message, hint } = sayAdvice(USER_FAULTS.unknownRole, 'id', { role: text, roles: ROLES.join(', ') });
  throw new PermanentError(message, hint);
}
