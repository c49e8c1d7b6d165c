import { LRUCache } from 'lru-cache';
import { PermanentError } from '../domain/errors.js';
import type { Flag } from '../domain/flag.js';
import type { Match, RuleCard, SetWords } from '../domain/screening.js';
import { type SetContent, setWordsOf, ticketLabelsOf } from '../rules/engine/set-words.js';
import { getKeptElections, getKeptRules, type KeptSets } from './kept-sets.js';

/** Reads flags in the words of the set that marked them, whatever is in force now. */
export interface SetReader {
  /** For a page of many flags, of which most share a set: what was read last is remembered. */
  wordsOf(flag: Pick<Flag, 'ruleset' | 'elections'>): Promise<SetWords>;
  describe(
    flag: Pick<Flag, 'ruleset' | 'elections' | 'stage'>,
    match: Pick<Match, 'rule' | 'tickets' | 'basis'>,
  ): Promise<RuleCard>;
}

export interface SetReaderOptions {
  /** A set that is gone or damaged: its flags show bare ids, so that reviewers go on, and an operator must hear of it. */
  readonly onUnreadable: (error: PermanentError) => void;
}

/** Sets in use at one time: the one in force and some before it. Only their words are held, not their engines. */
const MAX_SETS = 16;
const NO_RULES: SetContent = { rules: [], clauses: [], lexicons: [] };

export function createSetReader(sets: KeptSets, { onUnreadable }: SetReaderOptions): SetReader {
  const remembered = <T extends object>(read: (hash: string) => Promise<T>) =>
    new LRUCache<string, T>({
      max: MAX_SETS,
      // Nothing is remembered of what could not be read: a backup may bring it back.
      fetchMethod: (hash) =>
        read(hash).catch((error: unknown) => {
          if (!(error instanceof PermanentError)) throw error;
          onUnreadable(error);
          return undefined;
        }),
    });
  const rules = remembered<SetContent>(async (hash) => {
    const { rules: kept, clauses, lexicons } = await getKeptRules(sets, hash);
    const named = lexicons.map(({ id, means }) => ({ id, means }));
    return { rules: kept.map(({ rule }) => rule), clauses, lexicons: named };
  });
  const labels = remembered(async (hash) => ticketLabelsOf(await getKeptElections(sets, hash)));

  const wordsOf = async ({ ruleset, elections }: Pick<Flag, 'ruleset' | 'elections'>) => {
    const [content = NO_RULES, ticketLabels = new Map()] = await Promise.all([
      rules.fetch(ruleset),
      labels.fetch(elections),
    ]);
    return setWordsOf(content, ticketLabels);
  };
  return {
    wordsOf,
    describe: async (flag, match) => (await wordsOf(flag)).describe(match, flag.stage),
  };
}
