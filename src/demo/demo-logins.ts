import type { Role } from '../domain/user.js';

/** One invented person a role. The demo listens on this machine only. */
export interface DemoLogin {
  readonly username: string;
  readonly password: string;
  readonly displayName: string;
  readonly role: Role;
  readonly officeCodes: readonly string[];
  readonly means: string;
}

const EVERYWHERE = ['SETDA-35', 'SETDA-73', 'SETDA-91'];
const LOGINS: readonly Pick<DemoLogin, 'username' | 'role' | 'means' | 'officeCodes'>[] = [
  { username: 'peninjau', role: 'reviewer', officeCodes: EVERYWHERE, means: 'peninjau: memutus tanda di semua kantor' },
  { username: 'peninjau2', role: 'reviewer', officeCodes: ['SETDA-35'], means: 'peninjau kedua, hanya Jawa Timur' },
  {
    username: 'penyelia',
    role: 'supervisor',
    officeCodes: EVERYWHERE,
    means: 'penyelia: memutus dan meninjau ulang di semua kantor',
  },
  { username: 'analis', role: 'analyst', officeCodes: [], means: 'analis aturan' },
  {
    username: 'sekda',
    role: 'sekda',
    officeCodes: ['SETDA-35'],
    means: 'sekretaris daerah: daftar tanpa nama, cakupan',
  },
  { username: 'auditor', role: 'auditor', officeCodes: [], means: 'auditor: catatan audit, tanpa isi' },
  { username: 'admin', role: 'admin', officeCodes: [], means: 'admin: pengguna dan registri, tanpa isi' },
];

export const DEMO_LOGINS: readonly DemoLogin[] = LOGINS.map((login) => ({
  ...login,
  password: `contoh-${login.username}-2026`,
  displayName: `${login.username[0]!.toUpperCase()}${login.username.slice(1)} Contoh`,
}));
