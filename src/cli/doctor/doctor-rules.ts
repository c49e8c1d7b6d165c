import { existsSync, readdirSync } from 'node:fs';
import { electionsInForce } from '../../domain/election.js';
import { FileIssuesError } from '../../domain/errors.js';
import type { LoadedSet } from '../../rules/load-set.js';
import { CHECKED, MENDS } from '../../words/cli/doctor.js';
import { RULE_TESTS } from '../../words/cli/rules.js';
import { say } from '../../words/say.js';
import type { DoctorContext, DoctorRow } from './doctor-row.js';

const MEND = 'npx netra rules check';
/** The command that mends shows all of them. */
const MAX_ISSUES = 3;

/** Loads the set as a worker would: what it refuses to start with is said here, and nothing is written. */
export async function checkRules({ config }: DoctorContext): Promise<DoctorRow> {
  const row = { name: say(CHECKED.rules, 'id'), from: config.rulesDir };
  if (!hasYaml(config.rulesDir)) {
    return { ...row, state: 'missing', detail: say(CHECKED.noRules, 'id'), mend: say(MENDS.rulesDir, 'id') };
  }
  // Reading rules takes as long as starting the rest of the doctor.
  const { loadSet } = await import('../../rules/load-set.js');
  try {
    return { ...row, ...describeSet(await loadSet({ rulesDir: config.rulesDir, electionsDir: config.electionsDir })) };
  } catch (error) {
    return { ...row, state: 'missing', detail: detailOf(error), mend: MEND };
  }
}

function describeSet({ screener, ruleSet, elections: loaded, electionFiles }: LoadedSet): Omit<DoctorRow, 'name'> {
  const { ruleset, elections } = screener;
  const isIdle = electionsInForce(loaded, new Date()).length === 0;
  const tickets = electionFiles.flatMap(({ contests }) => contests).flatMap((contest) => contest.tickets).length;
  const told = say(CHECKED.set, 'id', {
    tickets,
    elections: electionFiles.length,
    ruleset: short(ruleset),
    hash: short(elections),
  });
  return {
    state: isIdle ? 'warn' : 'ok',
    version: say(CHECKED.ruleCount, 'id', { count: ruleSet.rules.length }),
    detail: isIdle ? `${say(RULE_TESTS.noElection, 'id')}; ${told}` : told,
    set: { ruleset, elections },
  };
}

/** As the console and the log print it: the first twelve digits tell sets apart. */
function short(hash: string): string {
  return hash.replace(/^(sha256:.{12}).*$/, '$1');
}

function detailOf(error: unknown): string {
  if (!(error instanceof FileIssuesError)) return (error as Error).message;
  const shown = error.issues.slice(0, MAX_ISSUES).map((i) => `${i.path}:${i.line}:${i.column} ${i.problem}`);
  const more = error.issues.length - shown.length;
  return say(CHECKED.rulesBroken, 'id', {
    faults: [...shown, ...(more > 0 ? [say(CHECKED.more, 'id', { more })] : [])].join('; '),
  });
}

function hasYaml(folder: string): boolean {
  if (!existsSync(folder)) return false;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((path) => /\.ya?ml$/.test(path));
}
