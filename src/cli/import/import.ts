import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { readRuleFolders } from '../../config/rule-folders.js';
import type { Clock } from '../../domain/clock.js';
import { PermanentError } from '../../domain/errors.js';
import { type OpenedFile, openImportFile } from '../../intake/acts/open-import-file.js';
import { checkMappings } from '../../intake/formats/mapping-folder.js';
import { type ImportDeps, importActivities } from '../../steps/import-activities.js';
import { tryImportDeps } from '../../steps/try-import.js';
import { FILE_FAULTS, IMPORTED } from '../../words/cli/files.js';
import { ACT_FILE_NOTES } from '../../words/intake/acts.js';
import { MAPPING_NOT_USED } from '../../words/intake/formats.js';
import { sayAdvice, sayIn } from '../../words/say.js';
import { EXIT } from '../exit.js';
import { toJson, writeErr, writeOut } from '../print.js';
import { createProgress } from '../progress.js';
import { withCore } from '../with-core.js';
import { withJudging } from '../with-judging.js';
import { toText } from './import-report.js';

const say = sayIn('id');

export interface ImportCommand {
  readonly as?: string | undefined;
  readonly isDryRun: boolean;
  readonly json: boolean;
}

interface Run extends ImportCommand {
  readonly file: string;
  readonly opened: OpenedFile;
}

/** `netra import FILE`: exit 2 where lines could not be read, or none at all; the rest is in all the same. */
export async function runImport(file: string, command: ImportCommand): Promise<number> {
  await assertReadable(file); // Before any server is started for nothing.
  const { mappings, issues } = await checkMappings(readRuleFolders(process.env).rulesDir);
  for (const { path, problem, hint } of issues) tell(sayAdvice(MAPPING_NOT_USED, 'id', { path, problem, hint }));
  const opened = await openImportFile(file, { as: command.as, mappings });
  const run = { ...command, file, opened };
  if (!command.isDryRun) return withJudging(({ core, importDeps }) => importFile(run, importDeps, core.clock));
  return withCore((core) =>
    importFile(
      run,
      tryImportDeps({
        accounts: core.storage.accounts,
        activities: core.storage.activities,
        activityId: core.activityId,
        clock: core.clock,
      }),
      core.clock,
    ),
  );
}

async function importFile({ file, opened, json, isDryRun }: Run, deps: ImportDeps, clock: Clock): Promise<number> {
  const fileSha256 = await sha256Of(file);
  const progress = createProgress(say(IMPORTED.lines));
  const lines = opened.read({ clock, onNote: tell });
  const report = await importActivities(deps, lines, {
    actor: 'system:cli',
    fileSha256,
    onProgress: progress.set,
  });
  progress.stop();
  const { name, columns, leftAlone, drift, wasTold, format } = opened.recognition;
  const recognised = { format: name, status: format.status, wasTold, columns, leftAlone, drift };
  if (json) writeOut(`${toJson({ ...report, isDryRun, recognised })}\n`);
  else writeOut(toText(report, opened.recognition, { isDryRun }));
  const isNothing = report.lines === 0;
  if (isNothing) tell(sayAdvice(ACT_FILE_NOTES.nothingRead, 'id', { file }));
  return isNothing || report.faults.length > 0 ? EXIT.badInput : EXIT.ok;
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
