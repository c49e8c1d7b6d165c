import type { Election } from '../../domain/election.js';
import type { FileIssue } from '../../domain/errors.js';
import { NAMED_SIGNS, RULE_FAULTS } from '../../words/rules/files.js';
import { sayIn } from '../../words/say.js';
import { nameWords, plainWords } from '../tickets/signs.js';
import type { ReadFile } from './load-rules.js';
import { quoted } from './quoted.js';
import { fieldsOf, type Named, namesIn, wordsAt } from './rule-names.js';
import { sayProblem } from './say-problem.js';

const say = sayIn('id');

/**
 * Rules and word lists that name a candidate, a party or a tag of a loaded election. A rule must treat all tickets
 * alike, so names come from election files only. Ambiguous signs are ordinary words too and are not looked at.
 */
export function namedCandidates(files: readonly ReadFile[], elections: readonly Election[]): FileIssue[] {
  const signs = signsOfAll(elections);
  return files.flatMap(({ path, raw, placeOf }) =>
    firstOfEach(termsIn(raw)).flatMap(({ text, at, isTag }) => {
      const owner = ownerOf(text, signs) ?? (isTag ? ownerOfTag(text, signs) : undefined);
      if (owner === undefined) return [];
      const said = sayProblem(RULE_FAULTS.namesCandidate, { owner, text: quoted(text) });
      return [{ path, ...placeOf(at), ...said }];
    }),
  );
}

interface NamedTerm extends Named {
  /** Written as one word, so that a name in it is looked for letter by letter. */
  readonly isTag: boolean;
}

/** What a rule looks for and says, or what a word list holds. */
function termsIn(raw: unknown): NamedTerm[] {
  const { selections, prose } = namesIn(raw);
  const lists = ['words', 'stems', 'phrases', 'means'].flatMap((key) => wordsAt(fieldsOf(raw)[key], [key]));
  const terms = [...selections.flatMap((selection) => selection.terms), ...prose, ...lists];
  return [
    ...selections.flatMap(({ tags }) => tags.map((tag) => ({ ...tag, isTag: true }))),
    ...terms.map((term) => ({ ...term, isTag: term.text.startsWith('#') })),
  ];
}

function firstOfEach(terms: readonly NamedTerm[]): NamedTerm[] {
  const seen = new Set<string>();
  return terms.filter(({ text }) => seen.size < seen.add(text).size);
}

/** By the sign's words; tags are also looked for written as one word. */
interface Signs {
  readonly byWords: ReadonlyMap<string, string>;
  readonly asTags: readonly (readonly [squeezed: string, owner: string])[];
}

// Names have up to this many words; longer runs need not be tried.
const MAX_NAME_WORDS = 8;
// "#TolakX" holds the name X; shorter names stand inside ordinary words.
const MIN_TAG_LETTERS = 6;

function ownerOf(text: string, { byWords }: Signs): string | undefined {
  const words = plainWords(text.replaceAll('~', ''));
  for (let first = 0; first < words.length; first++) {
    for (let end = first + 1; end <= Math.min(words.length, first + MAX_NAME_WORDS); end++) {
      const owner = byWords.get(words.slice(first, end).join(' '));
      if (owner !== undefined) return owner;
    }
  }
  return undefined;
}

function ownerOfTag(text: string, { asTags }: Signs): string | undefined {
  const squeezed = plainWords(text).join('');
  return asTags.find(([name]) => squeezed.includes(name))?.[1];
}

function signsOfAll(elections: readonly Election[]): Signs {
  const byWords = new Map<string, string>();
  const add = (words: readonly string[], owner: string) => words.length > 0 && byWords.set(words.join(' '), owner);
  for (const ticket of elections.flatMap((e) => e.contests).flatMap((c) => c.tickets)) {
    // A name of one word is many people's, and often an ordinary word.
    for (const name of ticket.names.map(nameWords)) if (name.length > 1) add(name, say(NAMED_SIGNS.name));
    for (const alias of ticket.aliases) if (!alias.ambiguous) add(plainWords(alias.text), say(NAMED_SIGNS.alias));
    for (const tag of ticket.hashtags) if (!tag.ambiguous) add(plainWords(tag.text), say(NAMED_SIGNS.tag));
    for (const party of ticket.parties) if (!party.ambiguous) add(plainWords(party.text), say(NAMED_SIGNS.party));
  }
  const asTags = [...byWords].map(([words, owner]) => [words.replaceAll(' ', ''), owner] as const);
  return { byWords, asTags: asTags.filter(([squeezed]) => squeezed.length >= MIN_TAG_LETTERS) };
}
