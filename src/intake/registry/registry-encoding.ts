import type { Fault } from './registry-issue.js';

/** 200,000 rows of a usual length, twice over. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

const SAVE_AS_UTF8 = 'Simpan ulang dari Excel sebagai "CSV UTF-8 (Comma delimited)".';

/** The text of a file, without byte order mark; or the line and the fault that keeps it from being read. */
export function decodeCsv(bytes: Uint8Array): { value: string } | { line: number; fault: Fault } {
  const at = (line: number, reason: string, hint = SAVE_AS_UTF8) => ({ line, fault: { reason, hint } });
  if (bytes.byteLength > MAX_FILE_BYTES) {
    return at(1, `Berkas lebih besar dari ${MAX_FILE_BYTES / 1024 / 1024} MB.`, 'Bagi menjadi beberapa berkas.');
  }
  if (isZip(bytes)) return at(1, 'Ini berkas Excel (.xlsx) atau ZIP, bukan CSV.');
  if (isUtf16(bytes)) return at(1, 'Berkas memakai pengodean UTF-16, bukan UTF-8.');
  const text = decodeUtf8(bytes);
  if (text === undefined) {
    const line = lineOfFirstFault(bytes);
    return at(line, `Berkas bukan UTF-8 (tampaknya Windows-1252 atau Latin-1), mulai baris ${line}.`);
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) return at(countLines(text.slice(0, nul)), 'Berkas memuat bita nol: berkas biner atau rusak.');
  return { value: text };
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    // Takes the byte order mark away.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** By its mark, or, without one, by every other byte of plain letters being zero. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const head = bytes.subarray(0, 512);
  const zeros = head.reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0);
  return head.length >= 4 && zeros > head.length / 4;
}

/** A line feed is the same byte in UTF-8 and in every single-byte encoding, so lines can be told before text. */
function lineOfFirstFault(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    const stop = end < 0 ? bytes.length : end;
    if (decodeUtf8(bytes.subarray(start, stop)) === undefined) return line;
    start = stop + 1;
  }
  return 1;
}

function countLines(text: string): number {
  return text.split('\n').length;
}
