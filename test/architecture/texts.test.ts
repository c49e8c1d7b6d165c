import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
/** Rooms whose texts all stand in `src/words`. */
const SILENT_ROOMS = ['web/src', 'src/console', 'src/mail'];
/** Words that nearly every Indonesian sentence has one of, and no identifier of ours. */
const INDONESIAN =
  /(?<![\w-])(yang|tidak|dan|untuk|belum|sudah|dari|atau|dengan|harus|bukan|oleh|pada|agar|Anda)(?![\w-])/i;
/** Letters between two tags, and attributes that are read aloud or shown. */
const JSX_TEXT =
  />[^<>{}=;()&|]*\p{L}{3}[^<>{}=;()&|]*<\/|\b(?:title|label|aria-label|placeholder|alt)="[^"]*\p{L}{2}/u;

/** The first text of a source that a person would read; comments may say what they like. */
function textIn(path: string, source: string): string | undefined {
  const code = source.replace(/\/\*[\s\S]*?\*\/|(?<![:\w"'`])\/\/.*$/gm, '');
  const found = INDONESIAN.exec(code)?.[0] ?? (path.endsWith('.tsx') ? JSX_TEXT.exec(code)?.[0] : undefined);
  return found && `${path}: ${found.trim()}`;
}

describe('texts that people read', () => {
  it('stand in src/words and not where they are said', () => {
    const files = SILENT_ROOMS.flatMap((room) =>
      readdirSync(join(ROOT, room), { recursive: true, withFileTypes: true })
        .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
        .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.test.ts')),
    );
    expect(files.length).toBeGreaterThan(60);
    const texts = files.map((path) => textIn(path, readFileSync(join(ROOT, path), 'utf8')));
    expect(texts.filter((text) => text !== undefined)).toEqual([]);
  });

  it.each([
    "throw new PermanentError('Akun tidak ada.', hint);",
    'return <p className="dim">Memuat</p>;',
    'return <button title="Tutup" onClick={close} />;',
    "const subject = 'Rekap untuk ' + office;",
  ])('are found in %s', (source) => {
    expect(textIn('x.tsx', source)).toBeDefined();
  });

  it.each([
    '// Yang ini tidak dibaca siapa pun.',
    'const a: Array<string> = rows.map((row) => row.id);',
    'say(FRAME.close)',
  ])('are not seen in %s', (source) => {
    expect(textIn('x.tsx', source)).toBeUndefined();
  });
});
