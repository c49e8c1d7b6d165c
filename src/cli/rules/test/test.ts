import { installedRulesDir } from '../../../config/installed-rules.js';
import { withExample } from '../../../rules/elections/example-election.js';
import { loadFiles } from '../../../rules/load-files.js';
import { runSamples } from '../../../rules/samples.js';
import { EXIT } from '../../exit.js';
import { type RulesOptions, writeJson } from '../rules-options.js';
import { reportLine, sampleLines } from './sample-text.js';

/** `rules test`: every sample of every rule, for every ticket of the sample contest. Exit code 4 where one fails. */
export async function runRulesTest(options: RulesOptions): Promise<number> {
  const { ruleSet, elections } = await loadFiles(options);
  const report = runSamples(ruleSet, await withExample(elections, installedRulesDir()));
  if (options.json) writeJson(options.output, report);
  else {
    for (const fault of report.faults) options.output.write(`${sampleLines(fault)}\n`);
    options.output.write(`${reportLine(report)}\n`);
  }
  return report.faults.length > 0 ? EXIT.broken : EXIT.ok;
}
