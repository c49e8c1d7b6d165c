import type { ChainVerdict } from '../../../domain/audit-chain.js';
import type { AuditRepository } from '../../../storage/audit-repository.js';
import { CHAIN_PROBLEM_TERMS } from '../../../words/audit-terms.js';
import { CHAIN } from '../../../words/cli/verify.js';
import { sayIn } from '../../../words/say.js';
import { EXIT } from '../../exit.js';

const say = sayIn('id');

interface AuditCommandDeps {
  readonly audit: Pick<AuditRepository, 'verifyChain'>;
  /** Takes whole lines with their line end. */
  readonly write: (text: string) => void;
}

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
  if (verdict.ok) {
    const { entries, plainEntries, headMac } = verdict;
    const plain = plainEntries > 0 ? `${say(CHAIN.plain, { n: plainEntries })}\n` : '';
    return `${say(CHAIN.holds, { entries, hash: headMac })}\n${plain}`;
  }
  const { seq, problem } = verdict;
  return `${say(CHAIN.broken, { seq, problem: say(CHAIN_PROBLEM_TERMS[problem]) })}\n${say(CHAIN.next)}\n`;
}
