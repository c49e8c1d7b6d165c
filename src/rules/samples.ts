import type { Contest, Election, Stage, Ticket } from '../domain/election.js';
import { instantOf, timeZoneOf } from '../domain/region.js';
import type { ScreenInput, ScreenMedia, ScreenResult } from '../domain/screening.js';
import { exampleContest } from './elections/example-election.js';
import { RuleScreener } from './engine/screener.js';
import { alone } from './files/rule-parts.js';
import { isClearing, isNote, type Sample } from './files/rule-schema.js';
import type { LoadedRule, RuleSet } from './files/rule-set.js';
import { NUMBER_WORDS } from './tickets/ticket-words.js';

/** A sample that did not do what it is there for. */
export interface SampleFault {
  readonly rule: string;
  readonly path: string;
  readonly note: string;
  readonly text: string;
  readonly wanted: 'match' | 'no_match';
  readonly ticket: string;
}

export interface SampleReport {
  readonly rules: number;
  readonly samples: number;
  readonly faults: readonly SampleFault[];
}

/** The rules whose samples are tried: all but the retired ones, and each part by itself. */
export function sampledRules({ rules, parts = [] }: Pick<RuleSet, 'rules' | 'parts'>): readonly LoadedRule[] {
  const inUse = rules.filter((rule) => rule.written.status !== 'retired');
  return [...inUse, ...parts.map((part) => ({ ...part, written: alone(part.written) }))];
}

/**
 * Runs every sample of every rule, once for each ticket of the example contest: a rule that only fires for one of them
 * is not fair.
 */
export function runSamples(ruleSet: RuleSet, elections: readonly Election[]): SampleReport {
  const contest = exampleContest(elections);
  const statuses = ['experimental', 'shadow', 'live'] as const;
  const rules = sampledRules(ruleSet);
  const screener = new RuleScreener({ ...ruleSet, rules, elections, statuses });
  let samples = 0;
  const faults: SampleFault[] = [];
  for (const loaded of rules) {
    for (const wanted of ['match', 'no_match'] as const) {
      for (const sample of loaded.samples?.[wanted] ?? []) {
        samples++;
        const fault = firstFault({ loaded, sample, wanted }, contest, screener);
        if (fault) faults.push(fault);
      }
    }
  }
  return { rules: rules.length, samples, faults };
}

function firstFault(
  { loaded, sample, wanted }: { loaded: LoadedRule; sample: Sample; wanted: 'match' | 'no_match' },
  contest: Contest,
  screener: RuleScreener,
): SampleFault | undefined {
  for (const [i, ticket] of contest.tickets.entries()) {
    const input = sampleInput(sample, { contest, ticket, other: contest.tickets[(i + 1) % contest.tickets.length]! });
    if (hasFired(loaded, screener.screen(input)) === (wanted === 'match')) continue;
    const { id } = loaded.written;
    return { rule: id, path: loaded.samplesPath, note: sample.note, text: input.text, wanted, ticket: ticket.id };
  }
  return undefined;
}

export function hasFired({ written: rule }: Pick<LoadedRule, 'written'>, result: ScreenResult): boolean {
  if (isNote(rule)) return result.notes?.some((n) => n.rule === rule.id) ?? false;
  if (isClearing(rule)) return result.cleared.some((c) => c.reason === rule.title);
  return result.matches.some((m) => m.rule === rule.id);
}

export interface SampleCast {
  readonly contest: Contest;
  readonly ticket: Ticket;
  readonly other: Ticket;
}

/** A sample as an activity: placeholders filled, on a day of the wanted stage, in the contest's own region. */
export function sampleInput(sample: Sample, cast: SampleCast): ScreenInput {
  const { ticket, other } = cast;
  const third = cast.contest.tickets.find((t) => t !== ticket && t !== other) ?? other;
  const fill = (text: string) =>
    text.replace(/\{(ticket|other|third)\.([a-z_]+)\}/g, (whole, who: string, what: string) => {
      return signOf({ ticket, other, third }[who]!, what) ?? whole;
    });
  const { region } = cast.contest;
  const { account, text } = sample.target ?? {};
  return {
    id: 'sample',
    kind: sample.kind ?? 'post',
    text: fill(sample.text ?? ''),
    publishedAt: instantOf(dayOf(cast.contest, sample.stage ?? 'campaign'), 12, timeZoneOf(region)).toISOString(),
    account: { id: 'sample', region, position: sample.position },
    target: sample.target && {
      account: account === undefined ? undefined : { platform: 'bluesky', handle: fill(account) },
      text: text === undefined ? undefined : fill(text),
    },
    media: mediaOf(sample, cast, fill),
  };
}

function mediaOf(
  { media, picture }: Sample,
  cast: SampleCast,
  fill: (text: string) => string,
): ScreenMedia[] | undefined {
  if (media === undefined && picture === undefined) return undefined;
  const { text, poster } = picture ?? {};
  const read = { text: text && fill(text), picture: { poster: poster && cast[poster].id } };
  return [...(media === undefined ? [] : [{ text: fill(media) }]), ...(picture === undefined ? [] : [read])];
}

function dayOf(contest: Contest, stage: Stage): string {
  return contest.stages.find((s) => s.stage === stage)?.from ?? contest.stages[0]!.from;
}

function signOf(ticket: Ticket, what: string): string | undefined {
  const pair = ticket.aliases.find((a) => !a.ambiguous)?.text ?? ticket.names.join(' dan ');
  const hashtag = ticket.hashtags.find((h) => !h.ambiguous)?.text;
  const slogan = ticket.slogans.find((s) => !s.ambiguous)?.text;
  const signs: Record<string, string | undefined> = {
    name: ticket.names[0],
    pair,
    number: String(ticket.number),
    number_word: NUMBER_WORDS[ticket.number],
    hashtag,
    tag: pair.replace(/[^\p{L}\p{N}]/gu, ''),
    tag_lower: hashtag?.toLowerCase(),
    slogan,
    slogan_upper: slogan?.toUpperCase(),
    handle: ticket.accounts[0]?.handle,
    party: ticket.parties.at(-1)?.text,
    // As people write it who hope not to be found: `B.r.a.m Nama`.
    spelled: ticket.names[0]?.replace(/^\S+/, (first) => [...first].join('.')),
  };
  return signs[what];
}
