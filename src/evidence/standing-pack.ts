import { canonicalText } from '../domain/canonical-json.js';
import { PermanentError } from '../domain/errors.js';
import type { EvidenceSeal } from '../domain/evidence.js';
import { PACK_FAULTS } from '../words/adapters/evidence.js';
import { sayError } from '../words/say.js';
import type { EvidenceRequest } from './evidence-capturer.js';
import type { EvidenceStore } from './evidence-store.js';
import { openPacks } from './open-packs.js';
import { sealOf } from './seal-pack.js';

/** What stands where a pack is to be sealed was not left there by a capture of this act. */
export class ForeignPackError extends PermanentError {
  constructor(flagId: string) {
    super(...sayError(PACK_FAULTS.foreign, 'id', { flag: flagId }));
  }
}

/**
 * The seal of a pack that a capture left behind before its flag was opened. A pack that is not whole, or holds another
 * act, was put there: sealing it would make it evidence.
 */
export async function sealOfStanding(
  store: EvidenceStore,
  request: EvidenceRequest,
  manifest: Uint8Array,
): Promise<EvidenceSeal> {
  const { flagId, activity } = request;
  const seal = sealOf(flagId, manifest);
  const { content } = await openPacks(store).readItem({ flagId, ...seal }, 'activity.json');
  if (!content || spellAct(readAct(content)) !== spellAct(activity)) throw new ForeignPackError(flagId);
  return seal;
}

function readAct(content: Uint8Array): Record<string, unknown> | undefined {
  try {
    return JSON.parse(Buffer.from(content).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Without the account: its region and position may have changed in the registry since. */
function spellAct(activity: Record<string, unknown> | undefined): string {
  return canonicalText({ ...activity, account: undefined });
}
