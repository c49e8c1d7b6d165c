import type { EvidenceItem } from '../domain/evidence.js';
import { type EvidenceStore, MANIFEST_FILE } from './evidence-store.js';
import { parseManifest, sha256 } from './seal-pack.js';

export const PACK_PROBLEMS = [
  'pack_missing',
  'manifest_missing',
  'manifest_changed',
  'file_missing',
  'file_changed',
  'file_extra',
  'file_unreadable',
  'not_a_plain_file',
] as const;

/** One thing wrong with one file of a pack. `file` is the pack's folder for `pack_missing`. */
export interface PackProblem {
  readonly file: string;
  readonly problem: (typeof PACK_PROBLEMS)[number];
}

export interface FlagSeal {
  readonly flagId: string;
  /** What the flag in the database says; hex. */
  readonly manifestSha256: string;
}

export interface PackVerification {
  readonly flagId: string;
  /** Empty: every bit is as it was sealed. */
  readonly problems: readonly PackProblem[];
}

/** Compares what lies there with what the flag says was sealed. Changes nothing; throws only when the id is no id. */
export async function verifyPack(
  store: EvidenceStore,
  flagId: string,
  expectedManifestSha256: string,
): Promise<PackVerification> {
  const entries = await store.listEntries(flagId);
  if (entries.length === 0) return { flagId, problems: [{ file: flagId, problem: 'pack_missing' }] };
  const manifest = await store.findManifest(flagId);
  if (!manifest) return { flagId, problems: [{ file: MANIFEST_FILE, problem: 'manifest_missing' }] };
  const problems: PackProblem[] = [];
  if (sha256(manifest) !== expectedManifestSha256) problems.push({ file: MANIFEST_FILE, problem: 'manifest_changed' });

  // A changed manifest is still the best guide to which other files were changed with it.
  const items = parseManifest(manifest)?.items ?? [];
  const names = new Map(entries.map((entry) => [entry.name, entry]));
  for (const item of items) {
    const entry = names.get(item.name);
    if (!entry) problems.push({ file: item.name, problem: 'file_missing' });
    else if (entry.isPlainFile) problems.push(...(await compare(store, flagId, item)));
  }
  const sealed = new Set<string>([MANIFEST_FILE, ...items.map(({ name }) => name)]);
  for (const { name, isPlainFile } of entries) {
    if (!isPlainFile) problems.push({ file: name, problem: 'not_a_plain_file' });
    else if (!sealed.has(name)) problems.push({ file: name, problem: 'file_extra' });
  }
  return { flagId, problems };
}

async function compare(store: EvidenceStore, flagId: string, item: EvidenceItem): Promise<PackProblem[]> {
  try {
    const found = await store.digest(flagId, item.name);
    const isSame = found.bytes === item.bytes && found.sha256 === item.sha256;
    return isSame ? [] : [{ file: item.name, problem: 'file_changed' }];
  } catch {
    return [{ file: item.name, problem: 'file_unreadable' }];
  }
}

/** Enough to keep both the disk and the hashing busy. */
const PACKS_AT_ONCE = 8;

/** Verifies flag after flag, some at once, in order and with bounded memory. */
export async function* verifyAll(
  store: EvidenceStore,
  flags: AsyncIterable<FlagSeal>,
): AsyncGenerator<PackVerification> {
  const running: Promise<PackVerification>[] = [];
  for await (const { flagId, manifestSha256 } of flags) {
    const verification = verifyPack(store, flagId, manifestSha256);
    // Awaited in its turn; until then a failure must not count as unhandled.
    verification.catch(() => {});
    running.push(verification);
    if (running.length >= PACKS_AT_ONCE) yield await running.shift()!;
  }
  for (const verification of running) yield await verification;
}
