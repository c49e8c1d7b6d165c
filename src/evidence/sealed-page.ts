import type { EvidenceManifest, EvidenceSeal } from '../domain/evidence.js';
import type { CapturedPage } from './capture-page.js';
import type { EvidenceStore, PackFile } from './evidence-store.js';
import { openPacks } from './open-packs.js';

/** A page as it was sealed before there was a flag, when somebody brought its link. */
export interface SealedPage extends Pick<EvidenceManifest, 'startedAt' | 'environment'> {
  readonly page: CapturedPage;
  readonly takenFrom: NonNullable<EvidenceManifest['takenFrom']>;
}

/**
 * What that pack holds of the page; nothing where it shows none, or where any part of it is not as it was sealed: then
 * the page is shown anew.
 */
export async function takeSealedPage(
  store: EvidenceStore,
  { id: flagId, ...seal }: EvidenceSeal & { readonly id: string },
): Promise<SealedPage | undefined> {
  if (!seal.items.some(({ name }) => name === 'viewport.png')) return undefined;
  const pack = await openPacks(store).readAll({ flagId, ...seal });
  if (!pack.files) return undefined;
  const { files: all, manifest } = pack;
  // The act, and the words where the page gave none, are the flag's.
  const ofPage = manifest.items.filter(({ name, source }) => name !== 'activity.json' && source !== 'activity');
  const files = ofPage.map(({ name }): PackFile => ({ name, content: all.get(name)! }));
  const { finalUrl, status, startedAt, environment, missing, sealedAt } = manifest;
  const takenFrom = { manifestSha256: seal.manifestSha256, sealedAt };
  return { page: { finalUrl, status, files, missing }, startedAt, environment, takenFrom };
}
