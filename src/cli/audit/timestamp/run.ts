import { openStamping } from '../../../app/timestamps.js';
import { PermanentError } from '../../../domain/errors.js';
import { NO_AUTHORITY, STAMP } from '../../../words/cli/verify.js';
import { say, sayAdvice } from '../../../words/say.js';
import { EXIT } from '../../exit.js';
import { toJson, writeOut } from '../../print.js';
import { withCore } from '../../with-core.js';

/** `netra audit timestamp`: has the head of this moment stamped, whether this day has a stamp or not. */
export async function timestampAudit({ json }: { json: boolean }): Promise<number> {
  return withCore(async (core) => {
    const stamping = await openStamping(core);
    if (!stamping) {
      const { message, hint } = sayAdvice(NO_AUTHORITY, 'id');
      throw new PermanentError(message, hint);
    }
    const kept = await stamping.now();
    const at = kept?.at.toISOString() ?? '';
    if (json) writeOut(`${toJson(kept ? { seq: kept.seq, head: kept.head, at } : {})}\n`);
    else writeOut(`${kept ? say(STAMP.done, 'id', { head: kept.head, at }) : say(STAMP.empty, 'id')}\n`);
    return EXIT.ok;
  });
}
