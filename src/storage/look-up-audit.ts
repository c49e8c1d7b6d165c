import { type DatabaseUser, listRewriting, type Privilege, tellsRights } from '../domain/audit-rights.js';
import type { KeptTimestamp } from '../domain/audit-timestamps.js';
import { connectToLookUp } from './look-up-connection.js';
import { createTimestampRepository } from './timestamp-repository.js';

export interface AuditLookUp {
  /** By which actions the user of this address could rewrite the log; `undefined`: the server does not say. */
  readonly rewriting: readonly string[] | undefined;
  readonly user: string | undefined;
  readonly latestTimestamp: KeptTimestamp | undefined;
}

/** How the log is held, for whoever may change nothing: no migration runs and nothing is made. */
export async function lookUpAudit(uri: string, { databaseName }: { databaseName?: string } = {}): Promise<AuditLookUp> {
  const connection = await connectToLookUp(uri, { databaseName });
  try {
    const status = await connection.db!.command({ connectionStatus: 1, showPrivileges: true }).catch(() => undefined);
    const said = status && toUser(status);
    const user = said && tellsRights(said, connection.name) ? said : undefined;
    const latestTimestamp = await createTimestampRepository(connection).findLatestTimestamp();
    return { rewriting: user && listRewriting(user, connection.name), user: user?.user, latestTimestamp };
  } finally {
    await connection.close();
  }
}

interface Status {
  readonly authInfo?: {
    readonly authenticatedUsers?: readonly { readonly user: string }[];
    readonly authenticatedUserPrivileges?: readonly Privilege[];
  };
}

/** `undefined`: this server does not tell rights. */
function toUser({ authInfo }: Status): DatabaseUser | undefined {
  const { authenticatedUsers, authenticatedUserPrivileges: privileges } = authInfo ?? {};
  if (!authenticatedUsers) return undefined;
  const user = authenticatedUsers[0]?.user;
  if (user !== undefined && !privileges) return undefined;
  return { user, privileges: privileges ?? [] };
}
