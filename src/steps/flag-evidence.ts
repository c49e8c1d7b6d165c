import type { Account } from '../domain/account.js';
import { canonicalJson } from '../domain/canonical-json.js';
import type { EvidenceItemName, EvidenceSeal, PackProblem } from '../domain/evidence.js';
import type { Flag } from '../domain/flag.js';
import type { PackContent, Packs, WholePack } from '../evidence/open-packs.js';
import type { ActivityRepository } from '../storage/activity-repository.js';
import { toSealedAct } from './sealed-act.js';

const ACT_FILE = 'activity.json';

export interface FlagEvidenceDeps {
  readonly packs: Packs;
  readonly activities: Pick<ActivityRepository, 'findMarked'>;
}

/** A flag's pack against its seal, and the act it shows against the one that was sealed: for people and for the verifier alike. */
export interface FlagEvidence {
  /** Empty: the pack is as it was sealed, and the stored act is the sealed one. */
  verify(flag: SealedFlag): Promise<readonly PackProblem[]>;
  /** Throws `NotFoundError` where the pack lists no such item. */
  readItem(flag: SealedFlag, name: EvidenceItemName): Promise<PackContent>;
  /** The whole pack, for whoever hands it over: held against the seal, and the act it shows against the stored one. */
  readAll(flag: SealedFlag): Promise<WholePack>;
}

type SealedFlag = Pick<Flag, 'id' | 'activityId' | 'accountId' | 'evidence'>;

export function createFlagEvidence({ packs, activities }: FlagEvidenceDeps): FlagEvidence {
  const verify: FlagEvidence['verify'] = async (flag) => {
    const seal = flag.evidence;
    if (!seal) return [{ file: flag.id, problem: 'seal_missing' }];
    if (seal.items.some(({ name }) => name === ACT_FILE)) return verifyWithAct({ packs, activities }, flag, seal);
    return (await packs.verify({ flagId: flag.id, ...seal })).problems;
  };
  return {
    verify,
    async readItem(flag, name) {
      const seal = flag.evidence;
      if (!seal) return { problems: [{ file: flag.id, problem: 'seal_missing' }] };
      return packs.readItem({ flagId: flag.id, ...seal }, name);
    },
    async readAll(flag) {
      const problems = await verify(flag);
      if (problems.length > 0 || !flag.evidence) return { problems };
      return packs.readAll({ flagId: flag.id, ...flag.evidence });
    },
  };
}

/**
 * Whoever changes an act in the database, its target or what it quotes, has to change the sealed file as well. Reading
 * an item looks through the whole pack: it is not verified before, or each pack would be hashed twice.
 */
async function verifyWithAct(
  { packs, activities }: FlagEvidenceDeps,
  flag: SealedFlag,
  seal: EvidenceSeal,
): Promise<readonly PackProblem[]> {
  const [sealed, activity] = await Promise.all([
    packs.readItem({ flagId: flag.id, ...seal }, ACT_FILE),
    activities.findMarked(flag.activityId),
  ]);
  if (sealed.problems) return sealed.problems;
  if (!activity) return [{ file: ACT_FILE, problem: 'act_missing' }];
  const expected = canonicalJson(toSealedAct({ ...accountIn(sealed.content), id: flag.accountId }, activity));
  return expected.equals(sealed.content) ? [] : [{ file: ACT_FILE, problem: 'act_differs' }];
}

/** Region and position are the registry's and may change later; whose act it is may not. The bytes are those we sealed. */
function accountIn(sealed: Uint8Array): Pick<Account, 'region' | 'position'> {
  return JSON.parse(Buffer.from(sealed).toString('utf8')).account;
}
