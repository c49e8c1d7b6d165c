import type { ApiToken } from '../../domain/api-token.js';

/**
 * All that an API token may ask for. A route that is not here is for a person who is logged in: to decide, to hold or
 * hand on a flag, to change users, passwords or tokens, to write to anybody, to see who reported. Deny by default, so a
 * route that comes later is closed to tokens until somebody decides otherwise.
 */
export const BY_TOKEN: Readonly<Record<string, 'reads' | 'writes'>> = {
  'GET /api/flags': 'reads',
  'GET /api/flags/:id': 'reads',
  'GET /api/flags/:id/evidence': 'reads',
  'GET /api/flags/:id/evidence/:name': 'reads',
  'GET /api/flags/:id/dossier': 'reads',
  'GET /api/flags/:id/reports': 'reads',
  'GET /api/second-reviews': 'reads',
  'GET /api/adjudications': 'reads',
  'GET /api/agreement': 'reads',
  'GET /api/search': 'reads',
  'GET /api/decisions': 'reads',
  'GET /api/decisions/sheet': 'reads',
  'GET /api/coverage': 'reads',
  'GET /api/tickets': 'reads',
  'GET /api/rules': 'reads',
  'GET /api/rules/missed': 'reads',
  'GET /api/rules/health': 'reads',
  'GET /api/audit': 'reads',
  'GET /api/audit/verify': 'reads',
  'GET /api/reports': 'reads',
  'GET /api/reports/:id': 'reads',
  'GET /api/reports/:id/files/:file': 'reads',
  'GET /api/reports/:id/files/:file/text': 'reads',
  'GET /api/reports/:id/link/:name': 'reads',
  'GET /api/findings': 'reads',
  'GET /api/findings/:id': 'reads',
  'GET /api/findings/:id/files/:file': 'reads',
  'GET /api/findings/:id/annex': 'reads',
  'GET /api/accounts': 'reads',
  'POST /api/findings': 'writes',
  // Asked by POST, and nothing is stored.
  'POST /api/links': 'reads',
  'POST /api/opinion': 'reads',
  'GET /api/docs/json': 'reads',
  'GET /api/docs/yaml': 'reads',
};

/** Which abilities it has is asked besides. HEAD is held like GET. */
export function isForTokens(method: string, path: string, { mayWrite }: Pick<ApiToken, 'mayWrite'>): boolean {
  const use = BY_TOKEN[`${method === 'HEAD' ? 'GET' : method} ${path}`];
  return use === 'reads' || (use === 'writes' && mayWrite);
}
