import { createHmac } from 'node:crypto';
import { type Activity, aimsOf } from '../domain/activity.js';
import { familyOf } from '../domain/post-family.js';
import { subkeyOf } from '../domain/sealed-bytes.js';
import { searchWordsOf } from '../text/search-words.js';

/** Of each group any one, of all groups: what a query asks for. */
export type TermGroups = readonly (readonly string[])[];

/** Words of acts as keyed hashes: whoever has the database alone reads none of them. */
export interface SearchTerms {
  /** What a flag is found by, as it lies with it. */
  foundBy(act: Pick<Activity, 'id' | 'kind' | 'text' | 'media' | 'target'>): { terms: string[]; family: string };
  /** What an act is found by: its own words, those in its pictures and those it is aimed at. */
  of(act: Pick<Activity, 'text' | 'media' | 'target'>): string[];
  /** The same for acts of one post family, and of no other; an act that tells too little is one by itself. */
  familyOf(act: Pick<Activity, 'id' | 'kind' | 'text' | 'media' | 'target'>): string;
  groups(query: string): TermGroups;
}

const LENGTH = 11;
/** Of 96 bits: two families that fell together would be decided together. */
const FAMILY_LENGTH = 16;

export function createSearchTerms(hashKey: Buffer): SearchTerms {
  const key = subkeyOf(hashKey, 'netra search words');
  const familyKey = subkeyOf(hashKey, 'netra post family');
  const termOf = (word: string) => createHmac('sha256', key).update(word).digest('base64url').slice(0, LENGTH);
  const found: Pick<SearchTerms, 'of' | 'familyOf'> = {
    of({ text, media = [], target }) {
      const texts = [text, ...media.map((part) => part.text ?? ''), ...aimsOf(target).map((aim) => aim.text ?? '')];
      return [...new Set(searchWordsOf(texts.join('\n')).flat())].map(termOf);
    },
    familyOf(act) {
      const family = familyOf(act) ?? `alone ${act.id}`;
      return createHmac('sha256', familyKey).update(family).digest('base64url').slice(0, FAMILY_LENGTH);
    },
  };
  return {
    ...found,
    foundBy: (act) => ({ terms: found.of(act), family: found.familyOf(act) }),
    groups: (query) => searchWordsOf(query).map((words) => words.map(termOf)),
  };
}
