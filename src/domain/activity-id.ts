import { createHmac, createSecretKey } from 'node:crypto';
import type { ActivityTarget, CollectedActivity } from './activity.js';
import type { Platform } from './platform.js';

/** What makes two readings of one act the same act: an edited text is a new one. */
export type ActivityContent = Pick<CollectedActivity, 'kind' | 'text' | 'target' | 'media'>;

/**
 * Names an act by HMAC-SHA-256 over platform, external id and content, base64url, 43 characters. Keyed, so that the
 * hash that stays of an unmarked act cannot be matched against the public post without the key.
 */
export function createActivityId(hashKey: Buffer) {
  // Made once: from bytes, each HMAC would make its own.
  const key = createSecretKey(hashKey);
  return (platform: Platform, externalId: string, content: ActivityContent): string =>
    createHmac('sha256', key)
      .update(canonicalOf(platform, externalId, content))
      .digest('base64url');
}

// Arrays, not objects: the order of keys must not matter, and an absent field must differ from an empty one.
function canonicalOf(platform: Platform, externalId: string, { kind, text, target, media }: ActivityContent): string {
  const mediaTexts = (media ?? []).map((item) => item.text ?? null);
  return JSON.stringify(['activity', platform, externalId, kind, text, target ? aimOf(target) : null, mediaTexts]);
}

function aimOf({ account, text, url, quoted }: ActivityTarget): unknown[] {
  const aim = [account ? [account.platform, account.handle] : null, text ?? null, url ?? null];
  // format: added only where it is there, so that the id of an act with one aim has no trace of a second.
  return quoted ? [...aim, aimOf(quoted)] : aim;
}
