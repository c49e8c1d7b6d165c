import { canonicalText } from '../domain/canonical-json.js';
import type { EvidenceItem, EvidenceManifest, EvidenceSeal, PackProblem } from '../domain/evidence.js';
import { type EvidenceStore, LinkedPackError, MANIFEST_FILE, type PackEntry } from './evidence-store.js';
import { parseManifest, sealOf, sha256 } from './seal-pack.js';

/** What the flag in the database says. What it lists besides the manifest's hash is compared where it is given. */
export type FlagSeal = { readonly flagId: string } & Pick<EvidenceSeal, 'manifestSha256'> & Partial<EvidenceSeal>;

export interface PackVerification {
  readonly flagId: string;
  /** Empty: every bit is as it was sealed. */
  readonly problems: readonly PackProblem[];
}

interface Examined {
  readonly problems: readonly PackProblem[];
  /** As it was compared: reading it again could give another one. */
  readonly manifest?: EvidenceManifest | undefined;
  /** Its bytes. */
  readonly written?: Uint8Array | undefined;
}

/** Compares what lies there with what the flag says was sealed. Changes nothing; throws only when the id is no id. */
export async function verifyPack(store: EvidenceStore, seal: FlagSeal): Promise<PackVerification> {
  const { problems } = await examinePack(store, seal);
  return { flagId: seal.flagId, problems };
}

export async function examinePack(store: EvidenceStore, seal: FlagSeal): Promise<Examined> {
  try {
    return await examine(store, seal);
  } catch (error) {
    if (error instanceof LinkedPackError) return { problems: [{ file: seal.flagId, problem: 'pack_linked' }] };
    throw error;
  }
}

async function examine(store: EvidenceStore, seal: FlagSeal): Promise<Examined> {
  const { flagId } = seal;
  const entries = await store.listEntries(flagId);
  if (entries.length === 0) return { problems: [{ file: flagId, problem: 'pack_missing' }] };
  const bytes = await store.findManifest(flagId);
  if (!bytes) return { problems: [{ file: MANIFEST_FILE, problem: 'manifest_missing' }] };
  const manifest = parseManifest(bytes);
  const problem = faultOfManifest(bytes, manifest, seal);
  // A changed manifest is still the best guide to which other files were changed with it.
  const files = await findFileProblems(store, { flagId, items: manifest?.items ?? [], entries });
  return {
    manifest,
    written: bytes,
    problems: problem === undefined ? files : [{ file: MANIFEST_FILE, problem }, ...files],
  };
}

function faultOfManifest(
  bytes: Uint8Array,
  manifest: EvidenceManifest | undefined,
  seal: FlagSeal,
): PackProblem['problem'] | undefined {
  if (sha256(bytes) !== seal.manifestSha256) return 'manifest_changed';
  if (!manifest) return 'manifest_unreadable';
  // A flag that was pointed to the whole and sound pack of another one.
  if (manifest.flagId !== seal.flagId) return 'manifest_of_other';
  return isSealOf(sealOf(seal.flagId, bytes), seal) ? undefined : 'seal_differs';
}

function isSealOf({ sealedAt, items, missing }: EvidenceSeal, listed: FlagSeal): boolean {
  const isSame = (sealed: unknown, other: unknown) =>
    other === undefined || canonicalText(sealed) === canonicalText(other);
  return isSame(sealedAt, listed.sealedAt) && isSame(items, listed.items) && isSame(missing, listed.missing);
}

async function findFileProblems(
  store: EvidenceStore,
  pack: { flagId: string; items: readonly EvidenceItem[]; entries: readonly PackEntry[] },
): Promise<PackProblem[]> {
  const problems: PackProblem[] = [];
  const names = new Map(pack.entries.map((entry) => [entry.name, entry]));
  for (const item of pack.items) {
    const entry = names.get(item.name);
    if (!entry) problems.push({ file: item.name, problem: 'file_missing' });
    else if (entry.isPlainFile) problems.push(...(await compare(store, pack.flagId, item)));
  }
  const sealed = new Set<string>([MANIFEST_FILE, ...pack.items.map(({ name }) => name)]);
  for (const { name, isPlainFile } of pack.entries) {
    if (!isPlainFile) problems.push({ file: name, problem: 'not_a_plain_file' });
    else if (!sealed.has(name)) problems.push({ file: name, problem: 'file_extra' });
  }
  return problems;
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
