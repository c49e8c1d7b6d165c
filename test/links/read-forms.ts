import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One way of handing on one act, and what it has to come to. */
export interface Form {
  readonly platform: string;
  /** The act: the same name in one file means the same canonical. */
  readonly act: string;
  readonly kind: string;
  readonly author: string | undefined;
  readonly id: string | undefined;
  readonly text: string;
}

const FOLDER = join(import.meta.dirname, 'forms');
const linesOf = (file: string) =>
  readFileSync(join(FOLDER, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

/** `\n` and `\uXXXX` as they are read; `\\` and `\/` are signs of the text. */
const unescaped = (line: string) =>
  line.replace(/\\(?:u([0-9a-f]{4})|n|\\)/g, (written, code?: string) =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : written === '\\n' ? '\n' : '\\',
  );
const known = (word: string | undefined) => (word === undefined || word === '-' ? undefined : word);

export const PLATFORM_FILES = readdirSync(FOLDER)
  .filter((file) => file !== 'dressings.txt')
  .map((file) => file.replace('.txt', ''));

/** The forms written down for a platform, in the order of its file. */
export function formsOf(platform: string, lines = linesOf(`${platform}.txt`)): readonly Form[] {
  let head: Omit<Form, 'text'> = { platform, act: '', kind: '', author: undefined, id: undefined };
  return lines.flatMap((line) => {
    const [, act, kind = '', author, id] = /^\[([^\]]+)\] (\S+) (\S+) (\S+)$/.exec(line) ?? [];
    if (act === undefined) return [{ ...head, text: unescaped(line) }];
    head = { platform, act, kind, author: known(author), id: known(id) };
    return [];
  });
}

const DRESSINGS = linesOf('dressings.txt');

/** The same link as people hand it on: inside sentences, brackets, redirects, archives. */
export function dressed(link: string): readonly string[] {
  const encoded = encodeURIComponent(link);
  const gaps: Readonly<Record<string, string>> = {
    link,
    encoded,
    twice: encodeURIComponent(encoded),
    bare: link.replace(/^https?:\/\//, ''),
    host: link.replace(/^https?:\/\/|^\/\//, ''),
    amp: link.replaceAll('&', '&amp;'),
    slashes: link.replaceAll('/', '\\/'),
    rest: link.replace(/^https/, ''),
  };
  return DRESSINGS.map((line) => unescaped(line.replace(/\{(\w+)\}/g, (gap, name: string) => gaps[name] ?? gap)));
}
