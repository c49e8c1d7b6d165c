import { type Ability, may } from '../../domain/abilities.js';
import type { User } from '../../domain/user.js';

/** Who may call a route: nobody has to be logged in, anybody logged in, or whoever has this ability. */
export type Access = 'anyone' | 'logged_in' | Ability;

/**
 * Every route of the console and what it asks for. A route that is not here cannot be registered, so nothing is open
 * by oversight. Which role has which ability stands in `domain/abilities.ts` alone.
 */
export const ACCESS: Readonly<Record<string, Access>> = {
  'POST /api/login': 'anyone',
  'GET /api/login/ways': 'anyone',
  'GET /api/login/openid': 'anyone',
  'GET /api/login/openid/back': 'anyone',
  'POST /api/login/openid/code': 'anyone',
  'POST /api/logout': 'logged_in',
  'GET /api/me': 'logged_in',
  'POST /api/me/password': 'logged_in',
  'GET /api/me/second-step': 'logged_in',
  'POST /api/me/second-step/begin': 'logged_in',
  'POST /api/me/second-step/confirm': 'logged_in',
  'POST /api/me/second-step/recovery': 'logged_in',
  'POST /api/me/second-step/off': 'logged_in',
  'GET /api/me/tokens': 'logged_in',
  'POST /api/me/tokens': 'logged_in',
  'POST /api/me/tokens/:id/remove': 'logged_in',
  'POST /api/invitations/look': 'anyone',
  'POST /api/invitations/take': 'anyone',
  'GET /api/users': 'manage_users',
  'POST /api/users': 'manage_users',
  'POST /api/users/:id': 'manage_users',
  'POST /api/users/:id/invitation': 'manage_users',
  'GET /api/flags': 'see_queue',
  'GET /api/flags/:id': 'decide',
  'POST /api/flags/:id/claim': 'decide',
  'POST /api/flags/:id/renew': 'decide',
  'POST /api/flags/:id/release': 'decide',
  'POST /api/flags/:id/leave': 'decide',
  'POST /api/flags/next': 'decide',
  'POST /api/flags/:id/verdict': 'decide',
  'POST /api/flags/:id/undo': 'decide',
  'POST /api/flags/:id/settle': 'decide',
  'GET /api/pending-decisions': 'decide',
  'GET /api/flags/:id/family': 'decide',
  'GET /api/flags/:id/same': 'decide',
  'POST /api/flags/:id/same/verdict': 'decide',
  'GET /api/flags/:id/draft': 'decide',
  'POST /api/flags/:id/draft': 'decide',
  'POST /api/flags/:id/assign': 'assign',
  'POST /api/flags/:id/take': 'decide',
  'GET /api/questions': 'answer_questions',
  'POST /api/questions/:id/answer': 'answer_questions',
  'GET /api/flags/:id/colleagues': 'decide',
  'POST /api/flags/:id/remarks': 'decide',
  'GET /api/flags/:id/templates': 'decide',
  'GET /api/views': 'see_queue',
  'POST /api/views': 'see_queue',
  'POST /api/views/:id/remove': 'see_queue',
  'GET /api/templates': 'edit_templates',
  'POST /api/templates': 'edit_templates',
  'POST /api/templates/:id': 'edit_templates',
  'POST /api/templates/:id/remove': 'edit_templates',
  'GET /api/campaign-pictures': 'keep_posters',
  'POST /api/campaign-pictures': 'keep_posters',
  'GET /api/campaign-pictures/:id/picture': 'keep_posters',
  'POST /api/campaign-pictures/:id/remove': 'keep_posters',
  'GET /api/flags/:id/evidence': 'decide',
  'GET /api/flags/:id/evidence/:name': 'decide',
  'GET /api/flags/:id/dossier': 'decide',
  'GET /api/second-reviews': 'review_second',
  'POST /api/second-reviews/next': 'review_second',
  'GET /api/adjudications': 'adjudicate',
  'GET /api/agreement': 'adjudicate',
  'GET /api/golden': 'adjudicate',
  'POST /api/flags/:id/golden': 'adjudicate',
  'GET /api/me/calibrations': 'decide',
  'GET /api/notices': 'logged_in',
  'GET /api/me/notice-mail': 'logged_in',
  'POST /api/me/notice-mail': 'logged_in',
  'POST /api/notices/read': 'logged_in',
  'GET /api/search': 'decide',
  'GET /api/decisions': 'see_queue',
  'GET /api/decisions/sheet': 'decide',
  'GET /api/coverage': 'see_coverage',
  'GET /api/registry': 'see_registry',
  'GET /api/registry/:id': 'see_registry',
  'GET /api/tickets': 'see_symmetry',
  'GET /api/rules': 'see_rules',
  'GET /api/rules/missed': 'see_rules',
  'GET /api/rules/health': 'see_rule_health',
  'GET /api/audit': 'read_audit',
  'GET /api/audit/verify': 'read_audit',
  'POST /api/reports': 'anyone',
  'OPTIONS /api/reports': 'anyone',
  'POST /api/reports/with-files': 'anyone',
  'OPTIONS /api/reports/with-files': 'anyone',
  'GET /lapor': 'anyone',
  'POST /lapor': 'anyone',
  'GET /lapor/buka': 'anyone',
  'POST /lapor/buka': 'anyone',
  'POST /lapor/balas': 'anyone',
  'GET /lapor/*': 'anyone',
  'GET /api/reports': 'check_reports',
  'GET /api/reports/:id': 'check_reports',
  'GET /api/reports/:id/files/:file': 'check_reports',
  'GET /api/reports/:id/files/:file/text': 'check_reports',
  'GET /api/reports/:id/link/:name': 'check_reports',
  'POST /api/reports/:id/step': 'check_reports',
  'POST /api/reports/:id/message': 'check_reports',
  'POST /api/reports/:id/decision': 'check_reports',
  'GET /api/flags/:id/reports': 'check_reports',
  'GET /api/findings': 'bring_findings',
  'POST /api/findings': 'bring_findings',
  'GET /api/findings/:id': 'bring_findings',
  'GET /api/findings/:id/files/:file': 'bring_findings',
  'GET /api/findings/:id/annex': 'bring_findings',
  'POST /api/links': 'find_accounts',
  'GET /api/accounts': 'find_accounts',
  'POST /api/opinion': 'find_accounts',
  'GET /identitas': 'open_identity',
  'GET /api/reports/:id/identity': 'open_identity',
  'GET /healthz': 'anyone',
  'GET /api/docs': 'logged_in',
  'GET /api/docs/json': 'logged_in',
  'GET /api/docs/yaml': 'logged_in',
  'GET /api/docs/static/*': 'logged_in',
  'GET /api/docs/static/index.html': 'logged_in',
  'GET /api/docs/static/swagger-initializer.js': 'logged_in',
  'GET /assets/*': 'anyone',
  'GET /': 'anyone',
};

