import { readFile } from 'node:fs/promises';
import { type OutsideHead, parseHead } from '../../domain/audit-outside.js';
import { PermanentError } from '../../domain/errors.js';
import { BAD_HEAD, NO_HEADS_FILE } from '../../words/cli/verify.js';
import { sayAdvice } from '../../words/say.js';

/** From the command line and a file with one a line; empty lines count for nothing. A slip in copying is refused. */
export async function readHeads({
  heads,
  headsFile,
}: {
  heads: readonly string[];
  headsFile: string | undefined;
}): Promise<OutsideHead[]> {
  const lines = headsFile === undefined ? [] : (await readLines(headsFile)).filter((line) => line.trim() !== '');
  return [...heads, ...lines].map((text) => {
    const head = parseHead(text);
    if (head) return head;
    const { message, hint } = sayAdvice(BAD_HEAD, 'id', { head: text.slice(0, 80) });
    throw new PermanentError(message, hint);
  });
}

async function readLines(path: string): Promise<string[]> {
  try {
    return (await readFile(path, 'utf8')).split(/\r\n|\r|\n/);
  } catch (error) {
    const { message, hint } = sayAdvice(NO_HEADS_FILE, 'id', { path });
    throw new PermanentError(message, hint, { cause: error });
  }
}
