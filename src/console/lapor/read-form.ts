import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { UploadLimits } from '../../intake/uploads/upload-limits.js';
import { UploadRefusedError } from '../../intake/uploads/upload-refused.js';
import { Refusal } from '../access/refusal.js';
import type { Entered } from './upload-room.js';

/** Why files were not taken in hand: no form of ours or no room; or its place has to work or wait before it may bring any. */
export type NotTaken = 'no_room' | 'held';

export interface ReadForm {
  readonly fields: Readonly<Record<string, string | undefined>>;
  readonly files: readonly Buffer[];
  readonly hadFiles: boolean;
  readonly refused?: UploadRefusedError | undefined;
  readonly notTaken?: NotTaken | undefined;
  /** It broke off or could not be made out; what was read before that is here. */
  readonly isCut: boolean;
}

export interface ReadFormOptions {
  readonly limits: UploadLimits;
  /** Asked once, at the first file, with what came before it. */
  readonly openRoom: (fields: ReadForm['fields']) => Promise<Entered | NotTaken>;
}

const TEXT_LIMITS = { fieldNameSize: 50, fieldSize: 64 * 1024, fields: 30, headerPairs: 20 };
/** Read and dropped, so that typed text is not lost with files that are too large; beyond, the line is cut. */
const PATIENCE = 3;

/**
 * Reads a form with its files into memory, within limits: whatever it runs into, what was typed before comes back. A file's
 * name is looked at for nothing but whether there is one.
 */
export async function readForm(request: FastifyRequest, options: ReadFormOptions): Promise<ReadForm> {
  if (!request.isMultipart()) throw new Refusal('bad_request', { where: 'body' });
  const { limits } = options;
  const fields: Record<string, string> = Object.create(null);
  const hand = createHand(options, fields);
  const most = { fileSize: limits.allBytes + 1, files: 4 * limits.files, parts: 30 + 4 * limits.files };
  let isCut = false;
  try {
    for await (const part of request.parts({ limits: { ...TEXT_LIMITS, ...most } })) {
      if (part.type === 'file') await hand.take(part);
      else if (typeof part.value === 'string') fields[part.fieldname] = part.value;
    }
  } catch (error) {
    isCut = true;
    if ((error as { code?: unknown }).code === 'FST_FILES_LIMIT') hand.refuseCount();
  }
  return { fields, isCut, ...hand.result() };
}

function createHand({ limits, openRoom }: ReadFormOptions, fields: ReadForm['fields']) {
  const files: Buffer[] = [];
  let room: Entered | NotTaken | undefined;
  let [sum, hadFiles] = [0, false];
  let notTaken: NotTaken | undefined;
  let refused: UploadRefusedError | undefined;

  const keep = (chunk: Buffer): boolean => {
    sum += chunk.length;
    if (sum > limits.allBytes) refused ??= new UploadRefusedError('all_too_large', { limit: limits.allBytes });
    if (sum > PATIENCE * limits.allBytes) throw new Refusal('too_large');
    if (typeof room === 'string') notTaken ??= room;
    else if (!refused && !notTaken && !room?.take(chunk.length)) notTaken = 'no_room';
    return !refused && !notTaken;
  };
  const refuseCount = () => {
    refused ??= new UploadRefusedError('too_many', { limit: limits.files });
  };
  return {
    async take(part: MultipartFile): Promise<void> {
      room ??= await openRoom(fields);
      const chunks: Buffer[] = [];
      for await (const chunk of part.file as AsyncIterable<Buffer>) if (keep(chunk)) chunks.push(chunk);
      // A browser sends a file without a name and a byte where none was chosen.
      if (chunks.length === 0 && !part.filename) return;
      hadFiles = true;
      if (files.length >= limits.files) refuseCount();
      if (!refused && !notTaken) files.push(Buffer.concat(chunks));
    },
    refuseCount,
    result: () => ({ files: refused || notTaken ? [] : files, hadFiles, refused, notTaken }),
  };
}
