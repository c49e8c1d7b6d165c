import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import type { EvidenceItem, EvidenceItemName, EvidenceManifest, PackProblem } from '../domain/evidence.js';
import { type EvidenceStore, MANIFEST_FILE, noSuchItem, type OpenItem } from './evidence-store.js';
import { examinePack, type FlagSeal, type PackVerification, verifyPack } from './verify-pack.js';

/** The only way to a pack for whoever shows one: what is not as it was sealed is not given out. */
export interface Packs {
  verify(seal: FlagSeal): Promise<PackVerification>;
  /**
   * The bytes that were hashed, and no others: between a check and a reading a file may be changed. Problems in place
   * of content where any part of the pack is not as sealed. Throws `NotFoundError` where the manifest lists no such item.
   */
  readItem(seal: FlagSeal, name: EvidenceItemName): Promise<PackContent>;
  /** The manifest and every item it lists, under their names; of the same bytes, or problems in their place. */
  readAll(seal: FlagSeal): Promise<WholePack>;
}

export type PackContent =
  | { readonly content: Uint8Array; readonly problems?: undefined }
  | { readonly content?: undefined; readonly problems: readonly PackProblem[] };

export type WholePack =
  | {
      readonly files: ReadonlyMap<string, Uint8Array>;
      readonly manifest: EvidenceManifest;
      readonly problems?: undefined;
    }
  | { readonly files?: undefined; readonly problems: readonly PackProblem[] };

/** One pack holds up to 60 MB in memory while its item is read. */
const READ_AT_ONCE = 4;

export function openPacks(store: EvidenceStore): Packs {
  const limit = pLimit(READ_AT_ONCE);
  return {
    verify: (seal) => verifyPack(store, seal),
    readItem: (seal, name) => limit(() => readItem(store, seal, name)),
    readAll: (seal) => limit(() => readAll(store, seal)),
  };
}

async function readItem(store: EvidenceStore, seal: FlagSeal, name: EvidenceItemName): Promise<PackContent> {
  const { problems, manifest } = await examinePack(store, seal);
  if (problems.length > 0) return { problems };
  const item = manifest?.items.find((sealed) => sealed.name === name);
  if (!item) throw noSuchItem();
  const content = await collect(await store.readItem(seal.flagId, name), item);
  return content ? { content } : { problems: [{ file: name, problem: 'file_changed' }] };
}

async function readAll(store: EvidenceStore, seal: FlagSeal): Promise<WholePack> {
  const { problems, manifest, written } = await examinePack(store, seal);
  if (problems.length > 0 || !manifest || !written) return { problems };
  const files = new Map<string, Uint8Array>([[MANIFEST_FILE, written]]);
  for (const item of manifest.items) {
    const content = await collect(await store.readItem(seal.flagId, item.name), item);
    if (!content) return { problems: [{ file: item.name, problem: 'file_changed' }] };
    files.set(item.name, content);
  }
  return { files, manifest };
}

/** `undefined`: not the sealed bytes. No more is read than was sealed. */
async function collect({ stream }: OpenItem, item: EvidenceItem): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes > item.bytes) return undefined;
    hash.update(chunk);
    chunks.push(chunk);
  }
  return bytes === item.bytes && hash.digest('hex') === item.sha256 ? Buffer.concat(chunks) : undefined;
}