/** `undefined`: nobody ever decided, so nobody may. HEAD shows less than GET and is held like it. */
export function accessTo(method: string, path: string): Access | undefined {
  return ACCESS[`${method === 'HEAD' ? 'GET' : method} ${path}`];
}

export function isAllowed(access: Exclude<Access, 'anyone'>, user: Pick<User, 'role' | 'onlyFor'>): boolean {
  return access === 'logged_in' || may(user, access);
}

/** All that is open to a person whose role demands a second step that they have not set up: to set it up, or to leave. */
export const BEFORE_SECOND_STEP: ReadonlySet<string> = new Set([
  'GET /api/me',
  'GET /api/me/second-step',
  'POST /api/me/second-step/begin',
  'POST /api/me/second-step/confirm',
  'POST /api/me/password',
  'POST /api/logout',
]);

/** Methods that change something and therefore need the session's CSRF token. */
export function changesSomething(method: string): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(method);
}

/** Pages of other sites of the house may send here; each of these routes asks which. */
export const OPEN_TO_PORTALS: ReadonlySet<string> = new Set(['/api/reports', '/api/reports/with-files']);

/** A page that is being closed can send a body and no header: these take the token from either. */
export const BY_BEACON: ReadonlySet<string> = new Set(['POST /api/flags/:id/leave']);
