import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Election } from '../../src/domain/election.js';
import { type ActivityKind, normaliseHandle } from '../../src/domain/platform.js';
import { instantOf, timeZoneOf } from '../../src/domain/region.js';
import type { ScreenInput, ScreenResult } from '../../src/domain/screening.js';
import { loadElections } from '../../src/rules/elections/load-elections.js';
import { createScreener, type ScreenerOptions } from '../../src/rules/engine/screener.js';

export const CORPUS_SETS = ['jawa-timur', 'nasional', 'daerah', 'jakarta'] as const;
export type CorpusSet = (typeof CORPUS_SETS)[number];

/** Whoever writes rules reads `tune`; `held` is only measured. */
export type Half = 'tune' | 'held';

/** One labelled post of `posts.csv`; an empty cell is an empty string. */
export interface CorpusPost {
  readonly id: string;
  readonly half: Half;
  readonly kind: ActivityKind;
  /** `unclear`: honest readers may differ; not scored. */
  readonly label: 'support' | 'attack' | 'neutral' | 'unclear';
  readonly ticket: string;
  readonly pattern: string;
  readonly text: string;
  readonly target_handle: string;
  readonly target_text: string;
  readonly media_text: string;
  readonly position: string;
  readonly region: string;
  /** Empty: the campaign. */
  readonly stage: string;
}

export interface Judged {
  readonly set: CorpusSet;
  readonly post: CorpusPost;
  readonly input: ScreenInput;
  readonly result: ScreenResult;
}

/** Every post of the corpus, judged by the rules under the set's own election. */
export async function judgeCorpus(rules: Omit<ScreenerOptions, 'elections'>): Promise<Judged[]> {
  const sets = await Promise.all(CORPUS_SETS.map(readSet));
  return sets.flatMap(({ set, election, posts }) => {
    const screener = createScreener({ ...rules, elections: [election] });
    return posts.map((post) => {
      const input = inputOf(post, election);
      return { set, post, input, result: screener.screen(input) };
    });
  });
}

export async function readSet(set: CorpusSet): Promise<{ set: CorpusSet; election: Election; posts: CorpusPost[] }> {
  // From the working folder: compiled benchmarks run from another place.
  const dir = join(process.cwd(), 'test/corpus', set);
  const { elections } = await loadElections(dir);
  const posts = parse(readFileSync(join(dir, 'posts.csv')), { columns: true }) as CorpusPost[];
  return { set, election: elections[0]!, posts };
}

export function inputOf(post: CorpusPost, election: Election): ScreenInput {
  const [contest] = election.contests;
  const region = post.region || contest!.region;
  const day = contest!.stages.find((s) => s.stage === (post.stage || 'campaign'))!.from;
  return {
    id: post.id,
    kind: post.kind,
    text: post.text,
    publishedAt: instantOf(day, 12, timeZoneOf(region)).toISOString(),
    account: { id: post.id, region, ...(post.position && { position: post.position }) },
    ...(post.target_handle || post.target_text ? { target: targetOf(post, election) } : {}),
    ...(post.media_text && { media: [{ text: post.media_text }] }),
  };
}

function targetOf({ target_handle: handle, target_text: text }: CorpusPost, election: Election) {
  const accounts = election.contests.flatMap((c) => c.tickets).flatMap((t) => t.accounts);
  const platform =
    accounts.find((account) => normaliseHandle(account.handle) === normaliseHandle(handle))?.platform ?? 'x';
  return { ...(handle && { account: { platform, handle } }), ...(text && { text }) };
}

export interface Detection {
  readonly posts: number;
  readonly precision: number;
  readonly recall: number;
  /** Of the marked posts whose rules take a side: the right one. */
  readonly stanceRight: number;
  readonly marked: { readonly support: string; readonly attack: string; readonly neutral: string };
}

/** Precision and recall as `score.mjs` of the shared sets counts them. */
export function measure(judged: readonly Judged[], isMarked = (one: Judged) => one.result.flagged): Detection {
  const of = (label: CorpusPost['label']) => judged.filter((one) => one.post.label === label);
  const [support, attack, neutral] = [of('support'), of('attack'), of('neutral')];
  const found = [...support, ...attack].filter(isMarked);
  const wrong = neutral.filter(isMarked);
  const sided = found.filter((one) => one.result.matches.some((m) => m.stance !== 'unclear'));
  const right = sided.filter((one) => one.result.matches.some((m) => m.stance === one.post.label));
  const share = (part: number, whole: number) => Number((part / (whole || 1)).toFixed(3));
  const counted = (all: readonly Judged[]) => `${all.filter(isMarked).length} of ${all.length}`;
  return {
    posts: judged.length,
    precision: share(found.length, found.length + wrong.length),
    recall: share(found.length, support.length + attack.length),
    stanceRight: share(right.length, sided.length),
    marked: { support: counted(support), attack: counted(attack), neutral: counted(neutral) },
  };
}
