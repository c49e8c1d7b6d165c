import { type Connection, createConnection, mongo } from 'mongoose';
import type { Privilege } from '../domain/audit-rights.js';
import { PermanentError } from '../domain/errors.js';
import { AUDIT_FAULTS } from '../words/adapters/audit.js';
import { sayError } from '../words/say.js';

/** Whom the program is to the database. */
export const ROLE = 'netraApp';

/** Written, changed and removed as the work needs it. */
const FREE = [
  'accounts',
  'activities',
  'api_tokens',
  'calibrations',
  'campaign_pictures',
  'coverage',
  'digests',
  'drafts',
  'flags',
  'golden_flags',
  'keys_in_use',
  'known_acts',
  'migrations',
  'notice_mails',
  'notices',
  'offices',
  'reason_templates',
  'remarks',
  'report_keys',
  'reports',
  'rule_counts',
  'rule_states',
  'rulesets',
  'rulesets_in_force',
  'saved_views',
  'sessions',
  'users',
] as const;
const FREE_ACTIONS = ['find', 'insert', 'update', 'remove', 'createCollection', 'createIndex', 'collMod', 'dropIndex'];

/** Of the log nothing is changed or removed but its end, and what waits for its place. */
const LOG_ACTIONS: Readonly<Record<string, readonly string[]>> = {
  audit: ['find', 'insert'],
  audit_heads: ['find', 'insert', 'update'],
  audit_waiting: ['find', 'insert', 'remove'],
  audit_timestamps: ['find', 'insert'],
};
const LOOKING = ['listIndexes', 'collStats'];

export const KNOWN_COLLECTIONS: readonly string[] = [...FREE, ...Object.keys(LOG_ACTIONS)];

/** What the role may do: one line a collection, so that a new one is refused until somebody decides about it. */
export function rolePrivileges(db: string): Privilege[] {
  const all = [...FREE.map((name) => [name, FREE_ACTIONS] as const), ...Object.entries(LOG_ACTIONS)];
  return [
    ...all.map(([collection, actions]) => ({ resource: { db, collection }, actions: [...actions, ...LOOKING] })),
    { resource: { db, collection: '' }, actions: ['listCollections'] },
  ];
}

export interface RoleTarget {
  readonly database: string;
  readonly user: string;
}

/** For `db.runCommand` of that database, by somebody who may give rights there. */
export function roleCommands({ database, user }: RoleTarget): readonly [object, object] {
  const privileges = rolePrivileges(database);
  return [
    { createRole: ROLE, privileges, roles: [] },
    { updateUser: user, roles: [{ role: ROLE, db: database }] },
  ];
}

const ROLE_IS_THERE = 51_002;
const NO_SUCH_USER = 11;

/** Makes the role, or brings it up to date, and gives the user this role and no other. Safe to repeat. */
export async function narrowRights(adminUri: string, target: RoleTarget): Promise<void> {
  const connection = await createConnection(adminUri, { dbName: target.database, bufferCommands: false }).asPromise();
  try {
    const [role, user] = roleCommands(target);
    await makeRole(connection, role);
    await connection.db!.command(user).catch((error: unknown) => {
      if (codeOf(error) !== NO_SUCH_USER) throw error;
      const { user: name, database } = target;
      throw new PermanentError(...sayError(AUDIT_FAULTS.noUser, 'id', { user: name, database }));
    });
  } finally {
    await connection.close();
  }
}

async function makeRole({ db }: Connection, role: object): Promise<void> {
  try {
    await db!.command(role);
  } catch (error) {
    if (codeOf(error) !== ROLE_IS_THERE) throw error;
    const { createRole: updateRole, ...rest } = role as { createRole: string };
    await db!.command({ updateRole, ...rest });
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof mongo.MongoServerError ? error.code : undefined;
}
