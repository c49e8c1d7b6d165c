import { RuleScreener } from '../../../rules/engine/screener.js';
import { loadFiles } from '../../../rules/load-files.js';
import { readDecidedSigns, type SignsReport } from '../../../study/weigh/decided-signs.js';
import { SHARED_BY } from '../../../study/weigh/share-signs.js';
import { SIGNS } from '../../../words/cli/weigh.js';
import { sayIn } from '../../../words/say.js';
import { EXIT } from '../../exit.js';
import { toJson, writeErr, writeOut } from '../../print.js';
import { withCore } from '../../with-core.js';

const say = sayIn('id');

/** `netra rules signs`: what people decided, as labelled signs on standard output; what was left out goes to the other one. */
export async function runRulesSigns({
  rulesDir,
  json,
}: {
  rulesDir: string | undefined;
  json: boolean;
}): Promise<number> {
  return withCore(async ({ storage, config }) => {
    const folders = { rulesDir: rulesDir ?? config.rulesDir, electionsDir: config.electionsDir, withSamples: false };
    const { ruleSet, elections, electionsHash } = await loadFiles(folders);
    const report = await readDecidedSigns(storage, new RuleScreener({ ...ruleSet, elections, electionsHash }));
    writeOut(json ? `${toJson(report)}\n` : report.lines.map((line) => `${toJson(line)}\n`).join(''));
    writeErr(json ? '' : `${summary(report).join('\n')}\n`);
    return EXIT.ok;
  });
}

function summary({ lines, shortened, skipped }: SignsReport): string[] {
  const { contentGone, undecided, noRule, overAccountLimit, tooRare } = skipped;
  return [
    say(SIGNS.written, { lines: lines.length, shortened, accounts: SHARED_BY }),
    say(SIGNS.skipped, { contentGone, undecided, noRule, overAccountLimit, tooRare }),
    say(lines.length === 0 ? SIGNS.nothing : SIGNS.next),
  ];
}
