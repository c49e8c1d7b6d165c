import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toJson } from '../../src/cli/print.js';
import { withoutCommands } from '../../src/words/printable.js';
import { ROOT, sourceFiles } from './source-files.js';

/** Bars and waiting lines, which move the cursor on purpose and hold no word of anybody; the one writer; answers by the line. */
const MAY_WRITE = ['link/run', 'print', 'progress', 'say-when-slow', 'screen/run'].map((file) => `src/cli/${file}.ts`);
/** Quoted inside of a sentence that `writeErr` cleans, or looked at and never printed. */
const MAY_QUOTE = ['src/cli/rules/explain/asked.ts', 'src/cli/rules/test/sample-text.ts'];

const commands = sourceFiles('src/cli');
const holding = (pattern: RegExp) => commands.filter((path) => pattern.test(readFileSync(join(ROOT, path), 'utf8')));

describe('what a command prints', () => {
  it('goes through `writeOut` and `writeErr` of src/cli/print.ts, which take away what a terminal would obey', () => {
    const direct = holding(/process\.std(?:out|err)\b(?!\.isTTY)|console\.\w+\(/);
    expect(direct.filter((path) => !MAY_WRITE.includes(path))).toEqual([]);
  });

  it('is JSON by `toJson` of src/cli/print.ts wherever it is JSON', () => {
    const own = [...MAY_QUOTE, 'src/cli/print.ts', 'src/cli/screen/line-fault.ts'];
    expect(holding(/JSON\.stringify\(/).filter((path) => !own.includes(path))).toEqual([]);
  });

  /** An erased line, a C1 command of one byte, two that turn the direction round, a line end of its own, one nobody sees. */
  const HOSTILE = 'utuh\u001b[2K\u009b2K\u202eolleh\u2066\u2028baris\u200b\u{e0041}\u007f';

  it('says the same in JSON with signs that can all be seen', () => {
    const line = toJson({ [HOSTILE]: [HOSTILE] });
    expect(line).toMatch(/^[\x20-\x7e]+$/);
    expect(JSON.parse(line)).toEqual({ [HOSTILE]: [HOSTILE] });
    expect(toJson('Ayo 👨‍👩‍👧 ke TPS')).toBe('"Ayo 👨\\u200d👩\\u200d👧 ke TPS"');
  });

  it('commands nothing in a text, and leaves lines, tabs and joined signs as they are', () => {
    expect(withoutCommands(HOSTILE)).toBe('utuh\uFFFD[2K\uFFFD2K\uFFFDolleh\uFFFD\uFFFDbaris\u200b\u{e0041}\uFFFD');
    expect(withoutCommands('a\n\tb 👨‍👩‍👧')).toBe('a\n\tb 👨‍👩‍👧');
    expect(withoutCommands('baik\r\nbohong\r')).toBe('baik\uFFFD\nbohong\uFFFD');
  });
});
