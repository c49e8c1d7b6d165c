import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { UploadLimits } from '../../intake/uploads/upload-limits.js';
import { UploadRefusedError } from '../../intake/uploads/upload-refused.js';
import { Refusal } from '../access/refusal.js';

export interface ReadForm {
  readonly fields: Readonly<Record<string, string | undefined>>;
  readonly files: readonly Buffer[];
  /** What was typed is here all the same. */
  readonly refused?: UploadRefusedError | undefined;
  /** Files were sent and not kept in hand: there was no room, or nobody of ours made the form. */
  readonly hasDropped: boolean;
}

export interface ReadFormOptions {
  readonly limits: UploadLimits;
  /** Asked once, at the first file, with what came before it. */
  readonly openRoom: (fields: ReadForm['fields']) => { take(bytes: number): boolean } | undefined;
}

const TEXT_LIMITS = { fieldNameSize: 50, fieldSize: 64 * 1024, fields: 30, headerPairs: 20 };
/** Read and dropped, so that typed text is not lost with files that are too large; beyond, the line is cut. */
const PATIENCE = 3;

/** Reads a form with its files into memory, within limits. A file's name is looked at for nothing but whether there is one. */
export async function readForm(request: FastifyRequest, options: ReadFormOptions): Promise<ReadForm> {
  if (!request.isMultipart()) throw new Refusal('bad_request', { where: 'body' });
  const { limits } = options;
  const fields: Record<string, string> = Object.create(null);
  const hand = createHand(options, fields);
  const most = { fileSize: limits.allBytes + 1, files: 4 * limits.files, parts: 30 + 4 * limits.files };
  try {
    for await (const part of request.parts({ limits: { ...TEXT_LIMITS, ...most } })) {
      if (part.type === 'file') await hand.take(part);
      else if (typeof part.value === 'string') fields[part.fieldname] = part.value;
    }
  } catch (error) {
    // What its reader cannot make out has no status; what is over a limit has one.
    const hasStatus = error instanceof Refusal || typeof (error as { statusCode?: unknown }).statusCode === 'number';
    throw hasStatus ? error : new Refusal('bad_request', { where: 'body' });
  }
  return { fields, ...hand.result() };
}

function createHand({ limits, openRoom }: ReadFormOptions, fields: ReadForm['fields']) {
  const files: Buffer[] = [];
  let room: ReturnType<ReadFormOptions['openRoom']> | 'closed';
  let [sum, hasDropped] = [0, false];
  let refused: UploadRefusedError | undefined;

  async function take(part: MultipartFile): Promise<void> {
    room ??= openRoom(fields) ?? 'closed';
    const chunks: Buffer[] = [];
    for await (const chunk of part.file as AsyncIterable<Buffer>) {
      sum += chunk.length;
      if (sum > PATIENCE * limits.allBytes) throw new Refusal('too_large');
      if (sum > limits.allBytes) refused ??= new UploadRefusedError('all_too_large', { limit: limits.allBytes });
      else if (room === 'closed' || !room.take(chunk.length)) hasDropped = true;
      else if (!refused) chunks.push(chunk);
    }
    // A browser sends a file without a name and a byte where none was chosen.
    if (chunks.length === 0 && !part.filename) return;
    if (files.length >= limits.files) refused ??= new UploadRefusedError('too_many', { limit: limits.files });
    if (!refused && !hasDropped) files.push(Buffer.concat(chunks));
  }
  return { take, result: () => ({ files: refused ? [] : files, refused, hasDropped }) };
}
