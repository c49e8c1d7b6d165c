import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NotFoundError, PermanentError, RetryableError } from '../domain/errors.js';
import { openBytes, sealBytes } from '../domain/sealed-bytes.js';
import { BROUGHT_FAULTS } from '../words/adapters/evidence.js';
import { sayError } from '../words/say.js';
import { clearHalfWritten, HALF_WRITTEN, halfWrittenName } from './half-written.js';

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Files that people brought, each sealed under its random id and nothing else: no name, no type, no order. */
export interface BroughtFiles {
  /** On the disk when it resolves. Safe to repeat. */
  keepFile(id: string, bytes: Uint8Array): Promise<void>;
  /** Throws `NotFoundError` where it is gone, `PermanentError` where it is not what was kept. */
  readFile(id: string): Promise<Buffer>;
  removeFile(id: string): Promise<void>;
  /** Removes what no report names: of a report that expired, or of one that was never whole. How many. */
  removeUnnamed(options: {
    before: Date;
    findNamed: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  }): Promise<number>;
}

/** `key`: 32 bytes. Clears what a killed process left half-written. */
export async function openBroughtFiles(
  dir: string,
  { key, now = new Date() }: { readonly key: Buffer; readonly now?: Date },
): Promise<BroughtFiles> {
  const halfWritten = join(dir, HALF_WRITTEN);
  try {
    await mkdir(halfWritten, { recursive: true, mode: 0o700 });
    await clearHalfWritten(halfWritten, now);
  } catch (error) {
    throw notWritten(error);
  }
  return {
    async keepFile(id, bytes) {
      const temporary = join(halfWritten, halfWrittenName(randomBytes(8).toString('hex')));
      try {
        await mkdir(folderOf(dir, id), { recursive: true, mode: 0o700 });
        await writeFile(temporary, sealBytes(bytes, key, id), { flag: 'wx', mode: 0o600, flush: true });
        await rename(temporary, pathOf(dir, id));
        await syncFolder(folderOf(dir, id));
      } catch (error) {
        // Its own error is on its way; what is left over is cleared at the next start.
        await rm(temporary, { force: true }).catch(() => {});
        throw error instanceof PermanentError ? error : notWritten(error);
      }
    },
    readFile: async (id) => openFile(await readSealed(pathOf(dir, id)), key, id),
    removeFile: (id) => rm(pathOf(dir, id), { force: true }),
    removeUnnamed: (options) => removeUnnamed(dir, options),
  };
}

function folderOf(dir: string, id: string): string {
  // An id becomes a path, so what is none of ours never gets there.
  if (!ID.test(id)) throw new PermanentError(...sayError(BROUGHT_FAULTS.badId, 'id'));
  return join(dir, id.slice(0, 2));
}

function pathOf(dir: string, id: string): string {
  return join(folderOf(dir, id), id);
}

/** Bound to its id: a file that was put in the place of another one does not open. */
function openFile(sealed: Buffer, key: Buffer, id: string): Buffer {
  try {
    return openBytes(sealed, key, id);
  } catch (cause) {
    throw new PermanentError(...sayError(BROUGHT_FAULTS.changed, 'id'), { cause });
  }
}

async function readSealed(path: string): Promise<Buffer> {
  try {
    const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
    return await handle.readFile().finally(() => handle.close());
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ELOOP') throw new NotFoundError(...sayError(BROUGHT_FAULTS.gone, 'id'));
    throw error;
  }
}

async function removeUnnamed(
  dir: string,
  { before, findNamed }: Parameters<BroughtFiles['removeUnnamed']>[0],
): Promise<number> {
  let removed = 0;
  for (const folder of await readdir(dir)) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue;
    const old = await listOlder(join(dir, folder), before);
    const named = old.length > 0 ? await findNamed(old) : new Set();
    const unnamed = old.filter((id) => !named.has(id));
    for (const id of unnamed) await rm(pathOf(dir, id), { force: true });
    removed += unnamed.length;
  }
  return removed;
}

/** Younger ones may belong to a report that is just being written. */
async function listOlder(folder: string, before: Date): Promise<string[]> {
  const ids = (await readdir(folder)).filter((name) => ID.test(name));
  const ages = await Promise.all(ids.map((id) => stat(join(folder, id)).catch(() => undefined)));
  return ids.filter((_, i) => ages[i] !== undefined && ages[i].mtimeMs < before.getTime());
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}

function notWritten(cause: unknown): RetryableError {
  const code = String((cause as NodeJS.ErrnoException | undefined)?.code);
  return new RetryableError(...sayError(BROUGHT_FAULTS.notWritten, 'id', { code }), { cause });
}
