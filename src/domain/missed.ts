import type { Account } from './account.js';
import { type Activity, MASKED } from './activity.js';
import type { Flag } from './flag.js';
import { type Rate, wilson } from './interval.js';
import { countsFor } from './verdict.js';

/** An act that people brought and confirmed, and no rule marked: its words, and nobody's name. */
export interface MissedAct extends Pick<Flag, 'kind' | 'platform' | 'stage' | 'cleared'> {
  readonly text: string;
  readonly targetText?: string | undefined;
}

/** Of what people brought by themselves, and others then confirmed as a breach: what rules had marked of it. */
export function createMissedTally() {
  let [marked, missed] = [0, 0];
  return {
    /** Whether it is a miss. One that was dismissed says nothing: rules were right to leave it. */
    add({ matches, reviews }: Pick<Flag, 'matches' | 'reviews'>): boolean {
      if (countsFor(reviews.at(-1)?.verdict) !== 'confirmed') return false;
      if (matches.length > 0) marked += 1;
      else missed += 1;
      return matches.length === 0;
    },
    /** An estimate: people bring what they come across, which is not everything. */
    recall: (): Rate => wilson(marked, marked + missed),
  };
}

/** The words as rules read them; whose account it is, is masked letter by letter, so that spans stay right. */
export function toMissedAct(
  { kind, platform, stage, cleared }: Flag,
  { text, target }: Pick<Activity, 'text' | 'target'>,
  account: Pick<Account, 'name' | 'handle' | 'formerHandles'> | undefined,
): MissedAct {
  const names = account ? [account.handle, ...account.formerHandles, account.name, ...account.name.split(/\s+/)] : [];
  const masked = (words: string) => names.reduce(maskAll, words);
  const targetText = target?.text === undefined ? undefined : masked(target.text);
  return { kind, platform, stage, cleared, text: masked(text), targetText };
}

/** Shorter parts of a name are words as well. */
const MIN_NAME = 3;

function maskAll(text: string, name: string): string {
  if (name.length < MIN_NAME) return text;
  const lower = text.toLowerCase();
  // What changes its length in small letters has no such offsets: then nothing of it is shown.
  if (lower.length !== text.length) return MASKED.repeat(text.length);
  let masked = text;
  const wanted = name.toLowerCase();
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) {
    masked = masked.slice(0, at) + MASKED.repeat(wanted.length) + masked.slice(at + wanted.length);
  }
  return masked;
}
