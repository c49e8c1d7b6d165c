import { createHash, randomUUID } from 'node:crypto';
import type { PictureDrawer } from '../../evidence/drawing-process.js';
import type { UploadLimits } from './upload-limits.js';
import { UploadRefusedError } from './upload-refused.js';
import { findUploadType, type UploadKind, type UploadType } from './upload-type.js';

/** Whether a file may be kept, by a program of the house; throws `RetryableError` where it cannot say. */
export type ScanFile = (bytes: Uint8Array) => Promise<'clean' | 'infected'>;

export interface UploadDeps {
  readonly limits: UploadLimits;
  /** In a process apart: native code reads what strangers bring. */
  readonly drawPicture: PictureDrawer['drawPicture'];
  /** Seals the bytes under this name, on the disk when it resolves. */
  readonly keepFile: (id: string, bytes: Uint8Array) => Promise<void>;
  readonly scanFile?: ScanFile | undefined;
}

/** One file as the house keeps it. Its name, and what else its bringer said of it, is nowhere. */
export interface TakenFile {
  readonly id: string;
  /** Of the bytes as they were brought, hex SHA-256. */
  readonly broughtSha256: string;
  /** Of the picture drawn anew, which alone is kept and shown. */
  readonly shownSha256?: string | undefined;
  readonly kind: UploadKind;
  /** Of what is kept. */
  readonly type: string;
  readonly bytes: number;
}

/**
 * Takes in what somebody brings with one report: all of it or nothing. Throws `UploadRefusedError` before a byte is
 * kept. A picture is kept drawn anew and in no other form; the rest as it came, and never opened.
 */
export async function takeUploads(files: readonly Uint8Array[], deps: UploadDeps): Promise<TakenFile[]> {
  assertSize(files, deps.limits);
  const ready: { taken: TakenFile; content: Uint8Array }[] = [];
  for (const [index, bytes] of files.entries()) ready.push(await prepare(bytes, index, deps));
  await Promise.all(ready.map(({ taken, content }) => deps.keepFile(taken.id, content)));
  return ready.map(({ taken }) => taken);
}

function assertSize(files: readonly Uint8Array[], { files: most, allBytes }: UploadLimits): void {
  if (files.length > most) throw new UploadRefusedError('too_many', { limit: most });
  const together = files.reduce((sum, { length }) => sum + length, 0);
  if (together > allBytes) throw new UploadRefusedError('all_too_large', { limit: allBytes });
  const empty = files.findIndex(({ length }) => length === 0);
  if (empty >= 0) throw new UploadRefusedError('empty', { index: empty });
}

async function prepare(bytes: Uint8Array, index: number, { limits, scanFile, drawPicture }: UploadDeps) {
  const type = await findUploadType(bytes);
  if (type === undefined) throw new UploadRefusedError('type', { index });
  const limit = limits[`${type.kind}Bytes`];
  if (bytes.length > limit) throw new UploadRefusedError('too_large', { index, limit });
  if (scanFile && (await scanFile(bytes)) === 'infected') throw new UploadRefusedError('infected', { index });
  const brought = { id: randomUUID(), kind: type.kind, broughtSha256: sha256(bytes) };
  if (type.kind !== 'picture') {
    return { taken: { ...brought, type: type.mime, bytes: bytes.length }, content: bytes };
  }
  const { pixels, pictureBytes, drawSeconds } = limits;
  const drawn = await drawPicture(bytes, { pixels, bytes: pictureBytes, seconds: drawSeconds });
  if (typeof drawn === 'string') throw new UploadRefusedError(isHeic(type) ? 'heic' : drawn, { index });
  const kept = { shownSha256: sha256(drawn.bytes), type: drawn.mime, bytes: drawn.bytes.length };
  return { taken: { ...brought, ...kept }, content: drawn.bytes };
}

/** Its decoder is patented: the library as it is built for us reads it from no telephone. */
function isHeic({ mime }: UploadType): boolean {
  return mime === 'image/heic' || mime === 'image/heif';
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
