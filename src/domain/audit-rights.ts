/** As MongoDB tells it (`connectionStatus`): what a user may do with what. Names that are empty mean all of them. */
export interface Privilege {
  readonly resource: {
    readonly db?: string;
    readonly collection?: string;
    readonly anyResource?: boolean;
  };
  readonly actions: readonly string[];
}

export interface DatabaseUser {
  /** `undefined`: the server asks nobody who they are. */
  readonly user?: string | undefined;
  readonly privileges: readonly Privilege[];
}

const LOG = 'audit';

/** What takes entries away or changes them, or gives oneself the right to. */
const REWRITING: ReadonlySet<string> = new Set([
  'anyAction',
  'collMod',
  'convertToCapped',
  'createRole',
  'createUser',
  'dropCollection',
  'dropDatabase',
  'grantRole',
  'remove',
  'renameCollectionSameDB',
  'update',
]);

/** By which actions this user could rewrite the log; none where the log can only be added to. */
export function listRewriting({ user, privileges }: DatabaseUser, databaseName: string): string[] {
  if (user === undefined) return ['anyAction'];
  const found = privileges
    .filter(({ resource }) => isOfLog(resource, databaseName))
    .flatMap(({ actions }) => actions.filter((action) => REWRITING.has(action)));
  return [...new Set(found)].sort();
}

/** Whether the server names the right to read the log, which the user has: one that names none tells no rights at all. */
export function tellsRights({ user, privileges }: DatabaseUser, databaseName: string): boolean {
  const reading = privileges.filter(({ actions }) => actions.includes('find') || actions.includes('anyAction'));
  return user === undefined || reading.some(({ resource }) => isOfLog(resource, databaseName));
}

/** The log itself, or all of its database; rights over all users reach it as well. */
function isOfLog({ db, collection, anyResource }: Privilege['resource'], databaseName: string): boolean {
  if (anyResource) return true;
  const isHere = db === '' || db === databaseName || db === 'admin';
  return isHere && (collection === '' || (collection === LOG && db !== 'admin'));
}
