import type { EvidenceStore } from '../../../evidence/evidence-store.js';
import { type FlagSeal, verifyAll } from '../../../evidence/verify-pack.js';
import { PACKS } from '../../../words/cli/verify.js';
import { sayIn } from '../../../words/say.js';
import { EXIT } from '../../exit.js';

const say = sayIn('id');

export interface EvidenceVerifyOptions {
  readonly store: EvidenceStore;
  /** Every flag that has a seal, as the database says. */
  readonly flags: AsyncIterable<FlagSeal>;
  readonly json: boolean;
  /** Gets whole lines without their end. */
  readonly print: (line: string) => void;
  readonly onProgress?: (packs: number) => void;
}

/** `netra evidence verify`: re-reads every pack. Returns `EXIT.ok`, or `EXIT.broken` when one bit is not as sealed. */
export async function runEvidenceVerify(options: EvidenceVerifyOptions): Promise<number> {
  const { json, print } = options;
  let packs = 0;
  let broken = 0;
  for await (const { flagId, problems } of verifyAll(options.store, options.flags)) {
    packs += 1;
    if (problems.length > 0) broken += 1;
    for (const { file, problem } of problems) {
      print(json ? JSON.stringify({ flagId, file, problem }) : `${flagId} ${file}: ${say(PACKS.problem[problem])}`);
    }
    options.onProgress?.(packs);
  }
  if (json) print(JSON.stringify({ packs, broken }));
  else print(summary(packs, broken));
  return broken === 0 ? EXIT.ok : EXIT.broken;
}

function summary(packs: number, broken: number): string {
  if (packs === 0) return say(PACKS.none);
  if (broken === 0) return say(PACKS.whole, { packs });
  return `${say(PACKS.broken, { packs, broken })}\n${say(PACKS.next)}`;
}
