import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { everyMessage } from './every-message.js';
import { ROOT, sourceFiles } from './source-files.js';

/** Rooms whose texts all stand in `src/words`. */
const SILENT_ROOMS = [
  ...'web/src src/app src/cli src/console src/demo src/evidence src/intake src/mail src/platforms src/queues'.split(
    ' ',
  ),
  ...'src/links src/reach src/rules/elections src/rules/files src/services src/steps src/storage src/study'.split(' '),
];
/** What invented people say, and the one program that runs before anything is built. */
const SPEAKING = /^src\/(demo\/content\/|services\/locate\.mjs$)/;
/** Words that nearly every Indonesian sentence has one of, and no identifier of ours. */
const INDONESIAN =
  /(?<![\w-])(yang|tidak|dan|untuk|belum|sudah|dari|atau|dengan|harus|bukan|oleh|pada|agar|Anda)(?![\w-])/i;
/** Letters between two tags, and attributes that are read aloud or shown. */
const JSX_TEXT =
  />[^<>{}=;()&|]*\p{L}{3}[^<>{}=;()&|]*<\/|\b(?:title|label|aria-label|placeholder|alt)="[^"]*\p{L}{2}/u;
const COMMENT = /\/\*[\s\S]*?\*\/|(?<![:\w"'`])\/\/.*$/gm;
const LITERAL = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g;

/** Words of the catalogue that its English half never uses: whoever writes them writes Indonesian. */
async function catalogueWords(): Promise<ReadonlySet<string>> {
  const messages = (await everyMessage()).map(([, message]) => message);
  const english = new Set(messages.flatMap(({ en }) => wordsOf(en)));
  return new Set(messages.flatMap(({ id }) => wordsOf(id)).filter((word) => word.length > 3 && !english.has(word)));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/(?<![\w-])\p{L}+(?![\w-])/gu) ?? [];
}

/** The first text of a source that a person would read; comments may say what they like. */
function textIn(path: string, source: string): string | undefined {
  const code = source.replace(COMMENT, '');
  const found =
    INDONESIAN.exec(code)?.[0] ?? spokenIn(code) ?? (path.endsWith('.tsx') ? JSX_TEXT.exec(code)?.[0] : undefined);
  return found && `${path}: ${found.trim()}`;
}

/** A literal that is a title (`'Aturan'`) or holds a space, and speaks as the catalogue does. */
function spokenIn(code: string): string | undefined {
  return code.match(LITERAL)?.find((literal) => {
    const said = literal.replace(/\$\{[^}]*\}/g, '0').replace(/<[^<>]*>|\{[^{}]*\}/g, ''); // Nor is markup a text.
    if (said.startsWith("'--")) return false; // How an option is spelled, not what is said of it.
    const isText = /\s/.test(said) || /^.\p{Lu}\p{Ll}+.$/u.test(said);
    return isText && wordsOf(said).some((word) => vocabulary.has(word));
  });
}

const vocabulary = await catalogueWords();

describe('texts that people read', () => {
  it('stand in src/words and not where they are said', () => {
    const files = SILENT_ROOMS.flatMap(sourceFiles).filter((file) => !SPEAKING.test(file));
    expect(files.length).toBeGreaterThan(60);
    const texts = files.map((path) => textIn(path, readFileSync(join(ROOT, path), 'utf8')));
    expect(texts.filter((text) => text !== undefined)).toEqual([]);
  });

  it.each([
    "throw new PermanentError('Akun tidak ada.', hint);",
    'return <p className="dim">Memuat</p>;',
    'return <button title="Tutup" onClick={close} />;',
    "const subject = 'Rekap untuk ' + office;",
    "return { name: 'Aturan' };",
    "const detail = 'dilewati: ' + files;",
  ])('are found in %s', (source) => {
    expect(textIn('x.tsx', source)).toBeDefined();
  });

  it.each([
    '// Yang ini tidak dibaca siapa pun.',
    'const a: Array<string> = rows.map((row) => row.id);',
    'say(FRAME.close)',
    "log.info({ tanda: 'akun', file: 'daftar-akun.csv' });",
    "throw new TypeError('Expected text as a query value');",
  ])('are not seen in %s', (source) => {
    expect(textIn('x.tsx', source)).toBeUndefined();
  });
});
