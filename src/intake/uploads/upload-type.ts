import { fileTypeFromBuffer } from 'file-type';

/** A picture is drawn anew; of a document or a video nothing but the sealed bytes is ever kept. */
export type UploadKind = 'picture' | 'document' | 'video';

export interface UploadType {
  readonly kind: UploadKind;
  readonly mime: string;
}

/** What a telephone makes and a person sends. Anything else, SVG above all, has no line here. */
const KINDS: Readonly<Record<string, UploadKind>> = {
  'image/jpeg': 'picture',
  'image/png': 'picture',
  'image/apng': 'picture',
  'image/webp': 'picture',
  'image/gif': 'picture',
  'image/avif': 'picture',
  'image/heic': 'picture',
  'image/heif': 'picture',
  'application/pdf': 'document',
  'video/mp4': 'video',
  'video/webm': 'video',
  'video/quicktime': 'video',
  'video/3gpp': 'video',
  'video/3gpp2': 'video',
  'video/x-m4v': 'video',
};

/** Every type is told by its head; the rest is not for a parser of ours to wander through. */
const HEAD_BYTES = 64 * 1024;

/** What stands in the bytes, whatever their name or the browser says. `undefined`: nothing that a report may bring. */
export async function findUploadType(bytes: Uint8Array): Promise<UploadType | undefined> {
  const mime = await mimeOf(bytes.subarray(0, HEAD_BYTES));
  const kind = mime !== undefined && Object.hasOwn(KINDS, mime) ? KINDS[mime] : undefined;
  return kind && { kind, mime: mime! };
}

async function mimeOf(head: Uint8Array): Promise<string | undefined> {
  try {
    return (await fileTypeFromBuffer(head))?.mime;
  } catch {
    // A head that its reader chokes on is of no type.
    return undefined;
  }
}
