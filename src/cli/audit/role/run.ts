import { readFile } from 'node:fs/promises';
import { getKeys } from '../../../config/keys.js';
import { readConfig } from '../../../config/read-config.js';
import { PermanentError } from '../../../domain/errors.js';
import { narrowRights } from '../../../storage/database-role.js';
import { openStorage } from '../../../storage/open-storage.js';
import { NO_ADMIN_FILE, ROLE_TEXTS } from '../../../words/cli/audit-role.js';
import { say, sayError } from '../../../words/say.js';
import { EXIT } from '../../exit.js';
import { writeOut } from '../../print.js';
import { roleScript } from './role-script.js';

export interface RoleOptions {
  readonly database: string;
  readonly user: string;
  /** A file with the address of somebody who may give rights: an argument is seen by whoever lists processes. */
  readonly admin?: string;
}

/** `netra audit role`: prints what a keeper of the database types, or with `--admin` migrates and does it. */
export async function narrowAuditRole({ admin, ...target }: RoleOptions): Promise<number> {
  if (admin === undefined) {
    writeOut(`${roleScript(target).join('\n')}\n`);
    return EXIT.ok;
  }
  const uri = await readAdminUri(admin);
  const { config, secrets } = readConfig(process.env);
  // What the program may not do from now on is done first: migrations of the log, and collections that are not there.
  const keys = getKeys(config, secrets, ['hashKey', 'auditKey']);
  await (await openStorage({ uri, databaseName: target.database, ...keys })).close();
  await narrowRights(uri, target);
  writeOut(`${say(ROLE_TEXTS.done, 'id', { user: target.user, database: target.database })}\n`);
  return EXIT.ok;
}

async function readAdminUri(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => '');
  if (/^mongodb(\+srv)?:\/\//.test(text.trim())) return text.trim();
  throw new PermanentError(...sayError(NO_ADMIN_FILE, 'id', { path }));
}
