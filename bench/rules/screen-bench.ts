/**
 * Speed of screening beside peers, in one process and one run: prints one JSON object.
 *   npx tsc -p . --noEmit false --outDir dist-bench && node dist-bench/bench/rules/screen-bench.js [DIR OF dev TEXTS]
 * CPU time of this process is counted, not the clock, since other work may run on the machine. Without a folder of
 * texts the samples of all rules are repeated; with one, the labelled posts in it are read and nothing is printed of them.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScreenInput } from '../../src/domain/screening.js';
import { exampleContest, withExample } from '../../src/rules/elections/example-election.js';
import { loadElections } from '../../src/rules/elections/load-elections.js';
import { createScreener, RuleScreener } from '../../src/rules/engine/screener.js';
import { loadRules } from '../../src/rules/files/load-rules.js';
import type { LoadedRule } from '../../src/rules/files/rule-set.js';
import { sampleInput } from '../../src/rules/samples.js';
import { Units } from '../../src/text/units.js';
import { measureJsonRules, measureRegExpLoop } from './peers.js';

const rulesDir = join(process.cwd(), 'rules');
const [ruleSet, real] = await Promise.all([loadRules(rulesDir), loadElections(join(rulesDir, 'elections'))]);
const elections = await withExample(real.elections, rulesDir);
const inputs = postsFrom(process.argv[2]) ?? samplePosts();
const screener = new RuleScreener({ ...ruleSet, elections });
const units = new Units();

/** Microseconds of CPU a post: the best of three rounds after one that warms up. */
export function cost(run: (input: ScreenInput) => unknown, posts: readonly ScreenInput[] = inputs): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 4; round++) {
    const before = process.cpuUsage();
    for (const post of posts) run(post);
    const { user, system } = process.cpuUsage(before);
    if (round > 0) best = Math.min(best, (user + system) / posts.length);
  }
  return best;
}

const reading = cost((post) => {
  units.reset();
  screener.ruleEngine.reader.read(post.text, units);
});
const screening = cost((post) => screener.screen(post));
const memoryMb = Math.round(process.memoryUsage().rss / 1e6);
const [small, large] = [100, 200].map((count) => createScreener({ ...ruleSet, rules: copies(count), elections }));
// In turns, so that what else the machine does falls on both.
const turns = Array.from({ length: 3 }, () => [small!, large!].map((s) => cost((post) => s.screen(post))));
const [hundred, twoHundred] = [0, 1].map((i) => Math.min(...turns.map((turn) => turn[i]!)));
const few = inputs.filter((_, i) => i % Math.ceil(inputs.length / 200) === 0);
const regExp = measureRegExpLoop({ ruleSet, elections, posts: few, cost });
const jsonRules = await measureJsonRules({ ruleSet, elections, posts: few });
const ours = cost((post) => screener.screen(post), few);

console.log(
  JSON.stringify({
    posts: inputs.length,
    contests: elections.flatMap((e) => e.contests).length,
    postsPerSecond: Math.round(1e6 / screening),
    timesNormalising: round(screening / reading),
    doublingRules: round(twoHundred! / hundred! - 1),
    timesRegExpLoop: round(regExp / ours),
    timesJsonRulesEngine: round(jsonRules / ours),
    memoryMb,
  }),
);

function round(n: number): number {
  return Math.round(n * 100) / 100;
}

/** `count` rules: the real ones, repeated under other ids. */
function copies(count: number): LoadedRule[] {
  return Array.from({ length: count }, (_, i) => {
    const loaded = ruleSet.rules[i % ruleSet.rules.length]!;
    return { ...loaded, written: { ...loaded.written, id: `${loaded.written.id}-${i}` } };
  });
}

function samplePosts(): ScreenInput[] {
  const contest = exampleContest(elections);
  const [ticket, other] = [contest.tickets[0]!, contest.tickets[1]!];
  const samples = ruleSet.rules.flatMap((r) => [...r.samples!.match, ...r.samples!.no_match]);
  const posts = samples.map((s) => sampleInput(s, { contest, ticket, other }));
  return Array.from({ length: 20_000 }, (_, i) => posts[i % posts.length]!);
}

function postsFrom(dir: string | undefined): ScreenInput[] | undefined {
  if (dir === undefined || !existsSync(dir)) return undefined;
  const files = readdirSync(dir).map((set) => join(dir, set, 'dev.csv'));
  const texts = files
    .filter((f) => existsSync(f) && !f.includes('hashtags'))
    .flatMap((f) => textsOf(readFileSync(f, 'utf8')));
  const account = { id: 'bench', region: '35.78' };
  // A day of campaign of Pilkada 2024: 545 contests are open.
  return texts.map((text, i) => ({ id: `b${i}`, kind: 'post', text, publishedAt: '2024-10-20T05:00:00Z', account }));
}

/** The longest cell of each row of a CSV file. */
function textsOf(csv: string): string[] {
  return csv
    .split(/\r?\n(?=[a-z0-9]+-\d)/)
    .slice(1)
    .map((row) => row.split(/,(?=")|(?<="),/).reduce((a, b) => (b.length > a.length ? b : a), ''));
}
