import { createReplayer, type ReplayReport } from '../../../study/replay.js';
import { REPLAY, RULES_DIFF } from '../../../words/cli/study.js';
import { sayIn } from '../../../words/say.js';
import { EXIT } from '../../exit.js';
import { toJson, writeOut } from '../../print.js';
import { withCore } from '../../with-core.js';

const say = sayIn('id');

/** `netra rules replay FLAG`: exit 4 where the flag does not come out byte for byte as it is stored. */
export async function runRulesReplay(flagId: string, { json }: { json: boolean }): Promise<number> {
  return withCore(async ({ storage }) => {
    const report = await createReplayer(storage).replay(flagId);
    writeOut(json ? `${toJson(report)}\n` : replayText(report));
    return report.isEqual ? EXIT.ok : EXIT.broken;
  });
}

export function replayText({ flagId, isEqual, ruleset, elections, engine, differences }: ReplayReport): string {
  const under = [
    say(REPLAY.ruleset, { hash: ruleset }),
    say(REPLAY.elections, { hash: elections }),
    say(REPLAY.engine, { engine: engine.stored }),
  ];
  if (isEqual) return `${[say(REPLAY.equal, { flag: flagId }), ...under].join('\n')}\n`;
  const isOtherEngine = engine.stored !== engine.present;
  const advice = isOtherEngine ? say(REPLAY.otherEngine, engine) : say(REPLAY.compare);
  const places = differences.map((d) =>
    say(REPLAY.place, { path: d.path, stored: show(d.stored), recomputed: show(d.recomputed) }),
  );
  return `${[say(REPLAY.differs, { flag: flagId }), ...under, ...places, advice].join('\n')}\n`;
}

function show(value: unknown): string {
  return value === undefined ? say(RULES_DIFF.absent) : toJson(value);
}
