import { abilitiesOf } from '../../domain/abilities.js';
import type { SessionViewer } from '../access/session.js';
import type { Me } from './schemas.js';

export function describeViewer({ user, session, hasSecondStep, owesSecondStep }: SessionViewer): Me {
  const { username, displayName, role, officeCodes } = user;
  return {
    username,
    displayName,
    role,
    abilities: [...abilitiesOf(role)],
    officeCodes: [...officeCodes],
    hasSecondStep,
    owesSecondStep,
    csrfToken: session.csrfToken,
    expiresAt: session.expiresAt.toISOString(),
  };
}
