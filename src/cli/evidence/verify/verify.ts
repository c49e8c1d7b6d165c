import type { EvidenceStore } from '../../../evidence/evidence-store.js';
import { type FlagSeal, type PackProblem, verifyAll } from '../../../evidence/verify-pack.js';
import { EXIT } from '../../exit.js';

export interface EvidenceVerifyOptions {
  readonly store: EvidenceStore;
  /** Every flag that has a seal, as the database says. */
  readonly flags: AsyncIterable<FlagSeal>;
  readonly json: boolean;
  /** Gets whole lines without their end. */
  readonly print: (line: string) => void;
  readonly onProgress?: (packs: number) => void;
}

const WORDS: Record<PackProblem['problem'], string> = {
  pack_missing: 'paket tidak ada',
  manifest_missing: 'manifes tidak ada',
  manifest_changed: 'manifes berubah sejak disegel',
  file_missing: 'berkas hilang',
  file_changed: 'isi berubah sejak disegel',
  file_extra: 'berkas ini tidak ada saat disegel',
  file_unreadable: 'berkas tidak dapat dibaca',
  not_a_plain_file: 'bukan berkas biasa',
};

/** `netra evidence verify`: re-reads every pack. Returns `EXIT.ok`, or `EXIT.broken` when one bit is not as sealed. */
export async function runEvidenceVerify(options: EvidenceVerifyOptions): Promise<number> {
  const { json, print } = options;
  let packs = 0;
  let broken = 0;
  for await (const { flagId, problems } of verifyAll(options.store, options.flags)) {
    packs += 1;
    if (problems.length > 0) broken += 1;
    for (const { file, problem } of problems) {
      print(json ? JSON.stringify({ flagId, file, problem }) : `${flagId} ${file}: ${WORDS[problem]}`);
    }
    options.onProgress?.(packs);
  }
  if (json) print(JSON.stringify({ packs, broken }));
  else print(summary(packs, broken));
  return broken === 0 ? EXIT.ok : EXIT.broken;
}

function summary(packs: number, broken: number): string {
  if (packs === 0) return 'Belum ada paket bukti yang disegel.';
  if (broken === 0) return `${packs} paket bukti diperiksa; semua sama dengan saat disegel.`;
  const next = 'Jangan pakai paket yang rusak; pulihkan dari cadangan, lalu periksa lagi.';
  return `${packs} paket bukti diperiksa; ${broken} tidak sama dengan saat disegel.\n  langkah berikut: ${next}`;
}
