import { readFile, stat } from 'node:fs/promises';
import { NetraError } from '../../domain/errors.js';
import { lookOfPicture } from '../../pictures/look-of-picture.js';
import { createPictureReader, type PictureReader } from '../../pictures/picture-reader.js';
import { findPoster, type Poster } from '../../pictures/poster-bank.js';
import { readPosters } from '../../pictures/read-posters.js';
import { PICTURE_FAULTS } from '../../words/pictures.js';
import { sayAdvice } from '../../words/say.js';
import { EXIT } from '../exit.js';
import { toJson, writeErr, writeOut } from '../print.js';

export interface PrintPictures {
  readonly files: readonly string[];
  /** The folder of registered campaign pictures, where one is given. */
  readonly posters: string | undefined;
}

/** One JSON a file, in order: its text, where each word stands, and whose poster it is. Resolves with the exit code. */
export async function printPictures({ files, posters: folder }: PrintPictures): Promise<number> {
  const bank = folder === undefined ? { posters: [], faults: [] } : await readPosters(folder);
  for (const { message, hint } of bank.faults) writeErr(`${message} ${hint}\n`);
  const reader = createPictureReader();
  let failed = 0;
  try {
    for (const file of files) {
      const answer = await answerTo(file, reader, bank.posters);
      if ('fault' in answer) failed += 1;
      writeOut(`${toJson(answer)}\n`);
    }
  } finally {
    await reader.close();
  }
  return failed + bank.faults.length > 0 ? EXIT.badInput : EXIT.ok;
}

async function answerTo(file: string, reader: PictureReader, posters: readonly Poster[]) {
  try {
    const bytes = await readWhole(file);
    const { text, words } = await reader.readPicture(bytes);
    const poster = posters.length === 0 ? undefined : findPoster(posters, await lookOfPicture(bytes));
    return { file, text, words, poster: poster ?? null };
  } catch (error) {
    const { message, hint } = error instanceof NetraError ? error : sayAdvice(PICTURE_FAULTS.unreadable, 'id');
    return { file, fault: message, hint };
  }
}

const MAX_BYTES = 64 * 1024 * 1024;

/** A device or a pipe may never end. */
async function readWhole(file: string): Promise<Buffer> {
  const found = await stat(file);
  if (!found.isFile() || found.size > MAX_BYTES) throw new TypeError('no picture: no file, or too large');
  return readFile(file);
}
