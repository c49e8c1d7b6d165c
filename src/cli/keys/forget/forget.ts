import type { Core } from '../../../app/core.js';
import { forgetFormerFieldKeys } from '../../../config/change-field-key.js';
import { getFieldKeys } from '../../../config/keys.js';
import { PermanentError } from '../../../domain/errors.js';
import { KEY_STILL_NEEDED, KEYS } from '../../../words/cli/keys.js';
import { sayAdvice, sayIn } from '../../../words/say.js';
import { EXIT } from '../../exit.js';
import { withCore } from '../../with-core.js';
import { lockKeys } from '../lock-keys.js';

const say = sayIn('id');

export interface ForgetFlags {
  readonly json?: boolean;
}

/** `netra keys forget`: drops what opens nothing any more; says so where the keys are somebody else's to change. */
export function runKeysForget({ json = false }: ForgetFlags): Promise<number> {
  return withCore(
    async (core) => {
      const { opened, unreadable } = await core.storage.nipKeys.countOthers();
      if (opened > 0) {
        const { message, hint } = sayAdvice(KEY_STILL_NEEDED, 'id', { count: opened });
        throw new PermanentError(message, hint);
      }
      const done = await forget(core);
      const lines = [say(done.says), ...(unreadable > 0 ? [say(KEYS.neverOpens, { count: unreadable })] : [])];
      if (json) process.stdout.write(`${JSON.stringify({ forgotten: done.count, unreadable })}\n`);
      else process.stdout.write(`${lines.join('\n')}\n`);
      return EXIT.ok;
    },
    { holdsNipKey: true },
  );
}

async function forget({ config, secrets, storage, clock }: Core) {
  const unlock = await lockKeys(config.dataDir);
  try {
    const { formerFieldKeys, isFromEnvironment } = getFieldKeys(config, secrets);
    const count = formerFieldKeys.length;
    if (count === 0) return { count, says: KEYS.noneToForget };
    if (isFromEnvironment) return { count: 0, says: KEYS.forgetByHand };
    // What is here belongs to the key in use: since that is so, whoever still seals with a former one is refused.
    await storage.nipKeys.takeIntoUse({ at: clock(), actor: 'system:cli' });
    const event = { at: clock(), actor: 'system:cli', action: 'nip_key_forgotten', subject: 'nip' } as const;
    await storage.audit.appendEntry({ ...event, details: { count } });
    forgetFormerFieldKeys(config.dataDir);
    return { count, says: KEYS.forgotten };
  } finally {
    unlock();
  }
}
