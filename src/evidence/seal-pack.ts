import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../domain/canonical-json.js';
import { PermanentError } from '../domain/errors.js';
import {
  BROUGHT_BY,
  broughtTypeOf,
  EVIDENCE_ITEMS,
  type EvidenceItem,
  type EvidenceItemName,
  type EvidenceManifest,
  type EvidenceSeal,
  isBroughtItem,
  type ReadItemName,
} from '../domain/evidence.js';
import { PACK_FAULTS } from '../words/adapters/evidence.js';
import { sayError } from '../words/say.js';
import type { PackFile, SealedPack } from './evidence-store.js';

const MEDIA_TYPES: Record<ReadItemName, string> = {
  'viewport.png': 'image/png',
  'fullpage.png': 'image/png',
  'page.mhtml': 'multipart/related',
  'text.txt': 'text/plain; charset=utf-8',
  'response.json': 'application/json',
  'activity.json': 'application/json',
  'reading.json': 'application/json',
};

export function mediaTypeOf(name: EvidenceItemName): string {
  return isBroughtItem(name) ? broughtTypeOf(name) : MEDIA_TYPES[name];
}

/** Everything of a manifest that the files themselves do not tell. */
export type PackHead = Omit<EvidenceManifest, 'items'> & { readonly textSource: 'page' | 'activity' };

/** Pure: equal files and head give the same bytes, in whatever order the files come. */
export function sealPack({ textSource, ...head }: PackHead, files: readonly PackFile[]): SealedPack {
  const byRank = (a: { name: EvidenceItemName }, b: { name: EvidenceItemName }) =>
    EVIDENCE_ITEMS.indexOf(a.name) - EVIDENCE_ITEMS.indexOf(b.name);
  const items = [...files].sort(byRank).map(
    ({ name, content, source, broughtSha256 }): EvidenceItem => ({
      name,
      mediaType: mediaTypeOf(name),
      bytes: content.byteLength,
      sha256: sha256(content),
      source: name === 'text.txt' ? textSource : source,
      broughtSha256,
    }),
  );
  const missing = [...head.missing].sort(byRank);
  return { flagId: head.flagId, manifest: canonicalJson({ ...head, items, missing }), files };
}

const itemName = z.enum(EVIDENCE_ITEMS);
const hex = z.string().regex(/^[0-9a-f]{64}$/);
const manifestSchema = z.object({
  flagId: z.string(),
  activityId: z.string(),
  url: z.string().nullable(),
  finalUrl: z.string().nullable(),
  status: z.number().nullable(),
  startedAt: z.iso.datetime(),
  sealedAt: z.iso.datetime(),
  takenFrom: z.object({ manifestSha256: hex, sealedAt: z.iso.datetime() }).exactOptional(),
  environment: z.object({ netra: z.string(), browser: z.string(), viewport: z.string(), os: z.string() }),
  items: z.array(
    z.object({
      name: itemName,
      mediaType: z.string(),
      bytes: z.number(),
      sha256: hex,
      source: z.enum(['page', 'activity', ...BROUGHT_BY]).exactOptional(),
      broughtSha256: hex.exactOptional(),
    }),
  ),
  missing: z.array(
    z.object({
      name: itemName,
      reason: z.enum(['no_url', 'gone', 'login_wall', 'robots', 'timeout', 'unreachable', 'too_large', 'failed']),
      detail: z.string(),
    }),
  ),
});

/** Reads a manifest that may have been tampered with; nothing when it is not one. */
export function parseManifest(bytes: Uint8Array): EvidenceManifest | undefined {
  try {
    return manifestSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return undefined;
  }
}

/** What the flag carries of the pack whose manifest this is. Throws `PermanentError` when it cannot be read. */
export function sealOf(flagId: string, bytes: Uint8Array): EvidenceSeal {
  const manifest = parseManifest(bytes);
  if (manifest?.flagId !== flagId) {
    throw new PermanentError(...sayError(PACK_FAULTS.brokenManifest, 'id', { flag: flagId }));
  }
  const { items, missing, sealedAt } = manifest;
  return { manifestSha256: sha256(bytes), sealedAt: new Date(sealedAt), items, missing };
}

export function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
