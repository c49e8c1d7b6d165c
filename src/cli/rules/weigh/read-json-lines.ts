import { readFile } from 'node:fs/promises';

/** The lines of a file that hold something, with their numbers; `undefined` for one that is no JSON. */
export async function readJsonLines(path: string): Promise<{ line: number; value: unknown }[]> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  return lines.flatMap((text, i) => (text.trim() === '' ? [] : [{ line: i + 1, value: parsed(text) }]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
