import type { Core } from '../../../app/core.js';
import { beginFieldKeyChange } from '../../../config/change-field-key.js';
import { getFieldKeys } from '../../../config/keys.js';
import { readConfig } from '../../../config/read-config.js';
import { PermanentError } from '../../../domain/errors.js';
import { KEYS, KEYS_FROM_ENVIRONMENT } from '../../../words/cli/keys.js';
import { sayError, sayIn } from '../../../words/say.js';
import { EXIT } from '../../exit.js';
import { toJson, writeOut } from '../../print.js';
import { withCore } from '../../with-core.js';
import { withLockedKeys } from '../lock-keys.js';

const say = sayIn('id');

/** About a quarter of a second of work: what is lost by a kill, and done again. */
const BATCH = 500;
/** The rest is in the output for programs. */
const MAX_SHOWN = 5;

export interface RotateFlags {
  readonly lost?: boolean;
  readonly json?: boolean;
}

type Tell = (line: string) => void;

/** `netra keys rotate`: begins a change of the key of NIPs or goes on with one, wherever it stopped. */
export function runKeysRotate({ lost = false, json = false }: RotateFlags): Promise<number> {
  const print = (line: string) => writeOut(`${line}\n`);
  const tell = json ? () => {} : print;
  return withLockedKeys(async () => {
    if (!lost) tell(say(begin() ? KEYS.begun : KEYS.goesOn));
    return withCore(
      async (core) => {
        await takeIntoUse(core, { isLost: lost, tell });
        const done = await reseal(core, (count) => tell(say(KEYS.soFar, { count })));
        const left = await core.storage.nipKeys.countOthers();
        if (json) print(toJson({ ...done, left: left.opened }));
        tellWhatIsLeft(tell, { ...done, left: left.opened });
        if (left.opened > 0) return EXIT.failed;
        return done.unreadable.length > 0 ? EXIT.broken : EXIT.ok;
      },
      { holdsNipKey: true },
    );
  });
}

function tellWhatIsLeft(
  tell: Tell,
  { resealed, unreadable, left }: { resealed: number; unreadable: readonly string[]; left: number },
): void {
  tell(say(KEYS.resealed, { count: resealed }));
  if (left > 0) tell(say(KEYS.someLeft, { count: left }));
  if (unreadable.length > 0) {
    tell(say(KEYS.unreadable, { count: unreadable.length, ids: unreadable.slice(0, MAX_SHOWN).join(', ') }));
    tell(say(KEYS.lookForKey));
  } else if (left === 0) tell(say(KEYS.nothingLeft));
}

/** Whether a new key was made. */
function begin(): boolean {
  const { config, secrets } = readConfig(process.env);
  const { formerFieldKeys, isFromEnvironment } = getFieldKeys(config, secrets);
  if (!isFromEnvironment) return beginFieldKeyChange(config.dataDir).isNew;
  // Ours to use, and not ours to change.
  if (formerFieldKeys.length > 0) return false;
  throw new PermanentError(...sayError(KEYS_FROM_ENVIRONMENT, 'id'));
}

async function takeIntoUse(
  { config, secrets, storage, clock }: Core,
  { isLost, tell }: { isLost: boolean; tell: Tell },
): Promise<void> {
  const { isNew, givenUp } = await storage.nipKeys.takeIntoUse({ at: clock(), actor: 'system:cli', isLost });
  if (!isLost) return;
  const isUnderWay = isNew || getFieldKeys(config, secrets).formerFieldKeys.length > 0;
  if (givenUp !== undefined) tell(say(KEYS.givenUp));
  else tell(say(isUnderWay ? KEYS.goesOn : KEYS.nothingLost));
}

async function reseal({ storage }: Core, onBatch: (resealed: number) => void) {
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
