import { createHash, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../domain/clock.js';
import { NotFoundError } from '../domain/errors.js';
import { EVIDENCE_ITEMS, type EvidenceItemName } from '../domain/evidence.js';
import {
  assertFlagId,
  type EvidenceStore,
  MANIFEST_FILE,
  type OpenItem,
  type PackEntry,
  type SealedPack,
  StoreFailedError,
} from './evidence-store.js';
import { clearHalfWritten, HALF_WRITTEN, halfWrittenName } from './half-written.js';
import { MEDIA_TYPES } from './seal-pack.js';

const CHUNK_BYTES = 256 * 1024;
// A link in a pack's folder is somebody's doing: it is never followed.
const READ_ONLY = constants.O_RDONLY | constants.O_NOFOLLOW;

/** Packs as folders: `<dir>/<first two of the id>/<id>/`. Clears what a killed process left half-written. */
export async function createFolderStore(
  dir: string,
  { clock = () => new Date() }: { readonly clock?: Clock } = {},
): Promise<EvidenceStore> {
  await mkdir(join(dir, HALF_WRITTEN), { recursive: true });
  await clearHalfWritten(join(dir, HALF_WRITTEN), clock());
  const folderOf = (flagId: string): string => {
    assertFlagId(flagId);
    return join(dir, flagId.slice(0, 2), flagId);
  };
  const findManifest = (flagId: string) => readWhole(join(folderOf(flagId), MANIFEST_FILE));

  return {
    findManifest,
    async saveOnce(pack) {
      const final = folderOf(pack.flagId);
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
    readItem: (flagId, name) => openItem(folderOf(flagId), name),
    listEntries: (flagId) => listFolder(folderOf(flagId)),
    digest: (flagId, fileName) => digestFile(join(folderOf(flagId), plainName(fileName))),
  };
}

/** The manifest goes last, so that a folder with a manifest has all its files. */
async function writePack(folder: string, pack: SealedPack): Promise<void> {
  await mkdir(folder, { recursive: true });
  await Promise.all(pack.files.map((file) => writeSynced(join(folder, plainName(file.name)), file.content)));
  await writeSynced(join(folder, MANIFEST_FILE), pack.manifest);
  await syncFolder(folder);
}

async function moveInPlace(move: { temporary: string; final: string; manifest: Uint8Array }): Promise<Uint8Array> {
  const parent = join(move.final, '..');
  await mkdir(parent, { recursive: true });
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

async function openItem(folder: string, name: EvidenceItemName): Promise<OpenItem> {
  if (!EVIDENCE_ITEMS.includes(name)) throw noSuchItem();
  const handle = await open(join(folder, name), READ_ONLY).catch(absent);
  if (!handle) throw noSuchItem();
  const { size } = await handle.stat();
  return { mediaType: MEDIA_TYPES[name], bytes: size, stream: handle.createReadStream() };
}

function noSuchItem(): NotFoundError {
  return new NotFoundError('Bukti ini tidak ada dalam paket.', 'Lihat daftar "tidak terekam" pada tanda.');
}

async function listFolder(folder: string): Promise<PackEntry[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(absent);
  return (entries ?? []).map((entry) => ({ name: entry.name, isPlainFile: entry.isFile() }));
}

async function readWhole(path: string): Promise<Buffer | undefined> {
  const handle = await open(path, READ_ONLY).catch(absent);
  return handle?.readFile().finally(() => handle.close());
}

/** Only what is not there is nothing; a disk that fails must not look like an empty folder. */
function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'ELOOP') return undefined;
  throw error;
}

async function digestFile(path: string): Promise<{ bytes: number; sha256: string }> {
  const handle = await open(path, READ_ONLY);
  try {
    return await digestHandle(handle);
  } finally {
    await handle.close();
  }
}

async function digestHandle(handle: FileHandle): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  let bytes = 0;
  for (;;) {
    const { bytesRead } = await handle.read(chunk, 0, CHUNK_BYTES, null);
    if (bytesRead === 0) return { bytes, sha256: hash.digest('hex') };
    hash.update(chunk.subarray(0, bytesRead));
    bytes += bytesRead;
  }
}

/** Names come from folder listings and manifests, which somebody may have changed. */
function plainName(name: string): string {
  if (!/^[a-z0-9]+\.[a-z0-9]+$/.test(name))
    throw new NotFoundError('Nama berkas bukti tidak sah.', 'Periksa paketnya: netra evidence verify');
  return name;
}
