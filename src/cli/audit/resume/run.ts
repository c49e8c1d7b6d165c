import { writeOut } from '../../print.js';
import { withCore } from '../../with-core.js';
import { readHeads } from '../read-heads.js';
import { type ResumeOptions, runAuditResume } from './resume.js';

export async function resumeAudit(options: ResumeOptions): Promise<number> {
  const heads = await readHeads({ heads: options.head ?? [], headsFile: options.heads });
  return withCore(({ storage, clock }) =>
    runAuditResume({ audit: storage.audit, clock, write: writeOut }, { ...options, heads }),
  );
}
