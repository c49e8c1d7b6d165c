import { ROLES, type Role } from '../domain/abilities.js';

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
    { username: 'peninjau', officeCodes: EVERYWHERE, means: 'peninjau: memutuskan tanda di semua OPD' },
    { username: 'peninjau2', officeCodes: ['SETDA-35'], means: 'peninjau kedua, hanya Jawa Timur' },
  ],
  supervisor: [
    { username: 'penyelia', officeCodes: EVERYWHERE, means: 'penyelia: memutuskan dan meninjau ulang di semua OPD' },
  ],
  analyst: [{ username: 'analis', officeCodes: [], means: 'analis aturan' }],
  sekda: [{ username: 'sekda', officeCodes: ['SETDA-35'], means: 'sekretaris daerah: daftar tanpa nama, cakupan' }],
  auditor: [{ username: 'auditor', officeCodes: [], means: 'auditor: catatan audit, tanpa isi' }],
  admin: [{ username: 'admin', officeCodes: [], means: 'admin: pengguna dan registri, tanpa isi' }],
};

export const DEMO_LOGINS: readonly DemoLogin[] = ROLES.flatMap((role) =>
  LOGINS[role].map((login) => ({
    ...login,
    role,
    password: `contoh-${login.username}-2026`,
    displayName: `${login.username[0]!.toUpperCase()}${login.username.slice(1)} Contoh`,
  })),
);
