import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { PermanentError } from '../domain/errors.js';
import { POSTER_FAULTS } from '../words/pictures.js';
import { sayError } from '../words/say.js';
import { looksOfCuts } from './look-of-picture.js';
import type { Poster } from './poster-bank.js';

export interface PosterFault {
  readonly file: string;
  readonly message: string;
  readonly hint: string;
}

/** What stands in the folder of campaign pictures, and what of it could not be taken, each with why. */
export interface PosterBank {
  readonly posters: readonly Poster[];
  readonly faults: readonly PosterFault[];
}

const PICTURE = /\.(?:jpe?g|png|webp|gif|avif)$/i;

/**
 * A folder that an officer fills by hand: `<election>/<contest>/<number>/<any name>.jpg`. In a fixed order. Throws
 * `PermanentError` where the folder cannot be read.
 */
export async function readPosters(folder: string): Promise<PosterBank> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw new PermanentError(...sayError(POSTER_FAULTS.folder, 'id', { folder }), { cause });
  });
  const files = entries
    .filter((entry) => entry.isFile() && PICTURE.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length)
        .replace(/^[/\\]+/, ''),
    )
    .toSorted();
  const read = [];
  for (const file of files) read.push(await readPoster(folder, file));
  return {
    posters: read.filter((each) => 'looks' in each),
    faults: read.filter((each) => 'hint' in each),
  };
}

async function readPoster(folder: string, file: string): Promise<Poster | PosterFault> {
  const [election, contest, number, ...rest] = file.split(sep);
  if (rest.length !== 1 || !election || !/^\d+$/.test(number ?? '')) return faultOf('place', file);
  try {
    return {
      election,
      ticket: `${contest}/${number}`,
      file,
      looks: await looksOfCuts(await readFile(join(folder, file))),
    };
  } catch {
    // Whatever the decoder finds wrong with it: the officer is told which file, and the others stand.
    return faultOf('picture', file);
  }
}

function faultOf(kind: 'place' | 'picture', file: string): PosterFault {
  const [message, hint] = sayError(POSTER_FAULTS[kind], 'id', { file });
  return { file, message, hint };
}
