import type { ChainVerdict } from '../../../domain/audit.js';
import type { AuditRepository } from '../../../storage/audit-repository.js';
import { EXIT } from '../../exit.js';

interface AuditCommandDeps {
  readonly audit: Pick<AuditRepository, 'verifyChain'>;
  /** Takes whole lines with their line end. */
  readonly write: (text: string) => void;
}

const PROBLEMS: Readonly<Record<Extract<ChainVerdict, { ok: false }>['problem'], string>> = {
  gap: 'catatan ini hilang',
  previous_hash: 'catatan ini tidak menyambung pada yang sebelumnya: ada yang diubah, ditukar, atau dihapus',
  hash: 'isi catatan ini tidak cocok dengan sidiknya: ada yang mengubahnya',
};

/** `netra audit verify`: exit 4 where the chain is broken, with the first place. */
export async function runAuditVerify(
  { audit, write }: AuditCommandDeps,
  { json = false }: { json?: boolean | undefined } = {},
): Promise<number> {
  const verdict = await audit.verifyChain();
  write(json ? `${JSON.stringify(verdict)}\n` : describe(verdict));
  return verdict.ok ? EXIT.ok : EXIT.broken;
}

function describe(verdict: ChainVerdict): string {
  if (verdict.ok) return `Rantai utuh: ${verdict.entries} catatan, sidik terakhir ${verdict.headHash}\n`;
  return `Rantai putus pada catatan ${verdict.seq}: ${PROBLEMS[verdict.problem]}.\n  langkah berikut: hentikan pemakaian, amankan basis data, bandingkan dengan cadangan.\n`;
}
