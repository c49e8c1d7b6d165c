/**
 * Precision and recall on our own corpus, whole and as a curve: prints one JSON object.
 *   npx tsc -p . --noEmit false --outDir dist-bench && node dist-bench/bench/rules/corpus-bench.js
 * The floor of the curve marks whatever names a ticket; its top marks only where two rules agree.
 */
import { join } from 'node:path';
import { RuleScreener } from '../../src/rules/engine/screener.js';
import { loadRules } from '../../src/rules/files/load-rules.js';
import { CORPUS_SETS, type Judged, judgeCorpus, measure, readSet } from '../../test/corpus/corpus.js';

const ruleSet = await loadRules(join(process.cwd(), 'rules'), { withSamples: false });
const judged = await judgeCorpus(ruleSet);
const readers = new Map(
  await Promise.all(
    CORPUS_SETS.map(async (set) => {
      const { election } = await readSet(set);
      return [set, new RuleScreener({ ...ruleSet, elections: [election] })] as const;
    }),
  ),
);

function namesTicket({ set, input }: Judged): boolean {
  const { ruleEngine } = readers.get(set)!;
  const scene = ruleEngine.read(input, ruleEngine.view(input));
  return scene.hits.length > 0 || scene.targetTickets.length > 0;
}

const rulesOf = ({ result }: Judged) => new Set(result.matches.map((m) => m.rule)).size;
const ofHalf = (half: string) => judged.filter((one) => one.post.half === half);

console.log(
  JSON.stringify({
    halves: { tune: measure(ofHalf('tune')), held: measure(ofHalf('held')) },
    sets: Object.fromEntries(CORPUS_SETS.map((set) => [set, measure(judged.filter((one) => one.set === set))])),
    curve: {
      namesTicket: measure(judged, namesTicket),
      shipped: measure(judged),
      twoRulesAgree: measure(judged, (one) => rulesOf(one) >= 2),
    },
    /** Of the posts to find: those that name a ticket in a way the election file knows bound what rules can find. */
    recallWhereTicketIsNamed: measure(judged.filter(namesTicket)).recall,
  }),
);
