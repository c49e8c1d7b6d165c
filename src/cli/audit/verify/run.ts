import { writeOut } from '../../print.js';
import { withCore } from '../../with-core.js';
import { checkTimestamps } from '../check-timestamps.js';
import { readHeads } from '../read-heads.js';
import { runAuditVerify } from './verify.js';

export async function verifyAudit(options: {
  json: boolean;
  heads: readonly string[];
  headsFile: string | undefined;
}): Promise<number> {
  const { json } = options;
  const heads = await readHeads(options);
  return withCore((core) =>
    runAuditVerify(
      {
        audit: core.storage.audit,
        checkTimestamps: () => checkTimestamps(core),
        write: writeOut,
      },
      { json, heads },
    ),
  );
}
