import { join, relative } from 'node:path';
import { LANGUAGES } from '../../src/words/language.js';
import type { Message } from '../../src/words/say.js';
import { ROOT, sourceFiles } from './source-files.js';

const WORDS = 'src/words';

/** Every message of the catalogue by its path: `console/queue.ts QUEUE.why.first`. */
export async function everyMessage(): Promise<[path: string, message: Message][]> {
  const files = sourceFiles(WORDS).filter((file) => file !== `${WORDS}/language.ts`);
  const found = await Promise.all(
    files.map(async (file) => messagesIn(await import(join(ROOT, file)), `${relative(WORDS, file)} `)),
  );
  return found.flat();
}

function messagesIn(value: unknown, path: string): [string, Message][] {
  if (typeof value !== 'object' || value === null) return [];
  if (LANGUAGES.some((language) => typeof (value as Message)[language] === 'string')) return [[path, value as Message]];
  return Object.entries(value).flatMap(([key, inner]) => messagesIn(inner, `${path}.${key}`));
}
