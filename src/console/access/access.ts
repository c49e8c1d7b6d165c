import { ROLES, type Role } from '../../domain/user.js';

/** Who may call a route: nobody has to be logged in, anybody logged in, or these roles. */
export type Access = 'anyone' | readonly Role[];

const DECIDES: Access = ['reviewer', 'supervisor'];
const SEES_QUEUE: Access = ['reviewer', 'supervisor', 'sekda'];
const REVIEWS_SECOND: Access = ['supervisor'];
const SEES_SYMMETRY: Access = ['supervisor', 'analyst', 'auditor'];

/**
 * Every route of the console and who may call it. A route that is not here cannot be registered, so nothing is open
 * by oversight. Content of a flag is for those who decide on it; `sekda` sees what waits, `auditor` and `admin` see
 * that something happened, never what was said.
 */
export const ACCESS: Readonly<Record<string, Access>> = {
  'POST /api/login': 'anyone',
  'POST /api/logout': ROLES,
  'GET /api/me': ROLES,
  'GET /api/flags': SEES_QUEUE,
  'GET /api/flags/:id': DECIDES,
  'POST /api/flags/:id/claim': DECIDES,
  'POST /api/flags/:id/release': DECIDES,
  'POST /api/flags/next': DECIDES,
  'POST /api/flags/:id/verdict': DECIDES,
  'GET /api/flags/:id/evidence': DECIDES,
  'GET /api/flags/:id/evidence/:name': DECIDES,
  'GET /api/second-reviews': REVIEWS_SECOND,
  'POST /api/second-reviews/next': REVIEWS_SECOND,
  'GET /api/coverage': ROLES,
  'GET /api/tickets': SEES_SYMMETRY,
  'GET /api/rules': ['analyst'],
  'GET /api/rules/health': ['analyst', 'supervisor', 'admin'],
  'GET /api/audit': ['auditor'],
  'GET /api/audit/verify': ['auditor'],
  'GET /healthz': 'anyone',
  'GET /api/docs': ROLES,
  'GET /api/docs/json': ROLES,
  'GET /api/docs/yaml': ROLES,
  'GET /api/docs/static/*': ROLES,
  'GET /api/docs/static/index.html': ROLES,
  'GET /api/docs/static/swagger-initializer.js': ROLES,
  'GET /assets/*': 'anyone',
  'GET /': 'anyone',
};

/** `undefined`: nobody ever decided, so nobody may. HEAD shows less than GET and is held like it. */
export function accessTo(method: string, path: string): Access | undefined {
  return ACCESS[`${method === 'HEAD' ? 'GET' : method} ${path}`];
}

/** Methods that change something and therefore need the session's CSRF token. */
export function changesSomething(method: string): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(method);
}
