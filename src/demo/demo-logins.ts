import { ROLES, type Role } from '../domain/abilities.js';
import { DEMO_ROLES } from '../words/demo.js';
import { sayIn } from '../words/say.js';

const say = sayIn('id');

/** One invented person or more a role. The demo listens on this machine only. */
export interface DemoLogin {
  readonly username: string;
  readonly password: string;
  readonly displayName: string;
  readonly role: Role;
  readonly officeCodes: readonly string[];
  readonly means: string;
}

const EVERYWHERE = ['SETDA-35', 'SETDA-73', 'SETDA-91'];
/** Every role has somebody to try it with; a role without one does not compile. */
const LOGINS: Record<Role, readonly Pick<DemoLogin, 'username' | 'means' | 'officeCodes'>[]> = {
  reviewer: [
    { username: 'peninjau', officeCodes: EVERYWHERE, means: say(DEMO_ROLES.reviewer) },
    { username: 'peninjau2', officeCodes: ['SETDA-35'], means: say(DEMO_ROLES.reviewerEast) },
  ],
  patrol: [{ username: 'patroli', officeCodes: EVERYWHERE, means: say(DEMO_ROLES.patrol) }],
  supervisor: [
    { username: 'penyelia', officeCodes: EVERYWHERE, means: say(DEMO_ROLES.supervisor) },
    { username: 'penyelia2', officeCodes: EVERYWHERE, means: say(DEMO_ROLES.supervisorThird) },
  ],
  analyst: [{ username: 'analis', officeCodes: [], means: say(DEMO_ROLES.analyst) }],
  sekda: [{ username: 'sekda', officeCodes: ['SETDA-35'], means: say(DEMO_ROLES.sekda) }],
  auditor: [{ username: 'auditor', officeCodes: [], means: say(DEMO_ROLES.auditor) }],
  report_keeper: [{ username: 'penjaga', officeCodes: [], means: say(DEMO_ROLES.keeper) }],
  admin: [{ username: 'admin', officeCodes: [], means: say(DEMO_ROLES.admin) }],
};

export const DEMO_LOGINS: readonly DemoLogin[] = ROLES.flatMap((role) =>
  LOGINS[role].map((login) => ({
    ...login,
    role,
    password: `contoh-${login.username}-2026`,
    displayName: `${login.username[0]!.toUpperCase()}${login.username.slice(1)} Contoh`,
  })),
);
