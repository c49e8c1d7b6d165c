import { withCore } from '../../with-core.js';
import { runAuditVerify } from './verify.js';

export function verifyAudit({ json }: { json: boolean }): Promise<number> {
  return withCore((core) =>
    runAuditVerify({ audit: core.storage.audit, write: (text) => process.stdout.write(text) }, { json }),
  );
}
