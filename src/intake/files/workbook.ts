import { on } from 'node:events';
import { open, readFile, stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { PermanentError } from '../../domain/errors.js';
import { WORKBOOK_FAULTS } from '../../words/intake/csv.js';
import { sayError } from '../../words/say.js';
import type { TablePart } from './csv-table.js';
import { SheetTable } from './sheet-table.js';
import { readZipSizes } from './zip-sizes.js';

const MB = 1024 * 1024;
/** A sheet of 200,000 posts takes about 20 MB, and six times as much unpacked. */
const MAX_FILE_BYTES = 32 * MB;
const MAX_UNPACKED_BYTES = 128 * MB;
const MAX_ENTRIES = 1_000;
const MAX_ROWS = 200_000;
/** Of the thread that reads it: what is built to take more (one cell in the farthest corner) ends with it. */
const MAX_HEAP_MB = 512;
/** A sheet of the largest kind takes a tenth of it. */
const PATIENCE_MS = 180_000;

/** Whether a file is a ZIP: a workbook, or nothing that can be read. */
export async function isZip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.readUInt32LE(0) === 0x04034b50;
  } finally {
    await file.close();
  }
}

/** The rows of the first sheet, some at a time. What it would take to unpack it is known before. */
export async function* readWorkbook(path: string): AsyncGenerator<TablePart> {
  const worker = new Worker(new URL('./workbook-worker.mjs', import.meta.url), {
    workerData: { bytes: await getBytes(path), maxRows: MAX_ROWS },
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  try {
    const table = new SheetTable();
    for await (const rows of batchesOf(worker)) yield { items: table.push(rows), header: table.header };
  } finally {
    await worker.terminate();
  }
}

async function* batchesOf(worker: Worker): AsyncGenerator<string[][]> {
  try {
    for await (const [said] of on(worker, 'message', { signal: AbortSignal.timeout(PATIENCE_MS), close: ['exit'] })) {
      if (said === 'end') return;
      if (said === 'tooManyRows') throw refused('tooManyRows');
      yield said as string[][];
    }
  } catch (error) {
    throw error instanceof PermanentError ? error : refused('broken', error);
  }
  throw refused('broken');
}

/** In a buffer of its own, which the thread takes over. */
async function getBytes(path: string): Promise<ArrayBuffer> {
  if ((await stat(path)).size > MAX_FILE_BYTES) throw refused('tooLarge');
  const bytes = await readFile(path);
  const sizes = readZipSizes(bytes, MAX_ENTRIES);
  if (sizes === undefined || !sizes.names.includes('xl/workbook.xml')) throw refused('notOne');
  if (sizes.unpackedBytes > MAX_UNPACKED_BYTES) throw refused('tooLarge');
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

function refused(key: keyof typeof WORKBOOK_FAULTS, cause?: unknown): PermanentError {
  const values = { file: MAX_FILE_BYTES / MB, unpacked: MAX_UNPACKED_BYTES / MB, rows: MAX_ROWS };
  return new PermanentError(...sayError(WORKBOOK_FAULTS[key], 'id', values), { cause });
}
