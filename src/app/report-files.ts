import { join } from 'node:path';
import { getKeys } from '../config/keys.js';
import { subkeyOf } from '../domain/sealed-bytes.js';
import { type BroughtFiles, openBroughtFiles } from '../evidence/brought-files.js';
import { createScanCommand } from '../evidence/scan-command.js';
import type { UploadDeps } from '../intake/uploads/take-uploads.js';
import { UPLOAD_LIMITS } from '../intake/uploads/upload-limits.js';
import type { Core } from './core.js';
import { keepClearing } from './keep-clearing.js';
import type { PicturePool } from './picture-pool.js';

/** Files that people bring with reports: taken in, read again, and gone with their report. */
export interface ReportFiles {
  readonly uploads: UploadDeps;
  readonly files: BroughtFiles;
  readonly readPicture: PicturePool['readPicture'];
  close(): void;
}

/** Files of reports as they lie sealed. */
export function openBrought({ config, secrets, clock }: Pick<Core, 'config' | 'secrets' | 'clock'>) {
  const { hashKey } = getKeys(config, secrets, ['hashKey']);
  const key = subkeyOf(hashKey, 'netra brought file');
  return openBroughtFiles(join(config.dataDir, 'reports'), { key, now: clock() });
}

export async function openReportFiles(
  core: Pick<Core, 'config' | 'secrets' | 'clock' | 'storage' | 'failures'>,
  { drawPicture, readPicture }: Pick<PicturePool, 'drawPicture' | 'readPicture'>,
): Promise<ReportFiles> {
  const { config, clock, storage, failures } = core;
  const files = await openBrought(core);
  const scanFile = config.fileScanner && createScanCommand(config.fileScanner);
  const clearing = keepClearing(files, {
    clock,
    findNamed: async (ids) => {
      const { reports, campaignPictures } = storage;
      const used = await Promise.all([reports.findFilesInUse(ids), campaignPictures.findPosterFilesInUse(ids)]);
      return new Set(used.flatMap((some) => [...some]));
    },
    onFailed: (error) => failures.tell('report-files', error),
  });
  return {
    uploads: { limits: UPLOAD_LIMITS, drawPicture, keepFile: files.keepFile, scanFile },
    files,
    readPicture,
    close: clearing.stop,
  };
}
