import { verifyAll } from '../../../evidence/verify-all.js';
import type { PackVerification } from '../../../evidence/verify-pack.js';
import type { OrphanPack } from '../../../steps/find-orphan-packs.js';
import { PACKS } from '../../../words/cli/verify.js';
import { PACK_PROBLEM_TERMS } from '../../../words/evidence-terms.js';
import { sayIn } from '../../../words/say.js';
import { EXIT } from '../../exit.js';
import { toJson } from '../../print.js';

const say = sayIn('id');

export interface EvidenceVerifyOptions<T> {
  /** Every flag that people may see, as the database says. */
  readonly flags: AsyncIterable<T>;
  readonly verify: (flag: T) => Promise<PackVerification>;
  readonly orphans: AsyncIterable<OrphanPack>;
  readonly json: boolean;
  /** Gets whole lines without their end. */
  readonly print: (line: string) => void;
  readonly onProgress?: (packs: number) => void;
}

/**
 * `netra evidence verify`: re-reads every pack, both ways. Returns `EXIT.ok`, or `EXIT.broken` when one bit is not as
 * sealed or something lies there that no flag knows.
 */
export async function runEvidenceVerify<T>(options: EvidenceVerifyOptions<T>): Promise<number> {
  const { packs, broken } = await verifyFlags(options);
  const orphans = await nameOrphans(options);
  if (options.json) options.print(toJson({ packs, broken, orphans }));
  else for (const line of summary({ packs, broken, orphans })) options.print(line);
  return broken + orphans === 0 ? EXIT.ok : EXIT.broken;
}

async function verifyFlags<T>({ flags, verify, json, print, onProgress }: EvidenceVerifyOptions<T>) {
  let packs = 0;
  let broken = 0;
  for await (const { flagId, problems } of verifyAll(flags, verify)) {
    packs += 1;
    if (problems.length > 0) broken += 1;
    for (const { file, problem } of problems) {
      const said = { flag: flagId, file, problem: say(PACK_PROBLEM_TERMS[problem]) };
      print(json ? toJson({ flagId, file, problem }) : say(PACKS.problemLine, said));
    }
    onProgress?.(packs);
  }
  return { packs, broken };
}

async function nameOrphans<T>({ orphans, json, print }: EvidenceVerifyOptions<T>): Promise<number> {
  let count = 0;
  for await (const { path, why } of orphans) {
    count += 1;
    print(json ? toJson({ path, problem: why }) : say(PACKS.orphan[why], { path }));
  }
  return count;
}

function summary({ packs, broken, orphans }: { packs: number; broken: number; orphans: number }): string[] {
  const strays = orphans === 0 ? [] : [say(PACKS.orphans, { orphans }), say(PACKS.orphansNext)];
  if (packs === 0) return [say(PACKS.none), ...strays];
  if (broken === 0) return [say(PACKS.whole, { packs }), ...strays];
  return [say(PACKS.broken, { packs, broken }), say(PACKS.next), ...strays];
}
