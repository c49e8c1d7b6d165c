import { openPicturePool } from '../../../app/picture-pool.js';
import { openBrought } from '../../../app/report-files.js';
import { takeUploads } from '../../../intake/uploads/take-uploads.js';
import { UPLOAD_LIMITS } from '../../../intake/uploads/upload-limits.js';
import { looksOfCuts } from '../../../pictures/look-of-picture.js';
import { loadElections } from '../../../rules/elections/load-elections.js';
import { CAMPAIGN_PICTURES } from '../../../words/cli/files.js';
import { sayIn } from '../../../words/say.js';
import { EXIT } from '../../exit.js';
import { toJson, writeErr, writeOut } from '../../print.js';
import { withCore } from '../../with-core.js';
import { importPosters } from './import-posters.js';

const say = sayIn('id');

/** Registers a folder of campaign pictures in the name of somebody who may. */
export function runPostersImport(folder: string, { by, json }: { by: string; json?: boolean }): Promise<number> {
  return withCore(async (core) => {
    const { storage, clock, config } = core;
    const files = await openBrought(core);
    const pool = openPicturePool();
    const { drawPicture } = pool;
    const { elections } = await loadElections(config.electionsDir);
    const deps = {
      ...storage,
      elections,
      takeFiles: (brought: readonly Uint8Array[]) =>
        takeUploads(brought, { limits: UPLOAD_LIMITS, drawPicture, keepFile: files.keepFile }),
      readFile: files.readFile,
      looksOfPicture: looksOfCuts,
      clock,
    };
    try {
      const { added, known, faults } = await importPosters(deps, { folder, username: by });
      for (const { message, hint } of faults) writeErr(`${message} ${hint}\n`);
      const counts = { added, known, refused: faults.length };
      writeOut(json ? `${toJson(counts)}\n` : `${say(CAMPAIGN_PICTURES.imported, counts)}\n`);
      return faults.length > 0 ? EXIT.badInput : EXIT.ok;
    } finally {
      await pool.close();
    }
  });
}
