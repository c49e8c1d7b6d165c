import type { Core } from '../../app/core.js';
import { readTrusted } from '../../app/timestamps.js';
import type { Config } from '../../config/read-config.js';
import { type OutsideHead, parseHead } from '../../domain/audit-outside.js';
import { type KeptTimestamp, type Stamped, sha256Of, type TimestampReport } from '../../domain/audit-timestamps.js';

export interface CheckedTimestamps {
  /** What good ones prove counts as any head that left the house. */
  readonly heads: readonly OutsideHead[];
  /** With what the log says was stamped. */
  reportOn(stamped: readonly Stamped[]): TimestampReport;
}

/** Checks each kept token against whom the configuration trusts. Without one they are counted and prove nothing. */
export async function checkTimestamps({
  config,
  storage,
}: {
  config: Pick<Config, 'timestamp'>;
  storage: Pick<Core['storage'], 'timestamps'>;
}): Promise<CheckedTimestamps> {
  const kept = await storage.timestamps.listTimestamps();
  const isConfigured = config.timestamp.url !== undefined || config.timestamp.caFile !== undefined;
  if (kept.length === 0 || !isConfigured) return checkedOf(kept, { good: [], problems: [], unchecked: kept.length });
  const { checkToken } = await import('../../reach/timestamp-token.js');
  const trusted = await readTrusted(config.timestamp);
  const good: Good[] = [];
  const problems: TimestampReport['problems'][number][] = [];
  for (const { seq, head: text, token } of kept) {
    const head = parseHead(text);
    const checked = head?.seq === seq ? await checkToken(token, { text, trusted }) : ({ problem: 'imprint' } as const);
    if ('at' in checked) good.push({ seq, at: checked.at, head: head! });
    else problems.push({ seq, problem: checked.problem });
  }
  return checkedOf(kept, { good, problems, unchecked: 0 });
}

interface Good {
  readonly seq: number;
  readonly at: Date;
  readonly head: OutsideHead;
}

function checkedOf(
  kept: readonly KeptTimestamp[],
  { good, problems, unchecked }: { good: readonly Good[]; unchecked: number } & Pick<TimestampReport, 'problems'>,
): CheckedTimestamps {
  const hashes = new Map(kept.map(({ seq, token }) => [seq, sha256Of(token).toString('hex')]));
  const latest = good.at(-1);
  return {
    heads: good.map(({ head }) => head),
    reportOn(stamped) {
      const missing = stamped.filter(({ seq, tokenHash }) => hashes.get(seq) !== tokenHash);
      return {
        good: good.length,
        unchecked,
        latest: latest && { seq: latest.seq, at: latest.at },
        problems: [...problems, ...missing.map(({ seq }) => ({ seq, problem: 'missing' as const }))],
      };
    },
  };
}
