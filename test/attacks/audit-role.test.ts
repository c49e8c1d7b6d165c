import { readdirSync, readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { roleScript } from '../../src/cli/audit/role/role-script.js';
import { checkAudit, describeRights } from '../../src/cli/doctor/doctor-audit.js';
import { listRewriting, type Privilege, tellsRights } from '../../src/domain/audit-rights.js';
import { KNOWN_COLLECTIONS, ROLE, roleCommands, rolePrivileges } from '../../src/storage/database-role.js';
import { lookUpAudit } from '../../src/storage/look-up-audit.js';
import { testServices } from '../support/test-services.js';
import { anEvent, openAttackedLog } from './audit-log.js';

const may = (privileges: readonly Privilege[]) => listRewriting({ user: 'netra', privileges }, 'netra');

describe('the role of the program in its own database', () => {
  it('leaves no way to change or remove an entry of the log', () => {
    expect(may(rolePrivileges('netra'))).toEqual([]);
    expect(rolePrivileges('netra').find(({ resource }) => resource.collection === 'audit')?.actions).not.toEqual(
      expect.arrayContaining(['update']),
    );
  });

  it.each<[string, Privilege, string[]]>([
    [
      'readWrite of the database',
      { resource: { db: 'netra', collection: '' }, actions: ['find', 'insert', 'remove', 'update'] },
      ['remove', 'update'],
    ],
    [
      'one right on the log',
      { resource: { db: 'netra', collection: 'audit' }, actions: ['find', 'update'] },
      ['update'],
    ],
    [
      'all of every database',
      { resource: { db: '', collection: '' }, actions: ['dropCollection'] },
      ['dropCollection'],
    ],
    ['the log of any database', { resource: { db: '', collection: 'audit' }, actions: ['remove'] }, ['remove']],
    ['everything', { resource: { anyResource: true }, actions: ['anyAction'] }, ['anyAction']],
    ['rights to give rights', { resource: { db: 'admin', collection: '' }, actions: ['grantRole'] }, ['grantRole']],
    [
      'dropping the database',
      { resource: { db: 'netra', collection: '' }, actions: ['dropDatabase'] },
      ['dropDatabase'],
    ],
    ['another collection', { resource: { db: 'netra', collection: 'flags' }, actions: ['remove'] }, []],
    ['another database', { resource: { db: 'lain', collection: '' }, actions: ['remove'] }, []],
    ['reading', { resource: { db: 'netra', collection: '' }, actions: ['find'] }, []],
  ])('is told from one that could rewrite it: %s', (_what, privilege, found) => {
    expect(may([...rolePrivileges('netra'), privilege])).toEqual(found);
  });

  it('is no role at all where the server asks nobody who they are', () => {
    expect(listRewriting({ user: undefined, privileges: [] }, 'netra')).toEqual(['anyAction']);
  });

  it('is not believed of a server that names no rights at all, not even those that were just used', () => {
    expect(tellsRights({ user: 'netra', privileges: [] }, 'netra')).toBe(false);
    expect(tellsRights({ user: 'netra', privileges: rolePrivileges('netra') }, 'netra')).toBe(true);
    expect(tellsRights({ user: undefined, privileges: [] }, 'netra')).toBe(true);
  });

  it('names every collection that storage has, so that none is forgotten and the program still runs', () => {
    const folder = new URL('../../src/storage/', import.meta.url);
    const files = readdirSync(folder, { recursive: true })
      .map(String)
      .filter((path) => path.endsWith('.ts'));
    const named = files.flatMap((path) => {
      const text = readFileSync(new URL(path, folder), 'utf8');
      const collections = [...text.matchAll(/\.collection(?:<[^\n]*?>)?\(\s*'([a-z_]+)'/g)];
      const models = [...text.matchAll(/\.model[^;]*?,\s*'([a-z_]+)',?\s*\)/g)];
      return [...collections, ...models].map(([, name]) => name!);
    });
    expect(new Set(named).size).toBeGreaterThan(15);
    expect([...new Set(named)].sort()).toEqual([...KNOWN_COLLECTIONS].sort());
  });

  it('is given by two commands, and takes every other role away', () => {
    const [role, user] = roleCommands({ database: 'n', user: 'u' });
    expect(role).toMatchObject({ createRole: ROLE, roles: [] });
    expect(user).toEqual({ updateUser: 'u', roles: [{ role: ROLE, db: 'n' }] });
  });
});

describe('what `netra audit role` prints for mongosh', () => {
  const target = { database: 'n', user: 'u"; db.dropDatabase()' };
  /** Runs it as mongosh would, on a database that says what is there and keeps what it is told. */
  function run(there: { role: boolean; user: boolean }): object[] {
    const told: object[] = [];
    const db = {
      getSiblingDB: () => db,
      getRole: () => (there.role ? {} : null),
      getUser: () => (there.user ? {} : null),
      runCommand: (command: object) => told.push(command),
    };
    // Another realm has another `Object`: compared as JSON.
    runInNewContext(roleScript(target).join('\n'), { db, passwordPrompt: () => 'ditanyakan' });
    return JSON.parse(JSON.stringify(told));
  }
  const privileges = rolePrivileges('n');
  const roles = [{ role: ROLE, db: 'n' }];

  it('makes role and user where they are not there, and changes over to the role where they are', () => {
    expect(run({ role: false, user: false })).toEqual([
      { createRole: ROLE, privileges, roles: [] },
      { createUser: target.user, pwd: 'ditanyakan', roles },
    ]);
    expect(run({ role: true, user: true })).toEqual([
      { updateRole: ROLE, privileges, roles: [] },
      { updateUser: target.user, roles },
    ]);
  });

  it('says how it is proven: what has to be refused, as whom, and with which code', () => {
    const text = roleScript({ database: 'netra', user: 'netra' }).join('\n');
    expect(text).toContain('mongodb://netra@HOST:27017/netra?authSource=netra');
    const asComments = text.split('\n').filter((line) => line.startsWith('//'));
    for (const attack of ['audit.updateOne', 'audit.deleteOne', 'audit.drop()', 'db.dropDatabase()']) {
      expect(asComments.some((line) => line.includes(attack))).toBe(true);
    }
    expect(text).toMatch(/not authorized.*kode 13/);
  });
});

describe('netra doctor', () => {
  const production = { config: { isProduction: true } } as Parameters<typeof describeRights>[1];
  const latestTimestamp = undefined;

  it('warns in production where the program could rewrite its log, and says the command', () => {
    const found = { rewriting: ['remove'], user: 'netra', latestTimestamp };
    expect(describeRights(found, production)).toMatchObject({ state: 'warn', mend: 'npx netra audit role' });
    expect(describeRights({ ...found, rewriting: [] }, production)).toMatchObject({ state: 'ok' });
    expect(describeRights({ ...found, rewriting: undefined }, production).detail).toContain('tidak mengatakan');
  });

  it('asks the real server, changes nothing, and says when the end of the log was stamped last', async () => {
    const log = await openAttackedLog();
    await log.storage.audit.appendEntry(anEvent());
    const { mongodbUri } = testServices();
    const found = await lookUpAudit(mongodbUri, { databaseName: log.raw.name });
    expect(found.latestTimestamp).toBeUndefined();
    // Its one user may do everything: that is what it says, or it says nothing, and is never taken for append-only.
    expect(found.rewriting).not.toEqual([]);
    const uri = new URL(mongodbUri);
    uri.pathname = `/${log.raw.name}`;
    const env = { MONGODB_URI: uri.href };
    const config = { isProduction: false, timestamp: { url: 'http://127.0.0.1:1' } };
    const ask = (now: Date) =>
      checkAudit({ config, secrets: {}, env } as unknown as Parameters<typeof checkAudit>[0], now);
    expect(await ask(new Date())).toMatchObject({ state: 'warn', mend: 'npx netra audit timestamp' });
    const at = new Date();
    await log.storage.timestamps.saveTimestampOnce({ seq: 1, head: 'x', at, token: Buffer.from('x') });
    expect(await ask(at)).toMatchObject({ state: 'ok' });
    expect(await ask(new Date(at.getTime() + 40 * 3_600_000))).toMatchObject({ state: 'warn' });
    await log.close();
  });
});
