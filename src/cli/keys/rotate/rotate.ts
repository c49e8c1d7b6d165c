import type { Core } from '../../../app/core.js';
import { beginFieldKeyChange } from '../../../config/change-field-key.js';
import { getFieldKeys } from '../../../config/keys.js';
import { readConfig } from '../../../config/read-config.js';
import { PermanentError } from '../../../domain/errors.js';
import { KEYS, KEYS_FROM_ENVIRONMENT } from '../../../words/cli/keys.js';
import { sayAdvice, sayIn } from '../../../words/say.js';
import { EXIT } from '../../exit.js';
import { withCore } from '../../with-core.js';
import { lockKeys } from '../lock-keys.js';

const say = sayIn('id');

/** About a quarter of a second of work: what is lost by a kill, and done again. */
const BATCH = 500;
/** The rest is in the output for programs. */
const MAX_SHOWN = 5;

export interface RotateFlags {
  readonly lost?: boolean;
  readonly json?: boolean;
}

/** `netra keys rotate`: begins a change of the key of NIPs or goes on with one, wherever it stopped. */
export async function runKeysRotate({ lost = false, json = false }: RotateFlags): Promise<number> {
  const print = (line: string) => process.stdout.write(`${line}\n`);
  const tell = json ? () => {} : print;
  tell(say((await begin({ lost })) ? KEYS.begun : KEYS.goesOn));
  return withCore(
    async (core) => {
      const done = await reseal(core, { isLost: lost, onBatch: (count) => tell(say(KEYS.soFar, { count })) });
      const left = await core.storage.nipKeys.countOthers();
      if (json) print(JSON.stringify({ ...done, left: left.opened }));
      tell(say(KEYS.resealed, { count: done.resealed }));
      if (done.unreadable.length > 0) {
        const ids = done.unreadable.slice(0, MAX_SHOWN).join(', ');
        tell(say(KEYS.unreadable, { count: done.unreadable.length, ids }));
      }
      tell(left.opened === 0 ? say(KEYS.nothingLeft) : say(KEYS.someLeft, { count: left.opened }));
      if (left.opened > 0) return EXIT.failed;
      return done.unreadable.length > 0 ? EXIT.broken : EXIT.ok;
    },
    { holdsNipKey: true },
  );
}

async function begin({ lost }: { lost: boolean }): Promise<boolean> {
  const { config, secrets } = readConfig(process.env);
  const { formerFieldKeys, isFromEnvironment } = getFieldKeys(config, secrets);
  if (isFromEnvironment) {
    // Ours to use, and not ours to change.
    if (formerFieldKeys.length > 0 || lost) return false;
    const { message, hint } = sayAdvice(KEYS_FROM_ENVIRONMENT, 'id');
    throw new PermanentError(message, hint);
  }
  if (lost) return false;
  const unlock = await lockKeys(config.dataDir);
  try {
    return beginFieldKeyChange(config.dataDir).isNew;
  } finally {
    unlock();
  }
}

async function reseal(
  { storage, clock }: Core,
  { isLost, onBatch }: { isLost: boolean; onBatch: (resealed: number) => void },
) {
  await storage.nipKeys.takeIntoUse({ at: clock(), actor: 'system:cli', isLost });
  const unreadable: string[] = [];
  let resealed = 0;
  for (let after: string | undefined; ; ) {
    const batch = await storage.nipKeys.resealBatch({ after, limit: BATCH });
    resealed += batch.resealed;
    unreadable.push(...batch.unreadable);
    after = batch.next;
    if (batch.resealed > 0) onBatch(resealed);
    if (after === undefined) return { resealed, unreadable };
  }
}
