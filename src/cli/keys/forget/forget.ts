import type { Core } from '../../../app/core.js';
import { forgetFormerFieldKeys } from '../../../config/change-field-key.js';
import { getFieldKeys } from '../../../config/keys.js';
import { PermanentError } from '../../../domain/errors.js';
import { KEY_MAY_BE_ELSEWHERE, KEY_STILL_NEEDED, KEYS } from '../../../words/cli/keys.js';
import { sayError, sayIn } from '../../../words/say.js';
import { EXIT } from '../../exit.js';
import { toJson, writeOut } from '../../print.js';
import { withCore } from '../../with-core.js';
import { withLockedKeys } from '../lock-keys.js';

const say = sayIn('id');

export interface ForgetFlags {
  readonly lost?: boolean;
  readonly json?: boolean;
}

/** `netra keys forget`: drops what opens nothing any more; says so where the keys are somebody else's to change. */
export function runKeysForget({ lost = false, json = false }: ForgetFlags): Promise<number> {
  const run = async (core: Core) => {
    const { count, says, unreadable } = await forget(core, { isLost: lost });
    const lines = [say(says), ...(unreadable > 0 ? [say(KEYS.neverOpens, { count: unreadable })] : [])];
    if (json) writeOut(`${toJson({ forgotten: count, unreadable })}\n`);
    else writeOut(`${lines.join('\n')}\n`);
    return EXIT.ok;
  };
  return withLockedKeys(() => withCore(run, { holdsNipKey: true }));
}

async function forget({ config, secrets, storage, clock }: Core, { isLost }: { isLost: boolean }) {
  const { fieldKey, formerFieldKeys, isFromEnvironment } = getFieldKeys(config, secrets);
  const count = formerFieldKeys.length;
  if (count === 0) {
    const { unreadable } = await storage.nipKeys.countOthers();
    return { count, unreadable, says: KEYS.noneToForget };
  }
  const unreadable = await countNeverOpened(storage.nipKeys, { at: clock(), isLost });
  if (isFromEnvironment) return { count: 0, unreadable, says: KEYS.forgetByHand };
  const event = { at: clock(), actor: 'system:cli', action: 'nip_key_forgotten', subject: 'nip' } as const;
  await storage.audit.appendEntry({ ...event, details: { count } });
  forgetFormerFieldKeys(config.dataDir, fieldKey);
  return { count, unreadable, says: KEYS.forgotten };
}

/** Throws PermanentError unless everything is sealed with the key in use, and will be. */
async function countNeverOpened(
  nipKeys: Core['storage']['nipKeys'],
  { at, isLost }: { at: Date; isLost: boolean },
): Promise<number> {
  await nipKeys.checkInUse();
  // First the claim, then the count: since the key is in use, whoever still seals with a former one is refused.
  await nipKeys.takeIntoUse({ at, actor: 'system:cli' });
  const { opened, unreadable } = await nipKeys.countOthers();
  if (opened > 0) throw new PermanentError(...sayError(KEY_STILL_NEEDED, 'id', { count: opened }));
  if (unreadable > 0 && !isLost)
    throw new PermanentError(...sayError(KEY_MAY_BE_ELSEWHERE, 'id', { count: unreadable }));
  return unreadable;
}
