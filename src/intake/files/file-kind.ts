/** What no line of is text. */
export type FileFault = 'utf16' | 'workbook';

/** Enough for every mark below. */
export const HEAD_BYTES = 4;

/** By the first bytes of a file, of which `HEAD_BYTES` are enough where there are so many. */
export function faultOfFile(head: Uint8Array): FileFault | undefined {
  const [a, b, c, d] = head;
  // .xlsx and every other ZIP; .xls, which is an OLE file.
  if ((a === 0x50 && b === 0x4b && c === 0x03 && d === 0x04) || (a === 0xd0 && b === 0xcf && c === 0x11)) {
    return 'workbook';
  }
  return isUtf16(head) ? 'utf16' : undefined;
}

/** By its mark, or, without one, by every other byte of plain letters being zero. */
function isUtf16(head: Uint8Array): boolean {
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const start = head.subarray(0, 512);
  const zeros = start.reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0);
  return start.length >= HEAD_BYTES && zeros > start.length / 4;
}
