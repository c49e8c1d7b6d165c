import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { PermanentError } from '../../domain/errors.js';
import { readImportFile } from '../../intake/acts/read-import-file.js';
import { type ImportReport, importActivities } from '../../steps/import-activities.js';
import { FILE_FAULTS, IMPORTED } from '../../words/cli/files.js';
import { ACT_FILE_NOTES } from '../../words/intake/acts.js';
import { sayAdvice, sayIn } from '../../words/say.js';
import { SKIP_TERMS, termOf } from '../../words/terms.js';
import { EXIT } from '../exit.js';
import { toJson, writeErr, writeOut } from '../print.js';
import { createProgress } from '../progress.js';
import { withJudging } from '../with-judging.js';

const say = sayIn('id');

/** `netra import FILE`: exit 2 where lines could not be read, or none at all; the rest is in all the same. */
export async function runImport(file: string, { json }: { json: boolean }): Promise<number> {
  await assertReadable(file); // Before any server is started for nothing.
  return withJudging(async ({ core, importDeps }) => {
    const fileSha256 = await sha256Of(file);
    const progress = createProgress(say(IMPORTED.lines));
    const lines = readImportFile(file, { clock: core.clock, onNote: tell });
    const report = await importActivities(importDeps, lines, {
      actor: 'system:cli',
      fileSha256,
      onProgress: progress.set,
    });
    progress.stop();
    writeOut(json ? `${toJson(report)}\n` : toText(report));
    const isNothing = report.lines === 0;
    if (isNothing) tell(sayAdvice(ACT_FILE_NOTES.nothingRead, 'id', { file }));
    return isNothing || report.faults.length > 0 ? EXIT.badInput : EXIT.ok;
  });
}

/** Of the file as a whole; beside the report, which others may read as JSON. */
function tell({ message, hint }: { message: string; hint: string }): void {
  writeErr(`${say(IMPORTED.note, { problem: message, hint })}\n`);
}

async function assertReadable(file: string): Promise<void> {
  try {
    await access(file, constants.R_OK);
    if ((await stat(file)).isFile()) return;
  } catch (cause) {
    const { message, hint } = sayAdvice(FILE_FAULTS.cannotOpen, 'id', { file });
    throw new PermanentError(message, hint, { cause });
  }
  const { message, hint } = sayAdvice(FILE_FAULTS.notAFile, 'id', { file });
  throw new PermanentError(message, hint);
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

function toText({ lines, newActivities, knownActivities, cut, skipped, faults }: ImportReport): string {
  return `${[
    say(IMPORTED.head, { lines, added: newActivities, known: knownActivities, cut }),
    ...Object.entries(skipped).map(([reason, count]) =>
      say(IMPORTED.skipped, { reason: termOf(SKIP_TERMS, reason, 'id'), count }),
    ),
    ...faults.map(({ line, error, hint }) => say(IMPORTED.fault, { line, problem: error, hint })),
  ].join('\n')}\n`;
}
