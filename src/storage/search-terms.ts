import { createHmac } from 'node:crypto';
import { type Activity, aimsOf } from '../domain/activity.js';
import { subkeyOf } from '../domain/sealed-bytes.js';
import { searchWordsOf } from '../text/search-words.js';

/** Of each group any one, of all groups: what a query asks for. */
export type TermGroups = readonly (readonly string[])[];

/** Words of acts as keyed hashes: whoever has the database alone reads none of them. */
export interface SearchTerms {
  /** What an act is found by: its own words, those in its pictures and those it is aimed at. */
  of(act: Pick<Activity, 'text' | 'media' | 'target'>): string[];
  groups(query: string): TermGroups;
}

const LENGTH = 11;

export function createSearchTerms(hashKey: Buffer): SearchTerms {
  const key = subkeyOf(hashKey, 'netra search words');
  const termOf = (word: string) => createHmac('sha256', key).update(word).digest('base64url').slice(0, LENGTH);
  return {
    of({ text, media = [], target }) {
      const texts = [text, ...media.map((part) => part.text ?? ''), ...aimsOf(target).map((aim) => aim.text ?? '')];
      return [...new Set(searchWordsOf(texts.join('\n')).flat())].map(termOf);
    },
    groups: (query) => searchWordsOf(query).map((words) => words.map(termOf)),
  };
}
