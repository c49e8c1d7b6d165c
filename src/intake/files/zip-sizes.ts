const END = 0x06054b50;
const END_LENGTH = 22;
const MAX_COMMENT = 0xffff;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;

export interface ZipSizes {
  readonly names: readonly string[];
  /** All entries together, as the directory declares them: whoever unpacks makes no more room than that. */
  readonly unpackedBytes: number;
}

/**
 * What the directory at the end of a ZIP file says, before anything is unpacked. `undefined` where it is none, is larger
 * than such a file can be without ZIP64, or lists more than `maxEntries`.
 */
export function readZipSizes(bytes: Buffer, maxEntries: number): ZipSizes | undefined {
  const end = findEnd(bytes);
  if (end === undefined || (end >= 20 && bytes.readUInt32LE(end - 20) === 0x07064b50)) return undefined;
  const count = bytes.readUInt16LE(end + 8);
  let at = bytes.readUInt32LE(end + 16);
  if (count > maxEntries) return undefined;
  const names: string[] = [];
  let unpackedBytes = 0;
  for (let entry = 0; entry < count; entry += 1) {
    if (at + ENTRY_LENGTH > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return undefined;
    const size = bytes.readUInt32LE(at + 24);
    if (size === 0xffffffff) return undefined;
    unpackedBytes += size;
    const nameLength = bytes.readUInt16LE(at + 28);
    names.push(bytes.toString('utf8', at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength));
    at += ENTRY_LENGTH + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return { names, unpackedBytes };
}

/** The last one in the file, as everybody reads it. */
function findEnd(bytes: Buffer): number | undefined {
  const first = Math.max(0, bytes.length - END_LENGTH - MAX_COMMENT);
  for (let at = bytes.length - END_LENGTH; at >= first; at -= 1) if (bytes.readUInt32LE(at) === END) return at;
  return undefined;
}
