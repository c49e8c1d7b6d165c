import { createInterface } from 'node:readline/promises';
import { createUser } from '../../console/access/create-user.js';
import { isRole, ROLES } from '../../domain/abilities.js';
import { PermanentError } from '../../domain/errors.js';
import { EXIT } from '../exit.js';
import { withCore } from '../with-core.js';

const MIN_PASSWORD = 12;

export interface UserFlags {
  readonly name: string;
  readonly role: string;
  readonly office: string[];
  readonly json?: boolean;
}

/** `netra user NAME`: the password comes from standard input, so that it stands in no shell history. */
export async function runUserCreate(username: string, options: UserFlags): Promise<number> {
  const { role } = options;
  if (!isRole(role)) throw new PermanentError(`Peran "${role}" tidak dikenal.`, `Pilih: ${ROLES.join(', ')}.`);
  const password = await readPassword();
  return withCore(async (core) => {
    const { users, audit } = core.storage;
    const user = await createUser(
      { users, audit, clock: core.clock, actor: 'system:cli' },
      {
        username,
        displayName: options.name,
        role,
        officeCodes: options.office,
        password,
      },
    );
    const { id } = user;
    process.stdout.write(
      options.json ? `${JSON.stringify({ id, role })}\n` : `Pengguna ${user.username} (${role}) dibuat.\n`,
    );
    return EXIT.ok;
  });
}

async function readPassword(): Promise<string> {
  if (process.stdin.isTTY)
    process.stderr.write(`Kata sandi (paling sedikit ${MIN_PASSWORD} huruf, terlihat saat diketik): `);
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) {
    if (line.length >= MIN_PASSWORD) return line;
    break;
  }
  throw new PermanentError(
    `Kata sandi kurang dari ${MIN_PASSWORD} huruf.`,
    'Ketik, atau: echo "…" | netra user NAMA …',
  );
}
