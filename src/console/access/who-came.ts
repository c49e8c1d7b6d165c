import type { AuditEvent } from '../../domain/audit.js';
import type { Clock } from '../../domain/clock.js';
import type { OpenIdentity } from '../../domain/open-id.js';
import type { Credentials, OpenIdKeeper } from './user-store.js';

export interface WhoCameDeps {
  readonly users: OpenIdKeeper;
  readonly audit: { appendEntry(event: AuditEvent): Promise<unknown> };
  readonly clock: Clock;
}

/**
 * Whose account it is that the house's log-in vouches for. Nobody gets one by logging in: an admin has made it before.
 * The first time they are known by the address that is written there, if it is one person's alone; from then on by what
 * never changes, so that whoever gets the address of somebody who left gets nothing of theirs.
 */
export async function whoCame(deps: WhoCameDeps, identity: OpenIdentity): Promise<Credentials | undefined> {
  const tied = await deps.users.findUserByOpenId(identity);
  if (tied) return tied.user.isActive ? tied : undefined;
  if (identity.mail === undefined) return undefined;
  const [person, ...others] = await deps.users.findUsersByMail(identity.mail);
  if (!person?.user.isActive || others.length > 0) return undefined;
  return (await tie(deps, person, identity)) ? person : undefined;
}

/** The log first. */
async function tie({ users, audit, clock }: WhoCameDeps, { user }: Credentials, { issuer, subject }: OpenIdentity) {
  const at = clock();
  const event = { actor: user.id, action: 'user_changed', subject: user.id } as const;
  await audit.appendEntry({ at, ...event, details: { change: 'open_id_tied' } });
  if (await users.tieOpenId(user.id, { issuer, subject, since: at })) return true;
  // Tied to somebody else at that log-in: what the entry tells of did not happen.
  await audit.appendEntry({ at, ...event, details: { change: 'not_done' } });
  return false;
}
