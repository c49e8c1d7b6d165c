import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../domain/clock.js';
import { RetryableError } from '../domain/errors.js';
import { PACK_FAULTS } from '../words/adapters/evidence.js';
import { sayError } from '../words/say.js';
import {
  assertFlagId,
  type EvidenceStore,
  MANIFEST_FILE,
  type SealedPack,
  StoreFailedError,
} from './evidence-store.js';
import { clearHalfWritten, HALF_WRITTEN, halfWrittenName } from './half-written.js';
import { digestFile, listFolder, openItem, plainName, readWhole, refuseLinks } from './pack-folder.js';
import { listPlaces } from './pack-places.js';

/** Packs as folders: `<dir>/<first two of the id>/<id>/`. Clears what a killed process left half-written. */
export async function createFolderStore(
  dir: string,
  { clock = () => new Date() }: { readonly clock?: Clock } = {},
): Promise<EvidenceStore> {
  await openFolder(dir, clock()).catch((error: NodeJS.ErrnoException) => {
    throw new RetryableError(...sayError(PACK_FAULTS.folder, 'id', { code: String(error.code) }), { cause: error });
  });
  const folderOf = (flagId: string): Promise<string> => {
    assertFlagId(flagId);
    return refuseLinks(flagId, [join(dir, flagId.slice(0, 2)), join(dir, flagId.slice(0, 2), flagId)]);
  };
  const findManifest = async (flagId: string) => readWhole(join(await folderOf(flagId), MANIFEST_FILE));

  return {
    findManifest,
    async saveOnce(pack) {
      const final = await folderOf(pack.flagId);
      const standing = await findManifest(pack.flagId);
      if (standing) return standing;
      const temporary = join(dir, HALF_WRITTEN, halfWrittenName(randomBytes(8).toString('hex')));
      try {
        await writePack(temporary, pack);
        return await moveInPlace({ temporary, final, manifest: pack.manifest });
      } catch (error) {
        throw new StoreFailedError(pack.flagId, error);
      } finally {
        // The pack stands, or its own error is on its way; what is left over here is cleared at the next start.
        await rm(temporary, { recursive: true, force: true }).catch(() => {});
      }
    },
    readItem: (flagId, name) => folderOf(flagId).then((folder) => openItem(folder, name)),
    listEntries: (flagId) => folderOf(flagId).then(listFolder),
    digest: (flagId, fileName) => folderOf(flagId).then((folder) => digestFile(join(folder, plainName(fileName)))),
    listPlaces: () => listPlaces(dir),
  };
}

async function openFolder(dir: string, now: Date): Promise<void> {
  await makeFolder(join(dir, HALF_WRITTEN));
  await clearHalfWritten(join(dir, HALF_WRITTEN), now);
}

/** One at first: all at once, Node takes a disk that is read-only for one that is not there (nodejs/node#47098). */
async function makeFolder(path: string): Promise<void> {
  await mkdir(path).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return;
    if (error.code !== 'ENOENT') throw error;
    await mkdir(path, { recursive: true });
  });
}

/** The manifest goes last, so that a folder with a manifest has all its files. */
async function writePack(folder: string, pack: SealedPack): Promise<void> {
  await makeFolder(folder);
  await Promise.all(pack.files.map((file) => writeSynced(join(folder, plainName(file.name)), file.content)));
  await writeSynced(join(folder, MANIFEST_FILE), pack.manifest);
  await syncFolder(folder);
}

async function moveInPlace(move: { temporary: string; final: string; manifest: Uint8Array }): Promise<Uint8Array> {
  const parent = join(move.final, '..');
  await makeFolder(parent);
  try {
    // Fails on a folder that holds anything: of two captures at once the first one stands.
    await rename(move.temporary, move.final);
  } catch (error) {
    const standing = await readWhole(join(move.final, MANIFEST_FILE));
    if (standing) return standing;
    throw error;
  }
  await syncFolder(parent);
  await syncFolder(join(parent, '..'));
  return move.manifest;
}

async function writeSynced(path: string, content: Uint8Array): Promise<void> {
  await writeFile(path, content, { flag: 'wx', mode: 0o440, flush: true });
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}
