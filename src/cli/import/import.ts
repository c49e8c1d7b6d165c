import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { PermanentError } from '../../domain/errors.js';
import { readImportFile } from '../../intake/acts/read-import-file.js';
import { type ImportReport, importActivities } from '../../steps/import-activities.js';
import { SKIP_TERMS, termOf } from '../../words/terms.js';
import { EXIT } from '../exit.js';
import { createProgress } from '../progress.js';
import { withJudging } from '../with-judging.js';

/** `netra import FILE`: exit 2 where lines could not be read; the rest is in all the same. */
export async function runImport(file: string, { json }: { json: boolean }): Promise<number> {
  await assertReadable(file); // Before any server is started for nothing.
  return withJudging(async ({ core, importDeps }) => {
    const fileSha256 = await sha256Of(file);
    const progress = createProgress('baris');
    const report = await importActivities(importDeps, readImportFile(file, { clock: core.clock }), {
      actor: 'system:cli',
      fileSha256,
      onProgress: progress.set,
    });
    progress.stop();
    process.stdout.write(json ? `${JSON.stringify(report)}\n` : toText(report));
    return report.faults.length > 0 ? EXIT.badInput : EXIT.ok;
  });
}

async function assertReadable(file: string): Promise<void> {
  try {
    await access(file, constants.R_OK);
    if ((await stat(file)).isFile()) return;
  } catch (cause) {
    throw new PermanentError(`Berkas ${file} tidak dapat dibuka.`, 'Periksa nama dan hak baca berkasnya.', { cause });
  }
  throw new PermanentError(`${file} bukan berkas.`, 'Tulis nama satu berkas NDJSON atau CSV, bukan folder.');
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

function toText(report: ImportReport): string {
  const skipped = Object.entries(report.skipped).map(
    ([reason, count]) => `  dilewati, ${termOf(SKIP_TERMS, reason, 'id')}: ${count}`,
  );
  const faults = report.faults.map((f) => `  baris ${f.line}: ${f.error}\n    langkah berikut: ${f.hint}`);
  const head = `${report.lines} baris: ${report.newActivities} baru, ${report.knownActivities} sudah dikenal, ${report.cut} dipotong`;
  return `${[head, ...skipped, ...faults].join('\n')}\n`;
}
