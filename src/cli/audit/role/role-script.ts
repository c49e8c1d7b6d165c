import { ROLE, type RoleTarget, rolePrivileges } from '../../../storage/database-role.js';
import { ROLE_SCRIPT } from '../../../words/cli/audit-role.js';
import { sayIn } from '../../../words/say.js';
import { toJson } from '../../print.js';

const say = sayIn('id');

/**
 * What a keeper of the database pipes into `mongosh`, or types there: the role made or brought up to date, the user made
 * or changed over to it, and how it is proven. One statement a line; nothing that a person has to fill in.
 */
export function roleScript({ database, user }: RoleTarget): string[] {
  const db = `db.getSiblingDB(${toJson(database)})`;
  const [role, name] = [toJson(ROLE), toJson(user)];
  const roles = toJson([{ role: ROLE, db: database }]);
  const privileges = toJson(rolePrivileges(database));
  return [
    comment(say(ROLE_SCRIPT.role, { role: ROLE })),
    `${db}.runCommand({ [${db}.getRole(${role}) ? "updateRole" : "createRole"]: ${role}, privileges: ${privileges}, roles: [] })`,
    comment(say(ROLE_SCRIPT.user, { user })),
    `${db}.runCommand(${db}.getUser(${name}) ? { updateUser: ${name}, roles: ${roles} } : { createUser: ${name}, pwd: passwordPrompt(), roles: ${roles} })`,
    comment(say(ROLE_SCRIPT.proof, { user })),
    ...[
      `mongosh "mongodb://${encodeURIComponent(user)}@HOST:27017/${encodeURIComponent(database)}?authSource=${encodeURIComponent(database)}"`,
      'db.audit.updateOne({ _id: -1 }, { $set: { a: 1 } })',
      'db.audit.deleteOne({ _id: -1 })',
      'db.audit.drop()',
      'db.dropDatabase()',
    ].map((line) => comment(`  ${line}`)),
    comment(say(ROLE_SCRIPT.works)),
  ];
}

function comment(text: string): string {
  return `// ${text}`;
}
