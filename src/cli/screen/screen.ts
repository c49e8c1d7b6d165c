import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { MAX_TEXT_LENGTH } from '../../domain/activity.js';
import type { Clock } from '../../domain/clock.js';
import { explainError } from '../../domain/errors.js';
import { type Screener, type ScreenInput, withoutPoints } from '../../domain/screening.js';
import type { LineFault as ReadFault, TextLine } from '../../intake/files/line-splitter.js';
import { readLines } from '../../intake/files/read-lines.js';
import { loadSet } from '../../rules/load-set.js';
import { SCREENED } from '../../words/cli/screen.js';
import { say } from '../../words/say.js';
import { toJson } from '../print.js';
import { type LineFault, lineFault } from './line-fault.js';
import { parseScreenLine } from './screen-line.js';

export const SCREEN_EXIT = { ok: 0, cannotStart: 1, someLinesFailed: 2 } as const;

export interface ScreenOptions {
  readonly input: Readable;
  readonly output: Writable;
  /** Where people read what went wrong; the answers go to `output`. */
  readonly errors: { write(text: string): unknown };
  readonly rulesDir: string;
  readonly electionsDir?: string;
  /** Where parsed election files are kept, so that the first answer comes at once; none by default. */
  readonly cacheDir?: string;
  /** Answers say how each marked act came to the line. */
  readonly withPoints?: boolean | undefined;
  readonly clock?: Clock;
}

/**
 * Screens the lines of `input` (design.md section 6), one answer a line in the same order. Holds one chunk of lines
 * in memory and waits for a slow reader. Resolves with the exit code; throws nothing that an input can cause.
 */
export async function runScreen(options: ScreenOptions): Promise<number> {
  const { input, output, errors, clock = () => new Date() } = options;
  let screener: Screener;
  try {
    const { rulesDir, electionsDir, cacheDir } = options;
    screener = (await loadSet({ rulesDir, electionsDir, cacheDir })).screener;
  } catch (error) {
    const { message, hint } = explainError(error);
    errors.write(`${message}\n${message.includes(hint) ? '' : `  hint: ${hint}\n`}`);
    return SCREEN_EXIT.cannotStart;
  }
  const run = new ScreenRun(screener, { clock, withPoints: options.withPoints ?? false });
  let isReaderGone = false;
  output.on('error', () => {
    isReaderGone = true;
  });
  for await (const lines of readLines(input)) {
    const answer = lines.map((line) => run.answer(line)).join('');
    if (isReaderGone) return SCREEN_EXIT.ok;
    if (answer !== '' && !output.write(answer)) await waitUntilTaken(output);
  }
  for (const note of run.notes()) errors.write(`${note}\n`);
  return run.failed > 0 ? SCREEN_EXIT.someLinesFailed : SCREEN_EXIT.ok;
}

/** Until the reader has taken what was written, or has gone. */
async function waitUntilTaken(output: Writable): Promise<void> {
  const done = new AbortController();
  const { signal } = done;
  await Promise.race([once(output, 'drain', { signal }), once(output, 'close', { signal })]).finally(() =>
    done.abort(),
  );
}

const LINE_FAULT: Record<ReadFault, LineFault> = {
  utf16: 'utf16',
  workbook: 'workbook',
  notUtf8: 'not_utf8',
  tooLong: 'too_long',
};

class ScreenRun {
  readonly #screener: Screener;
  readonly #clock: Clock;
  readonly #withPoints: boolean;
  failed = 0;
  #screened = 0;
  #inStage = 0;
  #cut = 0;
  #future = 0;

  constructor(screener: Screener, { clock, withPoints }: { clock: Clock; withPoints: boolean }) {
    this.#screener = screener;
    this.#clock = clock;
    this.#withPoints = withPoints;
  }

  /** The answer to one line with its line end; nothing for an empty line. */
  answer(line: TextLine): string {
    if ('fault' in line) return this.#fail(null, lineFault(LINE_FAULT[line.fault]));
    if (line.text.trim() === '') return '';
    const read = parseScreenLine(line.text);
    if (!read.ok) return this.#fail(read.id, read.error);
    this.#count(read.input);
    const result = this.#screener.screen(read.input);
    this.#screened++;
    if (result.stage !== null) this.#inStage++;
    // The answer's format is older than points: they come where they are asked for.
    const told = this.#withPoints || result.points === undefined ? result : withoutPoints(result);
    return `${toJson(read.restore(told))}\n`;
  }

  notes(): string[] {
    return [
      // Else a run that could mark nobody would read as one that found nothing.
      ...(this.#screened > 0 && this.#inStage === 0 ? [say(SCREENED.noStage, 'id')] : []),
      ...(this.#cut > 0 ? [say(SCREENED.cut, 'id', { lines: this.#cut, max: MAX_TEXT_LENGTH })] : []),
      ...(this.#future > 0 ? [say(SCREENED.future, 'id', { lines: this.#future })] : []),
      ...(this.failed > 0 ? [say(SCREENED.failed, 'id', { lines: this.failed })] : []),
    ];
  }

  #count(input: ScreenInput): void {
    const texts = [input.text, input.target?.text, ...(input.media ?? []).map((m) => m.text)];
    if (texts.some((text) => (text?.length ?? 0) > MAX_TEXT_LENGTH)) this.#cut++;
    if (Date.parse(input.publishedAt) > this.#clock().getTime()) this.#future++;
  }

  #fail(id: string | null, error: string): string {
    this.failed++;
    return `${toJson({ id, error })}\n`;
  }
}
