import type { Config, Secrets } from '../../config/read-config.js';
import { MENDS } from '../../words/cli/doctor.js';
import { say } from '../../words/say.js';
import { EXIT } from '../exit.js';
import { toJson } from '../print.js';
import { checkAudit } from './doctor-audit.js';
import { checkPacks } from './doctor-packs.js';
import { checkPageRecipes } from './doctor-recipes.js';
import type { DoctorRow } from './doctor-row.js';
import { checkRules } from './doctor-rules.js';
import { checkScanner } from './doctor-scanner.js';
import { checkChromium, checkMongodb, checkRedis } from './doctor-services.js';
import { checkKeys, checkMail, checkNode, checkPackages, checkProxies } from './doctor-setup.js';

interface DoctorOptions {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly env?: NodeJS.ProcessEnv;
  readonly json: boolean;
  readonly out: (line: string) => void;
}

const SIGNS = { ok: 'ok', warn: '!', missing: 'X' } as const;

/** Says what is installed, reachable and missing. Changes nothing; of programs only the browser is tried. 0: all that is needed is there; else 1. */
export async function runDoctor({ config, secrets, env = process.env, json, out }: DoctorOptions): Promise<number> {
  const context = { config, secrets, env };
  const rows = await Promise.all([
    checkNode(),
    checkPackages(),
    checkMongodb(context),
    checkRedis(context),
    checkChromium(context),
    checkRules(context),
    checkPageRecipes(context),
    checkMail(context),
    checkKeys(context),
    checkPacks(context),
    checkScanner(context),
    checkAudit(context),
    checkProxies(context),
  ]);
  const isReady = rows.every((row) => row.state !== 'missing');
  if (json) out(toJson({ ok: isReady, checks: rows }));
  else for (const line of formatTable(rows)) out(line);
  return isReady ? EXIT.ok : EXIT.failed;
}

function formatTable(rows: readonly DoctorRow[]): string[] {
  const cells = rows.map((row) => [SIGNS[row.state], row.name, row.version ?? '-', row.from ?? '-'] as const);
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((cell) => cell[column]!.length)));
  return rows.flatMap((row, index) => {
    const line = cells[index]!.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
    const below = ' '.repeat(widths[0]! + 2);
    return [
      line.trimEnd(),
      ...(row.detail ? [`${below}${row.detail}`] : []),
      ...(row.mend ? [say(MENDS.mend, 'id', { below, mend: row.mend })] : []),
    ];
  });
}
