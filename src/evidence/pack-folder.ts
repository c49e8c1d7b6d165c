import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { NotFoundError } from '../domain/errors.js';
import { EVIDENCE_ITEMS, type EvidenceItemName } from '../domain/evidence.js';
import { PACK_FAULTS } from '../words/adapters/evidence.js';
import { sayError } from '../words/say.js';
import { LinkedPackError, noSuchItem, type OpenItem, type PackEntry } from './evidence-store.js';
import { mediaTypeOf } from './seal-pack.js';

const CHUNK_BYTES = 256 * 1024;
// A link in a pack's folder is somebody's doing: it is never followed.
const READ_ONLY = constants.O_RDONLY | constants.O_NOFOLLOW;

/** The last of the folders that lead to a pack. Throws `LinkedPackError` where one of them is a link. */
export async function refuseLinks(flagId: string, folders: readonly [string, string]): Promise<string> {
  for (const folder of folders) {
    const found = await lstat(folder).catch(absent);
    if (found?.isSymbolicLink()) throw new LinkedPackError(flagId);
  }
  return folders[1];
}

export async function openItem(folder: string, name: EvidenceItemName): Promise<OpenItem> {
  if (!EVIDENCE_ITEMS.includes(name)) throw noSuchItem();
  const handle = await open(join(folder, name), READ_ONLY).catch(absent);
  if (!handle) throw noSuchItem();
  const { size } = await handle.stat();
  return { mediaType: mediaTypeOf(name), bytes: size, stream: handle.createReadStream() };
}

export async function listFolder(folder: string): Promise<PackEntry[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(absent);
  return (entries ?? []).map((entry) => ({ name: entry.name, isPlainFile: entry.isFile() }));
}

export async function readWhole(path: string): Promise<Buffer | undefined> {
  const handle = await open(path, READ_ONLY).catch(absent);
  return handle?.readFile().finally(() => handle.close());
}

/** Only what is not there is nothing; a disk that fails must not look like an empty folder. */
function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'ELOOP') return undefined;
  throw error;
}

export async function digestFile(path: string): Promise<{ bytes: number; sha256: string }> {
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
export function plainName(name: string): string {
  if (!/^[a-z0-9]+\.[a-z0-9]+$/.test(name)) throw new NotFoundError(...sayError(PACK_FAULTS.badName, 'id'));
  return name;
}
