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

/** One picture by its place. */
export type PosterFile = Pick<Poster, 'file' | 'election' | 'ticket'>;

/**
 * A folder that an officer fills by hand: `<election>/<contest>/<number>/<any name>.jpg`. In a fixed order. Throws
 * `PermanentError` where the folder cannot be read.
 */
export async function readPosters(folder: string): Promise<PosterBank> {
  const { files, faults } = await listPosterFiles(folder);
  const read = [];
  for (const file of files) read.push(await readPoster(folder, file));
  const unread = read.filter((each) => 'hint' in each);
  return {
    posters: read.filter((each) => 'looks' in each),
    faults: [...faults, ...unread].toSorted((one, other) => (one.file < other.file ? -1 : 1)),
  };
}

/** What lies there by its names alone; no picture is opened. Throws as `readPosters` does. */
export async function listPosterFiles(
  folder: string,
): Promise<{ readonly files: readonly PosterFile[]; readonly faults: readonly PosterFault[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw new PermanentError(...sayError(POSTER_FAULTS.folder, 'id', { folder }), { cause });
  });
  const found = entries
    .filter((entry) => entry.isFile() && PICTURE.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length)
        .replace(/^[/\\]+/, ''),
    )
    .toSorted()
    .map(placeOf);
  return {
    files: found.filter((each) => 'ticket' in each),
    faults: found.filter((each) => 'hint' in each),
  };
}

function placeOf(file: string): PosterFile | PosterFault {
  const [election, contest, number, ...rest] = file.split(sep);
  if (rest.length !== 1 || !election || !/^\d+$/.test(number ?? '')) return posterFault('place', file);
  return { file, election, ticket: `${contest}/${number}` };
}

async function readPoster(folder: string, poster: PosterFile): Promise<Poster | PosterFault> {
  try {
    return { ...poster, looks: await looksOfCuts(await readFile(join(folder, poster.file))) };
  } catch {
    // Whatever the decoder finds wrong with it: the officer is told which file, and the others stand.
    return posterFault('picture', poster.file);
  }
}

export function posterFault(kind: Exclude<keyof typeof POSTER_FAULTS, 'folder'>, file: string): PosterFault {
  const [message, hint] = sayError(POSTER_FAULTS[kind], 'id', { file });
  return { file, message, hint };
}
